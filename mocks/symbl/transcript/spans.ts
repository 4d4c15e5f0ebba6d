import type {Span} from '../../../src/redaction/types.js';

/** A part of a text: from its first character to the one behind its last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What each stretch of a text has of the text's spans, counted from the stretch's own beginning.
 * @param stretches in order and apart from each other, as the spans are; so both are walked through once.
 */
export function spansIn(stretches: readonly Stretch[], spans: readonly Span[]): Span[][] {
  let next = 0;
  return stretches.map(({start, end}) => {
    while (next < spans.length && (spans[next] as Span).end <= start) next += 1;
    const found: Span[] = [];
    for (let i = next; i < spans.length && (spans[i] as Span).start < end; i++) {
      const span = spans[i] as Span;
      found.push({...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start});
    }
    return found;
  });
}
