import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {replace, type Span} from '../../../src/redaction/index.js';
import type {Message} from '../entities.js';
import {spansIn} from './spans.js';
import {wordsOf} from './words.js';

const span = (start: number, end: number): Span => ({start, end, type: 'SSN', score: 1});
const marker = () => '[SSN]';

describe('spansIn', () => {
  it('counts spans from the beginning of their stretch, and cuts off what is outside', () => {
    const stretches = [
      {start: 0, end: 4},
      {start: 4, end: 8},
      {start: 10, end: 20},
    ];
    expect(spansIn(stretches, [span(0, 2), span(3, 5), span(8, 10), span(12, 20), span(20, 22)])).toEqual([
      [span(0, 2), span(3, 4)],
      [span(0, 1)],
      [span(2, 10)],
    ]);
  });
});

describe('wordsOf', () => {
  /** A text with spans in it that do not touch its ends, nor one another's insides. */
  const texts = fc
    .array(fc.tuple(fc.constantFrom('a', ' ', 'b c', '  ', '.', '/'), fc.boolean()), {maxLength: 30})
    .map((parts) => {
      const spans: Span[] = [];
      let text = '';
      for (const [part, hidden] of parts) {
        if (hidden && part.trim() === part) spans.push(span(text.length, text.length + part.length));
        text += part;
      }
      return {text, spans};
    });

  it('SYMBL-51 says in words what the redacted text says, whatever is hidden', () => {
    fc.assert(
      fc.property(texts, ({text, spans: hidden}) => {
        const message = {text, startTime: '2022-01-01T00:00:00.000Z', endTime: '2022-01-01T00:00:09.000Z'} as Message;
        const words = wordsOf(message, {beginning: message.startTime, hidden, style: marker});
        const redacted = replace(text, hidden, marker).split(/\s+/).filter(Boolean);
        expect(words.map(({word}) => word)).toEqual(redacted);
        for (const [place, word] of words.entries()) {
          expect(word.startTime <= word.endTime).toBe(true);
          expect(word.startTime >= (words[place - 1]?.endTime ?? '')).toBe(true);
        }
      }),
    );
  });
});
