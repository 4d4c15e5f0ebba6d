import {isObject, type JsonValue} from '../../openapi/index.js';
import {fromBase64} from '../base64.js';
import {meaningless} from './mask.js';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** What stands between the words of a sentence, a form or a piece of HTML; an address has none of it. */
const between = /[\s"'`’“”()[\]{}<>,;:!?|&=]+/u;

/** How many letters and digits a part of an erased text must have to be told from words that anybody uses. */
const tellingPart = 8;

/** An erased text of several words, so that neither case nor punctuation hides it. */
interface ErasedText {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Finds erased texts in what a journal keeps in clear. How sure it has to be depends on how much a text tells:
 *
 * - One of several words, or with a number in it, is found wherever all its words stand in a row, in whatever case and
 *   punctuation; and so is a part of it that still tells something, such as the address in a message.
 * - A single word may be a name or nothing at all. It is found as a whole value, and as a word of a sentence, as it was
 *   written; not inside an address, nor as the name of a member.
 * - A single letter is found only as a whole value.
 *
 * Ids and times that tell nothing of anybody, and words that the vendors' documents list, such as a state, are nobody's.
 */
export class ErasedTexts {
  readonly #texts = new Set<string>();
  readonly #words = new Set<string>();
  /** Those of several words, by the first of them. */
  readonly #byStart = new Map<string, ErasedText[]>();
  /** Where each word stands in those of several words. */
  readonly #places = new Map<string, {readonly in: ErasedText; readonly at: number}[]>();

  constructor(texts: Iterable<string>) {
    for (const text of withContents(texts)) {
      if (text.trim() === '' || meaningless.test(text)) continue;
      this.#texts.add(text);
      const erased = {text, words: wordsOf(text)};
      for (const one of erased.words) this.#words.add(one);
      const [first] = erased.words;
      if (first === undefined || !isTelling(erased.words)) continue;
      erased.words.forEach((one, at) => listAt(this.#places, one).push({in: erased, at}));
      listAt(this.#byStart, first).push(erased);
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
      ([name, one]) => this.#isTold(name, listed) || this.areIn(one as JsonValue, listed),
    );
  }

  /** Whether a text is made of words of theirs alone, in whatever order. One without words is of nothing. */
  haveWordsOf(text: string): boolean {
    const words = wordsOf(text);
    return words.length > 0 && words.every((one) => this.#words.has(one));
  }

  #isIn(text: string, listed: ReadonlySet<unknown>): boolean {
    return this.#isTold(text, listed) || [text, ...text.split(between)].some((one) => this.#isWord(one, text, listed));
  }

  /** The whole value, or a word of it. */
  #isWord(one: string, text: string, listed: ReadonlySet<unknown>): boolean {
    const bare = one === text ? one : one.replace(/^[._–—-]+|[._–—-]+$/gu, '');
    return this.#texts.has(bare) && !listed.has(bare) && (bare.length > 1 || bare === text);
  }

  /** Whether a telling text, or a telling part of one, stands in it. */
  #isTold(text: string, listed: ReadonlySet<unknown>): boolean {
    const words = wordsOf(text);
    const isWhole = words.some((first, at) =>
      this.#byStart.get(first)?.some((erased) => !listed.has(erased.text) && stands(erased.words, words, at)),
    );
    return isWhole || (isTelling(words) && lengthOf(words) >= tellingPart && this.#isPart(words));
  }

  /** Where the rarest of the words stands in an erased text, all of them must. */
  #isPart(words: readonly string[]): boolean {
    const placesOf = (at: number) => this.#places.get(words[at] as string) ?? [];
    let rarest = 0;
    for (let at = 1; at < words.length; at += 1) if (placesOf(at).length < placesOf(rarest).length) rarest = at;
    return placesOf(rarest).some((place) => place.at >= rarest && stands(words, place.in.words, place.at - rarest));
  }
}

const decoder = new TextDecoder('utf-8', {fatal: true});

/** Files lie in the state as base64, and travel as what they are: the texts, and what text files say. */
function* withContents(texts: Iterable<string>): Iterable<string> {
  for (const text of texts) {
    yield text;
    if (text.length < 8 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) continue;
    try {
      yield decoder.decode(fromBase64(text));
    } catch {
      // It is no text.
    }
  }
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(word) ?? [];
}

/** Whether words say more than a single one that anybody may use: several of them, or a number of some length. */
function isTelling(words: readonly string[]): boolean {
  return words.length > 1 || /\d.{4}|.{4}\d/u.test(words[0] ?? '');
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
