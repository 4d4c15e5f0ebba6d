import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {operationsOf} from './operations.js';
import {parseQuery, readBoolean, readParameters, type ParameterDecoder} from './parameters.js';

const query = (text: string) => {
  const parsed = parseQuery(text);
  return parsed && Object.fromEntries(parsed);
};

describe('a query string', () => {
  it.each([
    ['', {}],
    ['a=1', {a: ['1']}],
    ['a=1&b=2&a=3', {a: ['1', '3'], b: ['2']}],
    ['a', {a: ['']}],
    ['a=', {a: ['']}],
    ['=1', {'': ['1']}],
    ['&&a=1&', {a: ['1']}],
    ['a=b=c', {a: ['b=c']}],
    ['a+b=c+d', {'a b': ['c d']}],
    ['a=%2B+%26%3D', {a: ['+ &=']}],
    ['%61=%C3%A9', {a: ['é']}],
    ['a=1?b=2', {a: ['1?b=2']}],
    ['a[]=1&a[]=2', {'a[]': ['1', '2']}],
  ])('%j is read as %j', (text, expected) => {
    expect(query(text)).toEqual(expected);
  });

  it.each(['a=%', 'a=%zz', 'a=%C3', '%E0%A4%A=1', 'b=1&a=%'])('%j is refused: it does not decode', (text) => {
    expect(query(text)).toBeUndefined();
  });

  it('keeps names that objects have of themselves apart from them', () => {
    expect([...(parseQuery('__proto__=1&constructor=2') ?? [])]).toEqual([
      ['__proto__', ['1']],
      ['constructor', ['2']],
    ]);
  });

  it('is read as URLSearchParams reads it, where that does not guess', () => {
    const pairs = fc.array(fc.tuple(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'})));
    fc.assert(
      fc.property(pairs, (list) => {
        const params = new URLSearchParams(list);
        const expected = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
        expect(query(params.toString())).toEqual(expected);
      }),
    );
  });
});

const [operation] = operationsOf({
  openapi: '3.1.0',
  info: {title: '', version: ''},
  paths: {
    '/notes/{id}': {
      parameters: [{$ref: '#/components/parameters/id'}],
      get: {
        operationId: 'getNote',
        parameters: [
          {name: 'limit', in: 'query', schema: {type: 'integer'}},
          {name: 'score', in: 'query', schema: {type: 'number'}},
          {name: 'quiet', in: 'query', schema: {$ref: '#/components/schemas/Quiet'}},
          {name: 'word', in: 'query', schema: {type: 'string'}},
          {name: 'X-Trace', in: 'header', schema: {type: 'string'}},
          {name: 'exclude', in: 'query', content: {'application/json': {schema: {type: 'array'}}}},
        ],
      },
    },
  },
  components: {
    parameters: {id: {name: 'id', in: 'path', required: true, schema: {type: 'integer'}}},
    schemas: {Quiet: {type: 'boolean'}},
  },
});

function read(text: string, decoders: Readonly<Record<string, ParameterDecoder>> = {}) {
  const raw = {path: {id: '7'}, query: parseQuery(text) ?? new Map(), headers: {'x-trace': 'abc', other: 'x'}};
  return readParameters(operation!, raw, decoders, {strict: true});
}

describe('parameters', () => {
  it('are read into the types that the document gives them', () => {
    expect(read('limit=-5&score=1.5&quiet=TRUE&word=5').parameters).toEqual({
      path: {id: 7},
      query: {limit: -5, score: 1.5, quiet: true, word: '5'},
      header: {'X-Trace': 'abc'},
    });
  });

  it.each([
    ['limit=1.5', {limit: '1.5'}],
    ['limit=', {limit: ''}],
    ['limit=1e3', {limit: '1e3'}],
    ['limit=0x10', {limit: '0x10'}],
    ['limit=+1', {limit: ' 1'}],
    ['limit=1234567890123456789', {limit: '1234567890123456789'}],
    ['score=1.', {score: '1.'}],
    ['score=NaN', {score: 'NaN'}],
    ['quiet=1', {quiet: '1'}],
    ['quiet=yes', {quiet: 'yes'}],
  ])('keep their text where it is none of that type, for the validator to refuse: %s', (text, expected) => {
    expect(read(text).parameters.query).toEqual(expected);
  });

  it('become a list when they come twice, which no plain schema accepts', () => {
    expect(read('limit=1&limit=2&word=a&word=a').parameters.query).toEqual({limit: [1, 2], word: ['a', 'a']});
  });

  it('that the document does not declare are left out', () => {
    expect(read('other=1&id=9').parameters).toEqual({path: {id: 7}, query: {}, header: {'X-Trace': 'abc'}});
  });

  it('are read by a decoder of the vendor where there is one', () => {
    const asked: unknown[] = [];
    const exclude: ParameterDecoder = (texts, settings) => {
      asked.push(texts, settings);
      return {value: texts.length};
    };
    expect(read('exclude=a&exclude=b', {exclude}).parameters.query).toEqual({exclude: 2});
    expect(asked).toEqual([['a', 'b'], {strict: true}]);
    expect(read('limit=1', {exclude: () => ({value: 'never asked'})}).parameters.query).toEqual({limit: 1});
    expect(read('exclude=a', {exclude: () => ({value: undefined})}).parameters.query).toEqual({});
  });

  it('are left out with a finding where the decoder cannot read them', () => {
    const finding = {
      location: 'query',
      path: '/exclude',
      keyword: 'type',
      params: {},
      message: '',
      schemaPath: '#',
    } as const;
    const {parameters, findings} = read('exclude=a', {exclude: () => ({finding})});
    expect(parameters.query).toEqual({});
    expect(findings).toEqual([finding]);
  });
});

describe('a boolean', () => {
  it('is read in any letter case, and nothing else is one', () => {
    expect(['true', 'TRUE', 'fAlse', '1', '', 'truee'].map(readBoolean)).toEqual([
      ...[true, true, false],
      ...[undefined, undefined, undefined],
    ]);
  });
});
