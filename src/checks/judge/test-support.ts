/** What the tests of the judge share: exchanges that really happened, and those that the vendors' documents show. */
import type {VendorName} from '../../registry.js';
import type {Vendor} from '../../engine/index.js';
import {createStandin, type Standin} from '../../index.js';
import {escapePointer, examplesOf, resolve, type Operation} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or a form is sent as it is. */
  readonly body?: unknown;
}

/** A stand-in for one vendor whose exchanges are recorded. */
export interface Recorder {
  readonly vendor: Vendor;
  readonly standin: Standin;
  readonly env: Readonly<Record<string, string>>;
  /** Calls the vendor's own path. */
  call(method: string, target: string, sent?: Sent): Promise<RecordedExchange>;
}

/** A stand-in with its seed, at an instant of its own. */
export async function recorderOf(name: VendorName): Promise<Recorder> {
  const clock = () => Date.parse('2026-01-05T09:00:00.000Z');
  const standin = await createStandin({vendors: [name], randomSeed: 1, clock});
  return {
    vendor: standin.vendors[0] as Vendor,
    standin,
    env: standin.info.vendors[name]?.env ?? {},
    async call(method, target, {headers = {}, body} = {}) {
      const isPlain = typeof body === 'string' || body instanceof FormData;
      const type = body !== undefined && !isPlain && {'content-type': 'application/json'};
      const request = new Request(`http://standin.test/${name}${target}`, {
        method,
        headers: {...type, ...headers},
        ...(body !== undefined && {body: isPlain ? body : JSON.stringify(body)}),
      });
      const copy = request.clone();
      const answer = await standin.fetch(request);
      const sent = await copy.text();
      const text = await answer.text();
      const [path = '', query = ''] = target.split('?');
      return {
        request: {method, path, query, headers: Object.fromEntries(copy.headers), ...(sent !== '' && {body: sent})},
        response: {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          ...(text !== '' && {body: text}),
        },
      };
    },
  };
}

/** Headers of somebody who may call every operation, as long as the sandbox is not reset. */
export async function callerOf({
  call,
  env,
}: Recorder): Promise<(operation: Operation) => Readonly<Record<string, string>>> {
  const {
    DIXA_API_KEY,
    OPENCX_API_KEY,
    OPENCX_WIDGET_TOKEN = '',
    SYMBL_APP_ID: appId,
    SYMBL_APP_SECRET: appSecret,
  } = env;
  if (DIXA_API_KEY) return () => ({authorization: DIXA_API_KEY});
  if (OPENCX_API_KEY) {
    const key = {authorization: `Bearer ${OPENCX_API_KEY}`};
    const sent = {headers: key, body: {email: 'ada@example.com'}};
    const {token} = jsonOf<{token: string}>(await call('POST', '/widget/authenticate-user', sent));
    const widget = {'x-bot-token': OPENCX_WIDGET_TOKEN, authorization: `Bearer ${token}`};
    return ({path}) => (path.startsWith('/backend/widget/') ? widget : key);
  }
  const sent = {body: {type: 'application', appId, appSecret}};
  const {accessToken} = jsonOf<{accessToken: string}>(await call('POST', '/oauth2/token:generate', sent));
  return () => ({authorization: `Bearer ${accessToken}`});
}

/** The body of an answer. */
export function jsonOf<T>({response}: RecordedExchange): T {
  return JSON.parse(response.body ?? 'null') as T;
}

/** Another answer to the same request: what is not given stays, `undefined` takes away. */
export function altered(
  {request, response}: RecordedExchange,
  {
    status = response.status,
    headers,
    ...rest
  }: {status?: number; headers?: Readonly<Record<string, string>>; body?: unknown},
): RecordedExchange {
  const body = 'body' in rest ? rest.body : response.body;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return {
    request,
    response: {status, headers: headers ?? response.headers, ...(text !== undefined && {body: text})},
  };
}

/** The answers that a document shows, each as the answer to a call of its operation. */
export function documentedExchanges({
  document,
  operationList,
}: Vendor): readonly (readonly [string, RecordedExchange])[] {
  return operationList.flatMap((operation) =>
    [...operation.responses.keys()].flatMap((status) => {
      const {id, method} = operation;
      const request = {method, path: pathOf(document, operation), query: '', headers: {}};
      const shown = examplesOf(document, operation, status).filter(({type}) => type.includes('json'));
      return shown.map(({name, type, value}) => {
        const response = {status, headers: {'content-type': type}, body: JSON.stringify(value)};
        return [`${id} ${status} ${name}`, {request, response}] as const;
      });
    }),
  );
}

/** A call of an operation with the first of its examples. */
export function sampleOf({document}: Vendor, operation: Operation): {target: string} & Sent {
  const {body, pointer} = operation;
  const target = pathOf(document, operation);
  if (body?.form !== 'json') return {target};
  const at = `${resolve(document, `${pointer}/requestBody`).pointer}/content/application~1json`;
  return {target, body: firstExample(document, at)};
}

function pathOf(document: Vendor['document'], {path, parameters}: Operation): string {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  return inPath.reduce((filled, {name, pointer}) => {
    return filled.replace(`{${name}}`, encodeURIComponent(String(firstExample(document, pointer))));
  }, path);
}

function firstExample(document: Vendor['document'], pointer: string): unknown {
  const holder = resolve(document, pointer).value as {readonly examples?: object; readonly example?: unknown};
  const [name] = Object.keys(holder.examples ?? {});
  if (name === undefined) return holder.example;
  return (resolve(document, `${pointer}/examples/${escapePointer(name)}`).value as {readonly value: unknown}).value;
}
