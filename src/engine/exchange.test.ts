import {describe, expect, it} from 'vitest';
import {operationsOf, Router} from '../openapi/index.js';
import {Exchange} from './exchange.js';
import type {PlainRequest} from './request.js';
import {tinyDocument, validatorOf} from '../../test/support/tiny-vendor.js';

const router = new Router(operationsOf(tinyDocument));
const bytes = (text: string) => new TextEncoder().encode(text);
const json = {'content-type': 'application/json'};

function exchangeOf(method: string, target: string, request: Partial<PlainRequest> = {}): Exchange {
  return new Exchange({method, target, headers: {}, body: undefined, origin: 'http://127.0.0.1', ...request}, target);
}

/** What is wrong with a request to pin a note up. */
function decoded(request: Partial<PlainRequest>, untypedBody: 'json' | 'refuse' = 'refuse') {
  const exchange = exchangeOf('POST', '/v1/notes', request);
  expect(exchange.route(router)).toBeUndefined();
  return {problem: exchange.decode({}, untypedBody), exchange};
}

describe('the route of an exchange', () => {
  it('is the operation with its path parameters and the query', () => {
    const exchange = exchangeOf('GET', '/v1/notes/a%20b?x=1&x=2');
    expect(exchange.route(router)).toBeUndefined();
    expect(exchange.operation?.id).toBe('getNote');
    expect(exchange.path).toBe('/v1/notes/a%20b');
    expect(exchange.pathParams).toEqual({version: 'v1', noteId: 'a b'});
    expect(exchange.rawQuery.get('x')).toEqual(['1', '2']);
  });

  it.each([
    ['GET', '/v3/notes/1', {kind: 'unknown-route'}],
    ['GET', '/v1/notes/1/', {kind: 'unknown-route'}],
    ['PUT', '/v1/notes/1', {kind: 'wrong-method', allowed: ['GET', 'DELETE']}],
    ['GET', '/v1/notes/%', {kind: 'bad-url'}],
    ['GET', '/v1/notes/1?x=%', {kind: 'bad-url'}],
  ])('of %s %s is %j', (method, target, problem) => {
    expect(exchangeOf(method, target).route(router)).toEqual(problem);
  });

  it('is not looked for when address or headers are larger than anyone sends', () => {
    const target = (length: number) => `/v1/notes/${'x'.repeat(length - '/v1/notes/'.length)}`;
    expect(exchangeOf('GET', target(8192)).route(router)).toBeUndefined();
    expect(exchangeOf('GET', target(8193)).route(router)).toEqual({kind: 'oversized-head'});

    const headers = (length: number) => ({a: 'x'.repeat(length - 2), b: ''});
    expect(exchangeOf('GET', '/ping', {headers: headers(16384)}).route(router)).toBeUndefined();
    expect(exchangeOf('GET', '/ping', {headers: headers(16385)}).route(router)).toEqual({kind: 'oversized-head'});
  });
});

describe('the body of an exchange', () => {
  it('is JSON of the media type that the document names, whatever parameters the type has', () => {
    const headers = {'content-type': 'Application/JSON; charset=utf-8'};
    const {problem, exchange} = decoded({headers, body: bytes('{"text":"Milk"}')});
    expect(problem).toBeUndefined();
    expect(exchange.body).toEqual({text: 'Milk'});
  });

  it('may be as large as the document says, to the byte', () => {
    const padded = (length: number) => bytes(`{"text":"é"}`.padEnd(length - 1, ' '));
    expect(padded(1000)).toHaveLength(1000);
    expect(decoded({headers: json, body: padded(1000)}).problem).toBeUndefined();
    expect(decoded({headers: json, body: padded(1001)}).problem).toEqual({kind: 'too-large', limit: 1000});
  });

  it('is too large when the face stopped reading it, whatever it had read', () => {
    const request = {headers: json, body: bytes('{}'), truncated: true};
    expect(decoded(request).problem).toEqual({kind: 'too-large', limit: 1000});
  });

  it('is refused for its size before its type, and for its type before its text', () => {
    const headers = {'content-type': 'text/plain'};
    expect(decoded({headers, body: new Uint8Array(1001)}).problem).toEqual({kind: 'too-large', limit: 1000});
    expect(decoded({headers, body: bytes('{')}).problem).toEqual({kind: 'media-type', type: 'text/plain'});
    expect(decoded({headers: json, body: bytes('{')}).problem).toEqual({kind: 'bad-json'});
  });

  it('without a type is JSON for one vendor and refused by another', () => {
    const body = bytes('{"text":"Milk"}');
    expect(decoded({body}, 'refuse').problem).toEqual({kind: 'media-type', type: undefined});
    expect(decoded({body}, 'json').exchange.body).toEqual({text: 'Milk'});
  });

  it('that is empty is missing where one is required, and says whether a type was declared', () => {
    expect(decoded({}).problem).toEqual({kind: 'empty-body', declared: false});
    expect(decoded({headers: json, body: new Uint8Array()}).problem).toEqual({kind: 'empty-body', declared: true});
  });

  it('that is empty is fine where none is required', () => {
    const paths = {'/x': {post: {operationId: 'x', requestBody: {content: {'application/json': {}}}}}};
    const exchange = exchangeOf('POST', '/x', {headers: json});
    exchange.route(new Router(operationsOf({...tinyDocument, paths})));
    expect(exchange.decode({}, 'refuse')).toBeUndefined();
    expect(exchange.body).toBeUndefined();
  });

  it('is not looked at where the document has none', () => {
    const exchange = exchangeOf('DELETE', '/v1/notes/1', {body: bytes('{'), truncated: true});
    exchange.route(router);
    expect(exchange.decode({}, 'refuse')).toBeUndefined();
    expect(exchange.body).toBeUndefined();
  });

  it('may be null, which is judged like any other', () => {
    const {exchange} = decoded({headers: json, body: bytes('null')});
    expect(exchange.body).toBeNull();
    const judged: unknown[] = [];
    const body = validatorOf((value) => {
      judged.push(value);
      return [];
    });
    expect(exchange.validate({createNote: {body, responses: {}}})).toBeUndefined();
    expect(judged).toEqual([null]);
  });
});

describe('judging an exchange', () => {
  const broken = (instancePath: string, keyword: string) => ({
    instancePath,
    keyword,
    schemaPath: '#/x',
    params: {},
    message: keyword,
  });

  it('collects what is wrong with parameters and body, decoders first', () => {
    const exchange = exchangeOf('POST', '/v1/notes?quiet=maybe', {headers: json, body: bytes('{}')});
    exchange.route(router);
    const unreadable = {location: 'query', path: '/quiet', keyword: 'decode', params: {}, message: '', schemaPath: '#'};
    exchange.decode({quiet: () => ({finding: {...unreadable, location: 'query'}})}, 'refuse');
    const problem = exchange.validate({
      createNote: {
        parameters: validatorOf(() => [broken('/path/version', 'enum')]),
        body: validatorOf(() => [broken('/text', 'type')]),
        responses: {},
      },
    });

    expect(problem?.kind).toBe('invalid');
    expect(exchange.findings.map(({location, path, keyword}) => [location, path, keyword])).toEqual([
      ['query', '/quiet', 'decode'],
      ['path', '/version', 'enum'],
      ['body', '/text', 'type'],
    ]);
  });

  it('finds nothing where the document has nothing to judge by', () => {
    const exchange = exchangeOf('GET', '/ping');
    exchange.route(router);
    expect(exchange.decode({}, 'refuse')).toBeUndefined();
    expect(exchange.validate({})).toBeUndefined();
    expect(exchange.findings).toEqual([]);
  });
});

describe('a body that is no JSON', () => {
  const upload = {
    ...tinyDocument,
    paths: {
      '/form': {
        post: {operationId: 'form', requestBody: {content: {'multipart/form-data': {schema: {type: 'object'}}}}},
      },
      '/sound': {post: {operationId: 'sound', requestBody: {content: {'audio/*': {}, 'video/mp4': {}}}}},
    },
  };
  const uploads = new Router(operationsOf(upload));
  const decode = async (path: string, type: string | undefined, body: Uint8Array) => {
    const exchange = exchangeOf('POST', path, {headers: type === undefined ? {} : {'content-type': type}, body});
    expect(exchange.route(uploads)).toBeUndefined();
    return {problem: await exchange.decode({}, 'json'), body: exchange.body};
  };
  const form = bytes('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n');

  it('is a form where the document has one', async () => {
    const read = await decode('/form', 'multipart/form-data; boundary=x', form);
    expect(read).toEqual({problem: undefined, body: {a: '1'}});
  });

  it.each([
    ['another boundary', 'multipart/form-data; boundary=y', {kind: 'bad-form'}],
    ['JSON', 'application/json', {kind: 'media-type', type: 'application/json'}],
    ['no type', undefined, {kind: 'media-type', type: undefined}],
  ])('is no form with %s', async (_, type, problem) => {
    expect(await decode('/form', type, form)).toEqual({problem, body: undefined});
  });

  it('is bytes with their type where the document has bytes, and may lack a type', async () => {
    const sound = bytes('RIFF');
    expect((await decode('/sound', 'audio/wav; x=1', sound)).body).toEqual({bytes: sound, type: 'audio/wav'});
    expect((await decode('/sound', undefined, sound)).body).toEqual({bytes: sound});
    expect((await decode('/sound', 'image/png', sound)).problem).toEqual({kind: 'media-type', type: 'image/png'});
  });
});
