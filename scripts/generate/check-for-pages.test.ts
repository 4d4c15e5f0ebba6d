import {expect, it} from 'vitest';
import type {OpenApiDocument} from '../../src/openapi/index.js';
import {checkForPages} from './check-for-pages.js';

const documentWith = (schema: object): OpenApiDocument => ({
  openapi: '3.1.0',
  info: {title: 'Tiny', version: '1'},
  paths: {},
  components: {schemas: {Note: {type: 'object', properties: {text: {anyOf: [schema]}}}}},
});

it('takes the keywords and formats that pages know', () => {
  const known = {type: 'string', format: 'uuid', minLength: 1, description: 'Id.', 'x-standin-personal': true};
  expect(() => checkForPages('tiny', documentWith(known))).not.toThrow();
});

it.each([
  ['a keyword', {multipleOf: 2}, 'specs/tiny/openapi.yaml uses multipleOf'],
  ['a format', {type: 'string', format: 'ipv6'}, 'specs/tiny/openapi.yaml uses the format ipv6'],
])('refuses %s that a page would pass over', (_, schema, sentence) => {
  expect(() => checkForPages('tiny', documentWith(schema))).toThrow(sentence);
});
