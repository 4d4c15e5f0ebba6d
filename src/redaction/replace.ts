import type {EntityType, Span} from './types.js';

/** What stands in the place of a span: the whole marker, brackets included. */
export type Style = (span: Span, original: string) => string;

/** `[SSN]`: the name of the type. SYMBL-39 */
export const typeMarker: Style = (span) => bracketed(span.type);

/** `[****]`: always four asterisks, so that the length tells nothing. SYMBL-40 */
export const obfuscation: Style = () => '[****]';

/**
 * `[your own text]` for the types that have one, `fallback` for the others. Brackets are added exactly once.
 *
 * @example
 * redact('I live in Oslo.', {style: custom({LOCATION_CITY: 'City'})}) // 'I live in [City].'
 */
export function custom(texts: Readonly<Partial<Record<EntityType, string>>>, fallback: Style = typeMarker): Style {
  const own = new Map(Object.entries(texts));
  return (span, original) => {
    const text = own.get(span.type);
    return text === undefined ? fallback(span, original) : bracketed(text);
  };
}

/**
 * Puts a marker in the place of every span; all other text stays as it is, character by character. SYMBL-39, SYMBL-45
 *
 * @throws RangeError when spans overlap or leave the text: hiding half a value would reveal the other half.
 */
export function replace(text: string, spans: readonly Span[], style: Style): string {
  const parts: string[] = [];
  let cursor = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < cursor || span.end < span.start || span.end > text.length) {
      throw new RangeError(
        `The span ${span.start}–${span.end} overlaps another or leaves the text; resolve spans first.`,
      );
    }
    parts.push(text.slice(cursor, span.start), style(span, text.slice(span.start, span.end)));
    cursor = span.end;
  }
  parts.push(text.slice(cursor));
  return parts.join('');
}

function bracketed(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? text : `[${text}]`;
}
