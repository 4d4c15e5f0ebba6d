import {Random, type RandomState} from './random.js';

/** Hands out ids. They come from the sandbox's state, so the same calls give the same ids. */
export interface Ids {
  /** A random (version 4) UUID. */
  uuid(): string;
  /** A decimal string without a leading zero. */
  digits(length: number): string;
  /** A lower-case hexadecimal string. */
  hex(length: number): string;
  /** The next number of a counter, starting at 1. */
  next(counter: string): number;
}

const hexPairs = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Ids of one unit of work; `state` and `counters` are written back when it commits. */
export class SeededIds implements Ids {
  readonly #random: Random;
  #counters: Readonly<Record<string, number>>;
  #changed = false;

  constructor(random: RandomState, counters: Readonly<Record<string, number>>) {
    this.#random = new Random(random);
    this.#counters = counters;
  }

  get changed(): boolean {
    return this.#changed;
  }

  get state(): RandomState {
    return this.#random.state;
  }

  get counters(): Readonly<Record<string, number>> {
    return this.#counters;
  }

  uuid(): string {
    const [a, b, c, d] = [this.#word(), this.#word(), this.#word(), this.#word()];
    const versioned = ((b & 0xffff0fff) | 0x00004000) >>> 0;
    const variant = ((c & 0x3fffffff) | 0x80000000) >>> 0;
    const [mid, low] = [hexOf(versioned), hexOf(variant)];
    // Joined, not concatenated: an id lives long, and a joined string is stored in one piece.
    return [hexOf(a), mid.slice(0, 4), mid.slice(4), low.slice(0, 4), low.slice(4) + hexOf(d)].join('-');
  }

  digits(length: number): string {
    let text = String(1 + (this.#word() % 9));
    while (text.length < length) text += String(this.#word() % 10);
    return text;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += hexOf(this.#word());
    return text.slice(0, length);
  }

  next(counter: string): number {
    this.#changed = true;
    const next = (this.#counters[counter] ?? 0) + 1;
    this.#counters = {...this.#counters, [counter]: next};
    return next;
  }

  #word(): number {
    this.#changed = true;
    return this.#random.word();
  }
}

function hexOf(word: number): string {
  return (
    (hexPairs[word >>> 24] as string) +
    (hexPairs[(word >>> 16) & 255] as string) +
    (hexPairs[(word >>> 8) & 255] as string) +
    (hexPairs[word & 255] as string)
  );
}
