import {questionsOf} from '../desks.js';
import {beforeEach, describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import {textOf} from './verdict.js';
import {readTimes, type Expectation} from './verify.js';

let client: VendorClient;

beforeEach(() => {
  client = new VendorClient(tinyVendor(), {authorization: `Bearer ${tinyToken('admin')}`});
});

const ping = () => client.call('GET', '/ping');
const create = (text: string) => client.call('POST', '/v1/notes', {body: {text}});
const read = (id = 'seeded') => client.call('GET', `/v1/notes/${id}`);

const verify = async (expectation: Expectation) =>
  questionsOf(client.engine).verify((await client.engine.sandbox('default')).journal, expectation);
const passes = async (expectation: Expectation) => (await verify(expectation)).passed;

describe('how often', () => {
  it.each([
    [{}, [false, true, true]],
    [{times: {atLeast: 2}}, [false, false, true]],
    [{times: {atMost: 1}}, [true, true, false]],
    [{times: {atLeast: 1, atMost: 1}}, [false, true, false]],
    [{times: {exactly: 2}}, [false, false, true]],
    [{times: {exactly: 0}}, [true, false, false]],
  ])('%j of none, one and two calls', async (expected, results) => {
    for (const result of results) {
      expect(await passes({requests: [{operation: 'getPing', ...expected}]})).toBe(result);
      await ping();
    }
  });

  it.each([
    [{exactly: 1, atMost: 2}, /either "exactly"/],
    [{atLeast: 3, atMost: 2}, /"atMost" of 2/],
  ])('cannot be %j', (times, told) => {
    expect(() => readTimes(times)).toThrow(told);
  });

  it('counts what clients asked, and not what browsers asked first', async () => {
    const address = {kind: 'vendor', vendor: client.vendor, sandbox: 'default', target: '/ping', prefix: ''} as const;
    await client.engine.recordPreflight(
      {method: 'OPTIONS', target: '/ping', headers: {}, body: undefined, origin: ''},
      address,
    );
    expect(await verify({requests: [], nothingElse: true})).toMatchObject({passed: true, unexpected: []});
  });
});

describe('in order', () => {
  const inOrder = (...operations: readonly string[]) =>
    verify({requests: operations.map((operation) => ({operation})), inOrder: true});

  it('other calls may lie between them', async () => {
    await ping();
    await read();
    await create('x');
    expect((await inOrder('getPing', 'createNote')).passed).toBe(true);
    expect((await inOrder('getPing', 'getNote', 'createNote')).passed).toBe(true);
  });

  it('tells the first place where it breaks', async () => {
    await create('x');
    await ping();
    await read();
    const {passed, message} = await inOrder('getPing', 'createNote', 'getNote');
    expect(passed).toBe(false);
    expect(message).toBe(
      'Out of order: expected a call of createNote (request 2) after req-2 tiny GET /ping (getPing), answered 200, ' +
        'but it came before: req-1 tiny POST /v1/notes (createNote), answered 201.',
    );
  });

  it('needs as many behind each other as are expected', async () => {
    await ping();
    await create('x');
    await ping();
    const requests = [{operation: 'getPing', times: {atLeast: 2}}, {operation: 'createNote'}];
    expect((await verify({requests, inOrder: true})).message).toMatch(/Out of order.*createNote.*after req-3/);
    expect(await passes({requests})).toBe(true);
  });

  it('expects what is listed twice as often as both say', async () => {
    const once = {operation: 'getPing', times: {exactly: 1}};
    const expectation = {requests: [once, {operation: 'createNote'}, once], inOrder: true};
    await ping();
    await create('x');
    expect(await verify(expectation)).toMatchObject({
      passed: false,
      message: 'Expected exactly 2 calls of getPing, got 1.',
    });
    await ping();
    expect(await passes(expectation)).toBe(true);
    await ping();
    expect(await passes(expectation)).toBe(false);
  });
});

it('nothing else: tells the calls that nobody expected', async () => {
  await ping();
  await read();
  await client.call('GET', '/pong');
  const {passed, message, unexpected} = await verify({requests: [{operation: 'getPing'}], nothingElse: true});
  expect([passed, unexpected]).toEqual([false, ['req-2', 'req-3']]);
  expect(message.replace(/tok_[0-9a-f]{16}/g, 'tok').split('\n')).toEqual([
    'Expected nothing else, got 2 other calls:',
    '  req-2 tiny GET /v1/notes/tok(aaaaaa) (getNote), answered 200',
    '  req-3 tiny GET /tok(aaaa), answered 404',
  ]);
});

describe('the message of a miss', () => {
  const linesOf = async (expectation: Expectation) =>
    (await verify(expectation)).message.replace(/tok_[0-9a-f]{16}/g, 'tok').split('\n');

  it('tells the closest calls, and what differed member by member', async () => {
    await create('Berta');
    await client.call('POST', '/v2/notes?quiet=false', {body: {text: 'Anna', author: 'anna'}});
    await read();
    const requests = [{operation: 'createNote', path: '/v1/notes', query: {quiet: true}, body: {text: 'Anna'}}];
    expect(await linesOf({requests})).toEqual([
      'Expected at least 1 call of createNote /v1/notes with query quiet, a body, got none.',
      '  The closest:',
      '  req-1 tiny POST /v1/notes (createNote), answered 201',
      '    query/quiet: expected true, got nothing',
      '    body/text: expected tok(Aaaa), got tok(Aaaaa)',
      '  req-2 tiny POST /v2/notes (createNote), answered 201',
      '    path: expected /v1/notes, got /v2/notes',
      '    query/quiet: expected true, got false',
    ]);
    expect((await verify({requests})).nearest).toMatchObject([
      {request: 0, id: 'req-1', differences: [{member: 'query/quiet', expected: 'true'}, {member: 'body/text'}]},
      {request: 0, id: 'req-2'},
    ]);
  });

  it('tells a call that was meant so and reached no operation', async () => {
    await client.call('PUT', '/v1/notes/seeded/erase');
    expect(await linesOf({requests: [{operation: 'eraseNote'}]})).toEqual([
      'Expected at least 1 call of eraseNote, got none.',
      '  The closest:',
      '  req-1 tiny PUT /v1/notes/tok(aaaaaa)/erase, answered 400',
      '    method: expected POST, got PUT',
    ]);
  });

  it('tells no call that has nothing in common', async () => {
    await ping();
    expect(await linesOf({requests: [{operation: 'createNote'}]})).toEqual([
      'Expected at least 1 call of createNote, got none.',
    ]);
  });

  it('lists the calls when there were too many', async () => {
    for (let count = 0; count < 12; count += 1) await ping();
    const lines = await linesOf({requests: [{method: 'get', status: '2xx', times: {atMost: 1}}]});
    expect(lines[0]).toBe('Expected at most 1 call of GET answered 2xx, got 12.');
    expect(lines.slice(-2)).toEqual(['  req-10 tiny GET /ping (getPing), answered 200', '  and 2 more']);
  });

  it('says of what is expected only what is no secret', async () => {
    const requests = [
      {path: '/v1/notes/anna', headers: {authorization: 'anna'}, body: {text: 'anna'}, where: '$.anna'},
    ];
    await create('anna');
    const {message, nearest} = await verify({requests});
    expect(JSON.stringify([message, nearest])).not.toContain('anna');
    expect(message).toContain('with header authorization, a body, a JSONPath');
  });

  it('says when the journal has let go of older calls', async () => {
    for (let count = 0; count < 1002; count += 1) await ping();
    expect(await linesOf({requests: [{operation: 'getPing', times: {exactly: 1000}}]})).toEqual([
      'All calls were as expected.',
      'The journal has let go of 2 older entries.',
    ]);
  });
});

it('a difference is a line', () => {
  expect(textOf({member: 'method', expected: 'PATCH', got: 'GET'})).toBe('method: expected PATCH, got GET');
  expect(textOf({member: 'body', expected: [1], note: 'so'})).toBe('body: expected [1], got nothing (so)');
  expect(textOf({member: 'path segment 2', got: ''})).toBe('path segment 2: expected nothing, got an empty text');
  expect(textOf({member: 'x', expected: 'y'.repeat(200)}).length).toBeLessThan(160);
});

it('tells for each expected request how often it came', async () => {
  await ping();
  await ping();
  expect(await verify({requests: [{operation: 'getPing'}, {operation: 'createNote', times: {exactly: 0}}]})).toEqual({
    passed: true,
    message: 'All calls were as expected.',
    counts: [
      {matched: 2, erased: 0},
      {matched: 0, erased: 0},
    ],
  });
});
