import {Random, seedRandom} from '../random.js';

const syllables = [...'bdfgklmnprstvz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
const syllablesInWord = 4;
const words = syllables.length ** syllablesInWord;

/** Shares no factor with the number of words, so that each comes once before the first comes again. */
const stride = 9_999_991;

/** Words that are in no language: for names by which somebody is found again. */
export class Words {
  readonly #start: number;

  /** @param salt what tells these words from those of the same seed elsewhere. */
  constructor(randomSeed: number, salt: string) {
    this.#start = new Random(seedRandom(randomSeed, salt)).word();
  }

  /** A number up to some twenty-four million that no other position has. */
  numberAt(position: number): number {
    return (this.#start + position * stride) % words;
  }

  /** A word such as `Tavokelu` that no other position has. */
  wordAt(position: number): string {
    let rest = this.numberAt(position);
    let word = '';
    for (let at = 0; at < syllablesInWord; at += 1) {
      word += syllables[rest % syllables.length];
      rest = Math.floor(rest / syllables.length);
    }
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
}
