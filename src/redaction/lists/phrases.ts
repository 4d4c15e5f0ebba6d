import {readDocument} from '../document.js';

/** A list of words and phrases in lower case, which can tell cheaply that no entry begins at a word. */
export interface PhraseList {
  has(phrase: string): boolean;
  begins(word: string): boolean;
}

/** Reads a list written one entry after another, separated by commas or line breaks. */
export function phrases(text: string): PhraseList {
  const entries = new Set(
    text
      .split(/[,\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
  const beginnings = new Set([...entries].map((entry) => readDocument(entry).tokens[0]?.lower ?? entry));
  return {has: (phrase) => entries.has(phrase), begins: (word) => beginnings.has(word)};
}

/** Reads a list of single words, separated by blanks. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
