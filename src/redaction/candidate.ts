import {latin, uncased} from './latin.js';
import {lazily} from './lists/lazily.js';
import type {Document} from './document.js';
import type {EntityType, Span} from './types.js';

/** Which layer made a guess; kept for explaining a detection, never for deciding one. */
export type Layer = 'pattern' | 'context' | 'name' | 'list' | 'shape' | 'memory';

/** A guess, not yet weighed against the other guesses about the same text. */
export interface Candidate extends Span {
  readonly layer: Layer;
}

/** One idea of how personal data looks. It never sees what the others found. */
export type Recognizer = (document: Document) => Iterable<Candidate>;

/** Makes a candidate. `score` is how sure the rule is by itself: 0.95 checksummed, 0.8 cued, 0.6 a list alone. */
export function candidate(start: number, end: number, type: EntityType, score: number, layer: Layer): Candidate {
  return {start, end, type, score, layer};
}

/** What a {@link pattern} may ask of a match besides its shape. */
export interface PatternOptions {
  readonly score?: number;
  readonly accept?: (match: string, document: Document, start: number) => boolean;
  /** A text without this has no match; a cheap test that spares the dear one. */
  readonly needs?: RegExp;
}

/**
 * A recognizer made of one regular expression. The group named `it` is the entity, or else the whole match.
 *
 * The expression needs the flags `dg`, and must stay linear on hostile text: every repetition is bounded, or begins
 * where the one before cannot continue.
 */
export function pattern(type: EntityType, expression: RegExp, options: PatternOptions = {}): Recognizer {
  const {score = 0.8, accept, needs} = options;
  const plain = lazily(() => uncased(latin(expression)));
  const anyCase = expression.ignoreCase;
  return function* (document) {
    if (needs && !needs.test(document.text)) return;
    for (const match of (anyCase ? document.folded : document.text).matchAll(plain())) {
      const range = match.indices?.groups?.['it'] ?? match.indices?.[0];
      if (!range || range[0] === range[1]) continue;
      const [start, end] = range;
      if (accept && !accept(document.text.slice(start, end), document, start)) continue;
      yield candidate(start, end, type, score, 'pattern');
    }
  };
}

/**
 * Runs recognizers only on texts that have what all of them need: one cheap test spares many dear ones, and the first
 * use of an expression, when it is compiled, is the dearest.
 */
export function whenever(needs: RegExp, recognizers: readonly Recognizer[]): Recognizer {
  return function* (document) {
    if (!needs.test(document.text)) return;
    for (const recognize of recognizers) yield* recognize(document);
  };
}
