import {describe, expect, it} from 'vitest';
import type {RedactSettings} from './redact-settings.js';
import {redactedLines} from './redacted-lines.js';

const defaults: RedactSettings = {style: 'default', exclude: [], input: 'auto', types: false};

/** All that comes out for what comes in. */
async function redacted(input: string, settings: Partial<RedactSettings> = {}): Promise<string> {
  let output = '';
  for await (const line of redactedLines(stream(input), {...defaults, ...settings})) output += line;
  return output;
}

async function* stream(input: string): AsyncGenerator<string> {
  yield input;
}

const line = (record: unknown) => `${JSON.stringify(record)}\n`;
const sample = 'My social security number is 444-67-3334 and I live in New York City.';

describe('what comes out', () => {
  it('is text for text, with the line breaks as they were', async () => {
    expect(await redacted('Mail ada@example.com\r\n\r\nCall 617-555-0171\nBye.')).toBe(
      'Mail [EMAIL_ADDRESS]\r\n\r\nCall [PHONE_NUMBER]\nBye.',
    );
  });

  it('is a line of JSON for a message as JSON', async () => {
    const output = await redacted(line({id: 'a', text: sample}) + line({id: 7, text: 'Yes.'}));
    expect(
      output
        .split('\n')
        .filter(Boolean)
        .map((one) => JSON.parse(one) as unknown),
    ).toEqual([
      {
        id: 'a',
        entities: [
          {start: 29, end: 40, type: 'SSN', score: expect.any(Number)},
          {start: 55, end: 68, type: 'LOCATION_CITY', score: expect.any(Number)},
        ],
        redacted: 'My social security number is [SSN] and I live in [LOCATION_CITY].',
      },
      {id: 7, entities: [], redacted: 'Yes.'},
    ]);
  });

  it('has the messages of a conversation, which were read together', async () => {
    const messages = ['My name is Zorabel Quill.', {id: 'm2', text: 'Thank you, Zorabel.', speaker: 'agent'}];
    expect(JSON.parse(await redacted(line({id: 'c', messages})))).toEqual({
      id: 'c',
      messages: [
        {entities: [expect.objectContaining({start: 11, end: 24})], redacted: 'My name is [PERSON_NAME].'},
        {
          id: 'm2',
          entities: [expect.objectContaining({start: 11, end: 18})],
          redacted: 'Thank you, [PERSON_NAME].',
        },
      ],
    });
  });

  it('skips empty lines between lines of JSON', async () => {
    expect(await redacted('{"text":"one"}\n\n{"text":"two"}')).toMatch(/^\{.*one.*\}\n\{.*two.*\}\n$/);
  });
});

describe('what comes in', () => {
  it.each([
    ['{name} of ada@example.com', 'text', '{name} of [EMAIL_ADDRESS]'],
    ['\uFEFF{"text":"Yes."}', 'auto', '{"entities":[],"redacted":"Yes."}\n'],
    ['Ada says: {"text":1}', 'auto', 'Ada says: {"text":1}'],
    ['', 'auto', ''],
  ] as const)('%j is read as %s', async (input, form, output) => {
    expect(await redacted(input, {input: form, exclude: ['PERSON_NAME']})).toBe(output);
  });

  it('is refused where it cannot be read', async () => {
    await expect(redacted('Hello\n', {input: 'jsonl'})).rejects.toThrow('Line 1 of the input is no JSON');
    await expect(redacted('{"text":"Yes."}\n\nHello\n')).rejects.toThrow('Line 3 of the input is no JSON');
  });
});

describe('how it is hidden', () => {
  it.each([
    [{style: 'obfuscation'}, 'My social security number is [****] and I live in [****].'],
    [
      {style: 'custom', custom: {SSN: 'Number', default: 'obfuscation'}},
      'My social security number is [Number] and I live in [****].',
    ],
    [{style: 'custom', custom: {LOCATION_CITY: 'a=b'}}, 'My social security number is [SSN] and I live in [a=b].'],
    [{exclude: ['LOCATION_CITY']}, 'My social security number is [SSN] and I live in New York City.'],
    [{exclude: ['LOCATION_CITY', 'SSN']}, sample],
  ] as const)('%j', async (settings, output) => {
    expect(await redacted(sample, settings)).toBe(output);
  });

  it('leaves what is excluded out of the entities as well', async () => {
    expect(JSON.parse(await redacted(line({text: sample}), {exclude: ['SSN']}))).toEqual({
      entities: [expect.objectContaining({type: 'LOCATION_CITY'})],
      redacted: 'My social security number is 444-67-3334 and I live in [LOCATION_CITY].',
    });
  });

  it.each([
    [{exclude: ['NAME']}, 'There is no type "NAME"'],
    [{style: 'custom'}, '--style custom needs texts'],
    [{custom: {SSN: 'a'}}, '--custom goes with --style custom'],
    [{style: 'custom', custom: {NAME: 'a'}}, 'There is no type "NAME"'],
    [{style: 'custom', custom: {default: 'stars'}}, '--custom default=obfuscation alone'],
  ] as const)('refuses %j', async (settings, says) => {
    await expect(redacted(sample, settings)).rejects.toThrow(says);
  });
});
