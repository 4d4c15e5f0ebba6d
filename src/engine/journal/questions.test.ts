import {questionsOf} from '../desks.js';
import {beforeEach, describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import type {JournalFilter} from './filter.js';
import type {RequestPattern} from './pattern.js';

let client: VendorClient;

/** A person with two notes, one of them refused, a request to nowhere, and one of a caller whom nobody knows. */
beforeEach(async () => {
  client = new VendorClient(tinyVendor(), {authorization: `Bearer ${tinyToken('admin')}`});
  await client.call('POST', '/v1/notes', {
    body: {text: 'Anna likes milk', author: 'anna'},
    headers: {'x-trace': 'Anna'},
  });
  client.advance(60_000);
  await client.call('POST', '/v2/notes?quiet=true', {body: {text: 7}});
  await client.call('GET', '/v1/notes/seeded');
  await client.call('GET', '/v1/note/seeded');
  await client.call('POST', '/v1/notes', {body: {text: 'Anna likes milk'}, authorization: null});
});

const journal = async () => (await client.engine.sandbox('default')).journal;
const select = async (filter: JournalFilter) => questionsOf(client.engine).select(await journal(), filter);
const find = async (pattern: RequestPattern) => questionsOf(client.engine).find(await journal(), pattern);
const numbers = (entries: readonly {readonly id: string}[]) => entries.map(({id}) => Number(id.slice('req-'.length)));

describe('a filter chooses entries', () => {
  it.each<[JournalFilter, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{vendor: 'tiny'}, [1, 2, 3, 4, 5]],
    [{operation: 'createNote'}, [1, 2, 5]],
    [{method: 'get'}, [3, 4]],
    [{path: '/v1/notes/seeded'}, [3]],
    [{path: '/v1/note/seeded'}, [4]],
    [{status: '4xx'}, [2, 4, 5]],
    [{status: '4XX', operation: 'createNote'}, [2, 5]],
    [{status: 201}, [1]],
    [{kind: 'webhook'}, []],
    [{since: '2026-01-05T09:01:00Z'}, [2, 3, 4, 5]],
    [{until: '2026-01-05T09:00:30+00:00'}, [1]],
    [{header: 'x-trace'}, [1]],
    [{header: 'X-Trace: Anna'}, [1]],
    [{header: 'x-trace:Berta'}, []],
    [{header: 'content-type:application/json'}, [1, 2, 5]],
    [{where: '$.request.query.quiet'}, [2]],
    [{where: "$.findings[?@.keyword == 'required']"}, [2]],
    [{unmatched: true}, [4]],
    [{unmatched: false}, [1, 2, 3, 5]],
    [{after: 'req-3'}, [4, 5]],
    [{limit: 2}, [4, 5]],
    [{limit: 1, operation: 'createNote'}, [5]],
  ])('%j', async (filter, expected) => {
    expect(numbers((await select(filter)).entries)).toEqual(expected);
  });

  it.each<[JournalFilter, RegExp]>([
    [{vendor: 'tinny'}, /There is no vendor "tinny": use tiny\./],
    [{operation: 'creatNote'}, /There is no operation "creatNote"; the nearest are createNote, /],
    [{operation: 'createNotes', vendor: 'tiny'}, /of tiny; the nearest/],
    [{status: '6xx'}, /is no status/],
    [{status: 99}, /is no status/],
    [{since: 'yesterday'}, /Give "since" an instant/],
    [{path: '$.request'}, /a JSONPath goes into "where"/],
    [{path: '/v1/notes?quiet=true'}, /the query into "query"/],
    [{path: '/tiny/v1/notes'}, /without \/tiny in front/],
    [{where: 'request'}, /at character 1/],
  ])('and refuses %j', async (filter, told) => {
    await expect(select(filter)).rejects.toThrow(told);
    await expect(select(filter)).rejects.toThrow(RangeError);
  });
});

describe('a pattern finds requests', () => {
  it.each<[RequestPattern, number[]]>([
    [{}, [1, 2, 3, 4, 5]],
    [{body: {text: 'Anna likes milk'}}, [1, 5]],
    [{body: {text: 'Anna likes milk', author: 'anna'}}, [1]],
    [{body: {author: 'anna'}}, [1]],
    [{body: {text: 'anna likes milk'}}, []],
    [{body: {text: 7}}, [2]],
    [{body: {}}, [1, 2, 5]],
    [{query: {quiet: true}}, [2]],
    [{query: {quiet: 'true'}}, [2]],
    [{query: {quiet: ['true']}}, [2]],
    [{query: {quiet: ['true', 'true']}}, []],
    [{query: {quiet: false}}, []],
    [{query: {loud: true}}, []],
    [{headers: {'X-Trace': 'Anna'}}, [1]],
    [{headers: {authorization: `Bearer ${tinyToken('admin')}`}}, [1, 2, 3, 4]],
    [{path: '/v1/notes'}, [1, 5]],
    [{path: '/v2/notes', method: 'POST', status: '4xx'}, [2]],
    [{path: '/v1/notes/anna'}, []],
    [{operation: 'createNote', status: 401}, [5]],
  ])('%j', async (pattern, expected) => {
    expect(numbers((await find(pattern)).entries)).toEqual(expected);
  });

  it('by values that the journal keeps as tokens alone', async () => {
    const {entries} = await find({body: {text: 'Anna likes milk'}});
    expect(entries.length).toBe(2);
    expect(JSON.stringify(entries)).not.toMatch(/Anna|milk/);
    const encoded = '/v1/notes/anna%40example.org';
    await client.call('GET', encoded);
    const found = await find({path: encoded});
    expect(numbers(found.entries)).toEqual([6]);
    expect(JSON.stringify(found)).not.toContain('anna');
  });

  it('whose body was not read as JSON, by its whole text', async () => {
    await client.call('POST', '/v1/notes', {body: 'Anna', headers: {'content-type': 'text/plain'}});
    expect(numbers((await find({body: 'Anna'})).entries)).toEqual([6]);
    expect((await find({body: 'anna'})).entries).toEqual([]);
  });

  it('with members that the document does not know, as a whole', async () => {
    await client.call('POST', '/v1/notes', {body: {text: 'x', surplus: {a: 1, b: [2]}}});
    expect(numbers((await find({body: {surplus: {b: [2], a: 1}}})).entries)).toEqual([6]);
    expect((await find({body: {surplus: {a: 1}}})).entries).toEqual([]);
  });
});

it('lists are equal item by item, and of the same length', async () => {
  const schema = {type: 'object', properties: {list: {type: 'array', items: {type: 'object', properties: {n: {}}}}}};
  const {document} = tinyVendor();
  const schemas = {...document.components?.schemas, NoteInput: schema};
  const vendor = tinyVendor({document: {...document, components: {...document.components, schemas}}});
  client = new VendorClient(vendor, {authorization: `Bearer ${tinyToken('admin')}`});
  await client.call('POST', '/v1/notes', {body: {list: [{n: 1}, {n: 2, m: 3}]}});
  const finds = async (list: unknown) => (await find({body: {list}})).entries.length === 1;
  expect(await finds([{n: 1}, {n: 2}])).toBe(true);
  expect(await finds([{}, {}])).toBe(true);
  expect(await finds([{n: 2}, {n: 1}])).toBe(false);
  expect(await finds([{n: 1}])).toBe(false);
});
