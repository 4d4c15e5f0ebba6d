import {expect, it} from 'vitest';
import {tinyDocument, tinyVendor} from '../../test/support/tiny-vendor.js';
import {operationsOf, Router} from '../openapi/index.js';
import {check} from './check.js';
import {Exchange} from './exchange.js';

it.each([
  [['image/*'], 'image/png', undefined],
  [['*/*'], 'text/plain', undefined],
  [['image/png'], 'image/gif', 'The media type image/gif is not declared.'],
  [[], 'image/png', 'No body is declared and one was given.'],
])('a file must have a type that the document declares: %j, %s', (declared, type, message) => {
  const content = Object.fromEntries(declared.map((one) => [one, {}]));
  const paths = {'/file': {get: {operationId: 'getFile', responses: {200: {content}}}}};
  const router = new Router(operationsOf({...tinyDocument, paths}));
  const request = {method: 'GET', target: '/file', headers: {}, body: undefined, origin: 'http://127.0.0.1'};
  const exchange = new Exchange(request, '/file');
  expect(exchange.route(router)).toBeUndefined();
  const found = check(exchange, {status: 200, file: {bytes: new Uint8Array(1), type}}, tinyVendor());
  expect(found.map((one) => one.message)).toEqual(message === undefined ? [] : [message]);
});
