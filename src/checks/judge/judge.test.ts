import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, it} from 'vitest';
import {resolve} from '../../openapi/index.js';
import type {RecordedExchange} from '../../traffic/exchange.js';
import {SpecLines} from '../spec-lines.js';
import {judge} from './index.js';
import {altered, callerOf, documentedExchanges, jsonOf, recorderOf, sampleOf, type Recorder} from './test-support.js';

interface Conversation {
  [member: string]: unknown;
}

const text = readFileSync('specs/dixa/openapi.yaml', 'utf8');
const lines = text.split('\n');
const spec = SpecLines.of(text, 'specs/dixa/openapi.yaml');

/** The line of the document from the keyword on. */
function lineAt(pointer: string | undefined): string {
  const {line, column} = spec.placeOf(pointer ?? '');
  return (lines[line - 1] ?? '').slice(column - 1);
}

describe.each(['dixa', 'opencx', 'symbl'] as const)('an honest %s', (name) => {
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await recorderOf(name);
  });

  it('is found right in every answer that its document shows', () => {
    const shown = documentedExchanges(recorder.vendor);
    expect(shown.length).toBeGreaterThan(200);
    expect(shown.filter(([, exchange]) => judge(recorder.vendor, exchange).length > 0)).toEqual([]);
  });

  it('is found right in its answer to a call of every operation, known caller or not', async () => {
    const {vendor, call} = recorder;
    const known = await callerOf(recorder);
    const successful = new Set<string>();
    for (const headersOf of [() => ({}), known]) {
      for (const operation of vendor.operationList) {
        const {target, body} = sampleOf(vendor, operation);
        const exchange = await call(operation.method, target, {headers: headersOf(operation), body});
        expect(judge(vendor, exchange), operation.id).toEqual([]);
        if (exchange.response.status < 300) successful.add(operation.id);
      }
    }
    expect(successful.size).toBeGreaterThan(vendor.operationList.length / 3);
  });
});

describe('an altered answer', () => {
  let recorder: Recorder;
  let honest: RecordedExchange;
  let closing: RecordedExchange;
  beforeAll(async () => {
    recorder = await recorderOf('dixa');
    const headers = {authorization: recorder.env.DIXA_API_KEY ?? ''};
    honest = await recorder.call('GET', '/v1/conversations/10750', {headers});
    closing = await recorder.call('PUT', '/v1/conversations/10750/close', {headers, body: {}});
  });

  const found = (exchange: RecordedExchange) => judge(recorder.vendor, exchange);
  const withBody = (change: (conversation: Conversation) => void): RecordedExchange => {
    const body = jsonOf<{data: Conversation}>(honest);
    change(body.data);
    return altered(honest, {body});
  };

  const changes: readonly {
    name: string;
    change: (conversation: Conversation) => void;
    pointer: string;
    expected: string;
    got: string;
    line: string;
  }[] = [
    {
      name: 'with a field more',
      change: (one) => (one['with/slash'] = {secret: 'x'.repeat(100)}),
      pointer: '/data/with~1slash',
      expected: 'no member "with/slash"',
      got: `{"secret":"${'x'.repeat(68)}…`,
      line: 'unevaluatedProperties: false',
    },
    {
      name: 'with a field less',
      change: (one) => delete one.id,
      pointer: '/data/id',
      expected: 'a member "id"',
      got: 'no such member',
      line: 'required: [id, requesterId, channel, createdAt]',
    },
    {
      name: 'with another type',
      change: (one) => (one.id = '10750'),
      pointer: '/data/id',
      expected: 'integer',
      got: '"10750"',
      line: 'type: integer',
    },
    {
      name: 'with a word that is none of those listed',
      change: (one) => (one.state = 'Ajar'),
      pointer: '/data/state',
      expected: 'one of AwaitingPending, Closed, Open, Pending',
      got: '"Ajar"',
      line: 'enum: [AwaitingPending, Closed, Open, Pending]',
    },
    {
      name: 'with a text of another format',
      change: (one) => (one.requesterId = 'nobody'),
      pointer: '/data/requesterId',
      expected: 'a text of the format uuid',
      got: '"nobody"',
      line: 'format: uuid',
    },
    {
      name: 'with a date that is none',
      change: (one) => (one.createdAt = '2026-02-30T10:00:00Z'),
      pointer: '/data/createdAt',
      expected: 'a text of the format date-time',
      got: '"2026-02-30T10:00:00Z"',
      line: 'format: date-time',
    },
    {
      name: 'with null where nothing says so',
      change: (one) => (one.direction = null),
      pointer: '/data/direction',
      expected: 'one of Inbound, Internal, Outbound',
      got: 'null',
      line: 'enum: [Inbound, Internal, Outbound]',
    },
    {
      name: 'with an item that is wrong',
      change: (one) => (one.customAttributes = [{id: one.requesterId, name: 'b', identifier: 'c', value: 7}]),
      pointer: '/data/customAttributes/0/value',
      expected: 'one of the declared forms',
      got: '7',
      line: 'oneOf:',
    },
  ];

  it.each(changes)('$name is found at its place', ({change, pointer, expected, got, line}) => {
    const exchange = withBody(change);
    const [one, ...others] = found(exchange);
    expect(others).toEqual([]);
    expect(one).toMatchObject({check: 'body', pointer, expected, got, mark: 'documented'});
    expect(one?.message).toMatch(/^\/data.*\.$/);
    expect(lineAt(one?.schemaPath)).toBe(line);
    expect(resolve(recorder.vendor.document, one?.schemaPath ?? '').value).toBeDefined();
  });

  it('of a kind that is not declared is told which kinds are, and nothing of the rest', () => {
    const [one, ...others] = found(withBody((conversation) => (conversation._type = 'Fax')));
    expect(others).toEqual([]);
    expect(one).toMatchObject({pointer: '/data/_type', got: '"Fax"'});
    expect(one?.expected).toMatch(/^one of AnonymizedConversation, ChatConversation, /);
    expect(lineAt(one?.schemaPath)).toBe('discriminator:');
  });

  it('with several faults is told of each', () => {
    const exchange = withBody((one) => Object.assign(one, {id: 'x', state: 'Ajar', extra: 1}));
    expect(found(exchange).map(({pointer}) => pointer)).toEqual(
      expect.arrayContaining(['/data/id', '/data/state', '/data/extra']),
    );
  });

  it('with a status that is not declared is found, and its body is not judged', () => {
    const [one, ...others] = found(altered(honest, {status: 418, body: '<p>'}));
    expect(others).toEqual([]);
    expect(one).toMatchObject({check: 'status', pointer: '', got: '418'});
    expect(one?.expected).toBe('one of 200, 400, 401, 403, 404, 429, 500');
    expect(lineAt(one?.schemaPath)).toBe('responses:');
  });

  it('with another declared status is held against that one', () => {
    expect(found(altered(honest, {status: 404})).map(({check, pointer}) => [check, pointer])).toContainEqual([
      'body',
      '/message',
    ]);
  });

  it.each([
    ['without a content type', {headers: {}}, 'none'],
    [
      'with a content type that is not declared',
      {headers: {'content-type': 'text/html'}, body: '<p>No</p>'},
      'text/html',
    ],
    ['with another charset', {headers: {'content-type': 'application/json; charset=latin1'}}, 'charset latin1'],
  ])('%s is found', (_, change, got) => {
    const [one, ...others] = found(altered(honest, change));
    expect(others).toEqual([]);
    expect(one).toMatchObject({check: 'content-type', pointer: 'header: content-type', got});
    expect(lineAt(one?.schemaPath)).toBe('content:');
  });

  it('with a wrong content type is judged in its body all the same', () => {
    const body = jsonOf<{data: Conversation}>(honest);
    delete body.data.id;
    const exchange = altered(honest, {headers: {'content-type': 'text/plain'}, body});
    expect(found(exchange).map(({check}) => check)).toEqual(['content-type', 'body']);
  });

  it.each([
    ['of text instead of JSON', 'Hello', 'JSON', 'Hello', 'schema:'],
    ['of JSON that was cut off', '{"data":{"id":1', 'JSON', '{"data":{"id":1', 'schema:'],
    ['of no body', undefined, 'a body of application/json', 'no body', 'content:'],
    ['of a list instead of an object', '[]', 'object', '[]', 'type: object'],
  ])('%s is found', (_, body, expected, got, line) => {
    const [one, ...others] = found(altered(honest, {body}));
    expect(others).toEqual([]);
    expect(one).toMatchObject({check: 'body', pointer: '', expected, got});
    expect(lineAt(one?.schemaPath)).toBe(line);
  });

  it('with a body or a type where none is declared is found', () => {
    expect(closing.response).toMatchObject({status: 204});
    expect(found(closing)).toEqual([]);
    const json = {'content-type': 'application/json'};
    expect(found(altered(closing, {headers: json, body: {}}))).toMatchObject([
      {check: 'body', pointer: '', expected: 'no body', got: '{}'},
    ]);
    expect(found(altered(closing, {headers: json}))).toMatchObject([
      {check: 'content-type', expected: 'no content type', got: 'application/json'},
    ]);
  });

  it('with a member called __proto__ is found', () => {
    const body = (honest.response.body ?? '').replace('{"data":{', '{"data":{"__proto__":{},');
    expect(found(altered(honest, {body}))).toMatchObject([{pointer: '/data/__proto__'}]);
  });

  it('carries the mark of the answer that it differs from', () => {
    const {operationList} = recorder.vendor;
    const operation = operationList.find(({responses}) => [...responses.values()].some(({mark}) => mark === 'assumed'));
    const [status] = [...(operation?.responses ?? [])].find(([, {mark}]) => mark === 'assumed') ?? [];
    const exchange = documentedExchanges(recorder.vendor).find(([name]) =>
      name.startsWith(`${operation?.id} ${status} `),
    );
    expect(found(altered(exchange?.[1] as RecordedExchange, {body: '[]'}))).toMatchObject([{mark: 'assumed'}]);
  });

  it('to a request that no operation takes is not judged', () => {
    const request = {...honest.request, path: '/v1/nothing'};
    expect(found({...altered(honest, {status: 418}), request})).toEqual([]);
  });
});
