/**
 * Ids of what is never stored. They follow from the id of the message that something was found in and the place there,
 * never from what was said: the same finding has the same id in every answer, and no text can be guessed from it.
 */

type Part = string | number;

/** Where hashing begins; two hashes with different beginnings have nothing in common. */
const beginnings = [0x811c9dc5, 0x9747b28c, 0x3c6ef372, 0xa54ff53a] as const;

/** 16 decimal digits, as all ids of Symbl's but those of people and jobs. */
export function stableId(...parts: readonly Part[]): string {
  const text = parts.join(' ');
  // Fifty-three bits at most, which is what a number holds exactly.
  const number = hash(text, beginnings[0]) * 2 ** 20 + (hash(text, beginnings[1]) >>> 12);
  return String(1e15 + (number % 8e15));
}

/** The form of a person's id. */
export function stableUuid(...parts: readonly Part[]): string {
  const text = parts.join(' ');
  const digits = beginnings.map((beginning) => hash(text, beginning).toString(16).padStart(8, '0')).join('');
  // Marked as a version 8 UUID: one whose content is the maker's own affair.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}

/** FNV-1a, and a mixing of the bits so that texts that differ in their last letter differ everywhere. */
function hash(text: string, beginning: number): number {
  let state = beginning;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
