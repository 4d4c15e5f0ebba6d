import type {Disguise} from './disguise.js';
import {SplitNames} from './split.js';
import {needlesOf, type Subject} from './subject.js';
import {TextSearch, type Hit} from './text-search.js';

/** A place where something of the person still stands. It tells where, and never repeats what. */
export interface Trace {
  /** JSON pointer to the value, from the root of what was searched. */
  readonly pointer: string;
  /** Which text of the subject: a JSON pointer into the subject, such as `/emails/0`. */
  readonly of: string;
  /**
   * The shortest list of steps that leads from the place to the text: `['base64', 'case']` is another case in base64.
   * Nothing when it stands there as it was given.
   */
  readonly as: readonly Disguise[];
  /** The member's name holds it, and not its value. */
  readonly inName?: true;
}

/** Looks for one person. */
export interface Search {
  /**
   * All traces in a JSON value, in the order of the value; a text of the subject counts once in each place.
   *
   * @param at pointer of the value itself, which begins those of the traces.
   */
  in(value: unknown, at?: string): readonly Trace[];
}

/** Where a value stands; its pointer is only written when something is found there. */
interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly parent: Place | undefined;
}

/** How many names of members are remembered with what they hold: entities of a collection have the same ones. */
const mostNames = 2_000;

/**
 * Prepares the search for a person: every text is looked for in values and in names of members, as it stands and in all
 * disguises (see {@link Disguise}).
 *
 * What it does not find, since nothing tells it from chance: texts of less than six characters in base64 that is no text
 * as a whole; base64 and hex of less than eight characters inside a longer text; numbers that are spelled in words.
 *
 * @throws RangeError for a subject that cannot be looked for: nothing in it, texts too short, or what is no address or
 *   number. The message names the place, never the text.
 * @example
 * const search = createSearch({emails: ['ada@example.org']});
 * search.in({note: 'Mail ADA%40example.org'}) // [{pointer: '/note', of: '/emails/0', as: ['url', 'case']}]
 */
export function createSearch(subject: Subject): Search {
  const names = (subject.names ?? []).map((text, at) => ({text, of: `/names/${at}`}));
  const splitNames = new SplitNames(names);
  const texts = new TextSearch(needlesOf(subject), splitNames);
  const known = new Map<string, readonly Hit[]>();

  function inName(name: string): readonly Hit[] {
    const hits = known.get(name) ?? texts.in(name);
    if (known.size < mostNames) known.set(name, hits);
    return hits;
  }

  function* at(place: Place): Iterable<Omit<Trace, 'pointer'>> {
    const {value, key} = place;
    if (typeof key === 'string') for (const hit of inName(key)) yield {...hit, inName: true};
    if (typeof value === 'string') yield* texts.in(value);
    if (typeof value === 'number') yield* texts.inPlain(String(value));
    if (isObject(value)) for (const of of splitNames.in(Object.values(value))) yield {of, as: ['split']};
  }

  return {
    in: (value, pointer = '') => {
      const traces: Trace[] = [];
      // A list of what is left, since values may be nested deeper than calls.
      const left: Place[] = [{value, key: -1, parent: undefined}];
      for (let place = left.pop(); place; place = left.pop()) {
        for (const trace of at(place)) traces.push({pointer: pointer + pointerTo(place), ...trace});
        for (const child of childrenOf(place).reverse()) left.push(child);
      }
      return traces;
    },
  };
}
