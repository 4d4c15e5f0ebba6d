import {describe, expect, it} from 'vitest';
import {readDocument} from './document.js';
import {personNames, uncasedNames} from './names.js';

const found = (text: string, names = personNames) =>
  Array.from(names(readDocument(text)), ({start, end}) => text.slice(start, end));

describe('personNames', () => {
  it('take whoever follows a title or is introduced, in a list or not', () => {
    expect(found('Ask Mr. Qwibbly.')).toEqual(['Qwibbly']);
    expect(found('Her name is Zorvath Quilby.')).toEqual(['Zorvath Quilby']);
  });

  it.each([
    ['Rose from accounting called me.', ['Rose']],
    ['I was helped by Hope yesterday.', ['Hope']],
    ['It was Will who signed.', ['Will']],
    ['Jan Novak signed.', ['Jan Novak']],
    ['Rich Stone never called back.', ['Rich Stone']],
  ])('take names that are words where somebody is meant: %s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it.each([
    'Hope you are well.',
    'Will you mark it as solved?',
    'The rose and the ivy need water.',
    'We met in June.',
    'The code word is Plonk.',
  ])('leave the words: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('uncasedNames', () => {
  it.each([
    ['this is faith from the front desk', ['faith']],
    ['hi rob, it is late', ['rob']],
    ['my name is zorvath', ['zorvath']],
    ['have faith in us', []],
    ['hi all, i hope you are well', []],
  ])('take whom nobody wrote in capitals: %s', (text, names) => {
    expect(found(text, uncasedNames)).toEqual(names);
  });
});
