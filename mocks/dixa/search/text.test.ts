import {describe, expect, it} from 'vitest';
import {highlight, wantedIn} from './text.js';

/** Where a text has a phrase, with the finds in brackets. */
function marked(text: string, phrase: string): string | undefined {
  return highlight(text, wantedIn(phrase, true))?.replaceAll('<em class="highlight">', '[').replaceAll('</em>', ']');
}

describe('an exact phrase', () => {
  it.each([
    ['a a b', 'a a a b a a b', 'a [a a b a a b]'],
    ['a b a', 'a b a b a c a b a', '[a b a b a] c [a b a]'],
    ['a a', 'a a a b a', '[a a a] b a'],
    ['a b a b c', 'a b a b a b c', 'a b [a b a b c]'],
    ['a', 'b a b', 'b [a] b'],
    ['a b', 'a c b', undefined],
    ['a b c', 'a b', undefined],
  ])('is found wherever it begins, also inside itself (%j in %j)', (phrase, text, expected) => {
    expect(marked(text, phrase)).toBe(expected);
  });
});

describe('a text that was made to be slow to search', () => {
  const many = 100_000;

  it('says the same again and again', () => {
    const text = `${'a '.repeat(many)}b`;
    expect(marked(text, `${'a '.repeat(many / 2)}b`)).toBeDefined();
    expect(marked(text, 'a '.repeat(many / 2))).toBeDefined();
  });

  it('has as many words as the query', () => {
    const text = Array.from({length: many}, (_, index) => `w${index}`).join(' ');
    expect(highlight(text, wantedIn(text, false))).toBeDefined();
  });
});
