import {expect, it} from 'vitest';
import type {OpenApiDocument} from './document.js';
import {examplesOf} from './examples.js';
import {operationsOf, type Operation} from './operations.js';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: {title: 'Examples', version: '1'},
  paths: {
    '/things': {
      get: {
        operationId: 'getThings',
        responses: {
          200: {
            content: {
              'application/json': {examples: {one: {value: {n: 1}}, shared: {$ref: '#/components/examples/Shared'}}},
              'text/plain': {example: 'one'},
            },
          },
          204: {},
          404: {$ref: '#/components/responses/Missing'},
        },
      },
    },
  },
  components: {
    examples: {Shared: {value: {n: 2}}},
    responses: {Missing: {content: {'application/json': {example: {message: 'No'}}}}},
  },
};
const [operation] = operationsOf(document) as [Operation];

it.each([
  [
    200,
    [
      {name: 'one', type: 'application/json', value: {n: 1}},
      {name: 'shared', type: 'application/json', value: {n: 2}},
      {name: 'default', type: 'text/plain', value: 'one'},
    ],
  ],
  [204, []],
  [404, [{name: 'default', type: 'application/json', value: {message: 'No'}}]],
  [500, []],
])('reads the examples of %i', (status, examples) => {
  expect(examplesOf(document, operation, status)).toEqual(examples);
});
