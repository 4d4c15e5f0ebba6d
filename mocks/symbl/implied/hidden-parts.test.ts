import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {custom, replace} from '../../../src/redaction/replace.js';
import type {EntityType, Span} from '../../../src/redaction/types.js';
import {nameOfType} from '../transcript/entity-registry.js';
import {hiddenParts} from './hidden-parts.js';

const named = custom(Object.fromEntries(nameOfType) as Partial<Record<EntityType, string>>);

describe('what a redacted text tells of the clear one (SYMBL-39)', () => {
  it.each<[string, string, readonly (readonly [string, string])[] | undefined]>([
    ['I am Ada.', 'I am [PERSON_NAME].', [['PERSON_NAME', 'Ada']]],
    ['Ada', '[PERSON_NAME]', [['PERSON_NAME', 'Ada']]],
    [
      'Ada, 30',
      '[PERSON_NAME], [AGE]',
      [
        ['PERSON_NAME', 'Ada'],
        ['AGE', '30'],
      ],
    ],
    ['Born 1990-01-02, drives.', 'Born [DATE_OF_BIRTH], drives.', [['DOB', '1990-01-02']]],
    ['Nothing at all.', 'Nothing at all.', []],
    ['See [NOTE] of Ada', 'See [NOTE] of [PERSON_NAME]', [['PERSON_NAME', 'Ada']]],
    [
      'an Ada and an Ada',
      'an [PERSON_NAME] and an [PERSON_NAME]',
      [
        ['PERSON_NAME', 'Ada'],
        ['PERSON_NAME', 'Ada'],
      ],
    ],
    // Where the first ends and the second begins is not told.
    ['AdaExample', '[PERSON_NAME][ORGANIZATION]', undefined],
    // Not of one text, or nothing is there to be hidden.
    ['I am Ada.', 'You are [PERSON_NAME].', undefined],
    ['I am Ada!', 'I am [PERSON_NAME].', undefined],
    ['I am .', 'I am [PERSON_NAME].', undefined],
    ['I am Ada. Bye.', 'I am Ada.', undefined],
  ])('%j, shown as %j', (clear, redacted, expected) => {
    const parts = hiddenParts(clear, redacted);
    expect(parts?.map(({type, start, end}) => [type, clear.slice(start, end)])).toEqual(expected);
  });

  it('hides what was hidden, whatever that was', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const part = fc.record({before: word, hidden: word, type: fc.constantFrom(...nameOfType.keys())});
    fc.assert(
      fc.property(fc.array(part, {maxLength: 6}), word, (parts, end) => {
        const spans: Span[] = [];
        let text = '';
        for (const {before, hidden, type} of parts) {
          text += `${before} `;
          spans.push({start: text.length, end: text.length + hidden.length, type, score: 1});
          text += `${hidden} `;
        }
        const redacted = replace(text + end, spans, named);
        const found = hiddenParts(text + end, redacted);
        expect(found && replace(text + end, found, named)).toBe(redacted);
      }),
    );
  });
});
