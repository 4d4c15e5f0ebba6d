import {expect, it} from 'vitest';
import {rulesNamedIn, testProofsIn} from './named-tests.js';

it.each([
  ['a title', "it('TINY-1 says so', () => {", ['TINY-1']],
  ['a title with a colon', "it('TINY-1: says so', () => {", ['TINY-1']],
  ['a title of several', "it('TINY-1, TINY-2 and TINY-3 say so', () => {", ['TINY-1', 'TINY-2', 'TINY-3']],
  ['a title on a line of its own', "it.each(all)(\n  'TINY-1 says so of %s',\n", ['TINY-1']],
  ['a title with the name of a scenario', "it('rate-limited: TINY-1 is one too many', () => {", ['TINY-1']],
  ['a title in a table', "  {about: 'TINY-1 says so', given},", ['TINY-1']],
  [
    'rows of a table',
    "it.each([\n  ['TINY-1', 404],\n  [\n    'TINY-2',\n    409,\n  ],\n])('%s', () => {",
    ['TINY-1', 'TINY-2'],
  ],
])('takes the rules of %s for proved', (_, text, rules) => {
  expect([...rulesNamedIn(text)]).toEqual(rules);
});

it.each([
  ['a comment', '// TINY-1 says so.'],
  ['a title that only mentions it', "it('does what TINY-1 says', () => {"],
  ['a value', "expect(rules.find(({id}) => id === 'TINY-1')).toBeDefined();"],
  ['a member', "expect(told).toEqual({rule: 'TINY-1', as: []});"],
  ['a list', "expect(rules).toEqual(['TINY-1']);"],
  ['a printed line', "expect(kept).toEqual(['TINY-1 /notes/*/text']);"],
])('takes no rule in %s for proved', (_, text) => {
  expect([...rulesNamedIn(text)]).toEqual([]);
});

it('tells of each rule the files that prove it, and of no other words that look like one', () => {
  const texts = {
    'mocks/tiny/b.test.ts': "it('TINY-1 says so', …); it('TINY-1 says so again', …); it('UTF-8 is read', …)",
    'mocks/tiny/a.test.ts': "it('TINY-1, TINY-2 say so', …)",
  };
  expect(testProofsIn(texts, ['tiny'])).toEqual({
    'TINY-1': ['mocks/tiny/a.test.ts', 'mocks/tiny/b.test.ts'],
    'TINY-2': ['mocks/tiny/a.test.ts'],
  });
});
