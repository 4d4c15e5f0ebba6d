import {border, type Lengths} from './decoding/decoder.js';
import type {Disguise} from './disguise.js';
import {Views} from './fold.js';
import type {Needle} from './needle.js';
import {withoutNoise} from './decoding/noise.js';
import {readings, type Reading} from './readings.js';
import {Sieve} from './sieve.js';
import type {SplitNames} from './split.js';

/** A text of the subject that was found. */
export interface Hit {
  /** Which one: a JSON pointer into the subject. */
  readonly of: string;
  readonly as: readonly Disguise[];
}

/** Looks for all texts of a subject in texts. */
export class TextSearch {
  readonly #short: Sieve | undefined;
  readonly #long: Sieve;
  readonly #splitNames: SplitNames;
  readonly #lengths: Lengths;

  constructor(needles: readonly Needle[], splitNames: SplitNames) {
    const [long, short] = [true, false].map((wanted) => needles.filter(({isLong}) => isLong === wanted));
    this.#long = new Sieve(long ?? []);
    this.#short = short?.length ? new Sieve(short) : undefined;
    this.#splitNames = splitNames;
    this.#lengths = {shortest: shortestOf(needles), shortestInGuess: shortestOf(long ?? [])};
  }

  /** Whether one of several texts may hold something: much less work than looking into each of them. */
  mayHold(texts: readonly string[]): boolean {
    for (const reading of readings(texts.join(border), this.#lengths)) {
      for (const [needle, views] of this.#needlesFor(reading)) if (needle.mayBeIn(views)) return true;
      if (this.#splitNames.inJson(reading.text).length > 0) return true;
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
      for (const [needle, views] of this.#needlesFor(reading)) {
        const way = needle.wayInto(views);
        if (way) add({of: needle.of, as: [...reading.steps, ...way]});
      }
      for (const of of this.#splitNames.inJson(reading.text)) add({of, as: [...reading.steps, 'json', 'split']});
    }
    return [...found.values()];
  }

  /** What is looked for in a reading; short texts only where they are no chance. */
  *#needlesFor({text, isGuess}: Reading): Iterable<readonly [Needle, Views]> {
    const views = new Views(text);
    for (const needle of this.#long.through(views)) yield [needle, views];
    if (isGuess || this.#short === undefined) return;
    const quiet = withoutNoise(text);
    const quietViews = quiet === text ? views : new Views(quiet);
    for (const needle of this.#short.through(quietViews)) yield [needle, quietViews];
  }
}

/** Of nothing, more than any text has. */
function shortestOf(needles: readonly Needle[]): number {
  return Math.min(...needles.map(({shortest}) => shortest));
}
