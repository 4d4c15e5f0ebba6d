/** What the tests of OpenCX share: a client with the demo key, the ids and keys of the seed, and OpenCX's refusals. */
import type {SeedData} from '../../src/engine/index.js';
import {VendorClient, type Answer} from '../../test/support/vendor-client.js';
import {opencx} from './index.js';

export type ClientOptions = ConstructorParameters<typeof VendorClient>[1];

export const organizationA = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';
export const organizationB = 'c4e81d37-90b2-4f6a-8d15-73a9be502b02';

/** `Authorization` of each key of the seed. */
export const keys = {
  full: `Bearer ${opencx.issue('default').env.OPENCX_API_KEY}`,
  redaction: 'Bearer ocx_live_redact7c2e91f04ab85d36',
  reading: 'Bearer ocx_live_reader4f8b06d3e97a21c5',
  revoked: 'Bearer ocx_live_gone1d5a83c6f07e924b',
  orgB: 'Bearer ocx_live_orgb9e27f41c80d6a35b',
} as const;

/** What the widget of organization A brings, and that of B. */
export const widgetToken = opencx.issue('default').env.OPENCX_WIDGET_TOKEN ?? '';
export const widgetTokenB = 'ocx_widget_orgb2c7f91e05a8d4b36';

/** Sessions, messages and people of the seed. */
export const seeded = {
  /** Ada's, open, handed to a human, with five messages. */
  session: '123e4567-e89b-12d3-a456-426614174000',
  /** Its first message has the same id. */
  message: '123e4567-e89b-12d3-a456-426614174000',
  imageMessage: '9a1d6f62-6c0b-4c55-8f2e-2b7d0e9c1f10',
  textAndImages: '5f0a5b34-2f0e-4e0c-8a77-9c7f1a2b3c4d',
  handoff: '1b7e4a80-94c3-4f6d-b0f1-6e2d5c8a7b21',
  joined: '2c8f5b91-a5d4-4a7e-81a2-7f3e6d9b8c32',
  comment: '4e0b7dd3-c7f6-4c90-a3c4-9b508fbdae54',
  closed: '4b1f7e90-2c6d-4a83-95be-0d8f3a61c702',
  empty: '6f82d3c5-9e07-4b14-a86d-71c5e0294b03',
  /** Noor's, who must stay untouched. */
  other: '90a5c7e1-3b48-4d62-8f97-e26b14d05a04',
  /** Of organization B. */
  foreign: 'd35e8b02-61f4-4c79-b0a3-48d7f92e6c05',
  foreignMessage: '5cf79ea0-283b-4ca4-95d7-c97fb6e30815',
  ada: '5b0c1c50-3c1f-4d3e-9c39-0a8d4a8a5b11',
  noor: '8e3f6d21-7a54-4b09-b1c8-5d90e27f4c12',
  foreignAda: '2d7c9b48-e16a-4f35-9083-b4a5f61c7d13',
} as const;

/** An id that nothing has. */
export const nobody = '00000000-0000-4000-8000-000000000000';

/** Five minutes, so that a change shows in `updated_at`. */
export const aWhile = 300_000;

export const unauthorized = {statusCode: 401, message: 'Unauthorized', error: 'Unauthorized'};
export const forbidden = {statusCode: 403, message: 'Forbidden', error: 'Forbidden'};

export function notFound(what: string) {
  return {statusCode: 404, message: `${what} not found`, error: 'Not Found'};
}

export function noRoute(route: string) {
  return {message: `Route ${route} not found`, error: 'Not Found', statusCode: 404};
}

/** What a request that breaks its schema is answered. */
export function invalid(message: string) {
  return {statusCode: 400, code: 'FST_ERR_VALIDATION', error: 'Bad Request', message};
}

/** A client that brings the demo key. Behaviours go by their short names. */
export function opencxClient(behaviours: Readonly<Record<string, unknown>> = {}, options: ClientOptions = {}) {
  const named = Object.entries(behaviours).map(([name, value]) => [`opencx.${name}`, value]);
  return new VendorClient(opencx, {authorization: keys.full, behaviours: Object.fromEntries(named), ...options});
}

/** A client whose sandbox holds these entities instead of the vendor's seed. */
export function clientWith(data: SeedData, behaviours: Readonly<Record<string, unknown>> = {}): VendorClient {
  return opencxClient(behaviours, {seeds: {opencx: data}});
}

/** Body of an answer that must be a success. */
export function bodyOf<T = Record<string, unknown>>(answer: Answer): T {
  if (answer.status >= 300) throw new Error(`answered ${answer.status} ${answer.text}`);
  return answer.body as T;
}

export async function read<T = Record<string, unknown>>(client: VendorClient, path: string): Promise<T> {
  return bodyOf<T>(await client.call('GET', path));
}

export async function post<T = Record<string, unknown>>(client: VendorClient, path: string, body: unknown): Promise<T> {
  return bodyOf<T>(await client.call('POST', path, {body}));
}

/** An item of a history, as far as tests look into it. */
export interface Item {
  readonly id: string;
  readonly created_at: string;
  readonly event: {
    readonly type: string;
    readonly sender?: {readonly type: string; readonly name?: string};
    readonly content?: {readonly text: string};
    readonly attachments?: readonly {
      readonly id: string;
      readonly name: string;
      readonly size: number;
      readonly type: string;
      readonly url: string;
    }[];
    readonly context?: Record<string, unknown>;
    readonly human_agent_id?: number;
  };
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** All events of a session. */
export async function history(client: VendorClient, session: string): Promise<readonly Item[]> {
  return (await read<Page<Item>>(client, `/chat/sessions/${session}/history`)).items;
}

/** Its messages alone. */
export async function messages(client: VendorClient, session: string): Promise<readonly Item[]> {
  return (await history(client, session)).filter(({event}) => event.type === 'message');
}

export async function openSession(client: VendorClient, body: unknown = {}): Promise<string> {
  return (await post<{id: string}>(client, '/chat/sessions', body)).id;
}

/** Sends a text, or a whole body, and gives the id of the message. */
export async function send(client: VendorClient, session: string, body: unknown): Promise<string> {
  const whole = typeof body === 'string' ? {message: {type: 'text', text: body}} : body;
  const sent = await post<{data: {message: {id: string}}}>(client, `/chat/sessions/${session}/send`, whole);
  return sent.data.message.id;
}

export async function redactSession(client: VendorClient, sessionId: string, reason?: string) {
  return post(client, '/redaction/session', {sessionId, ...(reason !== undefined && {reason})});
}

export async function redactMessage(client: VendorClient, messageId: string, reason?: string) {
  return post(client, '/redaction/message', {messageId, ...(reason !== undefined && {reason})});
}

/** The headers that the widget on a page of organization A sends for a visitor. */
export async function visitor(client: VendorClient, email = 'ada@example.com'): Promise<Record<string, string>> {
  const {token} = await post<{token: string}>(client, '/widget/authenticate-user', {email});
  return {'x-bot-token': widgetToken, authorization: `Bearer ${token}`};
}

/** A form with one file in it. */
export function formWith(bytes: Uint8Array<ArrayBuffer> | string, {type = '', name = 'file'} = {}): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes], {type}), name);
  return form;
}

/** The smallest beginnings of the images that OpenCX takes. */
export const images = {
  'image/png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
  'image/jpeg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  'image/gif': new TextEncoder().encode('GIF89a123'),
  'image/webp': new TextEncoder().encode('RIFF1234WEBPVP8 '),
} as const;

/** Uploads an image and gives its address. */
export async function upload(client: VendorClient, body = formWith(images['image/png'], {type: 'image/png'})) {
  return (await post<{id: string; url: string}>(client, '/media/upload', body)).url;
}

/** Path and query of one of the stand-in's own addresses. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '');
}

/** Everything stored, to tell whether a call changed anything. */
export async function stateOf(client: VendorClient): Promise<string> {
  const {partition} = await client.engine.sandbox('default');
  return JSON.stringify(await partition.dump());
}
