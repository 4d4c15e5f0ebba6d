/** A client that does at each vendor what clients do, with data of somebody's that must be in no export. */
import {createStandin, type Standin, type StandinOptions} from '../../src/index.js';
import {rehearsalOf, type Material, type Exported} from '../../src/export/index.js';

/** Somebody who is in no seed. Nothing of it may be in an export. */
export const somebody = {
  name: 'Wilhelmina Okonkwo-Straub',
  first: 'Wilhelmina',
  last: 'Okonkwo-Straub',
  email: 'wilhelmina.okonkwo@brightwater-mail.com',
  phone: '+4930901820',
  street: 'Quittenallee 4711',
  born: '1974-11-03',
  account: 'KT-88231190',
  word: 'Zwetschgenmus',
};

const text = `${somebody.name} of ${somebody.street}, born ${somebody.born}, has ${somebody.account}; write to ${somebody.email} or call ${somebody.phone}. ${somebody.word}!`;

/** Made when the client's clock showed it. */
export const begin = Date.parse('2026-02-03T10:00:00.000Z');

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** A stand-in with a clock that goes on by a minute with each call, and someone who asks it. */
export async function clientAt(options: StandinOptions = {}): Promise<{readonly standin: Standin; readonly ask: Ask}> {
  let now = begin;
  const standin = await createStandin({randomSeed: 1, clock: () => now, ...options});
  const env = (vendor: 'dixa' | 'opencx' | 'symbl') => standin.info.vendors[vendor]?.env ?? {};
  const authorization: Record<string, string> = {
    dixa: env('dixa').DIXA_API_KEY ?? '',
    opencx: `Bearer ${env('opencx').OPENCX_API_KEY ?? ''}`,
  };
  const ask: Ask = async (method, path, body, headers = {}) => {
    now += 60_000;
    const credential = authorization[path.split('/')[1] ?? ''];
    const answer = await standin.fetch(path, {
      method,
      headers: {
        ...(credential !== undefined && {authorization: credential}),
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const answered = await answer.text();
    const value: unknown = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(answered) : undefined;
    const token = (value as {accessToken?: string} | undefined)?.accessToken;
    if (token !== undefined) authorization.symbl = `Bearer ${token}`;
    return value;
  };
  return {standin, ask};
}

/** Creates, writes, reads, searches, closes and anonymizes, and is refused now and then. */
export async function workAtDixa(ask: Ask): Promise<void> {
  const person = {
    displayName: somebody.name,
    email: somebody.email,
    phoneNumber: somebody.phone,
    firstName: somebody.first,
  };
  const {data: user} = (await ask('POST', '/dixa/v1/endusers', person)) as {data: {id: string}};
  await ask('POST', '/dixa/v1/endusers', {displayName: 7});
  await ask('GET', `/dixa/v1/endusers?email=${encodeURIComponent(somebody.email)}`);
  const mail = {
    _type: 'Email',
    requesterId: user.id,
    emailIntegrationId: 'support@email.dixa.io',
    subject: `About ${somebody.account}`,
    language: 'en',
    message: {_type: 'Inbound', content: {_type: 'Text', value: text}},
  };
  const {data} = (await ask('POST', '/dixa/beta/conversations', mail)) as {data: {id: number}};
  const path = `/dixa/v1/conversations/${data.id}`;
  await ask('POST', `${path}/messages`, {_type: 'Inbound', content: {_type: 'Text', value: text}});
  await ask('POST', `${path}/notes`, {message: text});
  await ask('PATCH', `${path}/anonymize`);
  await ask('GET', `${path}/messages`);
  await ask('PUT', `${path}/close`);
  const asked = (await ask('PATCH', `${path}/anonymize`)) as {data: {id: string}};
  await ask('GET', `/dixa/v1/anonymization/request/${asked.data.id}`);
  await ask('GET', path);
  await ask('POST', '/dixa/v1/search/conversations', {query: {value: somebody.word}});
  await ask('GET', '/dixa/v1/conversations/10749');
  await ask('GET', '/dixa/v1/organization', undefined, {authorization: `no-token-of-${somebody.first}`});
}

/** Opens a session, writes, uploads, reads, searches, redacts and removes; as the widget's visitor too. */
export async function workAtOpencx(ask: Ask, standin: Standin): Promise<void> {
  const contact = {name: somebody.name, email: somebody.email, phone: somebody.phone};
  const {id: contactId} = (await ask('POST', '/opencx/contacts', {contact})) as {id: string};
  const {token} = (await ask('POST', '/opencx/widget/authenticate-user', {
    email: somebody.email,
    name: somebody.name,
    customData: {street: somebody.street},
  })) as {token: string};
  const open = {contact_id: contactId, channel: {type: 'web'}, custom_data: {account: somebody.account}};
  const {id} = (await ask('POST', '/opencx/chat/sessions', open)) as {id: string};
  const attachments = [{name: `${somebody.last}.txt`, base64: btoa(text), mime_type: 'text/plain'}];
  const sent = (await ask('POST', `/opencx/chat/sessions/${id}/send`, {
    sender: 'contact',
    message: {type: 'text', text, attachments},
  })) as {id?: string};
  const history = (await ask('GET', `/opencx/chat/sessions/${id}/history`)) as {items: {id: string}[]};
  const bot = {
    'x-bot-token': standin.info.vendors.opencx?.env.OPENCX_WIDGET_TOKEN ?? '',
    authorization: `Bearer ${token}`,
  };
  await ask('GET', '/opencx/backend/widget/v2/sessions', undefined, bot);
  await ask('GET', `/opencx/chat/sessions/search?q=${encodeURIComponent(somebody.last)}`);
  await ask('GET', `/opencx/contacts?email=${encodeURIComponent(somebody.email)}`);
  await ask('POST', '/opencx/redaction/message', {messageId: sent.id ?? history.items[0]?.id, sessionId: id});
  await ask('POST', '/opencx/redaction/session', {sessionId: id});
  await ask('POST', '/opencx/redaction/session', {session_id: id, force: true});
  await ask('GET', `/opencx/chat/sessions/${id}/history`);
  await ask('DELETE', `/opencx/contacts/${contactId}`);
  await ask('GET', '/opencx/chat/sessions', undefined, {authorization: 'Bearer nobody'});
}

/** Exchanges the application for a token, hands text over, asks for its job, reads with and without redaction, deletes. */
export async function workAtSymbl(ask: Ask, standin: Standin): Promise<void> {
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = standin.info.vendors.symbl?.env ?? {};
  await ask('POST', '/symbl/oauth2/token:generate', {type: 'application', appId, appSecret});
  const messages = [
    {payload: {content: text}, from: {userId: somebody.email, name: somebody.name}},
    {payload: {content: 'Thank you.'}},
  ];
  const {jobId, conversationId} = (await ask('POST', '/symbl/v1/process/text', {name: somebody.account, messages})) as {
    jobId: string;
    conversationId: string;
  };
  for (const _ of ['in_progress', 'completed']) await ask('GET', `/symbl/v1/job/${jobId}`);
  const path = `/symbl/v1/conversations/${conversationId}`;
  const exclude = encodeURIComponent('["PERSON_NAME"]');
  for (const what of ['', '/messages', '/messages?redact=true', `/messages?redact=true&exclude=${exclude}`, '/members'])
    await ask('GET', path + what);
  await ask('GET', '/symbl/v1/conversations/5815170693595136/messages');
  await ask('DELETE', path);
  await ask('GET', path);
}

/** The same at all vendors. */
export async function workEverywhere(ask: Ask, standin: Standin): Promise<void> {
  await workAtDixa(ask);
  await workAtOpencx(ask, standin);
  await workAtSymbl(ask, standin);
}

/** What the stand-in tells of its journal for an export. */
export async function materialOf(standin: Pick<Standin, 'fetch'>): Promise<Material> {
  const answer = await standin.fetch('/_standin/journal/export');
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Material;
}

/** Its calls, made again. */
export async function exportOf(
  standin: Pick<Standin, 'fetch'>,
  {
    randomSeed = 1,
    repeatsFaults = true,
    vendors,
  }: {readonly randomSeed?: number; readonly repeatsFaults?: boolean; readonly vendors?: readonly string[]} = {},
): Promise<Exported> {
  const root = new URL('../..', import.meta.url).pathname;
  return rehearsalOf(await materialOf(standin), {root, randomSeed, repeatsFaults, ...(vendors && {vendors})});
}
