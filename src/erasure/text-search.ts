import type {Disguise} from './disguise.js';
import {isAscii, Views} from './fold.js';
import type {Needle} from './needle.js';
import {readings, type Reading} from './readings.js';
import type {SplitNames} from './split.js';

/** A text of the subject that was found. */
export interface Hit {
  /** Which one: a JSON pointer into the subject. */
  readonly of: string;
  readonly as: readonly Disguise[];
}

/** Looks for all texts of a subject in one text. */
export class TextSearch {
  readonly #needles: readonly Needle[];
  readonly #long: readonly Needle[];
  readonly #splitNames: SplitNames;
  readonly #lengths: {readonly shortest: number; readonly shortestInGuess: number};

  constructor(needles: readonly Needle[], splitNames: SplitNames) {
    this.#needles = needles;
    this.#long = needles.filter(({isLong}) => isLong);
    this.#splitNames = splitNames;
    this.#lengths = {shortest: shortestOf(needles), shortestInGuess: shortestOf(this.#long)};
  }

  /** Each text of the subject that is there once, in the shortest way it is there. */
  in(text: string): readonly Hit[] {
    // Only characters beyond ASCII can become more when they are folded.
    if (text.length < this.#lengths.shortest && isAscii(text)) return [];
    const found = new Map<string, readonly Disguise[]>();
    for (const reading of readings(text, this.#lengths)) {
      for (const {of, as} of this.#inReading(reading)) {
        const known = found.get(of);
        if (known === undefined || as.length < known.length) found.set(of, as);
      }
    }
    return [...found].map(([of, as]) => ({of, as}));
  }

  /** In a text that is not an encoding of another one, such as a number's. */
  inPlain(text: string): readonly Hit[] {
    return [...this.#inReading({text, steps: [], isGuess: false})];
  }

  *#inReading({text, steps, isGuess}: Reading): Iterable<Hit> {
    const views = new Views(text);
    for (const needle of isGuess ? this.#long : this.#needles) {
      const way = needle.wayInto(views);
      if (way !== undefined) yield {of: needle.of, as: [...steps, ...way]};
    }
    if (!this.#splitNames.isEmpty && /^\s*[[{]/.test(text)) {
      for (const of of this.#splitNames.inJson(text)) yield {of, as: [...steps, 'json', 'split']};
    }
  }
}

/** Of nothing, more than any text has. */
function shortestOf(needles: readonly Needle[]): number {
  return Math.min(...needles.map(({shortest}) => shortest));
}
