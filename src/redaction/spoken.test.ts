import {describe, expect, it} from 'vitest';
import {readSpoken} from './spoken.js';

describe('readSpoken', () => {
  it.each([
    ['five five five oh one nine nine', '5550199'],
    ['double five, triple zero, nine', '55 000 9'],
    ['forty four sixty seven twelve', '446712'],
    ['one two eight dash five five dash nine oh one two', '128 55 9012'],
  ])('%s', (spoken, written) => {
    expect(readSpoken(`It is ${spoken}.`)?.text).toBe(`It is ${written}.`);
  });

  it('finds the way back', () => {
    const text = 'Call two one two, five five five now';
    const reading = readSpoken(text);
    const at = reading?.text.indexOf('212 555') ?? -1;
    expect(reading?.original(at, at + 7)).toEqual({start: 5, end: 32});
    expect(reading?.original(0, 4)).toBeUndefined();
  });

  it.each(['One moment, two of us are here.', 'at 5 pm', ''])('leaves alone: %s', (text) => {
    expect(readSpoken(text)).toBeUndefined();
  });
});
