/** Lists of agents and of end users: their order, their pages, and who is found by which filter. */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, clientWith, decodingFailure, dixaClient, endUser, read, seeded, stateOf} from '../test-support.js';

interface Page {
  readonly data: readonly {readonly id: string}[];
  readonly meta?: {readonly next?: string};
}

async function page(client: VendorClient, path: string): Promise<Page> {
  const answer = await client.call('GET', path);
  expect(answer.status).toBe(200);
  return answer.body as Page;
}

const idsOf = ({data}: Page) => data.map(({id}) => id);

/** The nth of many people, the first one the oldest. */
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A sandbox with that many people of a kind, all of whom share an external id where they can. */
function withPeople(kind: 'agents' | 'endusers', count: number): VendorClient {
  const people = Array.from({length: count}, (_, n) => ({
    id: id(n + 1),
    createdAt: new Date(Date.UTC(2025, 0, 1) + n * aDay).toISOString(),
    displayName: `Person ${n + 1}`,
    email: `person-${n + 1}@customer.example`,
    ...(kind === 'endusers' && {externalId: 'shared'}),
  }));
  return clientWith(kind === 'agents' ? {agents: people} : {endUsers: people});
}

// The sandbox's own credentials bring one agent, who is older.
describe.each([
  ['agents', [seeded.admin]],
  ['endusers', []],
] as const)('GET /%s', (kind, before) => {
  const list = `/v1/${kind}`;

  it('DIXA-23 leads from page to page, the oldest first, and ends without meta', async () => {
    const client = withPeople(kind, 5 - before.length);
    const all = [...before, ...[1, 2, 3, 4, 5].slice(0, 5 - before.length).map(id)];
    const first = await page(client, `${list}?pageLimit=2`);
    const second = await page(client, first.meta?.next as string);
    const third = await page(client, second.meta?.next as string);
    expect([first, second, third].map(idsOf)).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
    expect(third).not.toHaveProperty('meta');
  });

  it.each(['v1', 'beta'])('DIXA-23 links within its version (%s)', async (version) => {
    const {meta} = await page(withPeople(kind, 3), `/${version}/${kind}?pageLimit=1`);
    expect(meta?.next?.startsWith(`/${version}/${kind}?pageKey=`)).toBe(true);
  });

  it('DIXA-24 takes a key back and refuses one that does not decode', async () => {
    const client = withPeople(kind, 3);
    const {meta} = await page(client, `${list}?pageLimit=1`);
    expect((await page(client, `${meta?.next as string}:`)).data).toHaveLength(1);
    for (const key of ['', 'abc', btoa('offset=2')]) {
      const answer = await client.call('GET', `${list}?pageKey=${key}`);
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    }
  });

  it('DIXA-25 holds fifty by default and refuses less than one', async () => {
    const client = withPeople(kind, 51);
    const {data, meta} = await page(client, list);
    expect(data).toHaveLength(50);
    expect(meta?.next).toBeDefined();
    for (const limit of ['0', '-1', 'ten', '']) {
      const answer = await client.call('GET', `${list}?pageLimit=${limit}`);
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    }
  });

  it('DIXA-26 goes on where it ended, also with another limit', async () => {
    const client = withPeople(kind, 7);
    const first = await page(client, `${list}?pageLimit=2`);
    const second = await page(client, `${first.meta?.next as string}&pageLimit=3`);
    const whole = await page(client, list);
    expect(idsOf(second)).toEqual(idsOf(whole).slice(2, 5));
  });

  it('lists who was created at the same instant in order', async () => {
    const client = clientWith({agents: [], endUsers: []});
    const names = ['Zoe', 'Anna', 'Mara', 'Bela'];
    for (const name of names) {
      const body = {displayName: name, email: `${name.toLowerCase()}@customer.example`};
      expect((await client.call('POST', list, {body})).status).toBe(201);
    }
    const listed = await read<{displayName: string}[]>(client, list);
    expect(listed.map(({displayName}) => displayName).filter((name) => names.includes(name))).toEqual(names);
  });

  it.each([
    ['email', 'person-2@customer.example', [id(2)]],
    ['email', 'PERSON-2@customer.example', []],
    ['email', '', []],
    ['email', 'nobody@customer.example', []],
    ['phone', '+15555550142', [id(9)]],
    ['phone', '+15555550143', []],
  ] as const)('DIXA-84 finds by %s=%s', async (filter, value, found) => {
    const person = {
      ...endUser(id(9)),
      displayName: 'Nine',
      email: 'nine@customer.example',
      phoneNumber: '+15555550142',
    };
    const people = [{...endUser(id(2)), displayName: 'Two', email: 'person-2@customer.example'}, person];
    const client = clientWith(kind === 'agents' ? {agents: people} : {endUsers: people});
    const answer = await page(client, `${list}?${filter}=${encodeURIComponent(value)}`);
    expect(answer).toEqual({data: found.map((one) => expect.objectContaining({id: one}) as object)});
  });

  it('DIXA-84 refuses two filters, even empty ones', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    for (const query of ['email=a&phone=b', 'email=&phone=', 'phone=b&email=ada@example.com']) {
      const answer = await client.call('GET', `${list}?${query}`);
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-11 DIXA-84 ignores phoneNumber and page', async () => {
    const client = dixaClient();
    const whole = await page(client, list);
    expect(await page(client, `${list}?page=7&phoneNumber=%2B12025550143`)).toEqual(whole);
  });
});

describe('GET /endusers', () => {
  it('DIXA-84 finds by externalId, and its keys remember that', async () => {
    const client = withPeople('endusers', 4);
    const other = {body: {displayName: 'Other', externalId: 'other'}};
    expect((await client.call('POST', '/v1/endusers', other)).status).toBe(201);
    const first = await page(client, '/v1/endusers?externalId=shared&pageLimit=3');
    const next = first.meta?.next as string;
    // The link alone leads on, and so does the key beside the filter, which is how other clients do it.
    for (const path of [next, `${next}&externalId=shared`]) {
      expect(await page(client, path)).toEqual({data: [expect.objectContaining({id: id(4)})]});
    }
    for (const filter of ['email=a', 'phone=b', 'externalId=shared&email=a']) {
      expect((await client.call('GET', `${next}&${filter}`)).status).toBe(400);
    }
  });

  it.each(['email=a&externalId=b', 'phone=a&externalId=b', 'email=a&phone=b&externalId=c'])(
    'DIXA-84 refuses %s',
    async (query) => {
      const answer = await dixaClient().call('GET', `/v1/endusers?${query}`);
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    },
  );

  it('DIXA-85 leaves custom attributes to the single GET', async () => {
    const client = dixaClient();
    for (const path of ['/v1/endusers', '/v1/endusers?email=ada@example.com']) {
      const users = await read<object[]>(client, path);
      expect(users.length).toBeGreaterThan(0);
      for (const user of users) expect(user).not.toHaveProperty('customAttributes');
    }
    expect(await read(client, `/v1/endusers/${seeded.ada}`)).toMatchObject({customAttributes: [{value: 'premium'}]});
  });

  it.each(['email=ada@example.com', 'phone=%2B12025550143', 'externalId=customer-4711'])(
    'DIXA-47 finds an anonymized end user no more by %s',
    async (filter) => {
      const client = dixaClient();
      const path = `/v1/endusers?${filter}`;
      await client.call('PATCH', `/v1/endusers/${seeded.ada}/anonymize?force=true`);
      expect(idsOf(await page(client, path))).toEqual([seeded.ada]);
      client.advance(aDay);
      expect(await page(client, path)).toEqual({data: []});
    },
  );

  it('DIXA-45 still lists an anonymized end user, with nothing personal', async () => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/endusers/${seeded.ada}/anonymize?force=true`);
    client.advance(aDay);
    expect((await page(client, '/v1/endusers')).data).toContainEqual({
      id: seeded.ada,
      createdAt: '2020-12-16T09:41:43Z',
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
    });
  });

  it('masks the filter in the journal, also inside a page key', async () => {
    const client = withPeople('endusers', 3);
    const {meta} = await page(client, '/v1/endusers?externalId=shared&pageLimit=1');
    await page(client, meta?.next as string);
    const journal = JSON.stringify(await client.journal());
    expect(journal).not.toContain('shared');
    const key = decodeURIComponent((meta?.next as string).split('pageKey=')[1] as string);
    expect(journal).not.toContain(key);
  });
});
