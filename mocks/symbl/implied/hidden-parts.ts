import type {Span} from '../../../src/redaction/types.js';
import {typeOfName} from '../transcript/entity-registry.js';

/** Whoever hid it was sure. */
const score = 1;

/**
 * Where the personal data of a text is, by the same text with Symbl's names in its place: `I am [AGE]`.
 * @returns undefined when the two are not of one text, or when it cannot be told where one entity ends and the next begins.
 */
export function hiddenParts(clear: string, redacted: string): readonly Span[] | undefined {
  const [beginning = '', ...parts] = partsOf(redacted);
  if (typeof beginning !== 'string' || !clear.startsWith(beginning)) return undefined;
  const spans: Span[] = [];
  let at = beginning.length;
  for (let next = 0; next < parts.length; next += 2) {
    const [type, text] = [parts[next] as Span['type'], parts[next + 1] as string];
    const isLast = next + 2 >= parts.length;
    if (text === '' && !isLast) return undefined;
    // Something is hidden, one letter at least; what is behind the last goes up to the end.
    const end = isLast ? clear.length - text.length : clear.indexOf(text, at + 1);
    if (end <= at || !clear.startsWith(text, end)) return undefined;
    spans.push({start: at, end, type, score});
    at = end + text.length;
  }
  return at === clear.length ? spans : undefined;
}

/** Texts and the types between them, in turn. */
function partsOf(redacted: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const match of redacted.matchAll(/\[([A-Z_]+)\]/g)) {
    const type = typeOfName.get(match[1] ?? '');
    if (type === undefined) continue;
    parts.push(redacted.slice(at, match.index), type);
    at = match.index + match[0].length;
  }
  return [...parts, redacted.slice(at)];
}
