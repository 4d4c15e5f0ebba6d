import {Random, seedRandom} from '../engine/random.js';

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Area codes of the United States; numbers 555-0100 to 555-0199 behind them are nobody's. */
const areas = ['201', '212', '303', '312', '404', '415', '503', '505'];

/** Addresses that are kept for documents (RFC 5737). */
const networks = ['192.0.2', '198.51.100', '203.0.113'];

/** Draws what an invented value is made of. The same seed draws the same. */
export class Words {
  readonly #random: Random;

  constructor(seed: number, salt: string) {
    this.#random = new Random(seedRandom(seed, salt));
    // Neighbouring salts begin alike; a few words on they do not.
    for (let count = 0; count < 8; count += 1) this.#random.word();
  }

  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number {
    return least + (this.#random.word() % (most - least + 1));
  }

  one<T>(values: ArrayLike<T>): T {
    return values[this.number(0, values.length - 1)] as T;
  }

  /** A number of so many digits, with zeros before it. */
  padded(least: number, most: number, length: number): string {
    return String(this.number(least, most)).padStart(length, '0');
  }

  /** Something that can be said, in the case of a shape: `Aaaaaa` becomes `Dovina`. */
  word(shape: string): string {
    let isVowel = this.number(0, 3) === 0;
    return [...shape]
      .map((letter) => {
        const said = this.one(isVowel ? vowels : consonants);
        isVowel = !isVowel;
        return letter === 'A' ? said.toUpperCase() : said;
      })
      .join('');
  }

  /** Letters and digits as they stand in a code: `a9aa99` becomes `k4mo17`. */
  code(shape: string): string {
    return shape.replace(/[aA9]/g, (letter) => (letter === '9' ? String(this.number(0, 9)) : this.word(letter)));
  }

  /**
   * Digits in the place of digits; what stands between them is kept. From seven on they are like a telephone number or
   * that of an account, so they are made ones that nobody has.
   */
  digits(shape: string): string {
    const places = shape.replace(/[^9]/g, '').length;
    const left = [...this.#digits(places)];
    return shape.replace(/9/g, () => left.shift() ?? '');
  }

  #digits(places: number): string {
    const local = `55501${this.padded(0, 99, 2)}`;
    if (places === 7) return local;
    if (places === 10) return this.one(areas) + local;
    if (places === 11) return `1${this.one(areas)}${local}`;
    // No telephone number, no insured person and no account begins so.
    const begin = places > 7 ? '000' : places > 1 ? String(this.number(1, 9)) : '';
    const rest = Array.from({length: places - begin.length}, () => this.number(0, 9)).join('');
    return begin + rest;
  }

  /** A telephone number as it is written abroad. */
  phone(): string {
    return `+${this.#digits(11)}`;
  }

  /** An address of a machine that is nobody's. */
  machine(): string {
    return `${this.one(networks)}.${this.number(1, 254)}`;
  }
}
