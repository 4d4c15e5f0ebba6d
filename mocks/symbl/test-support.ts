import {expect} from 'vitest';
import type {components} from '../../specs/symbl/generated/index.js';
import {VendorClient, type Answer} from '../../test/support/vendor-client.js';
import {symbl} from './index.js';

type Schemas = components['schemas'];
type Options = ConstructorParameters<typeof VendorClient>[1];

export const badRequest = {message: 'Bad Request! Please refer docs for correct input fields.'};
export const tokenRefused = {message: 'Token validation failed for provided token.'};
export const notFound = {
  message: "The conversation and/or it's metadata you asked could not be found, please check the input provided",
};

/** What the seed holds. */
export const seeded = {
  /** The redaction page's sample: Dana, Lee, Dana again. */
  page: '5083268647485440',
  /** Other people's conversation in the same account. */
  others: '4549300882243584',
  /** Of another account. */
  foreign: '5301427700957184',
  /** A call of Ada Example, with her personal data in it. */
  ada: '6301174203351040',
  /** A call of Noor Sample, who has nothing to do with Ada. */
  noor: '6411206310297600',
  /** A conversation with labels, in which nothing was said. */
  labelled: '4931769134481408',
};

/** The application of another account. */
export const otherApp = {
  type: 'application',
  appId: '0ther0account0application'.padEnd(64, '0'),
  appSecret: '0ther0account0secret'.padEnd(128, '0'),
};

/** The sentence of the redaction page. */
export const sentence = 'My social security number is 444-67-3334 and I live in New York City.';

/** The body of a token request with a sandbox's own credentials. */
export function credentialsOf(sandbox = 'default') {
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = symbl.issue(sandbox).env;
  return {type: 'application', appId, appSecret};
}

/** A client without a token. */
export function stranger(options: Options = {}): VendorClient {
  return new VendorClient(symbl, options);
}

/** A client that has fetched its token. */
export async function signedIn(behaviours: Record<string, unknown> = {}, options: Options = {}): Promise<VendorClient> {
  const client = stranger({behaviours, ...options});
  client.authorization = `Bearer ${await tokenOf(client)}`;
  return client;
}

/** A fresh or cached token for the credentials. */
export async function tokenOf(client: VendorClient, body: unknown = credentialsOf()): Promise<string> {
  const answer = await client.call('POST', '/oauth2/token:generate', {body, authorization: null});
  expect(answer.status).toBe(200);
  return (answer.body as Schemas['AccessToken']).accessToken;
}

/** A message as it is handed over. */
export function said(content: string, more: Omit<Schemas['TextMessage'], 'payload'> = {}): Schemas['TextMessage'] {
  return {payload: {content}, ...more};
}

/** Hands text over; nothing is processed yet. */
export async function submit(
  client: VendorClient,
  messages: readonly Schemas['TextMessage'][],
  {to, ...options}: Partial<Schemas['ProcessTextRequest']> & {to?: string} = {},
): Promise<Schemas['ProcessResponse']> {
  const [method, path] = to === undefined ? ['POST', '/v1/process/text'] : ['PUT', `/v1/process/text/${to}`];
  const answer = await client.call(method, path, {body: {messages, ...options}});
  expect(answer.status).toBe(201);
  return answer.body as Schemas['ProcessResponse'];
}

/** Hands text over and lets it be processed. Returns the conversation's id. */
export async function process(
  client: VendorClient,
  messages: readonly (string | Schemas['TextMessage'])[],
  options: Partial<Schemas['ProcessTextRequest']> & {to?: string} = {},
): Promise<string> {
  const all = messages.map((message) => (typeof message === 'string' ? said(message) : message));
  const {conversationId, jobId} = await submit(client, all, options);
  expect(await poll(client, jobId)).toBe('in_progress');
  expect(await poll(client, jobId)).toBe('completed');
  return conversationId;
}

/** Asks for a job; what it says. */
export async function poll(client: VendorClient, jobId: string): Promise<string> {
  const answer = await client.call('GET', `/v1/job/${jobId}`);
  expect(answer.status).toBe(200);
  return (answer.body as Schemas['Job']).status;
}

export function getMessages(client: VendorClient, conversationId: string, query = ''): Promise<Answer> {
  return client.call('GET', `/v1/conversations/${conversationId}/messages${query === '' ? '' : `?${query}`}`);
}

/** The messages of a conversation. */
export async function transcript(
  client: VendorClient,
  conversationId: string,
  query = '',
): Promise<readonly Schemas['Message'][]> {
  const answer = await getMessages(client, conversationId, query);
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as Schemas['Messages']).messages;
}

/** Their texts. */
export async function texts(client: VendorClient, conversationId: string, query = ''): Promise<string[]> {
  return (await transcript(client, conversationId, query)).map(({text}) => text);
}

/** Changes the account's settings. */
export async function configure(client: VendorClient, redaction: unknown): Promise<void> {
  const body = [{op: 'add', path: '/redaction', value: redaction}];
  const answer = await client.call('PATCH', '/v1/manage/settings', {body});
  expect(answer.status, answer.text).toBe(200);
}

/** All that is stored, as text. */
export const stored = async (client: VendorClient) =>
  JSON.stringify((JSON.parse(await client.everything()) as unknown[])[0]);

export const membersOf = async (client: VendorClient, id: string) =>
  ((await client.call('GET', `/v1/conversations/${id}/members`)).body as Schemas['Members']).members;

/** Puts what must be refused, and change nothing. */
export async function refused(client: VendorClient, path: string, body: unknown, answer: object): Promise<void> {
  const before = await stored(client);
  expect(await client.call('PUT', path, {body}), JSON.stringify(body)).toMatchObject(answer);
  expect(await stored(client)).toBe(before);
}

/** A text as the bytes of a file. */
export const bytes = (text: string) => new TextEncoder().encode(text);
export const wav = {'content-type': 'audio/wav'};
export const mp4 = {'content-type': 'video/mp4'};

/** Every route that takes a recording, with a request that is right. */
export const recordingRoutes = [
  ['POST', '/v1/process/audio', {body: bytes('RIFF'), headers: wav}],
  ['PUT', `/v1/process/audio/${seeded.page}`, {body: bytes('RIFF'), headers: wav}],
  ['POST', '/v1/process/audio/url', {body: {url: 'https://files.example.com/call.wav'}}],
  ['PUT', `/v1/process/audio/url/${seeded.page}`, {body: {url: 'https://files.example.com/call.wav'}}],
  ['POST', '/v1/process/video', {body: bytes('ftyp'), headers: mp4}],
  ['PUT', `/v1/process/video/${seeded.page}`, {body: bytes('ftyp'), headers: mp4}],
  ['POST', '/v1/process/video/url', {body: {url: 'https://files.example.com/call.mp4'}}],
  ['PUT', `/v1/process/video/url/${seeded.page}`, {body: {url: 'https://files.example.com/call.mp4'}}],
] as const;
