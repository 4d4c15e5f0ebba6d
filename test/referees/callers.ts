import type {Standin} from '../../src/index.js';
import type {Operation} from '../../src/openapi/index.js';

/** What whoever may carry out an operation says of themselves. */
export type Caller = (operation: Pick<Operation, 'path'>) => Readonly<Record<string, string>>;

/** What it takes to get credentials. */
type Issuer = Pick<Standin, 'fetch' | 'info'>;

type Callers = (standin: Issuer, env: Readonly<Record<string, string>>) => Promise<Caller>;

const callers: Readonly<Record<string, Callers>> = {
  dixa: (_, {DIXA_API_KEY: authorization = ''}) => Promise.resolve(() => ({authorization})),

  opencx: async (standin, {OPENCX_API_KEY = '', OPENCX_WIDGET_TOKEN = ''}) => {
    const key = {authorization: `Bearer ${OPENCX_API_KEY}`};
    const visitor = await json<{token: string}>(standin, '/opencx/widget/authenticate-user', key, {
      email: 'ada@example.com',
    });
    const widget = {'x-bot-token': OPENCX_WIDGET_TOKEN, authorization: `Bearer ${visitor.token}`};
    return ({path}) => (path.startsWith('/backend/widget/') ? widget : key);
  },

  symbl: async (standin, {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret}) => {
    const body = {type: 'application', appId, appSecret};
    const token = await json<{accessToken: string}>(standin, '/symbl/oauth2/token:generate', {}, body);
    return () => ({authorization: `Bearer ${token.accessToken}`});
  },
};

/** Whoever may carry out a vendor's operations, in the stand-in as it is now: credentials go with a reset. */
export function callerOf(standin: Issuer, vendor: string): Promise<Caller> {
  const make = callers[vendor];
  if (make === undefined) throw new Error(`Nobody is known who may call ${vendor}.`);
  return make(standin, standin.info.vendors[vendor]?.env ?? {});
}

async function json<T>(standin: Issuer, path: string, headers: Record<string, string>, body: object): Promise<T> {
  const sent = {method: 'POST', headers: {'content-type': 'application/json', ...headers}, body: JSON.stringify(body)};
  const answer = await standin.fetch(path, sent);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
