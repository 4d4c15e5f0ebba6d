import {describe, expect, it} from 'vitest';
import {dixa} from '../../../mocks/dixa/index.js';
import {opencx} from '../../../mocks/opencx/index.js';
import {symbl} from '../../../mocks/symbl/index.js';
import {operationsOf, resolve, type OpenApiDocument, type Operation, type ResponseShape} from '../../openapi/index.js';
import {judgeHeaders} from './headers.js';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Parcels', version: '1'},
  paths: {
    '/parcels': {
      get: {
        operationId: 'listParcels',
        responses: {200: {$ref: '#/components/responses/List'}},
      },
    },
  },
  components: {
    responses: {
      List: {
        description: 'All parcels.',
        'x-standin-mark': 'inferred',
        headers: {
          'X-Total': {required: true, schema: {$ref: '#/components/schemas/Count'}},
          'X-Order': {$ref: '#/components/headers/Order'},
          'X-Page': {schema: {type: 'string', pattern: '^p[0-9]+$'}},
          'X-Fresh': {schema: {type: 'boolean', const: true}},
          'Content-Type': {required: true, schema: {type: 'integer'}},
        },
      },
    },
    headers: {Order: {schema: {type: 'string', enum: ['up', 'down']}}},
    schemas: {Count: {type: 'integer', minimum: 0, maximum: 10}},
  },
};
const [operation] = operationsOf(document) as [Operation];
const declared = operation.responses.get(200) as ResponseShape;
const judged = (headers: Readonly<Record<string, string>>) => judgeHeaders(document, {operation, declared, headers});

describe('declared headers', () => {
  it('are right', () => {
    expect(judged({'x-total': '3', 'x-order': 'up', 'x-page': 'p1', 'x-fresh': 'true', 'x-other': 'x'})).toEqual([]);
  });

  it('must be there where they are required', () => {
    expect(judged({})).toEqual([
      {
        check: 'header',
        pointer: 'header: x-total',
        expected: 'a header x-total',
        got: 'none',
        message: 'The answer lacks the header x-total.',
        schemaPath: '#/components/responses/List/headers/X-Total/required',
        mark: 'inferred',
      },
    ]);
  });

  it.each([
    ['x-total', 'many', 'integer', '#/components/schemas/Count/type'],
    ['x-total', '-1', 'at least 0', '#/components/schemas/Count/minimum'],
    ['x-total', '11', 'at most 10', '#/components/schemas/Count/maximum'],
    ['x-order', 'sideways', 'one of up, down', '#/components/headers/Order/schema/enum'],
    ['x-page', '1', 'a text that matches ^p[0-9]+$', '#/components/responses/List/headers/X-Page/schema/pattern'],
    ['x-fresh', 'false', 'true', '#/components/responses/List/headers/X-Fresh/schema/const'],
  ])('must be what their schema says: %s %s', (name, got, expected, schemaPath) => {
    expect(judged({'x-total': '1', [name]: got})).toMatchObject([
      {check: 'header', pointer: `header: ${name}`, expected, got, schemaPath},
    ]);
  });

  it('have no keyword in any document that would not be judged', () => {
    const known = new Set(['type', 'enum', 'const', 'pattern', 'minimum', 'maximum', 'description', '$ref']);
    const keywords = [dixa, opencx, symbl].flatMap((vendor) =>
      vendor.operationList.flatMap(({pointer, responses}) =>
        [...responses.keys()].flatMap((status) => {
          const {value} = resolve(vendor.document, `${pointer}/responses/${status}`);
          const {headers = {}} = value as {headers?: Record<string, {schema: object}>};
          return Object.values(headers).flatMap(({schema}) => Object.keys(schema));
        }),
      ),
    );
    expect(keywords).toContain('type');
    expect(keywords.filter((keyword) => !known.has(keyword))).toEqual([]);
  });
});
