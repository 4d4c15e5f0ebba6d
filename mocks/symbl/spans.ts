import type {Span} from '../../src/redaction/index.js';

/** The spans inside a stretch of their text, or the parts of them that are, counted from its beginning. */
export function within(spans: readonly Span[], start: number, end: number): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start}));
}
