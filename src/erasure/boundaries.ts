/**
 * Where a text may begin and end in a longer one, so that nobody called Ann is found in `annual`.
 *
 * @param start first character of what was found; `end` is the one behind its last.
 */
export type Boundary = (text: string, start: number, end: number) => boolean;

/** Letters of scripts that put no blanks between words: there a name may touch its neighbours. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** A local part has at most 64 characters, a domain 255: whoever looks no further stays linear. */
const longestLocalPart = 64;
const longestDomain = 255;

/** Whether a text is written in a script that puts no blanks between words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** A word, or several, by itself: neither letters nor digits touch its own. */
export const isWord: Boundary = (text, start, end) =>
  !isInsideWord(characterBefore(text, start), characterAt(text, start)) &&
  !isInsideWord(characterAt(text, end), characterBefore(text, end));

/**
 * A whole e-mail address: `nada@`, `not.ada@` and `@example.org.uk` belong to somebody else. Whatever joins two words in an
 * address (`.`, `+`, `_`, `-`) is taken to do so, also where a file's name would mean something else by it.
 */
export const isAddress: Boundary = (text, start, end) =>
  isWord(text, start, end) &&
  !/[\p{L}\p{N}][.+_-]$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  !/^[.-]\p{L}/u.test(text.slice(end, end + 3));

/** A name that is neither part of a word nor of an e-mail address: `ada.example.else@`, `@ada.example` are not Ada Example. */
export const isName: Boundary = (text, start, end) =>
  isWord(text, start, end) && !isInDomain(text, start) && !isPartOfLocalPart(text, start, end);

function isInDomain(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - longestDomain), start);
  const at = before.lastIndexOf('@');
  return at > 0 && /^[\p{L}\p{N}._-]*$/u.test(before.slice(at + 1)) && wordCharacter.test(before.charAt(at - 1));
}

/** A tag is no part of a name: `ada.example+news@` is Ada Example's. */
function isPartOfLocalPart(text: string, start: number, end: number): boolean {
  const rest = /^([\p{L}\p{M}\p{N}._%+-]*)@[\p{L}\p{N}]/u.exec(text.slice(end, end + longestLocalPart));
  if (rest === null) return false;
  const isJoinedBefore = /[\p{L}\p{N}][._+-]$/u.test(text.slice(Math.max(0, start - 3), start));
  return isJoinedBefore || !/^(?:\+|$)/.test(rest[1] ?? '');
}

function isInsideWord(neighbour: string, edge: string): boolean {
  return isSpacedLetter(neighbour) && isSpacedLetter(edge);
}

function isSpacedLetter(character: string): boolean {
  return wordCharacter.test(character) && !isUnspaced(character);
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function characterBefore(text: string, at: number): string {
  const pair = at > 1 ? characterAt(text, at - 2) : '';
  return pair.length === 2 ? pair : at === 0 ? ' ' : characterAt(text, at - 1);
}
