import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {dixa} from '../../mocks/dixa/index.js';
import {opencx} from '../../mocks/opencx/index.js';
import {symbl} from '../../mocks/symbl/index.js';
import {escapePointer, resolve, unescapePointer} from '../openapi/index.js';
import {SpecLines} from './spec-lines.js';

const yaml = `openapi: 3.1.0
paths:
  /{version}/tags:
    get:
      responses:
        '200': {$ref: '#/components/responses/Tags'}
        404:
          description: None
      x-order: [first, {$ref: '#/components/schemas/Tag'}]
components:
  responses:
    Tags:
      content:
        application/json:
          schema: &tags
            type: array
            items:
              $ref: '#/components/schemas/Tag'
              description: One tag
  schemas:
    Tag:
      type: object
      required: [id]
      properties:
        id: {type: string, format: uuid}
    Round:
      $ref: '#/components/schemas/Robin'
    Robin:
      $ref: '#/components/schemas/Round'
    Same: *tags
    Away:
      $ref: 'https://example.org/other.yaml'
`;
const lines = SpecLines.of(yaml, 'specs/tiny/openapi.yaml');
const at = (pointer: string) => {
  const {line, column} = lines.placeOf(pointer);
  return `${line}:${column}`;
};

describe('the place of a pointer', () => {
  it('is that of its key, in the file that was named', () => {
    expect(lines.placeOf('#/components/schemas/Tag/required')).toEqual({
      file: 'specs/tiny/openapi.yaml',
      line: 23,
      column: 7,
    });
  });

  it.each([
    ['#/paths/~1{version}~1tags/get', '4:5'],
    ['#/paths/~1{version}~1tags/get/responses/404/description', '8:11'],
    ['#/components/schemas/Tag/required/0', '23:18'],
    ['#/components/schemas/Tag/properties/id/format', '25:28'],
    ['#', '1:1'],
  ])('%s is %s', (pointer, place) => {
    expect(at(pointer)).toBe(place);
  });

  it.each([
    ['to an answer', '#/paths/~1{version}~1tags/get/responses/200/content/application~1json/schema/type', '16:13'],
    [
      'through several',
      '#/paths/~1{version}~1tags/get/responses/200/content/application~1json/schema/items/type',
      '22:7',
    ],
    ['from a list', '#/paths/~1{version}~1tags/get/x-order/1/required', '23:7'],
    ['through an alias', '#/components/schemas/Same/type', '16:13'],
  ])('follows references: %s', (_, pointer, place) => {
    expect(at(pointer)).toBe(place);
  });

  it('prefers what stands beside a reference', () => {
    expect(at('#/components/responses/Tags/content/application~1json/schema/items/description')).toBe('19:15');
  });

  it.each([
    ['a member that is not there', '#/components/schemas/Tag/properties/name/type', '24:7'],
    ['an item that is not there', '#/components/schemas/Tag/required/7', '23:7'],
    ['below a text', '#/components/schemas/Tag/type/deeper', '22:7'],
    ['a circle of references', '#/components/schemas/Round/type', '26:5'],
    ['another file', '#/components/schemas/Away/type', '31:5'],
    ['nothing of it', '#/info/title', '1:1'],
  ])('is the nearest around it that there is: %s', (_, pointer, place) => {
    expect(at(pointer)).toBe(place);
  });

  it('is found in a text that is no YAML at all, at its beginning', () => {
    expect(SpecLines.of('', 'empty.yaml').placeOf('#/paths')).toEqual({file: 'empty.yaml', line: 1, column: 1});
  });
});

describe.each([dixa, opencx, symbl])('in the document of $name', ({name, document, operationList}) => {
  const file = `specs/${name}/openapi.yaml`;
  const text = readFileSync(file, 'utf8');
  const rows = text.split('\n');
  const spec = SpecLines.of(text, file);
  const keyAt = (pointer: string) => {
    const {line, column} = spec.placeOf(pointer);
    return /^['"]?([^'":]+)/.exec((rows[line - 1] ?? '').slice(column - 1))?.[1];
  };

  it('every keyword of every named schema stands at its own key', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const wrong = schemas.flatMap(([schema, value]) =>
      Object.keys(value as object)
        .map((keyword) => `#/components/schemas/${escapePointer(schema)}/${escapePointer(keyword)}`)
        .filter((pointer) => keyAt(pointer) !== unescapePointer(pointer.slice(pointer.lastIndexOf('/') + 1))),
    );
    expect(schemas.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('every answer of every operation stands at its status, or where its reference leads', () => {
    for (const {pointer, responses} of operationList) {
      for (const [status, {schema, types}] of responses) {
        expect(keyAt(`${pointer}/responses/${status}`)).toBe(String(status));
        if (types.length > 0) expect(keyAt(`${pointer}/responses/${status}/content`)).toBe('content');
        if (schema !== undefined) expect(resolve(document, schema).value).toBeDefined();
        if (schema !== undefined) expect(keyAt(schema)).toBe('schema');
      }
    }
  });
});
