import {blake3} from '@noble/hashes/blake3';
import {bytesToHex, concatBytes, utf8ToBytes} from '@noble/hashes/utils';
import type {JsonValue} from '../../openapi/index.js';

/** Longest text whose shape is shown whole. */
const shownShape = 80;

/** How much of each end of long bytes is hashed: to hash all of a recording would take seconds. */
const hashedEnd = 64 * 1024;

/** Longest text that is remembered for a journal in clear. */
const longestMeaning = 64 * 1024;

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** What tokens stand for. */
export type Meanings = ReadonlyMap<string, JsonValue>;

/**
 * Stands for a personal value in the journal: `tok_5f3c9a0e2b7d4c11(aaaa@aaaaaaa.aaa)`. Equal values have equal tokens,
 * the shape and length can be read, and without the key nobody gets from the token to the value.
 */
export class Tokens {
  readonly #key: Uint8Array;
  /** Credentials come with every request; they are never erased, so remembering a few is safe. */
  readonly #credentials = new Map<string, string>();
  #meanings: Map<string, JsonValue> | undefined;

  /** @param key 32 random bytes, kept nowhere else. */
  constructor(key: Uint8Array) {
    // Of a Buffer, the hash would wipe what it was given.
    this.#key = Uint8Array.from(key);
  }

  /** The token of a value; structured values are taken as their JSON text, in whatever order their members stand. */
  of(value: unknown): string {
    const text = typeof value === 'string' ? value : JSON.stringify(inOrder(value));
    const token = `tok_${this.#digest(utf8ToBytes(text))}(${shapeOf(text)})`;
    if (this.#meanings && text.length <= longestMeaning) this.#meanings.set(token, value as JsonValue);
    return token;
  }

  /** The token of bytes that were not read. Of a long recording, both ends and the length tell whether it is the same. */
  ofBytes(bytes: Uint8Array): string {
    const parts = bytes.length > 2 * hashedEnd ? [bytes.subarray(0, hashedEnd), bytes.subarray(-hashedEnd)] : [bytes];
    const token = `tok_${this.#digest(concatBytes(...parts))}(${bytes.length} bytes)`;
    const text = this.#meanings && bytes.length <= longestMeaning ? textOf(bytes) : undefined;
    if (text !== undefined) this.#meanings?.set(token, text);
    return token;
  }

  /** The token of a credential: an `Authorization` header, a key. Of its shape only a usual scheme is told: `(Bearer)`. */
  ofCredential(value: string): string {
    let token = this.#credentials.get(value);
    if (token === undefined) {
      const [, scheme] = /^(Bearer|Basic|Digest) /i.exec(value) ?? [];
      token = `tok_${this.#digest(utf8ToBytes(value))}${scheme === undefined ? '' : `(${scheme})`}`;
      if (this.#credentials.size >= 100) this.#credentials.clear();
      this.#credentials.set(value, token);
    }
    this.#meanings?.set(token, value);
    return token;
  }

  /**
   * Does some work, and tells what the tokens that it made stand for. For journals in clear.
   * @param work must not wait for anything.
   */
  remembering<T>(work: () => T): {readonly result: T; readonly meanings: Meanings} {
    const meanings = (this.#meanings = new Map<string, JsonValue>());
    try {
      return {result: work(), meanings};
    } finally {
      this.#meanings = undefined;
    }
  }

  #digest(bytes: Uint8Array): string {
    return bytesToHex(blake3(bytes, {key: this.#key, dkLen: 8}));
  }
}

/** The value with the members of all its objects in one order, so that equal values have equal texts. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, one]) => [name, inOrder(one)]));
}

/** Bytes as text; undefined when they are none. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Letters, digits and punctuation of a text, without the text. */
function shapeOf(text: string): string {
  const shown = text.length > shownShape ? text.slice(0, shownShape) : text;
  let shape = '';
  for (const letter of shown) shape += shapeOfLetter(letter);
  return text.length > shownShape ? `${shape}…+${text.length - shownShape}` : shape;
}

function shapeOfLetter(letter: string): string {
  if (letter >= 'a' && letter <= 'z') return 'a';
  if (letter >= 'A' && letter <= 'Z') return 'A';
  if (letter >= '0' && letter <= '9') return '9';
  if (letter >= ' ' && letter <= '~') return letter;
  if (/\p{Lu}/u.test(letter)) return 'A';
  if (/\p{L}/u.test(letter)) return 'a';
  // Vowel signs, emoji and the like tell as much as letters do; punctuation alone is shape.
  return /\p{N}/u.test(letter) ? '9' : '?';
}
