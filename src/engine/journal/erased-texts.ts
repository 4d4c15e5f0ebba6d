import {isObject, type JsonValue} from '../../openapi/index.js';
import {meaningless} from './mask.js';

/** Words that both begin and end where letters and digits do: `Ann` is not in `annual`. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** How many letters and digits of an erased text a part of it must have to be told from the words that anybody uses. */
const tellingPart = 8;

/** An erased text as a list of words, so that neither case nor punctuation hides it. */
interface ErasedText {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Finds erased texts in what a journal keeps in clear. A value holds one when it has all its words in a row, in whatever
 * case and punctuation, or when it is a telling part of one itself: the address in an erased message. A text of one letter
 * is found only where it stands alone. Ids and times that tell nothing of anybody, and words that the vendor's document
 * lists, such as a state, are nobody's.
 */
export class ErasedTexts {
  readonly #texts = new Map<string, ErasedText>();
  /** By their first word. */
  readonly #byStart = new Map<string, ErasedText[]>();
  /** Where each word stands in them. */
  readonly #places = new Map<string, {readonly in: ErasedText; readonly at: number}[]>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      if (text.trim() === '' || meaningless.test(text)) continue;
      const erased = {text, words: wordsOf(text)};
      this.#texts.set(text, erased);
      erased.words.forEach((one, at) => listAt(this.#places, one).push({in: erased, at}));
      const [first] = erased.words;
      if (first !== undefined) listAt(this.#byStart, first).push(erased);
    }
  }

  get isEmpty(): boolean {
    return this.#texts.size === 0;
  }

  /** @param listed words that are nobody's. */
  areIn(value: JsonValue | undefined, listed: ReadonlySet<unknown>): boolean {
    if (typeof value === 'string') return readingsOf(value).some((text) => this.#isIn(text, listed));
    if (typeof value === 'number') return this.#isIn(String(value), listed);
    if (Array.isArray(value)) return value.some((one: JsonValue) => this.areIn(one, listed));
    if (!isObject(value)) return false;
    return Object.entries(value).some(
      ([name, one]) => this.areIn(name, listed) || this.areIn(one as JsonValue, listed),
    );
  }

  #isIn(text: string, listed: ReadonlySet<unknown>): boolean {
    if (this.#texts.has(text) && !listed.has(text)) return true;
    const words = wordsOf(text);
    return this.#hasWhole(words, listed) || this.#isPart(words);
  }

  #hasWhole(words: readonly string[], listed: ReadonlySet<unknown>): boolean {
    return words.some((first, at) =>
      this.#byStart.get(first)?.some((erased) => {
        const isAlone = erased.words.length === words.length;
        const isWord = isAlone || lengthOf(erased.words) > 1;
        return isWord && !listed.has(erased.text) && stands(erased.words, words, at);
      }),
    );
  }

  #isPart(words: readonly string[]): boolean {
    if (lengthOf(words) < tellingPart) return false;
    // Where its rarest word stands, all of it must.
    let rarest = 0;
    const countOf = (at: number) => this.#places.get(words[at] as string)?.length ?? 0;
    for (let at = 1; at < words.length; at += 1) if (countOf(at) < countOf(rarest)) rarest = at;
    const places = this.#places.get(words[rarest] as string) ?? [];
    return places.some((place) => place.at >= rarest && stands(words, place.in.words, place.at - rarest));
  }
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(word) ?? [];
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, one) => sum + one.length, 0);
}

/** Whether words stand in other words from a position on. */
function stands(words: readonly string[], others: readonly string[], at: number): boolean {
  return words.every((one, position) => others[at + position] === one);
}

/** A text, and what it says where it is an encoding of another one: a form, an address, JSON. */
function readingsOf(text: string): readonly string[] {
  const readings = [text];
  if (/[%+]/.test(text)) {
    try {
      readings.push(decodeURIComponent(text.replaceAll('+', ' ')));
    } catch {
      // It is no such encoding.
    }
  }
  // A letter that is written as an escape would hide the word behind it.
  if (text.includes('\\')) readings.push(text.replace(/\\u[0-9a-f]{4}|\\./gi, unescaped));
  return readings;
}

function unescaped(escape: string): string {
  return escape.length === 6 ? String.fromCharCode(parseInt(escape.slice(2), 16)) : ' ';
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
