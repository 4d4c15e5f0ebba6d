import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Vendor} from '../engine/index.js';
import {vendorsNamed} from '../registry.js';
import {entriesOf, placesIn, readRecording} from './index.js';

let vendors: readonly Vendor[];
beforeAll(async () => {
  vendors = await vendorsNamed();
});

/** The sentence that reading a text throws. */
function refusal(text: string): string {
  try {
    readRecording(text, {vendors});
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return (error as RangeError).message;
  }
  throw new Error('It was read.');
}

describe('a file that is no recording', () => {
  const neither =
    /^The file is neither a HAR, which has a list "log.entries", nor a Pact, which has a list "interactions".$/;
  it.each([
    ['nothing', '', /^The file is empty.$/],
    ['spaces', '\uFEFF \n', /^The file is empty.$/],
    ['no JSON', 'Anna Example, anna@example.org', /^The file is not valid JSON: it must be a HAR or a Pact.$/],
    [
      'broken JSON',
      '{"log":\n{"entries":\n[},',
      /^The file is not valid JSON( \(see line 3\))?: it must be a HAR or a Pact.$/,
    ],
    [
      'half a file',
      '{"log": {"entries": [{"request"',
      /^The file is not valid JSON( \(see line 1\))?: it must be a HAR or a Pact.$/,
    ],
    ['a list', '[]', neither],
    ['a text', '"Anna"', neither],
    ['another object', '{"Anna": 1}', neither],
    ['a HAR without entries', '{"log": {}}', /^The HAR has no calls: there is no list "log.entries" in it.$/],
    [
      'a HAR with one entry',
      '{"log": {"entries": {}}}',
      /^The HAR has no calls: there is no list "log.entries" in it.$/,
    ],
    ['a Pact of nothing', '{"consumer": {}}', /^The Pact has no calls: there is no list "interactions" in it.$/],
  ])('is told in one sentence: %s', (_, text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });

  it('is told without a word of it', () => {
    const broken = [
      '{"name": "Anna"',
      '{"name": "Anna" "Bob"}',
      '{"name": Anna}',
      '{"Anna',
      '["Anna",]',
      'Anna in JSON at position 7',
    ];
    for (const text of broken) expect(refusal(text)).not.toMatch(/Anna|Bob/);
  });
});

/** Values of wrong kinds, and right ones with wrong things inside. */
const anything = fc.oneof(
  fc.jsonValue({maxDepth: 2}),
  fc.constantFrom('__proto__', 'constructor', -1, 1e308, '\uD800', 'https://dev.dixa.io/\uD800?%', '//'),
);

/** An object with these members, each of them right as a rule; else it is anything, or not there. */
function rough(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const roughly = Object.entries(members).map(([name, arbitrary]) => [
    name,
    fc.oneof({weight: 14, arbitrary}, anything, fc.constant(undefined)),
  ]);
  return fc.record(Object.fromEntries(roughly) as typeof members);
}

const pairs = fc.array(
  rough({
    name: fc.constantFrom(
      'accept',
      'X-Standin-Sandbox',
      '__proto__',
      ':path',
      '',
      'content-type',
      'x-standin-fault',
      'force',
    ),
    value: fc.constantFrom('application/json', 'multipart/form-data; boundary=x', '429;times=1', '', 'é\n', 7),
  }),
  {maxLength: 4},
);
const addresses = fc.constantFrom(
  'https://dev.dixa.io/v1/conversations/1?force=1',
  'https://api.open.cx/redaction/session',
  'https://api.symbl.ai/v1/process/audio',
  'http://127.0.0.1/s/a/dixa/%zz?%zz',
  'https://:@dev.dixa.io.:99999999?',
  'http://[::1/dixa',
);
const methods = fc.constantFrom('GET', 'post', 'PATCH', '', 'OPTIONS', '__proto__');
const har = rough({
  log: rough({
    creator: rough({name: fc.constantFrom('WebInspector', 'x')}),
    entries: fc.array(
      rough({
        startedDateTime: fc.constantFrom(
          '2026-01-05',
          'never',
          '+275760-09-13T00:00:00.000Z',
          '-271821-04-20T00:00:00Z',
        ),
        request: rough({
          method: methods,
          url: addresses,
          headers: pairs,
          queryString: pairs,
          postData: rough({
            text: fc.constantFrom('{', '{"__proto__":1}', '====', '"'),
            params: pairs,
            encoding: fc.constant('base64'),
          }),
        }),
        response: rough({
          status: fc.constantFrom(200, 401, 0, 1.5, 999),
          headers: pairs,
          content: rough({text: fc.constant('[')}),
        }),
      }),
      {minLength: 3, maxLength: 6},
    ),
  }),
});
const message = {
  headers: fc.dictionary(fc.constantFrom('accept', '__proto__', 'Content-Type'), anything),
  body: fc.oneof(anything, rough({content: anything, contentType: fc.constant('application/json'), encoded: anything})),
};
const pact = rough({
  provider: rough({name: fc.constantFrom('dixa', 'x')}),
  metadata: rough({pactSpecification: rough({version: fc.constantFrom('2.0', '3', '4.0', 'x')})}),
  messages: fc.array(anything, {maxLength: 2}),
  interactions: fc.array(
    rough({
      type: fc.constantFrom('Synchronous/HTTP', 'x'),
      request: rough({
        method: methods,
        path: fc.constantFrom('/v1/conversations/1', '?', '/%zz'),
        query: anything,
        ...message,
      }),
      response: rough({status: fc.constantFrom(200, 0), ...message}),
    }),
    {minLength: 3, maxLength: 6},
  ),
});

const parts = [
  '',
  '/request',
  '/request/path',
  '/request/query/force/0',
  '/request/headers/accept',
  '/request/body/a/0',
  '/response/body/x',
  '/~2//',
];

describe('a file of any shape', () => {
  it.each([
    ['HAR', har],
    ['Pact', pact],
    ['JSON', fc.jsonValue()],
  ])('is read, or refused in one sentence: %s', async (format, files) => {
    let read = 0;
    const property = fc.asyncProperty(files, async (file) => {
      const text = JSON.stringify(file);
      let recording;
      try {
        recording = readRecording(text, {vendors});
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as RangeError).message).toMatch(/^The (file|HAR|Pact) [^\n]*\.$/);
        return;
      }
      const entries = await entriesOf(recording, vendors);
      expect(entries).toHaveLength(recording.calls.length);
      const placeOf = placesIn(text);
      for (const {pointerOf} of recording.calls)
        for (const part of parts) expect(placeOf(pointerOf(part)).line).toBe(1);
      for (const {pointer, why} of recording.leftOut) expect([pointer, why.endsWith('.')]).toEqual([pointer, true]);
      read += entries.length;
    });
    await fc.assert(property, {seed: 8, numRuns: 300});
    if (format !== 'JSON') expect(read).toBeGreaterThan(60);
  });
});
