import {border, type Lengths} from './decoding/decoder.js';
import type {Disguise} from './disguise.js';
import {Views} from './fold.js';
import type {Needle} from './needle.js';
import {readings} from './readings.js';
import type {SplitNames} from './split.js';

/** A text of the subject that was found. */
export interface Hit {
  /** Which one: a JSON pointer into the subject. */
  readonly of: string;
  readonly as: readonly Disguise[];
}

/** Looks for all texts of a subject in texts. */
export class TextSearch {
  readonly #needles: readonly Needle[];
  readonly #long: readonly Needle[];
  readonly #splitNames: SplitNames;
  readonly #lengths: Lengths;

  constructor(needles: readonly Needle[], splitNames: SplitNames) {
    this.#needles = needles;
    this.#long = needles.filter(({isLong}) => isLong);
    this.#splitNames = splitNames;
    this.#lengths = {shortest: shortestOf(needles), shortestInGuess: shortestOf(this.#long)};
  }

  /** Whether one of several texts may hold something: much less work than looking into each of them. */
  mayHold(texts: readonly string[]): boolean {
    for (const {text, isGuess} of readings(texts.join(border), this.#lengths)) {
      const views = new Views(text);
      const isThere = (isGuess ? this.#long : this.#needles).some((needle) => needle.mayBeIn(views));
      if (isThere || this.#splitNames.inJson(text).length > 0) return true;
    }
    return false;
  }

  /** Each text of the subject that is in a text once, in the shortest way it is there. */
  in(text: string): readonly Hit[] {
    const found = new Map<string, Hit>();
    const add = (hit: Hit) => {
      if (hit.as.length < (found.get(hit.of)?.as.length ?? Infinity)) found.set(hit.of, hit);
    };
    for (const reading of readings(text, this.#lengths)) {
      const views = new Views(reading.text);
      for (const needle of reading.isGuess ? this.#long : this.#needles) {
        const way = needle.wayInto(views);
        if (way) add({of: needle.of, as: [...reading.steps, ...way]});
      }
      for (const of of this.#splitNames.inJson(reading.text)) add({of, as: [...reading.steps, 'json', 'split']});
    }
    return [...found.values()];
  }
}

/** Of nothing, more than any text has. */
function shortestOf(needles: readonly Needle[]): number {
  return Math.min(...needles.map(({shortest}) => shortest));
}
