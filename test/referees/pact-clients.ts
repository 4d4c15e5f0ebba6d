import {createStandin, type Standin, type StandinOptions} from '../../src/index.js';
import type {VendorName} from '../../src/registry.js';
import type {PactCall} from '../../src/traffic/pact/write.js';
import {exchangesOf, HarRecorder} from '../support/har.js';

/** Calls a vendor. @param expected the status that the client counts on; `any` when it takes whatever comes. */
export type Ask = <T = unknown>(method: string, path: string, expected: number | 'any', body?: unknown) => Promise<T>;

/** What a client has at hand. All that it sends is recorded. */
export interface Desk {
  readonly ask: Ask;
  /** As the stand-in's own: paths begin with the vendor's name. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Where the stand-in's credentials are. */
  readonly info: Standin['info'];
  /** Sends these headers with all that is asked from now on. */
  readonly signIn: (headers: Readonly<Record<string, string>>) => void;
}

/** What a client does at one vendor. */
export type Client = (desk: Desk) => Promise<void>;

/** Programs of client teams that write, read, search, erase, look whether it is done, and are refused. */
export const clients: Readonly<Record<VendorName, Client>> = {
  dixa: async ({ask, info, signIn}) => {
    await ask('GET', '/v1/conversations/10749', 401);
    signIn({authorization: info.vendors.dixa?.env.DIXA_API_KEY ?? ''});
    const {data: user} = await ask<Data<{id: string}>>('POST', '/v1/endusers', 201, {
      displayName: 'Juno Park',
      email: 'juno.park@example.org',
      phoneNumber: '+15550100',
    });
    const content = {_type: 'Text', value: 'My name is Juno Park, write to juno.park@example.org.'};
    const {data: opened} = await ask<Data<{id: number}>>('POST', '/v1/conversations', 201, {
      ...{_type: 'Email', requesterId: user.id, emailIntegrationId: 'my-integration@email.dixa.io'},
      subject: 'Delivery of Juno Park',
      message: {_type: 'Inbound', content},
    });
    const path = `/v1/conversations/${opened.id}`;
    await ask('POST', `${path}/notes`, 200, {message: 'Juno Park called twice.'});
    await ask('GET', `${path}/messages`, 200);
    await ask('GET', '/v1/endusers?email=juno.park%40example.org', 200);
    await ask('POST', '/v1/search/conversations', 200, {query: {value: 'Juno'}});
    await ask('PATCH', `${path}/anonymize`, 409);
    await ask('PUT', `${path}/close`, 204);
    const {data: request} = await ask<Data<{id: string}>>('PATCH', `${path}/anonymize?force=true`, 202);
    await ask('GET', `/v1/anonymization/request/${request.id}`, 200);
    await ask('GET', path, 200);
    await ask('GET', `${path}/messages`, 200);
    await ask('GET', '/v1/conversations/99999', 404);
    await ask('PATCH', `${path}/anonymize?force=perhaps`, 400);
  },
  opencx: async ({ask, info, signIn}) => {
    signIn({authorization: `Bearer ${info.vendors.opencx?.env.OPENCX_API_KEY}`});
    const {items} = await ask<{items: {id: string}[]}>('GET', '/chat/sessions', 200);
    const id = items[0]?.id;
    await ask('POST', `/chat/sessions/${id}/send`, 200, {
      message: {type: 'text', text: 'I am Juno Park, juno.park@example.org, 555-0100.'},
    });
    await ask('GET', `/chat/sessions/${id}/history`, 200);
    await ask('GET', '/chat/sessions/search?q=Juno%20Park', 200);
    await ask('POST', '/redaction/session', 200, {sessionId: id});
    await ask('GET', `/chat/sessions/${id}/history`, 200);
    await ask('POST', '/redaction/session', 400, {session_id: id});
    await ask('GET', '/chat/sessions/00000000-0000-4000-8000-000000000000', 404);
    await ask('POST', '/redaction/session', 400, '{"sessionId":');
  },
  symbl: async ({ask, info, signIn}) => {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = info.vendors.symbl?.env ?? {};
    const {accessToken} = await ask<{accessToken: string}>('POST', '/oauth2/token:generate', 200, {
      ...{type: 'application', appId, appSecret},
    });
    signIn({authorization: `Bearer ${accessToken}`});
    const content = 'My name is Juno Park, my number is 555-0100 and my mail is juno.park@example.org.';
    const messages = [{payload: {content}, from: {name: 'Juno', userId: 'juno.park@example.org'}}];
    const {conversationId, jobId} = await ask<{conversationId: string; jobId: string}>(
      'POST',
      '/v1/process/text',
      201,
      {
        ...{name: 'Delivery', messages},
      },
    );
    await ask('GET', `/v1/job/${jobId}`, 200);
    await ask('GET', `/v1/job/${jobId}`, 200);
    const path = `/v1/conversations/${conversationId}`;
    await ask('GET', `${path}/messages`, 200);
    await ask('GET', `${path}/messages?redact=true&exclude=%5B%22PERSON_NAME%22%5D`, 200);
    await ask('GET', `${path}/messages?redact=true`, 200);
    await ask('GET', `${path}/members`, 200);
    await ask('GET', '/v1/conversations?limit=5', 200);
    await ask('DELETE', path, 200);
    await ask('GET', `${path}/messages`, 404);
  },
};

interface Data<T> {
  readonly data: T;
}

/**
 * Has a client do its work at a stand-in of its own, whose clock goes on two seconds whenever it is looked at.
 * @returns its calls as an export has them.
 */
export async function recorded(
  vendor: VendorName,
  {client = clients[vendor], ...options}: Pick<StandinOptions, 'scenario' | 'behaviours'> & {client?: Client} = {},
): Promise<readonly PactCall[]> {
  await using standin = await hurriedStandin(options);
  // Awaited, for the stand-in ends with this function.
  return await callsOf(client, {vendor, standin});
}

/** A stand-in that listens, and whose clock goes on two seconds whenever it is looked at. */
export async function hurriedStandin(options: StandinOptions = {}): Promise<Standin> {
  let now = Date.parse('2026-01-05T09:00:00.000Z');
  const standin = await createStandin({
    clock: () => (now += 2000),
    outgoing: {send: () => Promise.resolve({status: 200, body: ''})},
    ...options,
  });
  await standin.listen({port: 0});
  return standin;
}

/** What a client says to one vendor of a stand-in that listens. */
export async function callsOf(
  client: Client,
  {vendor, standin}: {readonly vendor: VendorName; readonly standin: Standin},
): Promise<readonly PactCall[]> {
  const recorder = new HarRecorder();
  let credential: Readonly<Record<string, string>> = {};
  const fetch: Desk['fetch'] = (path, init) => recorder.fetch(`${standin.url}${path}`, init);
  const ask: Ask = async <T>(method: string, path: string, expected: number | 'any', body?: unknown) => {
    const sent = body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)};
    const headers = {accept: 'application/json', ...credential, ...(sent && {'content-type': 'application/json'})};
    const answer = await fetch(`/${vendor}${path}`, {method, headers, ...sent});
    const text = await answer.text();
    if (expected !== 'any' && answer.status !== expected)
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  await client({ask, fetch, info: standin.info, signIn: (headers) => (credential = headers)});
  const exchanges = exchangesOf(recorder.har, `${standin.url}/${vendor}`);
  const entries = (await standin.journal.entries({vendor})).filter(({kind}) => kind === 'request');
  return entries.map(({id, operation = '', at, fault}, position) => {
    const exchange = exchanges[position];
    if (exchange === undefined) throw new Error(`${id} was not recorded.`);
    return {entry: id, vendor, operation, at, ...(fault !== undefined && {fault}), exchange};
  });
}
