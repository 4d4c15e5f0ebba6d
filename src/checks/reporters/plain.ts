/**
 * Text of servers that may be hostile, made fit for lines that people and programs read: one line, of bounded length, without
 * what steers a terminal or reorders letters.
 */

/** Letters that a value may have in formats for people. The JSON report alone holds all of it. */
export const valueLimit = 2000;

/** Control characters, line separators, and marks that turn the direction of reading. */
const steering = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const known: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};

/** The text with halves of surrogate pairs replaced, since UTF-8 cannot hold them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The text, or its beginning and how much was left out; never cut inside a pair. */
export function shorten(text: string, limit: number = valueLimit): string {
  if (text.length <= limit) return text;
  const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more)`;
}

/**
 * One line: line ends and other control characters become visible escapes (`\n`, `\u001b`).
 * `::` at the beginning and `##[` anywhere are parted, since CI runners take them for commands.
 */
export function oneLine(text: string, limit: number = valueLimit): string {
  return wellFormed(shorten(text, limit))
    .replace(steering, (character) => known[character] ?? escapeOf(character))
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/, '$1: ');
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
