import {beforeAll, describe, expect, it} from 'vitest';
import type {Vendor} from '../../engine/index.js';
import {vendorsNamed} from '../../registry.js';
import {entriesOf, readRecording, type RecordedCall, type Recording} from '../index.js';

let vendors: readonly Vendor[];
beforeAll(async () => {
  vendors = await vendorsNamed();
});

type Loose = Readonly<Record<string, unknown>>;

const versions: Readonly<Record<string, Loose>> = {
  '2': {pactSpecification: {version: '2.0.0'}},
  '3': {pactSpecification: {version: '3.0.0'}},
  '4': {pactSpecification: {version: '4.0'}},
  'older tools’ 2': {pactSpecificationVersion: '2.0.0'},
  'older tools’ 3': {'pact-specification': {version: '3.0.0'}},
  none: {},
};

const pact = (
  interactions: readonly unknown[],
  {version = '2', provider = 'Dixa'}: {version?: string; provider?: string} = {},
) =>
  readRecording(
    JSON.stringify({consumer: {name: 'shop'}, provider: {name: provider}, interactions, metadata: versions[version]}),
    {vendors},
  );

const path = '/v1/conversations/10749';
const asking = (request: Loose, response: Loose = {status: 200}) => ({
  description: 'a call',
  request: {method: 'get', path, ...request},
  response,
});

function only({calls, leftOut}: Recording): RecordedCall {
  expect(leftOut).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0] as RecordedCall;
}

describe('an interaction', () => {
  it('is a call that is expected, in no order, of which nobody knows when it is made', () => {
    const recording = pact([asking({})]);
    expect([recording.format, recording.isOrdered]).toEqual(['pact', false]);
    const {pointerOf, ...call} = only(recording);
    expect(call).toEqual({
      vendor: 'dixa',
      sandbox: 'default',
      origin: 'expected',
      hasCredentials: true,
      exchange: {request: {method: 'GET', path, query: '', headers: {}}, response: {status: 200, headers: {}}},
    });
    expect(pointerOf('')).toBe('/interactions/0');
  });

  it.each(Object.keys(versions))('has its query and headers in any notation (version: %s)', (version) => {
    const query = (value: unknown) => only(pact([asking({query: value})], {version})).exchange.request.query;
    expect(query('?force=true&a=b%20c')).toBe('force=true&a=b%20c');
    expect(query({force: ['true', 'false'], 'a&b': 'c d', empty: [null]})).toBe(
      'force=true&force=false&a%26b=c+d&empty=',
    );
    const headers = {Authorization: 'key', Accept: ['application/json', 'text/plain'], 'X-Version': 2};
    expect(only(pact([asking({headers})], {version})).exchange.request.headers).toEqual({
      authorization: 'key',
      accept: 'application/json, text/plain',
      'x-version': '2',
    });
  });

  it.each(['2', '3', 'none'])('has its bodies as they are before version 4 (version: %s)', (version) => {
    const of = (request: Loose) => {
      const {headers, body} = only(pact([asking(request)], {version})).exchange.request;
      return [body, headers['content-type']];
    };
    const headers = {'Content-Type': 'application/json'};
    expect(of({body: {a: [1]}})).toEqual(['{"a":[1]}', 'application/json']);
    expect(of({body: {content: 1, contentType: 'x'}})).toEqual(['{"content":1,"contentType":"x"}', 'application/json']);
    expect(of({body: {a: 1}, headers: {'content-type': 'text/plain'}})).toEqual(['{"a":1}', 'text/plain']);
    expect([of({}), of({body: null}), of({body: ''})]).toEqual(Array(3).fill([undefined, undefined]));
    expect(of({body: null, headers})).toEqual(['null', 'application/json']);
    expect(of({body: 'Anna', headers})).toEqual(['"Anna"', 'application/json']);
    expect(of({body: '{"a":1}', headers})).toEqual(['{"a":1}', 'application/json']);
    expect(of({body: 'Anna'})).toEqual(['Anna', undefined]);
  });

  it('has its bodies wrapped in version 4', () => {
    const of = (body: unknown, headers: Loose = {}) => {
      const {exchange} = only(pact([{type: 'Synchronous/HTTP', ...asking({body, headers})}], {version: '4'}));
      return [exchange.request.body, exchange.request.headers['content-type']];
    };
    const contentType = 'application/json; charset=utf-8';
    expect(of({content: {a: 1}, contentType, encoded: false})).toEqual(['{"a":1}', contentType]);
    expect(of({content: {a: 1}})).toEqual(['{"a":1}', 'application/json']);
    expect(of({content: '{"a":1}', contentType})).toEqual(['{"a":1}', contentType]);
    expect(of({content: 'Anna', contentType, encoded: 'json'})).toEqual(['"Anna"', contentType]);
    for (const encoded of [true, 'base64', 'Base64'])
      expect(of({content: Buffer.from('{"é":1}').toString('base64'), contentType, encoded})).toEqual([
        '{"é":1}',
        contentType,
      ]);
    expect(of({content: 'x', contentType: 'text/plain'}, {'content-type': ['text/csv']})).toEqual(['x', 'text/csv']);
    expect(of({content: null, contentType})).toEqual(['null', contentType]);
    expect([of({content: ''}), of({}), of(undefined), of(null)]).toEqual(Array(4).fill([undefined, undefined]));
  });

  it('has an answer: what is expected of it', () => {
    const response = {status: 202, headers: {'content-type': 'application/json'}, body: {data: {id: 1}}};
    expect(only(pact([asking({}, response)])).exchange.response).toEqual({...response, body: '{"data":{"id":1}}'});
    expect(only(pact([asking({}, {})])).exchange.response).toEqual({status: 200, headers: {}});
  });

  it('is judged by the examples, whatever its matchers say', async () => {
    const matchingRules = {body: {'$.reason': {matchers: [{match: 'type'}]}}};
    const request = {method: 'POST', path: '/redaction/session', body: {sessionId: 7}, matchingRules};
    const [entry] = await entriesOf(pact([asking(request)], {provider: 'OpenCX'}), vendors);
    expect(entry).toMatchObject({id: 'call-1', vendor: 'opencx', at: '1970-01-01T00:00:00.000Z'});
    expect(entry?.findings.map(({path: at}) => at)).toContain('/sessionId');
  });
});

it('tells how an expected answer differs from the document, as violations', async () => {
  const answered = async (response: Loose, request: Loose = {}) => {
    const [entry] = await entriesOf(pact([asking(request, response)]), vendors);
    return entry?.violations.map(({keyword, path: at}) => `${keyword} ${at}`);
  };
  const anonymize = {method: 'PATCH', path: '/beta/conversations/10749/anonymize'};
  expect(await answered({status: 299}, anonymize)).toEqual(['status ']);
  expect(await answered({status: 202, body: {data: {id: true, nonesuch: 1}}}, anonymize)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^type .data.id$/)]),
  );
  const inText = {status: 200, headers: {'content-type': 'text/html'}, body: '<p>'};
  expect(await answered(inText)).toEqual(['type ']);
  expect(await answered({status: 200, body: 'a text of which nobody knows the type'})).toEqual([]);
  expect(await answered({status: 404}, {path: '/nonesuch'})).toEqual([]);
});

describe('the provider', () => {
  it.each(['Dixa', 'dixa-api', 'The DIXA API', 'di-xa'])('is told by its name: %s', (provider) => {
    expect(only(pact([asking({path: '/nonesuch'})], {provider})).vendor).toBe('dixa');
  });

  it('is told by a stand-in’s path, which is cut off', () => {
    const {vendor, sandbox, exchange} = only(
      pact([asking({path: `/s/blue/dixa${path}`, query: 'a=1'})], {provider: 'x'}),
    );
    expect([vendor, sandbox, exchange.request.path, exchange.request.query]).toEqual(['dixa', 'blue', path, 'a=1']);
    expect(only(pact([asking({path: `/dixa${path}`})])).exchange.request.path).toBe(path);
    // The name goes before a path that only looks like another vendor’s.
    expect(only(pact([asking({path: '/symbl/x'})])).vendor).toBe('dixa');
  });

  it('is told by the only vendor who has such an operation', () => {
    const request = {method: 'PATCH', path: '/beta/conversations/10749/anonymize'};
    expect(only(pact([asking(request)], {provider: 'privacy API'})).vendor).toBe('dixa');
  });

  it('is not guessed', () => {
    const {calls, leftOut} = pact([asking({path: '/nonesuch'}), asking({path, method: 'GET'})], {
      provider: 'Dixa and Symbl',
    });
    expect(calls).toEqual([]);
    expect(leftOut).toEqual([
      {
        pointer: '/interactions/0',
        why: 'None of the vendors has such an operation, and the Pact’s provider names none of them.',
      },
      {
        pointer: '/interactions/1',
        why: 'More than one vendor has such an operation: name the vendor as the Pact’s provider.',
      },
    ]);
  });
});

it('leaves out what is no call over HTTP', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const interactions = [
    {type: 'Asynchronous/Messages', contents: {}},
    {type: 'Synchronous/Messages', request: {}, response: []},
    {description: 'nothing'},
    asking({}, {status: 42}),
    asking({body: {content: '…'}}),
  ];
  const file = {provider: {name: 'dixa'}, interactions, messages: [{}], metadata: versions['4']};
  const {calls, leftOut} = readRecording(JSON.stringify(file).replace('"…"', deep), {vendors});
  expect(calls).toEqual([]);
  expect(leftOut.map(({pointer, why}) => `${pointer}: ${why}`)).toEqual([
    '/interactions/0: The interaction is a message, not a call over HTTP.',
    '/interactions/1: The interaction is a message, not a call over HTTP.',
    '/interactions/2: The interaction has no request.',
    '/interactions/3: The answer has a status that HTTP does not have.',
    '/interactions/4: A body nests too deeply to be read.',
    '/messages/0: The interaction is a message, not a call over HTTP.',
  ]);
});

describe('where a part stands', () => {
  const request = {query: {force: ['a', 'b'], one: 'x'}, headers: {Authorization: 'key'}, body: {'a/b': [{c: 1}]}};

  it.each([
    ['', ''],
    ['/request', '/request'],
    ['/request/method', '/request/method'],
    ['/request/path', '/request/path'],
    ['/request/query/force/1', '/request/query/force/1'],
    ['/request/query/one/0', '/request/query/one'],
    ['/request/query/nonesuch/0', '/request/query'],
    ['/request/headers/authorization', '/request/headers/Authorization'],
    ['/request/headers/x-api-key', '/request/headers'],
    ['/request/body/a~1b/0/c', '/request/body/a~1b/0/c'],
    ['/request/body/nonesuch', '/request/body'],
    ['/response/status', '/response/status'],
    ['/response/body/data/id', '/response/body/data'],
    ['/findings', ''],
  ])('%s', (part, place) => {
    const response = {status: 200, body: {data: 7}};
    const {pointerOf} = pact([asking({}), asking(request, response)], {version: '3'}).calls[1] as RecordedCall;
    expect(pointerOf(part)).toBe(`/interactions/1${place}`);
  });

  it('is inside the content in version 4, and the query as a whole in version 2', () => {
    const four = only(pact([asking({body: {content: {a: [1]}}})], {version: '4'}));
    expect(four.pointerOf('/request/body/a/0')).toBe('/interactions/0/request/body/content/a/0');
    expect(four.pointerOf('/request/body/b')).toBe('/interactions/0/request/body/content');
    expect(four.pointerOf('/request/body')).toBe('/interactions/0/request/body');
    const two = only(pact([asking({query: 'force=true'})]));
    expect(two.pointerOf('/request/query/force/0')).toBe('/interactions/0/request/query');
  });
});
