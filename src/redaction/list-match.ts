import {joinedToNext, type Document} from './document.js';
import type {PhraseList} from './lists/phrases.js';

/** Words of the text that stand in a list, as token numbers. */
export interface ListMatch {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const mostTokens = 5;
const longestKey = 60;

/**
 * Finds the entries of a list, the longest at each place, over up to five tokens. A list's entries are written in lower
 * case; how the text spells them is for the caller to judge.
 */
export function* listMatches(document: Document, list: PhraseList): Iterable<ListMatch> {
  for (let first = 0; first < document.tokens.length; first++) {
    const match = longestAt(document, list, first);
    if (!match) continue;
    yield match;
    first = match.last;
  }
}

/** Whether the writer marks these words as a name: capitals where the text uses them, anything where it does not. */
export function looksNamed(document: Document, match: ListMatch): boolean {
  return (
    document.casing !== 'mixed' || document.tokens[match.first]?.capitalized === true || isCapitalized(document, match)
  );
}

function isCapitalized({tokens}: Document, {last}: ListMatch): boolean {
  return tokens[last]?.capitalized === true;
}

function longestAt(document: Document, list: PhraseList, first: number): ListMatch | undefined {
  const from = document.tokens[first];
  if (!from || !list.begins(from.lower)) return undefined;
  let found: ListMatch | undefined;
  for (let last = first; last < first + mostTokens; last++) {
    const to = document.tokens[last];
    if (!to || to.end - from.start > longestKey) break;
    const key = keyOf(document.text.slice(from.start, to.end));
    if (list.has(key)) found = {first, last, start: from.start, end: to.end, key};
    if (!continues(document, last)) break;
  }
  return found;
}

/** Blanks, the `'s` of "Mother's Day" and the `&` of "H&M" do not end an entry. */
function continues(document: Document, index: number): boolean {
  if (joinedToNext(document, index)) return true;
  const token = document.tokens[index];
  const next = document.tokens[index + 1];
  return (
    token !== undefined &&
    next !== undefined &&
    /^(?:['’]s | ?& ?|-|\/)$/.test(document.text.slice(token.end, next.start))
  );
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
}
