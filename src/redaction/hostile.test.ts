import {describe, expect, it} from 'vitest';
import {detect, redact} from './index.js';

/**
 * Texts of 100 kB that make a careless regular expression run for hours, and how many entities they hold.
 * The result is asserted, not the time: a pattern that backtracks runs into the test's time limit.
 */
const nothing = [
  'a',
  '1',
  ' ',
  'a.',
  'a@',
  '@',
  '-',
  '1-',
  '+',
  '(',
  ':',
  '::',
  'a:',
  '/',
  '"',
  '_',
  '\n',
  'É',
  "a's ",
  'a dot ',
  'in ',
  'my name is ',
  'password ',
  'exp ',
  'call ',
  'Mr. ',
  '5 Main ',
  'and ',
  '\ud800',
];
const something = [
  '1 ',
  '1.',
  '$1,',
  'one ',
  'twenty ',
  'Aa ',
  'New York ',
  'January 1 ',
  '6 feet ',
  'a at b ',
  'http://',
  '4111 ',
  'DE89 ',
  '12 Main St, ',
  'University of Aaa ',
  'two days ',
  '1:',
  '@a ',
];
const size = 100_000;
const repeated = (part: string) => part.repeat(Math.ceil(size / part.length));

describe('hostile text', () => {
  it.each(nothing)('finds nothing in %j, repeated', (part) => {
    expect(detect(repeated(part))).toEqual([]);
  });

  it.each(something)('gets through %j, repeated, with the same result twice', (part) => {
    const text = repeated(part);
    expect(redact(text)).toBe(redact(text));
  });

  it.each([...nothing, ...something])('still finds what stands behind %j, repeated', (part) => {
    const found = detect(`${repeated(part)}\n. Mail: anna@example.com`);
    expect(found.at(-1)).toMatchObject({type: 'EMAIL_ADDRESS'});
  });
});
