import {blake3} from '@noble/hashes/blake3';
import {bytesToHex, concatBytes, utf8ToBytes} from '@noble/hashes/utils';

/** Longest text whose shape is shown whole. */
const shownShape = 80;

/** How much of each end of long bytes is hashed: to hash all of a recording would take seconds. */
const hashedEnd = 64 * 1024;

/**
 * Stands for a personal value in the journal: `tok_5f3c9a0e2b7d4c11(aaaa@aaaaaaa.aaa)`. Equal values have equal tokens,
 * the shape and length can be read, and without the key nobody gets from the token to the value.
 */
export class Tokens {
  readonly #key: Uint8Array;
  /** Credentials come with every request; they are never erased, so remembering a few is safe. */
  readonly #credentials = new Map<string, string>();

  /** @param key 32 random bytes, kept nowhere else. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The token of a value; structured values are taken as their JSON text. */
  of(value: unknown): string {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return `tok_${this.#digest(utf8ToBytes(text))}(${shapeOf(text)})`;
  }

  /** The token of bytes that were not read. Of a long recording, both ends and the length tell whether it is the same. */
  ofBytes(bytes: Uint8Array): string {
    const parts = bytes.length > 2 * hashedEnd ? [bytes.subarray(0, hashedEnd), bytes.subarray(-hashedEnd)] : [bytes];
    return `tok_${this.#digest(concatBytes(...parts))}(${bytes.length} bytes)`;
  }

  /** The token of a credential: an `Authorization` header, a key. */
  ofCredential(value: string): string {
    let token = this.#credentials.get(value);
    if (token === undefined) {
      token = `tok_${this.#digest(utf8ToBytes(value))}`;
      if (this.#credentials.size >= 100) this.#credentials.clear();
      this.#credentials.set(value, token);
    }
    return token;
  }

  #digest(bytes: Uint8Array): string {
    return bytesToHex(blake3(bytes, {key: this.#key, dkLen: 8}));
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
