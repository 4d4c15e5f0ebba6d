import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {aDay, clientWith, conversation, dixaClient, endUser, invalidValue, seeded} from './test-support.js';

const list = `/v1/endusers/${seeded.ada}/conversations`;

interface Page {
  readonly data: readonly {readonly id: number}[];
  readonly meta?: {readonly next?: string};
}

async function page(client: VendorClient, path: string): Promise<Page> {
  const answer = await client.call('GET', path);
  expect(answer.status).toBe(200);
  return answer.body as Page;
}

/** Ada with this many conversations, 1 the oldest. */
function withConversations(count: number): VendorClient {
  const conversations = Array.from({length: count}, (_, index) =>
    conversation(index + 1, {createdAt: new Date(Date.UTC(2025, 0, 1) + index * aDay).toISOString()}),
  );
  return clientWith({endUsers: [endUser(seeded.ada)], conversations});
}

const idsOf = ({data}: Page) => data.map(({id}) => id);

describe('the conversations of an end user', () => {
  it('DIXA-88 stand newest first', async () => {
    expect(idsOf(await page(dixaClient(), list))).toEqual([10750, 10749]);
  });

  it('DIXA-88 stand by time even where times are spelled differently, and by number at the same time', async () => {
    const conversations = [
      conversation(2, {createdAt: '2025-01-02T00:00:00.500Z'}),
      conversation(3, {createdAt: '2025-01-02T00:00:00Z'}),
      conversation(4, {createdAt: '2025-01-02T02:00:00+02:00'}),
      conversation(10, {createdAt: '2025-01-02T00:00:00Z'}),
    ];
    const client = clientWith({endUsers: [endUser(seeded.ada)], conversations});
    expect(idsOf(await page(client, list))).toEqual([2, 10, 4, 3]);
  });

  it('DIXA-88 hold anonymized ones too', async () => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/conversations/${seeded.closed}/anonymize`);
    client.advance(aDay);
    expect((await page(client, list)).data).toMatchObject([
      {id: 10750, _type: 'ChatConversation'},
      {id: 10749, _type: 'AnonymizedConversation'},
    ]);
  });

  it('DIXA-85 leave custom attributes to the single GET', async () => {
    const client = dixaClient();
    for (const item of (await page(client, list)).data) expect(item).not.toHaveProperty('customAttributes');
    const {body} = await client.call('GET', `/v1/conversations/${seeded.closed}`);
    expect(body).toMatchObject({data: {customAttributes: [{identifier: 'order_number'}]}});
  });
});

describe('pages', () => {
  it.each(['v1', 'beta'])('DIXA-23 lead from one to the next by a relative link (%s)', async (version) => {
    const client = withConversations(5);
    const path = list.replace('v1', version);
    const first = await page(client, `${path}?pageLimit=2`);
    expect(idsOf(first)).toEqual([5, 4]);
    expect(first.meta?.next?.startsWith(`${path}?pageKey=`)).toBe(true);
    const second = await page(client, first.meta?.next as string);
    expect(idsOf(second)).toEqual([3, 2]);
    const third = await page(client, second.meta?.next as string);
    expect(third).toEqual({data: [expect.objectContaining({id: 1})]});
  });

  it.each([
    [4, 2],
    [1, 1],
    [0, 1],
    [50, 50],
  ])('DIXA-23 have no meta on the last one (%i in pages of %i)', async (count, limit) => {
    const client = withConversations(count);
    let path: string | undefined = `${list}?pageLimit=${limit}`;
    let last: Page | undefined;
    for (; path !== undefined; path = last.meta?.next) last = await page(client, path);
    expect(last).not.toHaveProperty('meta');
    expect(last?.data).toHaveLength(Math.min(count, limit));
  });

  it('DIXA-23 have a key whose characters are safe in a URL', async () => {
    const {meta} = await page(withConversations(3), `${list}?pageLimit=1`);
    expect(meta?.next?.split('?pageKey=')[1]).toMatch(/^[\w%.-]+$/);
  });

  it('DIXA-24 take a key back as it was given, also with the stray colon that the reference prints', async () => {
    const client = withConversations(3);
    const {meta} = await page(client, `${list}?pageLimit=1`);
    expect(idsOf(await page(client, meta?.next as string))).toEqual([2]);
    expect(idsOf(await page(client, `${meta?.next as string}:`))).toEqual([2]);
  });

  it('DIXA-24 take the key of the reference, which names the second page of fifty', async () => {
    const client = withConversations(51);
    expect(idsOf(await page(client, `${list}?pageKey=cGFnZUxpbWl0PTUwJnBhZ2U9MQ==`))).toEqual([1]);
  });

  it.each(['', 'abc', '%F0%9F%98%80', btoa('pageLimit=0&offset=0'), btoa('pageLimit=2&offset=-1'), btoa('offset=2')])(
    'DIXA-24 refuse the key %j',
    async (key) => {
      const answer = await dixaClient().call('GET', `${list}?pageKey=${key}`);
      expect(answer).toMatchObject({status: 400, body: invalidValue});
    },
  );

  it('DIXA-25 hold fifty by default', async () => {
    const {data, meta} = await page(withConversations(51), list);
    expect(data).toHaveLength(50);
    expect(meta?.next).toBeDefined();
  });

  it.each(['0', '-1', 'ten', '1.5', '', '2147483648'])('DIXA-25 refuse pageLimit=%s', async (limit) => {
    const answer = await dixaClient().call('GET', `${list}?pageLimit=${limit}`);
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });

  it('DIXA-26 go on where they ended, also with another limit', async () => {
    const client = withConversations(6);
    const first = await page(client, `${list}?pageLimit=2`);
    const second = await page(client, `${first.meta?.next as string}&pageLimit=3`);
    expect(idsOf(second)).toEqual([4, 3, 2]);
    expect(idsOf(await page(client, second.meta?.next as string))).toEqual([1]);
  });

  it('DIXA-11 know no page parameter', async () => {
    expect(idsOf(await page(dixaClient(), `${list}?page=2`))).toEqual([10750, 10749]);
  });
});
