import {allFolds, foldSet, type Views} from './fold.js';
import type {Needle} from './needle.js';

/** So few needles are looked for one by one in less time than it takes to sieve them. */
const fewNeedles = 12;

/**
 * Tells which of many needles a text may hold, in one pass over it: those of which a piece that all their forms have stands
 * there. A hundred people are looked for in hardly more time than one.
 */
export class Sieve {
  readonly #needles: readonly Needle[];
  /** Positions of the needles without such a piece. */
  readonly #always: readonly number[];
  readonly #anchors = new Pieces();
  readonly #cores = new Pieces();

  constructor(needles: readonly Needle[]) {
    this.#needles = needles;
    this.#always = [...needles.keys()].filter((position) => !this.#put(needles[position] as Needle, position));
  }

  /** The needles that a text may hold, in their order. */
  through(views: Views): readonly Needle[] {
    if (this.#needles.length <= fewNeedles) return this.#needles;
    const found = new Set(this.#always);
    const folds = views.isAscii ? [allFolds] : [allFolds, allFolds & ~foldSet('unicode')];
    for (const text of folds.map((set) => views.folded(set))) {
      this.#anchors.findIn(text, found);
      this.#cores.findIn(lettersOf(text, views.isAscii), found);
    }
    return [...found].sort((one, other) => one - other).map((position) => this.#needles[position] as Needle);
  }

  /** @returns whether the needle has a piece by which it is found. */
  #put({anchors, cores}: Needle, position: number): boolean {
    return this.#cores.add(cores, position) || this.#anchors.add(anchors, position);
  }
}

/** The letters and digits of a text in a row. */
function lettersOf(text: string, isAscii: boolean): string {
  return text.replace(isAscii ? /[^a-z\d]+/g : /[^\p{L}\p{N}]+/gu, '');
}

/** So many characters of a piece are looked up at once. */
const gramLength = 4;

interface Piece {
  readonly text: string;
  readonly position: number;
}

/** Pieces that are looked for all at once. */
class Pieces {
  readonly #byGram = new Map<string, Piece[]>();
  /** Whether any gram has that hash: most places of a text are passed over by it. */
  readonly #hashes = new Uint8Array(2 ** 16);

  /** @returns whether there are any, and all are long enough to be looked for so; if not, none is. */
  add(texts: readonly string[], position: number): boolean {
    if (texts.length === 0 || texts.some(({length}) => length < gramLength)) return false;
    for (const text of texts) {
      const gram = text.slice(0, gramLength);
      const same = this.#byGram.get(gram);
      if (same) same.push({text, position});
      else this.#byGram.set(gram, [{text, position}]);
      this.#hashes[hashAt(gram, 0)] = 1;
    }
    return true;
  }

  /** Adds the positions of all pieces that stand in a text. */
  findIn(text: string, found: Set<number>): void {
    if (this.#byGram.size === 0) return;
    for (let at = 0; at <= text.length - gramLength; at += 1) {
      if (this.#hashes[hashAt(text, at)] === 0) continue;
      const pieces = this.#byGram.get(text.slice(at, at + gramLength)) ?? [];
      for (const {text: piece, position} of pieces) if (text.startsWith(piece, at)) found.add(position);
    }
  }
}

/** Sixteen bits that depend on the characters of a gram. */
function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let end = at + gramLength; at < end; at += 1) hash = (hash * 31 + text.charCodeAt(at)) & 0xffff;
  return hash;
}
