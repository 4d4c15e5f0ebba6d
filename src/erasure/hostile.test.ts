import {describe, expect, it} from 'vitest';
import {createSearch} from './index.js';

/**
 * Values that make a careless search run for hours, or out of stack. The result is asserted, not the time: what is not
 * linear runs into the test's time limit.
 */
const search = createSearch({
  names: ['Ada Maria Example', "Ada O'Neil", 'Ada'],
  emails: ['ada.ada@example.org'],
  phones: ['+1 212 555 0142', '5555555'],
  texts: ['11111111 11111112', 'Aaaaaaaa'],
});
const size = 100_000;
const repeated = (part: string) => part.repeat(Math.ceil(size / part.length));
const tail = '\n. Mail: ada.ada@example.org';
const mails = (value: unknown) => [...search.in(value)].filter(({of}) => of === '/emails/0').map(({as}) => as);

describe('hostile texts of 100 kB', () => {
  it.each([
    'a',
    'A\n',
    'a.',
    'a@',
    'ada.',
    'ada@',
    'ada+',
    'ada ',
    'ada maria ',
    "ada o'",
    'ada.ada@',
    'ada.ada+',
    'ada at ',
    'ada(at)',
    'ada@ada.',
    '1',
    '11 ',
    '1-',
    '1     ',
    '1-----',
    '(1',
    '(0)',
    '+1',
    '555-',
    '5555555 ',
    '%',
    '%4',
    '%41',
    '%25',
    '&',
    '&#',
    '&#6',
    '&amp;',
    '<a',
    '<a <b',
    '<!',
    '\\',
    '\\u',
    '\\u0041',
    '=',
    '=\n',
    '= ',
    '=41',
    '\r\n',
    ' ',
    '\n\t',
    'QUFB',
    'QUFB\n',
    'a+',
    '4141',
    '{"a":',
    '[',
    '\0',
    'é',
    'e\u0301',
    '\u0301',
    'ﷺ',
    'a\u200b',
    '\ud800',
    '%41&#65;\\u0041=41 QUFBQUFB 41414141 a+b <b>',
  ])('%j, repeated, is got through, and what stands behind it is found', (part) => {
    expect(mails(repeated(part) + tail)).toEqual([[]]);
  });
});

describe('hostile values', () => {
  const depth = 200_000;
  const nested = (open: string, inside: string, close: string, levels = depth): unknown =>
    JSON.parse(open.repeat(levels) + inside + close.repeat(levels));

  it('that are nested deeper than calls can be', () => {
    expect(mails(nested('[', '"ada.ada@example.org"', ']'))).toEqual([[]]);
  });

  it('that are texts of such values', () => {
    expect(mails(`${'['.repeat(depth)}"ada.ada\\u0040example.org"${']'.repeat(depth)}`)).toEqual([['json']]);
  });

  it('are told by pointers of 100 levels at most', () => {
    const traces = [...search.in(nested('{"ada.ada@example.org":', '1', '}', 10_000))];
    expect(traces).toHaveLength(10_000);
    expect(Math.max(...traces.map(({pointer}) => pointer.split('/').length - 1))).toBe(100);
  });

  it('with ten million characters of base64', () => {
    const bytes = new Uint8Array(7_500_000);
    for (let at = 0, seed = 1; at < bytes.length; at++) bytes[at] = (seed = (seed * 48_271) % 2_147_483_647) >> 8;
    bytes.set(new TextEncoder().encode('ada.ada@example.org'), 5_000_003);
    expect(mails(Buffer.from(bytes).toString('base64'))).toEqual([['base64']]);
  });

  it('with ten thousand short runs of base64 in one text', () => {
    const run = Buffer.from('Mail ada.ada@example.org').toString('base64');
    expect(mails(`${'QWJjZGVmZ2hp. '.repeat(10_000)}${run}`)).toEqual([['base64']]);
  });
});
