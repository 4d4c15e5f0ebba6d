import type {Disguise} from './disguise.js';
import {placesIn, pointerTo, type Place} from './places.js';
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

/** A text that stands somewhere, or a place where something is known to be. */
interface Item {
  readonly place: Place;
  readonly text: string;
  readonly hits?: readonly Hit[];
  readonly inName?: true;
}

/** Looks for one person. */
export interface Search {
  /**
   * The traces in a JSON value, in the order of the value; a text of the subject counts once in each place. They are looked
   * for as they are taken: whoever has enough stops.
   *
   * @param at pointer of the value itself, which begins those of the traces.
   */
  in(value: unknown, at?: string): Iterable<Trace>;
}

/** So much is looked at at once, in characters: one look at many short texts takes a tenth of the time of many looks. */
const batchSize = 4_000;

/** How many names of members are remembered that hold nothing: the entities of a collection have the same ones. */
const mostNames = 2_000;

/**
 * Prepares the search for a person: every text is looked for in values and in names of members, as it stands and in all
 * disguises (see {@link Disguise}).
 *
 * What it does not find, since nothing tells it from chance: texts of less than six characters in base64 that is no text
 * as a whole; base64 and hex of less than eight characters inside a longer text. Nor numbers that are spelled in words, and
 * names whose words are neither in one text nor in members of one object.
 *
 * @throws RangeError for a subject that cannot be looked for: nothing in it, texts too short, or what is no address or
 *   number. The message names the place, never the text.
 * @example
 * const search = createSearch({emails: ['ada@example.org']});
 * [...search.in({note: 'Mail ADA%40example.org'})] // [{pointer: '/note', of: '/emails/0', as: ['url', 'case']}]
 */
export function createSearch(subject: Subject): Search {
  const needles = needlesOf(subject);
  const splitNames = new SplitNames((subject.names ?? []).map((text, at) => ({text, of: `/names/${at}`})));
  const texts = new TextSearch(needles, splitNames);
  const cleanNames = new Set<string>();

  function* itemsIn(root: unknown): Iterable<Item> {
    for (const place of placesIn(root)) {
      const {key, value} = place;
      if (typeof key === 'string' && !cleanNames.has(key)) yield {place, text: key, inName: true};
      if (typeof value === 'string') yield {place, text: value};
      if (typeof value === 'number') yield {place, text: String(value)};
      const hits = splitNames.in(value).map((of): Hit => ({of, as: ['split']}));
      if (hits.length > 0) yield {place, text: '', hits};
    }
  }

  /** A long text makes a batch of its own. */
  function* batchesIn(value: unknown): Iterable<readonly Item[]> {
    let batch: Item[] = [];
    let size = 0;
    for (const item of itemsIn(value)) {
      if (batch.length > 0 && size + item.text.length > batchSize) {
        yield batch;
        batch = [];
        size = 0;
      }
      batch.push(item);
      size += item.text.length + 1;
    }
    yield batch;
  }

  function rememberNames(items: readonly Item[]): void {
    for (const {inName, text} of items) if (inName && cleanNames.size < mostNames) cleanNames.add(text);
  }

  /** Halves what holds something until each text stands alone. */
  function found(items: readonly Item[]): readonly (readonly [Item, Hit])[] {
    const [item] = items;
    if (item && items.length === 1) return (item.hits ?? texts.in(item.text)).map((hit) => [item, hit]);
    if (!items.some(({hits}) => hits) && !texts.mayHold(items.map(({text}) => text))) return [];
    const half = items.length >> 1;
    return [...found(items.slice(0, half)), ...found(items.slice(half))];
  }

  return {
    *in(value, at = '') {
      for (const batch of batchesIn(value)) {
        const hits = found(batch);
        for (const [{place, inName}, hit] of hits) {
          yield {pointer: at + pointerTo(place), ...hit, ...(inName && {inName})};
        }
        if (hits.length === 0) rememberNames(batch);
      }
    },
  };
}
