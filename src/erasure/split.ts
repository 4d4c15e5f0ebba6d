import {border} from './decoding/decoder.js';
import {allFolds, fold} from './fold.js';
import {wordsOf} from './names.js';
import {placesIn} from './places.js';

/** A name in several words. */
interface SplitName {
  readonly of: string;
  readonly words: readonly string[];
}

/**
 * Finds names whose words are members of one object: `{firstName: 'Ada', lastName: 'Example'}`. Each member must hold
 * words of the name and nothing else, and together they must hold all of them.
 */
export class SplitNames {
  readonly #names: readonly SplitName[];
  readonly #words: readonly string[];
  readonly #longest: number;

  /** @param names each with its pointer in the subject; those of one word cannot be split. */
  constructor(names: readonly {readonly text: string; readonly of: string}[]) {
    this.#names = names
      .map(({text, of}) => ({of, words: wordsOf(fold(text, allFolds))}))
      .filter(({words}) => words.length > 1);
    this.#words = [...new Set(this.#names.flatMap(({words}) => words))];
    this.#longest = 2 * Math.max(0, ...this.#names.map(({words}) => words.join(' ').length));
  }

  /** Pointers of the names that an object holds in its members; none for any other value. */
  in(value: unknown): readonly string[] {
    if (this.#names.length === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    const parts: (readonly string[])[] = [];
    for (const member of Object.values(value)) {
      const words = typeof member === 'string' ? this.#wordsIn(member) : undefined;
      if (words) parts.push(words);
    }
    return parts.length < 2 ? [] : this.#names.filter(({words}) => isMadeOf(words, parts)).map(({of}) => of);
  }

  /** Pointers of the names that some object holds in a text that is JSON, or several of them. */
  inJson(text: string): readonly string[] {
    if (this.#names.length === 0 || !/[[{]/.test(text)) return [];
    const values = text
      .split(border)
      .filter((one) => /^\s*[[{]/.test(one))
      .map(parsed);
    return [...new Set([...placesIn(values)].flatMap(({value}) => this.in(value)))];
  }

  /** The words of a member, if it is short enough and has some of names. */
  #wordsIn(member: string): readonly string[] | undefined {
    if (member.length > this.#longest) return undefined;
    const folded = fold(member, allFolds);
    return this.#words.some((word) => folded.includes(word)) ? wordsOf(folded) : undefined;
  }
}

function isMadeOf(words: readonly string[], parts: readonly (readonly string[])[]): boolean {
  const own = parts.filter((part) => part.length < words.length && part.every((word) => words.includes(word))).flat();
  return words.every((word) => own.includes(word));
}

/** Whatever is no JSON holds nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
