import {describe, expect, it} from 'vitest';
import {candidate} from './candidate.js';
import {resolve} from './resolve.js';
import type {EntityType} from './types.js';

const guess = (start: number, end: number, type: EntityType, score = 0.8) => candidate(start, end, type, score, 'list');
const typesOf = (...guesses: ReturnType<typeof guess>[]) => resolve(guesses, 40).map(({type}) => type);

describe('resolve', () => {
  it('SYMBL-44: the longer wins, unless it is a mere guess beside a sure one', () => {
    expect(typesOf(guess(0, 8, 'PERSON_NAME', 0.8), guess(0, 4, 'LOCATION_CITY', 0.99))).toEqual(['PERSON_NAME']);
    expect(typesOf(guess(0, 8, 'PERSON_NAME', 0.6), guess(0, 4, 'LOCATION_CITY', 0.99))).toEqual(['LOCATION_CITY']);
  });

  it('SYMBL-44: of equal length the more specific wins', () => {
    expect(typesOf(guess(0, 4, 'LOCATION', 0.9), guess(0, 4, 'LOCATION_CITY', 0.6))).toEqual(['LOCATION_CITY']);
    expect(typesOf(guess(0, 4, 'DATE', 0.9), guess(0, 4, 'DOB', 0.6))).toEqual(['DOB']);
  });

  it('then the surer, then the order of the types', () => {
    expect(typesOf(guess(0, 4, 'PERSON_NAME', 0.6), guess(0, 4, 'LOCATION_CITY', 0.8))).toEqual(['LOCATION_CITY']);
    expect(typesOf(guess(0, 4, 'LOCATION_CITY'), guess(0, 4, 'PERSON_NAME'))).toEqual(['PERSON_NAME']);
  });

  it('keeps neighbours, sorts by place, drops what is too unsure', () => {
    expect(typesOf(guess(4, 8, 'DATE'), guess(0, 4, 'TIME'), guess(9, 12, 'URL', 0.3))).toEqual(['TIME', 'DATE']);
  });

  it('depends on the set of candidates only, never on their order', () => {
    const guesses = [
      guess(0, 6, 'DATE'),
      guess(3, 9, 'TIME'),
      guess(7, 12, 'URL'),
      guess(0, 2, 'AGE'),
      guess(10, 12, 'SSN'),
    ];
    expect(resolve([...guesses].reverse(), 40)).toEqual(resolve(guesses, 40));
  });
});
