import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {clientWith, conversation, decodingFailure, dixaClient, read, seeded} from '../test-support.js';

const log = '/v1/conversations/activitylog';

interface Page {
  readonly data: readonly {readonly id: string; readonly conversationId: number; readonly _type: string}[];
  readonly meta?: {readonly next?: string};
}

async function page(client: VendorClient, path: string): Promise<Page> {
  const answer = await client.call('GET', path);
  expect(answer.status).toBe(200);
  return answer.body as Page;
}

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** One entry a day from 1 January 2025 on, of two conversations in turn. */
function withEntries(count: number): VendorClient {
  const activities = Array.from({length: count}, (_, index) => ({
    id: idOf(index + 1),
    conversationId: (index % 2) + 1,
    activityTimestamp: new Date(Date.UTC(2025, 0, index + 1)).toISOString(),
    _type: 'ConversationReopened',
  }));
  // The newest first, to show that the order is made.
  return clientWith({conversations: [conversation(1), conversation(2)], activities: activities.reverse()});
}

const numbersOf = ({data}: Page) => data.map(({id}) => Number(id.slice(-12)));

describe('GET /conversations/activitylog', () => {
  it('lists what happened to all conversations, the oldest first', async () => {
    const client = withEntries(4);
    const all = await page(client, log);
    expect(numbersOf(all)).toEqual([1, 2, 3, 4]);
    expect(all.data.map(({conversationId}) => conversationId)).toEqual([1, 2, 1, 2]);
    await client.call('PUT', '/v1/conversations/1/reopen');
    expect((await page(client, log)).data.at(-1)).toMatchObject({conversationId: 1, _type: 'ConversationReopened'});
  });

  it('DIXA-20 spells its times as printed, or plainly where the switch says so', async () => {
    const path = `${log}?pageLimit=1`;
    expect((await page(dixaClient(), path)).data).toMatchObject([{activityTimestamp: '2021-11-30T09:41:43.000Z[GMT]'}]);
    const plain = dixaClient({behaviours: {'dixa.dates': 'plain'}});
    expect((await page(plain, path)).data).toMatchObject([{activityTimestamp: '2021-11-30T09:41:43.000Z'}]);
  });

  it('goes back to before 1970, in order', async () => {
    const times = ['1969-12-31T23:59:58Z', '1969-12-31T23:59:59Z', '1970-01-01T00:00:00Z', '1900-01-01T00:00:00Z'];
    const activities = times.map((activityTimestamp, index) => ({
      ...{id: idOf(index + 1), conversationId: 1, _type: 'ConversationReopened'},
      activityTimestamp,
    }));
    const client = clientWith({conversations: [conversation(1)], activities});
    expect(numbersOf(await page(client, log))).toEqual([4, 1, 2, 3]);
    expect(numbersOf(await page(client, `${log}?toDatetime=1969-12-31T23:59:58Z`))).toEqual([4, 1]);
    expect(numbersOf(await page(client, `${log}?fromDatetime=1969-12-31T23:59:59Z`))).toEqual([2, 3]);
  });

  it.each([
    ['fromDatetime=2025-01-03T00:00:00Z', [3, 4, 5]],
    ['fromDatetime=2025-01-03T00:00:00.001Z', [4, 5]],
    ['toDatetime=2025-01-03T00:00:00.000Z', [1, 2, 3]],
    ['toDatetime=2025-01-02T23:59:59.999Z[GMT]', [1, 2]],
    ['fromDatetime=2025-01-02T00:00:00Z&toDatetime=2025-01-04T00:00:00Z', [2, 3, 4]],
    ['fromDatetime=2025-01-04T00:00:00Z&toDatetime=2025-01-04T00:00:00Z', [4]],
    ['fromDatetime=2026-01-01T00:00:00Z', []],
    ['fromDatetime=2025-01-03T02:00:00%2B02:00&toDatetime=2025-01-03T00:00:00Z', [3]],
  ])('takes times, both inclusive (%s)', async (query, expected) => {
    expect(numbersOf(await page(withEntries(5), `${log}?${query}`))).toEqual(expected);
  });

  it.each([
    'fromDatetime=2025-01-03',
    'fromDatetime=yesterday',
    'toDatetime=',
    'toDatetime=2021-12-31T23:59:60Z',
    'fromDatetime=2025-01-04T00:00:00Z&toDatetime=2025-01-03T00:00:00Z',
    'fromDatetime=2025-01-04T00:00:00Z&fromDatetime=2025-01-04T00:00:00Z',
  ])('DIXA-9 refuses %s', async (query) => {
    expect(await dixaClient().call('GET', `${log}?${query}`)).toMatchObject({status: 400, body: decodingFailure});
  });

  it.each(['v1', 'beta'])('DIXA-23 leads from page to page by a relative link (%s)', async (version) => {
    const client = withEntries(5);
    const path = log.replace('v1', version);
    const first = await page(client, `${path}?pageLimit=2`);
    expect(numbersOf(first)).toEqual([1, 2]);
    expect(first.meta?.next?.startsWith(`${path}?pageKey=`)).toBe(true);
    const second = await page(client, first.meta?.next as string);
    expect(numbersOf(second)).toEqual([3, 4]);
    const third = await page(client, second.meta?.next as string);
    expect(numbersOf(third)).toEqual([5]);
    expect(third).not.toHaveProperty('meta');
  });

  it('DIXA-23 DIXA-24 has keys that remember the times, whether they are sent again or not', async () => {
    const client = withEntries(6);
    const times = 'fromDatetime=2025-01-02T00:00:00Z&toDatetime=2025-01-05T00:00:00Z';
    const first = await page(client, `${log}?${times}&pageLimit=2`);
    const next = first.meta?.next as string;
    expect(numbersOf(await page(client, next))).toEqual([4, 5]);
    expect(await page(client, next)).not.toHaveProperty('meta');
    expect(numbersOf(await page(client, `${next}&${times}`))).toEqual([4, 5]);
  });

  it('DIXA-24 goes on where it ended while entries are added', async () => {
    const client = withEntries(3);
    const first = await page(client, `${log}?pageLimit=2`);
    await client.call('PUT', '/v1/conversations/1/reopen');
    expect(numbersOf(await page(client, first.meta?.next as string))).toContain(3);
  });

  it.each(['abc', btoa('pageLimit=0&offset=0'), btoa('pageLimit=2&offset=0&fromDatetime=yesterday')])(
    'DIXA-24 refuses the key %s',
    async (key) => {
      const answer = await dixaClient().call('GET', `${log}?pageKey=${encodeURIComponent(key)}`);
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    },
  );

  it('DIXA-25 holds fifty entries by default, and as many as are asked for', async () => {
    const client = withEntries(60);
    expect((await page(client, log)).data).toHaveLength(50);
    expect((await page(client, `${log}?pageLimit=60`)).data).toHaveLength(60);
    expect(await page(client, `${log}?pageLimit=60`)).not.toHaveProperty('meta');
  });

  it.each(['0', '-1', 'ten', ''])('DIXA-25 refuses pageLimit=%s', async (limit) => {
    expect(await dixaClient().call('GET', `${log}?pageLimit=${limit}`)).toMatchObject({
      status: 400,
      body: decodingFailure,
    });
  });

  it('DIXA-26 takes a key with another limit', async () => {
    const client = withEntries(6);
    const first = await page(client, `${log}?pageLimit=2`);
    expect(numbersOf(await page(client, `${first.meta?.next as string}&pageLimit=3`))).toEqual([3, 4, 5]);
  });

  it('DIXA-25 answers the ten thousand entries that a published tap asks for', async () => {
    const query = 'fromDatetime=2021-08-03T00:00:00Z&toDatetime=2026-08-03T00:00:00Z&pageLimit=10000';
    const {data} = await page(dixaClient(), `${log}?${query}`);
    expect(data).toMatchObject([{conversationId: seeded.closed}, {conversationId: seeded.closed}]);
  });
});

it('DIXA-78 every call that changes a conversation stands in the log', async () => {
  const client = dixaClient();
  const content = {_type: 'Text', value: 'Hello'};
  const opening = {
    ...{_type: 'Email', requesterId: seeded.ada, emailIntegrationId: 'support@email.dixa.io', subject: 'Hello'},
    message: {_type: 'Inbound', content},
  };
  const created = await client.call('POST', '/v1/conversations', {body: opening});
  const path = `/v1/conversations/${(created.body as {data: {id: number}}).data.id}`;
  const tag = 'b794a74a-625b-4303-8237-9b11668a9605';
  const calls: readonly (readonly [string, string, object?])[] = [
    ['POST', '/messages', {_type: 'Outbound', agentId: seeded.kim, content}],
    ['POST', '/notes', {message: 'x'}],
    ['PUT', `/tags/${tag}`],
    ['DELETE', `/tags/${tag}`],
    ['PUT', '/claim', {agentId: seeded.kim}],
    ['PUT', '/transfer/queue', {queueId: seeded.billing}],
    ['PATCH', '/custom-attributes', {'2f5515b6-7e98-4f4d-9010-bfd2a27d4f35': 'x'}],
    ['POST', '/ratings/offer', {ratingType: 'Csat', agentId: seeded.kim}],
    ['PUT', '/link', {parentId: seeded.other, linkType: 'Related'}],
    ['PUT', '/close'],
    ['PUT', '/reopen'],
    ['PUT', '/followup', {timestamp: '2026-02-01T00:00:00Z'}],
  ];
  for (const [method, rest, body] of calls) {
    expect((await client.call(method, path + rest, {...(body && {body})})).status, rest).toBeLessThan(300);
  }
  const entries = await read<{_type: string; activityType: string}[]>(client, `${path}/activitylog`);
  expect(entries.map(({_type}) => _type)).toEqual([
    'ConversationCreatedByCustomer',
    'MessageAddedByCustomer',
    'MessageAddedByAgent',
    'NoteAdded',
    'TagAdded',
    'TagRemoved',
    'ConversationClaimed',
    'TransferInitiated',
    'TransferSuccessful',
    'ConversationCustomAttributesUpdated',
    'ConversationRatingOffered',
    'ConversationLinkedToParent',
    'ConversationClosed',
    'ConversationReopened',
    'ConversationPending',
    'FollowupAdded',
  ]);
  for (const {_type, activityType} of entries) expect(activityType).toBe(`${_type}ActivityType`);
});
