import type {Boundary} from './boundaries.js';
import type {Disguise} from './disguise.js';
import {allFolds, fold, foldsIn, foldSet, type FoldSet, type Views} from './fold.js';

/** Whether something stands in a text. */
export type Finder = (text: string) => boolean;

/** One way in which people and programs write what is looked for. */
export interface Form {
  /** What this form changes; nothing for the text as it was given. */
  readonly as: readonly Disguise[];
  /** Makes what finds the form in texts that are folded by `folded`. */
  readonly finderIn: (folded: (text: string) => string) => Finder;
}

/** What a needle is made of. */
export interface NeedleOptions {
  /** Which text of the subject it is: a JSON pointer. */
  readonly of: string;
  readonly forms: readonly Form[];
  /** Folds that do not make it something else; all, unless given. */
  readonly folds?: FoldSet;
  /** Words of which each form holds one as it is. Nothing for what may be written with gaps anywhere. */
  readonly anchors?: readonly string[];
  /** Letters and digits that each form has in a row, when all else is taken out of it. */
  readonly core?: string;
  /** Characters of the shortest text that can hold it. */
  readonly shortest: number;
}

/** A form in texts that are folded in one way. */
interface Way {
  readonly steps: readonly Disguise[];
  /** How many of them are the form's. */
  readonly ownSteps: number;
  readonly set: FoldSet;
  readonly find: Finder;
}

/** From how many characters on a text stands in random bytes by no chance. */
const longEnough = 6;

/** All folds but that of the forms of characters. */
const besides: FoldSet = allFolds & ~foldSet('unicode');

/** One text of the subject, with all the ways in which it may be written. */
export class Needle {
  readonly of: string;
  readonly shortest: number;
  /** Some of these stand in every text that may hold it, when that is folded. */
  readonly anchors: readonly string[];
  /** Or some of these, in its letters and digits alone. */
  readonly cores: readonly string[];
  /** Shortest first; of two, the one nearer to what was given. */
  readonly #ways: readonly Way[];
  readonly #widest: readonly Way[];
  readonly #widestBesides: readonly Way[];

  constructor({of, forms, folds = allFolds, anchors = [], core, shortest}: NeedleOptions) {
    this.of = of;
    this.shortest = shortest;
    this.anchors = widelyFolded(anchors);
    this.cores = core === undefined ? [] : widelyFolded([core]);
    this.#ways = subsetsOf(folds)
      .flatMap((set) => forms.map((form) => wayTo(form, set)))
      .sort((a, b) => a.steps.length - b.steps.length || a.ownSteps - b.ownSteps);
    this.#widest = forms.map((form) => wayTo(form, allFolds));
    this.#widestBesides = forms.map((form) => wayTo(form, besides));
  }

  /** Whether it can be told from random bytes. */
  get isLong(): boolean {
    return this.shortest >= longEnough;
  }

  /**
   * Whether a text may hold it: it does so in no other way than when everything is folded, but for characters that become
   * letters then, and touch the word before them (`Example™`).
   */
  mayBeIn(views: Views): boolean {
    return this.#isIn(views, this.#widest) || (!views.isAscii && this.#isIn(views, this.#widestBesides));
  }

  /** The shortest way in which a text holds it; undefined when it does not. */
  wayInto(views: Views): readonly Disguise[] | undefined {
    return this.mayBeIn(views) ? this.#ways.find(({find, set}) => find(views.folded(set)))?.steps : undefined;
  }

  #isIn(views: Views, ways: readonly Way[]): boolean {
    const text = views.folded(ways[0]?.set ?? allFolds);
    const isPossible = this.anchors.length === 0 || this.anchors.some((anchor) => text.includes(anchor));
    return isPossible && ways.some(({find}) => find(text));
  }
}

/** Finds a text that stands somewhere within its boundaries. */
export function plainFinder(wanted: string, fits: Boundary): Finder {
  return (text) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (fits(text, at, at + wanted.length)) return true;
    }
    return false;
  };
}

/** Finds what an expression describes, within its boundaries. Each repetition in it must be bounded. */
export function patternFinder(source: string, fits: Boundary): Finder {
  const expression = new RegExp(source, 'gu');
  return (text) => {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      if (fits(text, match.index, match.index + match[0].length)) return true;
      expression.lastIndex = match.index + 1;
    }
    return false;
  };
}

/** A text as a regular expression that stands for itself. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Texts as they are when everything is folded, with the forms of characters and without. */
function widelyFolded(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => [fold(text, allFolds), fold(text, besides)]))];
}

/** Made when it is first asked for: most ways never are. */
function wayTo(form: Form, set: FoldSet): Way {
  let finder: Finder | undefined;
  const find: Finder = (text) => (finder ??= form.finderIn((given) => fold(given, set)))(text);
  const own = form.as.filter((step) => !foldsIn(set).some((name) => name === step));
  return {steps: [...foldsIn(set), ...own], ownSteps: own.length, set, find};
}

function subsetsOf(folds: FoldSet): readonly FoldSet[] {
  return Array.from({length: allFolds + 1}, (_, set) => set).filter((set) => (set & ~folds) === 0);
}
