import {describe, expect, it} from 'vitest';
import type {OpenApiDocument} from './document.js';
import type {Finding} from './findings.js';
import {inSchemaOrder, placeOf, schemaAt, valueAt} from './order.js';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Orders', version: '1'},
  paths: {},
  components: {
    schemas: {
      Order: {
        type: 'object',
        properties: {
          id: {type: 'string'},
          buyer: {$ref: '#/components/schemas/Person'},
          'a/b': {type: 'integer'},
          lines: {
            type: 'array',
            items: {type: 'object', properties: {name: {type: 'string'}, price: {type: 'number'}}},
          },
          notes: {type: 'object', additionalProperties: {type: 'string'}},
        },
        required: ['id', 'buyer'],
      },
      Person: {allOf: [{properties: {name: {type: 'string'}}}, {properties: {age: {type: 'number'}}}]},
    },
  },
};
const schema = '#/components/schemas/Order';

function finding(path: string, more: Partial<Finding> = {}): Finding {
  return {location: 'body', path, keyword: 'type', params: {}, message: '', schemaPath: '', ...more};
}

function missing(path: string, missingProperty: string): Finding {
  return finding(path, {keyword: 'required', params: {missingProperty}});
}

function sorted(findings: readonly Finding[], value: unknown = {}): string[] {
  return inSchemaOrder(findings, {document, schema, value}).map(placeOf);
}

describe('inSchemaOrder', () => {
  it('puts members in the order in which the schema lists them', () => {
    expect(sorted([finding('/notes'), finding('/a~1b'), finding('/id')])).toEqual(['/id', '/a~1b', '/notes']);
  });

  it('puts a missing member where it would stand', () => {
    expect(sorted([missing('', 'buyer'), finding('/notes'), finding('/id')])).toEqual(['/id', '/buyer', '/notes']);
  });

  it('puts a whole before its parts, and parts before what follows the whole', () => {
    const findings = [finding('/lines'), finding('/buyer/name'), finding('/buyer'), finding('')];
    expect(sorted(findings)).toEqual(['', '/buyer', '/buyer/name', '/lines']);
  });

  it('follows references and compositions', () => {
    expect(sorted([finding('/buyer/age'), finding('/buyer/name')])).toEqual(['/buyer/name', '/buyer/age']);
  });

  it('puts items in order of number, not of text', () => {
    const findings = ['/lines/10/name', '/lines/2/price', '/lines/2/name'].map((path) => finding(path));
    const value = {lines: Array.from({length: 11}, () => ({}))};
    expect(sorted(findings, value)).toEqual(['/lines/2/name', '/lines/2/price', '/lines/10/name']);
  });

  it('puts members that the schema does not list in the order of the value, behind those it lists', () => {
    const findings = ['/notes/a', '/notes/b', '/more', '/id'].map((path) => finding(path));
    expect(sorted(findings, {notes: {b: 1, a: 2}, more: 3, id: 4})).toEqual(['/id', '/notes/b', '/notes/a', '/more']);
  });

  it('leaves several findings of one place as they were', () => {
    const [first, second] = [finding('/id', {keyword: 'type'}), finding('/id', {keyword: 'enum'})];
    expect(inSchemaOrder([first, second], {document, schema, value: {}})).toEqual([first, second]);
  });
});

describe('schemaAt', () => {
  it.each([
    ['', 'object'],
    ['/id', 'string'],
    ['/a~1b', 'integer'],
    ['/buyer/age', 'number'],
    ['/lines/3/price', 'number'],
    ['/notes/anything', 'string'],
  ])('finds the schema of %j', (path, type) => {
    expect(schemaAt(document, schema, path)?.type).toBe(type);
  });

  it('finds nothing where the document says nothing', () => {
    expect(schemaAt(document, schema, '/unknown/deeper')).toBeUndefined();
  });
});

describe('valueAt', () => {
  it.each([
    ['', {a: [{'x/y': 1}]}],
    ['/a/0/x~1y', 1],
    ['/a/1', undefined],
    ['/toString', undefined],
    ['/a/0/x~1y/deeper', undefined],
  ])('reads %j', (path, expected) => {
    expect(valueAt({a: [{'x/y': 1}]}, path)).toEqual(expected);
  });
});
