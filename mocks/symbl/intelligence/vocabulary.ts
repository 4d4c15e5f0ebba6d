/** A word, or a sign that is no white space. White space itself does not count: what is said is compared. */
const token = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/** Of longer phrases there are none in a sentence; they are not looked for. */
const longestPhrase = 32;

/** Of those who share a phrase, so many have it found. Bounds what a hostile vocabulary costs. */
const mostOwners = 8;

/** A phrase that stands in a text. */
export interface Found<Owner> {
  readonly start: number;
  readonly end: number;
  readonly owner: Owner;
}

interface Node<Owner> {
  readonly next: Map<string, Node<Owner>>;
  readonly owners: Owner[];
}

/**
 * Phrases that are looked for word by word, whatever their letter case; `Model X` is found in "a model X, please" and not
 * in "a model Xylo". Where two begin in one place the longer is found, as among Symbl's own entities (SYMBL-44). Finding
 * takes time that grows with the text, not with the number of phrases.
 */
export class Vocabulary<Owner> {
  readonly #root: Node<Owner> = {next: new Map(), owners: []};

  /** Adds a phrase; one without a word in it is never found. */
  add(phrase: string, owner: Owner): void {
    const words = tokensOf(phrase);
    if (words.length > longestPhrase) return;
    let node = this.#root;
    for (const {word} of words) {
      let following = node.next.get(word);
      if (following === undefined) node.next.set(word, (following = {next: new Map(), owners: []}));
      node = following;
    }
    if (node.owners.length < mostOwners) node.owners.push(owner);
  }

  /** All that stands in the text, in its order. */
  find(text: string): Found<Owner>[] {
    if (this.#root.next.size === 0) return [];
    const words = tokensOf(text);
    const found: Found<Owner>[] = [];
    for (let first = 0; first < words.length;) {
      const {length, owners} = this.#longestAt(words, first);
      const start = words[first]?.start ?? 0;
      const end = words[first + length - 1]?.end ?? start;
      for (const owner of owners) found.push({start, end, owner});
      first += Math.max(1, length);
    }
    return found;
  }

  #longestAt(words: readonly Token[], first: number): {length: number; owners: readonly Owner[]} {
    let longest: {length: number; owners: readonly Owner[]} = {length: 0, owners: []};
    let node = this.#root.next.get(words[first]?.word ?? '');
    for (let length = 1; node !== undefined; length += 1) {
      if (node.owners.length > 0) longest = {length, owners: node.owners};
      node = node.next.get(words[first + length]?.word ?? '');
    }
    return longest;
  }
}

/** A word in lower case, and where it stands. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words and signs of a text. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(token), ({0: word, index}) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
