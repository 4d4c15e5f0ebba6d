/** What no operation takes, whatever it does: held to all of them, with the document's own samples. DIXA-2…14 */
import {describe, expect, it} from 'vitest';
import type {CallOptions} from '../../test/support/vendor-client.js';
import {dixaClient, notFound, stateOf, unauthorized} from './test-support.js';
import {operations, pathOf, pathOfNonsense, pathOfNothing, refusalOf, sampleBody} from './test-samples.js';

async function refuses(method: string, path: string, options: CallOptions, status: number, body: unknown) {
  const client = dixaClient();
  const before = await stateOf(client);
  const answer = await client.call(method, path, options);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual(body);
  expect(answer.headers).toEqual({'Content-Type': 'application/json'});
  expect(await stateOf(client)).toBe(before);
}

const secured = operations.filter((operation) => operation.secured);
const named = (list: typeof operations) =>
  list.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);
const bytes = (...values: number[]) => new Uint8Array(values);

describe.each(named(operations.filter(({body}) => body !== undefined)))('the body of %s', (_, operation) => {
  const {method} = operation;
  const path = pathOf(operation);
  const valid = sampleBody(operation);
  const text = JSON.stringify(valid);

  it('has a sample', () => expect(valid).toBeDefined());

  it.each<readonly [string, unknown]>([
    ['half an object', '{'],
    ['an object with a comma too many', '{"a":1,}'],
    ['single quotes', "{'a':1}"],
    ['two values', '{} {}'],
    ['white space', '  '],
    ['a word', 'undefined'],
    ['a number that is none', '{"a":NaN}'],
    ['bytes that are not UTF-8', bytes(0x22, 0xff, 0x22)],
    ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)],
    ['a zero byte', bytes(0)],
    // The bodies of bulk operations on agents are bare lists, so an empty one is right there.
    ...(Array.isArray(valid) ? [['an object', '{}'] as const] : [['an array', '[]'] as const]),
    ['a list of what it takes', JSON.stringify([valid])],
    ['a string', '"text"'],
    ['a number', '7'],
    ['null', 'null'],
    ['true', 'true'],
    ['what it takes, nested once', JSON.stringify(text)],
    ['a thousand arrays in each other', '['.repeat(1000) + ']'.repeat(1000)],
    ['a thousand objects in each other', '{"a":'.repeat(1000) + '1' + '}'.repeat(1000)],
    ['a hundred thousand open brackets', '['.repeat(100_000)],
    ['depth beside what it takes', text.replace('{', `{"x":${'['.repeat(1000)}${']'.repeat(1000)},`)],
  ])('DIXA-9 is refused when it is %s', (__, body) => refuses(method, path, {body}, 400, refusalOf(operation)));

  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'json',
    '/',
  ])('DIXA-9 is refused as %s', (type) =>
    refuses(method, path, {body: valid, headers: {'content-type': type}}, 400, refusalOf(operation)),
  );

  it('DIXA-7 is refused above one mebibyte', () => {
    const large = `${text}${' '.repeat(1024 * 1024)}`;
    return refuses(method, path, {body: large}, 413, {message: 'Request Entity Too Large'});
  });
});

it.each(named(secured))('DIXA-2 asks for a token: %s', async (_, operation) => {
  for (const authorization of [null, 'unknown']) {
    for (const body of [undefined, '{', {}]) {
      const options = {authorization, ...(body !== undefined && {body})};
      await refuses(operation.method, pathOf(operation), options, 401, unauthorized);
    }
  }
});

const withIds = secured.filter(({parameters}) =>
  parameters.some(({in: place, name}) => place === 'path' && name !== 'version'),
);

it.each(named(withIds))('DIXA-8 DIXA-12 refuses ids that are none and ids of nothing: %s', async (_, operation) => {
  const {method, responses} = operation;
  const options = {body: sampleBody(operation)};
  await refuses(method, pathOfNonsense(operation), options, 400, refusalOf(operation));
  if (responses.has(404)) await refuses(method, pathOfNothing(operation), options, 404, notFound);
});
