import {expect, it} from 'vitest';
import {readDocument} from './document.js';
import {listedOccupations} from './occupations.js';

const found = (text: string) =>
  Array.from(listedOccupations(readDocument(text)), ({start, end}) => text.slice(start, end));

it('takes the words that narrow a role with it', () => {
  expect(found('She is a pediatric nurse.')).toContain('pediatric nurse');
  expect(found('They promoted me to regional sales manager.')).toContain('regional sales manager');
});

it('takes a role that no list has after words that only a role can follow', () => {
  expect(found('I work as a qwibbler in town.')).toEqual(['qwibbler']);
});

it('leaves a role that is said of nobody', () => {
  expect(found('The doctor appointment is on Monday.')).toEqual([]);
});
