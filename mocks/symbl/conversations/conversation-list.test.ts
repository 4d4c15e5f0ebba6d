import {describe, expect, it} from 'vitest';
import type {components} from '../../../specs/symbl/generated/index.js';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {otherApp, process, said, seeded, signedIn, submit, tokenOf, tokenRefused} from '../test-support.js';

type Conversations = components['schemas']['Conversations'];

/** A query as it stands in an address. */
function written(query: Record<string, string | number>): string {
  return new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, `${value}`]),
  ).toString();
}

/** The ids in a list, in its order. */
async function list(client: VendorClient, query: Record<string, string | number> = {}): Promise<string[]> {
  const text = written(query);
  const answer = await client.call('GET', `/v1/conversations${text === '' ? '' : `?${text}`}`);
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as Conversations).conversations.map(({id}) => id);
}

/** Since before all that the seed holds. */
const always = {startTime: '2020-01-01T00:00:00.000Z'};
const everything = [
  '6749556955938816',
  '5815170693595136',
  seeded.labelled,
  seeded.others,
  seeded.page,
  '6194229873033216',
  seeded.ada,
  seeded.noor,
];

describe('the list of conversations', () => {
  it('SYMBL-83 shows each as it is shown alone, in clear, whatever `redact` says', async () => {
    const client = await signedIn();
    for (const query of ['', '&redact=true', '&redact=perhaps&undefined']) {
      const {body} = await client.call('GET', `/v1/conversations?startTime=2020-01-01T00:00:00Z${query}`);
      const {conversations} = body as Conversations;
      expect(conversations.map(({id}) => id)).toEqual(everything);
      for (const conversation of conversations) {
        expect(conversation).toEqual((await client.call('GET', `/v1/conversations/${conversation.id}`)).body);
      }
      expect(JSON.stringify(conversations)).toContain('ada@example.com');
    }
  });

  it('reaches back seven days from now, or from the end that is asked for', async () => {
    const client = await signedIn();
    expect(await list(client)).toEqual([seeded.ada, seeded.noor]);
    client.advance(2 * 86_400_000);
    client.authorization = `Bearer ${await tokenOf(client)}`;
    expect(await list(client)).toEqual([seeded.noor]);
    expect(await list(client, {endTime: '2021-07-30T16:31:29.798Z'})).toEqual([seeded.others]);
    expect(await list(client, {endTime: '2021-07-30T16:31:29.799Z'})).toEqual([]);
  });

  it('begins and ends where it is asked to, on the instant', async () => {
    const client = await signedIn();
    const [startTime, endTime] = ['2021-07-23T16:31:29.798Z', '2021-07-23T16:32:20.826Z'];
    expect(await list(client, {startTime, endTime})).toEqual([seeded.others]);
    expect(await list(client, {startTime: '2021-07-23T18:31:29.798+02:00', endTime})).toEqual([seeded.others]);
    expect(await list(client, {startTime: '2021-07-23T16:31:29.799Z', endTime})).toEqual([]);
    expect(await list(client, {startTime, endTime: '2021-07-23T16:32:20.825Z'})).toEqual([]);
  });

  it('takes times for UTC that have no offset, wherever the stand-in runs', async () => {
    const client = await signedIn();
    const endTime = '2021-07-23T16:32:20.826Z';
    expect(await list(client, {startTime: '2021-07-23T16:31:29.798', endTime})).toEqual([seeded.others]);
    expect(await list(client, {startTime: '2021-07-23T16:31:29.799', endTime})).toEqual([]);
    expect(await list(client, {startTime: '2021-07-23', endTime})).toEqual([seeded.others]);
    expect(await list(client, {startTime: '2021-07-24', endTime: '2021-07-25'})).toEqual([]);
  });

  it('has what was handed over just now, though its made-up times reach beyond', async () => {
    const client = await signedIn();
    const id = await process(client, ['A text that takes a while to say.']);
    expect((await list(client)).at(-1)).toBe(id);
    const {conversationId} = await submit(client, [said('Later.')]);
    expect((await list(client)).toSorted()).toEqual([seeded.ada, seeded.noor, id, conversationId].toSorted());
  });

  it('comes in pages of twenty, unless another size is asked for', async () => {
    const client = await signedIn();
    expect(await list(client, {...always, limit: 3})).toEqual(everything.slice(0, 3));
    expect(await list(client, {...always, limit: 3, offset: 3})).toEqual(everything.slice(3, 6));
    expect(await list(client, {...always, limit: 3, offset: 7})).toEqual(everything.slice(7));
    expect(await list(client, {...always, limit: 3, offset: 100_000})).toEqual([]);
    expect(await list(client, {...always, limit: 0})).toEqual([]);
    expect(await list(client, {...always, limit: 65_536})).toEqual(everything);
    for (let i = 0; i < 15; i++) await process(client, ['Hello.']);
    expect(await list(client, always)).toHaveLength(20);
    expect(await list(client, {...always, limit: 100})).toHaveLength(23);
  });

  it('is ordered by start, either way', async () => {
    const client = await signedIn();
    expect(await list(client, {...always, order: 'asc'})).toEqual(everything);
    expect(await list(client, {...always, order: 'desc'})).toEqual(everything.toReversed());
    expect(await list(client, {...always, order: 'desc', limit: 2, offset: 1})).toEqual(
      everything.toReversed().slice(1, 3),
    );
  });

  it('is ordered by the fields that are asked for', async () => {
    const client = await signedIn();
    const names = async (query: Record<string, string>) => {
      const text = new URLSearchParams({...always, ...query}).toString();
      const {body} = await client.call('GET', `/v1/conversations?${text}`);
      return (body as Conversations).conversations.map(({name}) => name);
    };
    const sorted = (await names({})).toSorted();
    expect(await names({sort: 'conversation.name'})).toEqual(sorted);
    expect(await names({sort: 'conversation.name', order: 'desc'})).toEqual(sorted.toReversed());
    expect(await names({sort: 'conversation.name', limit: '2', offset: '2'})).toEqual(sorted.slice(2, 4));
    expect(await names({sort: 'conversation.type, conversation.name'})).toEqual(sorted);
    expect(await list(client, {...always, sort: 'conversation.metadata.agentId'})).toEqual([
      ...everything.filter((id) => ![seeded.labelled, seeded.ada, seeded.noor].includes(id)),
      seeded.labelled,
      seeded.ada,
      seeded.noor,
    ]);
  });

  it('SYMBL-13 SYMBL-81 has the account’s own, without those that are deleted', async () => {
    const client = await signedIn();
    await client.call('DELETE', `/v1/conversations/${seeded.ada}`);
    expect(await list(client, always)).toEqual(everything.filter((id) => id !== seeded.ada));
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect(await list(client, always)).toEqual([seeded.foreign]);
  });

  it.each([
    [{limit: -1}, '"limit" must be greater than or equal to 0'],
    [{limit: 65_537}, '"limit" must be less than or equal to 65536'],
    [{limit: 'all'}, '"limit" must be a number'],
    [{limit: 1.5}, '"limit" must be a number'],
    [{offset: -1}, '"offset" must be greater than or equal to 0'],
    [{order: 'up'}, '"order" must be one of [asc, desc]'],
    [{startTime: 'yesterday'}, '"startTime" must be in ISO 8601 date format'],
    [{startTime: '5'}, '"startTime" must be in ISO 8601 date format'],
    [{startTime: '23 July 2021'}, '"startTime" must be in ISO 8601 date format'],
    [{endTime: ''}, '"endTime" must be in ISO 8601 date format'],
    [{startTime: '2021-08-02T00:00:00Z', endTime: '2021-08-01T00:00:00Z'}, '"startTime" must be less than "endTime"'],
    [{sort: 'name'}, '"sort" must name conversation fields'],
    [{sort: 'conversation.members'}, '"sort" must name conversation fields'],
    [{sort: ''}, '"sort" must name conversation fields'],
  ])('refuses %j', async (query, message) => {
    const client = await signedIn();
    expect(await client.call('GET', `/v1/conversations?${written(query)}`)).toMatchObject({
      status: 400,
      body: {message},
    });
  });

  it('SYMBL-9 SYMBL-12 wants a token first', async () => {
    const answer = await (await signedIn()).call('GET', '/v1/conversations?limit=-1', {authorization: null});
    expect(answer).toMatchObject({status: 401, body: tokenRefused});
  });
});

describe('a filter', () => {
  it.each([
    ['conversation.metadata.agentId==johndoe', [seeded.labelled]],
    ['conversation.metadata.agentId == "kim" and conversation.metadata.topic==invoice', [seeded.noor]],
    ["conversation.name=='Team meeting'", [seeded.page]],
    ['conversation.id==4549300882243584', [seeded.others]],
    ['conversation.type==meeting;conversation.metadata.label==Business', [seeded.others]],
    ['conversation.metadata.topic=in=(parcel,invoice)', [seeded.ada, seeded.noor]],
    ['conversation.metadata.agentId=in=kim;conversation.metadata.topic!=parcel', [seeded.noor]],
    [
      'conversation.metadata.agentId=out=(johndoe);conversation.metadata.topic=out=(invoice,other)',
      everything.filter((id) => id !== seeded.labelled && id !== seeded.noor),
    ],
    ['conversation.startTime>=2025-12-30T10:15:00Z', [seeded.ada, seeded.noor]],
    ['conversation.startDate>2025-12-30T10:15:00Z', [seeded.noor]],
    ['conversation.startTime=lt=2020-07-11T00:00:00.000Z', ['6749556955938816']],
    ['conversation.endTime=le=2020-07-10T11:16:26.724Z', ['6749556955938816']],
    [
      'conversation.startTime>2021-01-01T00:00:00Z;conversation.startTime<2022-01-01T00:00:00Z;conversation.metadata.agentId==johndoe',
      [seeded.labelled],
    ],
    ['conversation.name=gt=N;conversation.name=ge=T', [seeded.page]],
    ['(conversation.metadata.agentId==kim)', [seeded.ada, seeded.noor]],
    ['conversation.metadata.toString=gt=a', []],
  ])('narrows the list down: %s', async (filter, expected) => {
    expect(await list(await signedIn(), {...always, filter})).toEqual(expected);
  });

  it('counts before the page is cut, and inside the time that is asked for', async () => {
    const client = await signedIn();
    const filter = 'conversation.metadata.agentId==kim';
    expect(await list(client, {...always, filter, limit: 1, offset: 1})).toEqual([seeded.noor]);
    expect(await list(client, {...always, filter, limit: 1, order: 'desc'})).toEqual([seeded.noor]);
    expect(await list(client, {filter: 'conversation.metadata.agentId==johndoe'})).toEqual([]);
  });

  it.each([
    '',
    'conversation.name',
    'conversation.name==',
    'name==Sync',
    'conversation.members==x',
    'conversation.name==a,conversation.name==b',
    'conversation.name==a or conversation.type==b',
    'conversation.name==a;conversation.type==b;conversation.metadata.x==c',
    'conversation.name==(a,b)',
    'conversation.name=like=a',
    'conversation.startTime>yesterday',
    'conversation.startTime>5',
    'conversation.name=="open',
    '((conversation.name==a)',
    '__proto__==x',
  ])('is refused when it is none, has an OR, or speaks of three fields: %s', async (filter) => {
    const client = await signedIn();
    const answer = await client.call('GET', `/v1/conversations?filter=${encodeURIComponent(filter)}`);
    expect(answer).toMatchObject({
      status: 400,
      body: {message: '"filter" must be an RSQL expression without OR, on two parameters at most'},
    });
  });
});
