/** How each field that holds a time is spelled, one row each: as its printed examples are. DIXA-20 */
import {expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {dataOf, deliveryLog, dixaClient, read, seeded, sentEvents, subscribe} from './test-support.js';

type Json = Record<string, unknown>;

const closed = `/v1/conversations/${seeded.closed}`;
const open = `/v1/conversations/${seeded.open}`;

const spellings = {
  bracketed: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\[GMT\]$/,
  milliseconds: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  seconds: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

/** All times inside an answer, by their names; what is inside `payload` is a text of its own. */
function timesOf(value: unknown, found: (readonly [string, string])[] = []): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && /^\d{4}-\d\d-\d\dT/.test(member)) found.push([name, member]);
    else timesOf(member, found);
  }
  return found;
}

async function post(client: VendorClient, path: string, body: unknown): Promise<Json> {
  return dataOf(await client.call('POST', path, {body}));
}

async function offer(client: VendorClient): Promise<string> {
  const body = {ratingType: 'Nps', agentId: seeded.kim};
  return String((await post(client, `${closed}/ratings/offer`, body)).id);
}

const offered = '33cf4e5e-9ce9-461c-b668-be9b712b717c';
const result = {ratingResult: {_type: 'Csat', value: 5}, submittedAt: '2021-12-02T08:00:00.123Z'};

type Row = readonly [
  about: string,
  names: readonly string[],
  spelling: keyof typeof spellings,
  answer: (client: VendorClient) => Promise<unknown>,
];

const rows: readonly Row[] = [
  ['a request', ['initiatedAt'], 'bracketed', async (client) => client.call('PATCH', `${closed}/anonymize`)],
  [
    'a request that was carried out',
    ['initiatedAt', 'processedAt'],
    'bracketed',
    (client) => read(client, '/v1/anonymization/request/062f0b37-4de0-40f2-95a4-641435cb2869'),
  ],
  ['listed messages', ['createdAt'], 'bracketed', (client) => read(client, `${closed}/messages`)],
  ['activities', ['activityTimestamp'], 'bracketed', (client) => read(client, `${closed}/activitylog`)],
  [
    'activities of all conversations',
    ['activityTimestamp'],
    'bracketed',
    (client) => read(client, '/v1/conversations/activitylog'),
  ],
  ['a new note', ['createdAt'], 'bracketed', (client) => post(client, `${open}/notes`, {message: 'Call back'})],
  [
    'new notes in bulk',
    ['createdAt'],
    'bracketed',
    (client) => post(client, `${open}/notes/bulk`, {data: [{message: 'Call back'}]}),
  ],
  [
    'definitions of custom attributes',
    ['createdAt', 'updatedAt'],
    'bracketed',
    (client) => read(client, '/v1/custom-attributes'),
  ],
  [
    'a conversation',
    ['createdAt', 'stateUpdatedAt', 'assignedAt', 'queuedAt'],
    'seconds',
    (client) => read(client, closed),
  ],
  [
    'conversations in a list',
    ['createdAt', 'stateUpdatedAt', 'assignedAt', 'queuedAt'],
    'seconds',
    (client) => read(client, `/v1/endusers/${seeded.ada}/conversations`),
  ],
  ['an end user', ['createdAt'], 'seconds', (client) => post(client, '/v1/endusers', {})],
  ['end users', ['createdAt'], 'seconds', (client) => read(client, '/v1/endusers')],
  [
    'an agent',
    ['createdAt'],
    'seconds',
    (client) => post(client, '/v1/agents', {displayName: 'Uli Agent', email: 'uli.agent@example.org'}),
  ],
  ['agents', ['createdAt'], 'seconds', (client) => read(client, '/v1/agents')],
  ['listed notes', ['createdAt'], 'seconds', (client) => read(client, `${closed}/notes`)],
  [
    'an offer',
    ['offeredAt'],
    'seconds',
    (client) => post(client, `${closed}/ratings/offer`, {ratingType: 'Nps', agentId: seeded.kim}),
  ],
  ['a result', ['submittedAt'], 'seconds', (client) => post(client, `${closed}/ratings/${offered}/submit`, result)],
  [
    'ratings',
    ['offered_at', 'rated_at'],
    'seconds',
    async (client) => {
      await post(client, `${closed}/ratings/${offered}/submit`, result);
      await offer(client);
      return read(client, `${closed}/ratings`);
    },
  ],
  ['a subscription', ['createdAt', 'updatedAt'], 'seconds', (client) => subscribe(client)],
  [
    'a new message',
    ['createdAt'],
    'milliseconds',
    (client) => post(client, `${open}/messages`, {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}}),
  ],
  [
    'a place in a queue',
    ['queuedAt'],
    'milliseconds',
    (client) => read(client, `/v1/queues/conversation-position/${seeded.open}`),
  ],
  [
    'a delivery',
    ['deliveryTimestamp'],
    'milliseconds',
    async (client) => {
      const subscription = await subscribe(client);
      await client.call('PUT', `${open}/close`);
      return deliveryLog(client, subscription, 'ConversationClosed');
    },
  ],
  [
    'webhooks',
    ['event_timestamp', 'created_at'],
    'milliseconds',
    async (client) => {
      await subscribe(client);
      await post(client, `${open}/notes`, {message: 'Call back'});
      await post(client, `${open}/messages`, {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}});
      return sentEvents(client);
    },
  ],
];

it.each(rows)('DIXA-20 spells %s (%j) %s, and without brackets where those are off', async (_, names, how, ask) => {
  for (const dates of ['documented', 'plain'] as const) {
    const client = dixaClient({behaviours: {'dixa.dates': dates}});
    const times = timesOf(await ask(client));
    expect([...new Set(times.map(([name]) => name))].sort()).toEqual([...names].sort());
    const expected = dates === 'plain' && how === 'bracketed' ? 'milliseconds' : how;
    for (const [name, time] of times) expect(time, name).toMatch(spellings[expected]);
  }
});
