import {allFolds, fold} from './fold.js';
import {wordsOf} from './names.js';

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

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  /** Pointers of the names that an object holds in parts. */
  in(members: readonly unknown[]): readonly string[] {
    const parts = members.filter((member) => typeof member === 'string').flatMap((member) => this.#part(member));
    return parts.length < 2 ? [] : this.#names.filter(({words}) => isMadeOf(words, parts)).map(({of}) => of);
  }

  /** The words of a member that has nothing but words of names. */
  #part(member: string): readonly (readonly string[])[] {
    if (member.length > this.#longest) return [];
    const folded = fold(member, allFolds);
    if (!this.#words.some((word) => folded.includes(word))) return [];
    const words = wordsOf(folded);
    return words.every((word) => this.#words.includes(word)) ? [words] : [];
  }
}

function isMadeOf(words: readonly string[], parts: readonly (readonly string[])[]): boolean {
  const own = parts.filter((part) => part.length < words.length && part.every((word) => words.includes(word))).flat();
  return words.every((word) => own.includes(word));
}
