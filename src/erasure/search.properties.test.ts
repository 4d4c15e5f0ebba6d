import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createSearch, type Subject} from './index.js';

/** The encodings in which a text is planted. */
const encoders: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 in lines': (text) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'data URL': (text) => `data:text/plain;base64,${Buffer.from(text).toString('base64')}`,
  hex: (text) => Buffer.from(text).toString('hex'),
  url: encodeURIComponent,
  'url with plus': (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  'url of all bytes': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  'quoted-printable': (text) => Buffer.from(text).toString('hex').replace(/../g, '=$&').toUpperCase(),
  html: (text) => text.replace(/[^A-Za-z0-9 ]/gu, (one) => `&#${one.codePointAt(0)};`),
  'html, hexadecimal': (text) => text.replace(/./gsu, (one) => `&#x${one.codePointAt(0)?.toString(16)};`),
  json: (text) => JSON.stringify({text}),
  'json, escaped': (text) => text.replace(/[^ ]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

const letters = 'abcdefghijklmnopqrstuvwxyzéöñøжλ';
const word = fc.string({unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9});
const capitalized = word.map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const digits = (minLength: number, maxLength: number) =>
  fc.string({unit: fc.constantFrom(...'0123456789'), minLength, maxLength});

/** One text of each kind. */
const subjects: fc.Arbitrary<{readonly subject: Subject; readonly text: string}> = fc.oneof(
  fc.tuple(capitalized, capitalized).map((words) => ({subject: {names: [words.join(' ')]}, text: words.join(' ')})),
  capitalized.map((name) => ({subject: {names: [name]}, text: name})),
  fc.tuple(word, word).map(([mailbox, domain]) => {
    const email = `${mailbox}@${domain}.example`;
    return {subject: {emails: [email]}, text: email};
  }),
  digits(3, 3).map((area) => ({
    subject: {phones: [`+1 2${area.slice(1)} 555 0142`]},
    text: `+1 2${area.slice(1)} 555 0142`,
  })),
  fc.tuple(digits(2, 4), word).map(([number, street]) => {
    const text = `${number} ${street} street`;
    return {subject: {texts: [text]}, text};
  }),
);

const prose = fc
  .array(fc.constantFrom('the', 'order', 'of', 'yesterday,', 'is', 'late;', '#7', 'größer', 'she said:'), {
    maxLength: 12,
  })
  .map((words) => words.join(' '));

/** A JSON value with a place for a text, and the pointer to it. */
const values: fc.Arbitrary<{readonly plant: (text: string) => unknown; readonly pointer: string}> = fc
  .array(fc.oneof(fc.nat(3), fc.constantFrom('a', 'x/y', 'id', '~')), {maxLength: 5})
  .map((path) => ({
    pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    plant: (text) =>
      path.reduceRight<unknown>((inside, key) => {
        if (typeof key === 'string') return {before: 'some text', [key]: inside, after: [1, null]};
        return [...Array.from({length: key}, () => 'other'), inside, true];
      }, text),
  }));

const chains = fc.array(fc.constantFrom(...Object.keys(encoders)), {maxLength: 3});

describe('whatever is planted', () => {
  it('is found where it is, through three encodings', () => {
    fc.assert(
      fc.property(subjects, prose, prose, chains, values, ({subject, text}, before, after, chain, {plant, pointer}) => {
        const planted = chain.reduce(
          (inside, name) => (encoders[name] as (text: string) => string)(inside),
          `To ${before} ${text} ${after}`,
        );
        const traces = [...createSearch(subject).in(plant(planted))];
        expect(traces.map((trace) => trace.pointer)).toEqual([pointer]);
        expect(traces[0]?.as.length).toBeLessThanOrEqual(chain.length);
      }),
      {numRuns: 1_000},
    );
  });

  it('is found the same way among fifty others that are looked for too', () => {
    const decoys = Array.from({length: 50}, (_, at) => `Xavier${at} Quimby${at}`);
    fc.assert(
      fc.property(subjects, prose, fc.constantFrom('', ...Object.keys(encoders)), ({subject, text}, before, name) => {
        const planted = (encoders[name] ?? String)(`To ${before} ${text.toUpperCase()} or ${text}`);
        const alone = [...createSearch(subject).in([planted])];
        const others = {...subject, names: [...(subject.names ?? []), ...decoys]};
        expect(alone).toHaveLength(1);
        expect([...createSearch(others).in([planted])]).toEqual(alone);
      }),
      {numRuns: 300},
    );
  });

  it('is found by itself, encoded once', () => {
    fc.assert(
      // Two letters in base64 cannot be told from a word behind others, in hex not always from a number; and letters of
      // several alphabets in UTF-16 not from bytes.
      fc.property(subjects, fc.constantFrom(...Object.keys(encoders)), ({subject, text}, name) => {
        const planted = (encoders[name] as (text: string) => string)(text);
        fc.pre((name !== 'data URL' || text.length > 5) && !/^\d{1,13}$/.test(planted));
        fc.pre(name !== 'base64 of UTF-16' || !/[\u0100-\uffff]/.test(text));
        expect([...createSearch(subject).in(planted)]).toHaveLength(1);
      }),
      {numRuns: 500},
    );
  });
});

describe('what nobody planted', () => {
  const ada: Subject = {
    names: ['Ada Example', 'Ada'],
    emails: ['ada@example.org'],
    phones: ['+1 212 555 0142'],
    texts: ['12 Harbour Lane'],
  };
  const search = createSearch(ada);

  it('is not found in random JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 5}), (value) => {
        expect([...search.in(value)]).toEqual([]);
      }),
      {numRuns: 500},
    );
  });

  it('is not found in random ids and bytes', () => {
    const ids = fc.oneof(
      fc.uuid(),
      // `+` parts words, in addresses as in prose, so `AAAA+ADA` does say Ada: chance planted it, and it is found rightly.
      fc.base64String({minLength: 8, maxLength: 400}).filter((text) => !/(?<![a-z0-9])ada(?![a-z0-9])/i.test(text)),
      fc.uint8Array({minLength: 8, maxLength: 64}).map((bytes) => Buffer.from(bytes).toString('hex')),
      fc.ulid(),
      fc.integer({min: 0, max: 2 ** 50}).map(String),
      fc.date({noInvalidDate: true}).map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(fc.array(ids, {minLength: 50, maxLength: 100}), (value) => {
        expect([...search.in(value)]).toEqual([]);
      }),
      {numRuns: 100},
    );
  });
});
