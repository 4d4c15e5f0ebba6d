import {describe, expect, it} from 'vitest';
import {readPrefer} from './prefer.js';

const codeSentence = 'Prefer cannot be read: write code with three digits, such as code=404.';
const exampleSentence = 'Prefer cannot be read: write example with a name, such as example=first.';

describe('a header Prefer', () => {
  it.each<[string, ReturnType<typeof readPrefer>]>([
    ['wait=2', {wait: 2}],
    ['wait=0', {wait: 0}],
    ['wait=60', {wait: 60}],
    ['code=404', {preferences: {code: 404}}],
    ['example=first', {preferences: {example: 'first'}}],
    ['code=404, example=first', {preferences: {code: 404, example: 'first'}}],
    ['code=404,wait=1', {wait: 1, preferences: {code: 404}}],
    ['CODE = 404', {preferences: {code: 404}}],
    ['example="one, two; three=four"', {preferences: {example: 'one, two; three=four'}}],
    ['code=404, code=500', {preferences: {code: 404}}],
    ['code=404;example=first', {preferences: {code: 404}}],
  ])('%s is read', (text, read) => {
    expect(readPrefer(text)).toEqual(read);
  });

  it.each([
    '',
    'return=minimal',
    'respond-async',
    'wait=61',
    'wait=soon',
    'wait',
    'dynamic=true',
    ',;="',
    '"code=404"',
  ])('%j asks for nothing that we do, and is passed over', (text) => {
    expect(readPrefer(text)).toEqual({});
  });

  it.each([
    ['code=4040', codeSentence],
    ['code=many', codeSentence],
    ['code', codeSentence],
    ['example=', exampleSentence],
    ['example', exampleSentence],
  ])('%j cannot be read', (text, sentence) => {
    expect(readPrefer(text)).toBe(sentence);
  });

  it('is read in a time that grows with its length, whatever it says', () => {
    for (const piece of ['"', '=', ',', ';', '""', '",', 'a=";', ' ']) {
      expect(() => readPrefer(piece.repeat(16_000))).not.toThrow();
    }
  });
});
