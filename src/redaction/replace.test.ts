import {describe, expect, it} from 'vitest';
import {custom, obfuscation, replace, typeMarker} from './replace.js';
import type {Span} from './types.js';

const span = (start: number, end: number, type: Span['type'] = 'SSN'): Span => ({start, end, type, score: 1});

describe('replace', () => {
  it('SYMBL-39: keeps everything outside the spans, character by character', () => {
    expect(replace('  😀 a\tbcd\r\n', [span(5, 6), span(7, 9, 'TIME')], typeMarker)).toBe('  😀 [SSN]\t[TIME]d\r\n');
  });

  it('SYMBL-45: does not merge neighbours', () => {
    expect(replace('ab', [span(0, 1), span(1, 2)], obfuscation)).toBe('[****][****]');
  });

  it('takes spans in any order', () => {
    expect(replace('ab', [span(1, 2, 'TIME'), span(0, 1)], typeMarker)).toBe('[SSN][TIME]');
  });

  it('returns the text itself when there is nothing to hide', () => {
    expect(replace('Yes.', [], typeMarker)).toBe('Yes.');
  });

  it.each([
    ['overlap', [span(0, 3), span(2, 4)]],
    ['leave the text', [span(0, 9)]],
  ])('refuses spans that %s', (_, spans) => {
    expect(() => replace('abcd', spans, typeMarker)).toThrow(RangeError);
  });
});

describe('custom', () => {
  it('adds brackets exactly once', () => {
    expect(replace('abc', [span(0, 3)], custom({SSN: '[ID]'}))).toBe('[ID]');
    expect(replace('abc', [span(0, 3)], custom({SSN: 'ID'}))).toBe('[ID]');
    expect(replace('abc', [span(0, 3)], custom({SSN: ''}))).toBe('[]');
  });

  it('takes the text literally', () => {
    expect(replace('abc', [span(0, 3)], custom({SSN: '$& $1'}))).toBe('[$& $1]');
  });
});
