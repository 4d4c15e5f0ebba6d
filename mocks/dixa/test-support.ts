/** What the tests of Dixa share: a client with the demo token, the ids of the seed, and Dixa's refusals. */
import type {Outgoing, OutgoingRequest, SeedData} from '../../src/engine/index.js';
import {VendorClient, type Answer} from '../../test/support/vendor-client.js';
import type {Conversation, EndUser, Message} from './entities.js';
import type {EventPayload} from './webhooks/payloads.js';
import {dixa} from './index.js';
import {emittedEvents} from './webhooks/entities.js';

export const token = dixa.issue('default').env.DIXA_API_KEY as string;

/** People and things of the seed. */
export const seeded = {
  ada: 'f28fafd6-2e42-4441-943c-388a8e0ef433',
  noor: '9c2a2cce-699f-4a72-89d9-fda5bc8dec8b',
  admin: 'b165fdaa-51d6-44b0-bfcd-5f431d623fa7',
  kim: '5a556159-9c21-4f3e-a44f-d323deb80d16',
  sam: 'bac5a02c-15b3-44da-ae1e-ab7b9db4aa89',
  support: 'cd87b232-64c8-4ad5-b81a-6f9233352d97',
  billing: '2f6a3e0b-8f0a-4f5b-9c53-0d6a1c0e7b11',
  widget: '5e9d4f0c-53fb-4d5a-8c0e-6c6f2a1d9a10',
  /** Ada's, closed, with two messages. */
  closed: 10749,
  firstMessage: '1b9adc49-62f7-4056-a9c0-c18c1f25afdb',
  /** Ada's, open, with one message. */
  open: 10750,
  openMessage: '0f5a6a1d-7a3b-4d6d-9a55-3a8f0c6e1b03',
  /** Noor's, closed. */
  other: 10751,
  otherMessage: '4a8e9f3c-1d2b-4c5a-b6d7-8e9f0a1b2c04',
} as const;

/** An id that nothing has. */
export const nobody = '00000000-0000-4000-8000-000000000000';

export const invalidValue = {message: 'Invalid value in request'};
export const decodingFailure = {message: 'Decoding failure in request'};
export const notFound = {message: 'The requested resource could not be found'};
export const unauthorized = {message: 'Unauthorized'};

/** A client that brings the demo token. */
export function dixaClient(options: ConstructorParameters<typeof VendorClient>[1] = {}): VendorClient {
  return new VendorClient(dixa, {authorization: token, ...options});
}

/** A client whose sandbox holds these entities instead of the vendor's seed. */
export function clientWith(data: SeedData, options: ConstructorParameters<typeof VendorClient>[1] = {}): VendorClient {
  return dixaClient({...options, seeds: {dixa: data}});
}

/** `data` of an answer. */
export function dataOf<T = Record<string, unknown>>({body}: Answer): T {
  return (body as {data: T}).data;
}

/** `data` of what a GET answers. */
export async function read<T = Record<string, unknown>>(client: VendorClient, path: string): Promise<T> {
  const answer = await client.call('GET', path);
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status} ${answer.text}`);
  return dataOf<T>(answer);
}

/** Everything stored, to tell whether a call changed anything. */
export async function stateOf(client: VendorClient, sandbox = 'default'): Promise<string> {
  const {partition} = await client.engine.sandbox(sandbox);
  return JSON.stringify(await partition.dump());
}

/** A day of the sandbox's clock: longer than any queue takes by default. */
export const aDay = 86_400_000;

/** An end user with nothing but an id. */
export function endUser(id: string, more: Partial<EndUser> = {}): SeedData[string][number] {
  return {id, ...{createdAt: '2025-01-01T00:00:00Z', ...more}};
}

/** A closed conversation of a channel that has no fields of its own, unless told otherwise. */
export function conversation(id: number, more: Record<string, unknown> = {}): Conversation {
  return {
    _type: 'MessengerConversation',
    id,
    requesterId: seeded.ada,
    channel: 'Messenger',
    createdAt: '2025-01-02T00:00:00Z',
    direction: 'Inbound',
    state: 'Closed',
    stateUpdatedAt: '2025-01-03T00:00:00Z',
    ...more,
  } as Conversation;
}

/** A message of a conversation. */
export function message(id: string, conversationId: number, attributes: Message['attributes']): Message {
  return {id, conversationId, authorId: seeded.ada, createdAt: '2025-01-02T00:00:00.000Z', attributes};
}

/** Where the webhooks of tests go. */
export const receiver = 'https://hooks.example.org/dixa';

/** A webhook subscription as Dixa shows it, with what tests need of it. */
export interface Subscription {
  readonly id: string;
  readonly secretKey: string;
}

/** Has a receiver told: of everything that the stand-in sends, unless told otherwise. */
export async function subscribe(client: VendorClient, more: Record<string, unknown> = {}): Promise<Subscription> {
  const body = {name: 'Receiver', url: receiver, authorization: {_type: 'NoAuth'}, events: emittedEvents, ...more};
  const answer = await client.call('POST', '/v1/webhooks', {body});
  if (answer.status !== 201) throw new Error(`POST /v1/webhooks answered ${answer.status} ${answer.text}`);
  return dataOf<Subscription & Record<string, unknown>>(answer);
}

/** The bodies of all webhooks that left so far, in order. */
export async function sentEvents(client: VendorClient): Promise<EventPayload[]> {
  await client.settled();
  return client.sent.map(({body}) => JSON.parse(body) as EventPayload);
}

/** What all webhooks told so far, by name: `CONVERSATION_CLOSED`. */
export async function sentNames(client: VendorClient): Promise<string[]> {
  return (await sentEvents(client)).map(({event_fqn: name}) => name);
}

/** A conversation's tags as webhooks show them. */
export async function taggedWith(client: VendorClient, path: string): Promise<object[]> {
  return (await read<{id: string; name: string}[]>(client, `${path}/tags`)).map(({id, name}) => ({id, name}));
}

/** One entry of a delivery log. */
export interface LoggedDelivery {
  readonly deliveryDetail: {readonly success: boolean; readonly responseCode: number; readonly responseText: string};
  readonly payload: string;
}

/** The delivery log of one event, newest first. */
export async function deliveryLog(client: VendorClient, {id}: Subscription, event: string): Promise<LoggedDelivery[]> {
  await client.settled();
  return read<LoggedDelivery[]>(client, `/v1/webhooks/${id}/delivery-status/logs/${event}`);
}

/** A receiver that answers each request when it is told to, and repeats what it was sent. */
export function slowReceiver(): {outgoing: Outgoing; answer: () => void; received: OutgoingRequest[]} {
  const waiting: (() => void)[] = [];
  const received: OutgoingRequest[] = [];
  return {
    received,
    answer: () => waiting.shift()?.(),
    outgoing: {
      send: (request) => {
        received.push(request);
        return new Promise((resolve) => waiting.push(() => resolve({status: 200, body: request.body})));
      },
    },
  };
}
