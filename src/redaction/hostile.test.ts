import {describe, expect, it} from 'vitest';
import {detect} from './index.js';

/**
 * Parts that make a careless regular expression run for hours when they are repeated, by whether they hold entities.
 * The result is asserted, not the time: a pattern that backtracks runs into the test's time limit, and
 * `test/redaction/linear.test.ts` counts the work.
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
  'É',
];
const size = 10_000;
const repeated = (part: string) => part.repeat(Math.ceil(size / part.length));
const mail = '\n. Mail: anna@example.com';

describe('hostile text', () => {
  it.each(nothing)('finds nothing in %j, repeated, and still what stands behind', (part) => {
    expect(detect(repeated(part) + mail)).toMatchObject([{type: 'EMAIL_ADDRESS'}]);
  });

  it.each(something)('gets through %j, repeated, with the same result twice, to what stands behind', (part) => {
    const found = detect(repeated(part) + mail);
    expect(found.at(-1)).toMatchObject({type: 'EMAIL_ADDRESS'});
    expect(detect(repeated(part) + mail)).toEqual(found);
  });
});
