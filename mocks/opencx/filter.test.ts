import {describe, expect, it} from 'vitest';
import type {Session} from './entities.js';
import {opencx} from './index.js';
import {
  aWhile,
  clientWith,
  invalid,
  keys,
  opencxClient,
  openSession,
  post,
  read,
  seeded,
  send,
  stateOf,
} from './test-support.js';

interface Answer {
  readonly data: readonly {readonly id: string}[];
  readonly page: number;
  readonly limit: number;
  readonly has_next: boolean;
  readonly has_previous: boolean;
}

const filter = (client: ReturnType<typeof opencxClient>, body: object) =>
  post<Answer>(client, '/chat/sessions/filter', body);
const namesOf = ({data}: Answer) =>
  data.map(({id}) => Object.entries(seeded).find(([name, one]) => one === id && name !== 'message')?.[0]);

describe('POST /chat/sessions/filter', () => {
  it('OPENCX-63 has an envelope of its own, and the sessions that the list has', async () => {
    const client = opencxClient();
    const answer = await filter(client, {});
    expect(answer).toMatchObject({page: 1, limit: 25, has_next: false, has_previous: false});
    expect(Object.keys(answer).sort()).toEqual(['data', 'has_next', 'has_previous', 'limit', 'page']);
    expect(answer).not.toHaveProperty('items');
    const {items} = await read<{items: unknown}>(client, '/chat/sessions');
    expect(answer.data).toEqual(items);
  });

  it.each([
    [{}, ['session', 'other', 'empty', 'closed']],
    [{statuses: ['closed_resolved']}, ['closed']],
    [{channels: ['whatsapp', 'email']}, ['other', 'closed']],
    [{channels: []}, []],
    [{sentiments: ['happy', 'neutral']}, ['other', 'closed']],
    [{assignee_ids: ['17']}, ['session']],
    [{team_ids: ['0d9b8f5e-6a4c-4f0b-8f6e-3f1f0a6d2c44']}, ['session']],
    [{contact_ids: [seeded.ada]}, ['session', 'closed']],
    [{contact_ids: [seeded.foreignAda]}, []],
    [{languages: ['en']}, ['session', 'other', 'closed']],
    [{custom_data: {order_id: 'ord_123', vip: true}}, ['session']],
    [{custom_data: {order_id: 'ord_123', vip: 'true'}}, []],
    [{tags: ['urgent']}, []],
    [{created_after: '2026-01-02T10:00:00Z'}, ['session', 'empty']],
    [{updated_before: '2026-01-03T08:00:00Z'}, ['closed']],
    [{statuses: ['open'], languages: ['en'], contact_ids: [seeded.ada, seeded.noor]}, ['session', 'other']],
    [{statuses: ['open'], moon_phase: 'full'}, ['session', 'other', 'empty']],
  ])('OPENCX-63 filters %j', async (filters, names) => {
    expect(namesOf(await filter(opencxClient(), {filters}))).toEqual(names);
  });

  it('OPENCX-63 filters by tags that a seed gives', async () => {
    const sessions = (opencx.seed.sessions ?? []) as unknown as readonly Session[];
    const client = clientWith({
      sessions: sessions.map((one, at) => ({...one, tags: at === 1 ? ['urgent', 'vip'] : []})),
    });
    const answer = await filter(client, {filters: {tags: ['vip', 'other']}});
    expect(namesOf(answer)).toEqual(['closed']);
    expect(answer.data[0]).not.toHaveProperty('tags');
  });

  it.each([
    [{}, ['session', 'other', 'empty', 'closed']],
    [{sort_order: 'asc'}, ['closed', 'empty', 'other', 'session']],
    [{sort_by: 'created_at'}, ['session', 'empty', 'closed', 'other']],
    [{sort_by: 'created_at', sort_order: 'asc'}, ['other', 'closed', 'empty', 'session']],
  ])('OPENCX-63 sorts %j', async (order, names) => {
    expect(namesOf(await filter(opencxClient(), order))).toEqual(names);
  });

  it('OPENCX-63 the last message decides the order, not the last change', async () => {
    const client = opencxClient();
    client.advance(aWhile);
    await client.call('PATCH', `/chat/sessions/${seeded.closed}`, {body: {status: 'open'}});
    expect(namesOf(await filter(client, {}))[0]).toBe('session');
    await send(client, seeded.other, 'And where is it now?');
    expect(namesOf(await filter(client, {}))[0]).toBe('other');
  });

  it('OPENCX-63 goes by number of page, over what fits alone', async () => {
    const client = opencxClient();
    const pages = [1, 2, 3, 1_000_000].map(async (page) => {
      const answer = await filter(client, {filters: {statuses: ['open']}, page, limit: 2});
      return [namesOf(answer), answer.page, answer.limit, answer.has_next, answer.has_previous];
    });
    expect(await Promise.all(pages)).toEqual([
      [['session', 'other'], 1, 2, true, false],
      [['empty'], 2, 2, false, true],
      [[], 3, 2, false, true],
      [[], 1_000_000, 2, false, true],
    ]);
  });

  it('OPENCX-63 knows the last page for the last even when it is full', async () => {
    const client = opencxClient();
    expect(await filter(client, {page: 1, limit: 4})).toMatchObject({data: {length: 4}, has_next: false});
    expect(await filter(client, {page: 2, limit: 2})).toMatchObject({data: {length: 2}, has_next: false});
    expect(await filter(client, {page: 3, limit: 1})).toMatchObject({data: {length: 1}, has_next: true});
  });

  it('OPENCX-63 takes 25 if nothing is said, and up to 100', async () => {
    const client = opencxClient();
    for (let count = 0; count < 126; count++) await openSession(client);
    expect((await filter(client, {})).data).toHaveLength(25);
    expect((await filter(client, {limit: 100})).data).toHaveLength(100);
    expect(await filter(client, {limit: 100, page: 2})).toMatchObject({has_next: false, data: {length: 30}});
  });

  it.each([
    [{limit: 0}, 'body/limit Too small: expected number to be >=1'],
    [{limit: 101}, 'body/limit Too big: expected number to be <=100'],
    [{limit: 1.5}, 'body/limit Invalid input: expected int, received number'],
    [{limit: '25'}, 'body/limit Invalid input: expected number, received string'],
    [{page: 0}, 'body/page Too small: expected number to be >=1'],
    [{sort_by: 'updated_at'}, 'body/sort_by Invalid option: expected one of "last_message_at"|"created_at"'],
    [{sort_order: 'up'}, 'body/sort_order Invalid option: expected one of "asc"|"desc"'],
    [{filters: []}, 'body/filters Invalid input: expected object, received array'],
    [{filters: {statuses: 'open'}}, 'body/filters/statuses Invalid input: expected array, received string'],
    [
      {filters: {sentiments: ['happy', 'sad']}},
      'body/filters/sentiments/1 Invalid option: expected one of "angry"|"happy"|"neutral"',
    ],
    [{filters: {created_after: 'soon'}}, 'body/filters/created_after Invalid ISO datetime'],
    [{filters: {updated_before: '2026-02-30T00:00:00Z'}}, 'body/filters/updated_before Invalid ISO datetime'],
    [{filters: {custom_data: {a: {}}}}, 'body/filters/custom_data/a Invalid input'],
  ])('OPENCX-63 refuses %j', async (body, message) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/chat/sessions/filter', {body});
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-67 holds the own organization’s sessions alone', async () => {
    const client = opencxClient({}, {authorization: keys.orgB});
    expect(namesOf(await filter(client, {}))).toEqual(['foreign']);
  });

  it('OPENCX-31 answers 200 by the older docs as well: it creates nothing', async () => {
    const answer = await opencxClient({docs_generation: 'G2'}).call('POST', '/chat/sessions/filter', {body: {}});
    expect(answer.status).toBe(200);
  });
});
