/** State of a generator: four 32-bit words. Plain data, since it lies in the sandbox's state. */
export type RandomState = readonly [number, number, number, number];

/** The first state for a seed: the seed's words stirred until they look like nothing. */
export function seedRandom(seed: number, salt: string): RandomState {
  // Spread first: neighbouring seeds differ where letters differ, and one would undo the other.
  let hash = Math.imul(seed, 0x9e3779b1) >>> 0 || 0x9e3779b9;
  for (let position = 0; position < salt.length; position += 1) {
    hash = Math.imul(hash ^ salt.charCodeAt(position), 0x01000193) >>> 0;
  }
  const words = [0, 0, 0, 0].map(() => {
    hash = (hash + 0x9e3779b9) >>> 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  });
  return words as unknown as RandomState;
}

/** A small fast generator (sfc32). Repeatable, not secret. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor([a, b, c, counter]: RandomState) {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#counter = counter;
  }

  get state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#counter];
  }

  /** The next 32 bits, as an unsigned number. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) >>> 0;
    this.#counter = (this.#counter + 1) >>> 0;
    this.#a = (this.#b ^ (this.#b >>> 9)) >>> 0;
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }
}
