import type {JsonValue} from '../../openapi/index.js';
import {isToken, maybeSame, textOf} from './expressions.js';

/** A value of a call; undefined where it was not recorded. */
export type Recorded = JsonValue | undefined;

/** Ends that the same look is meant for, as far as its parameters tell. */
export interface Spot<End> {
  /** When it was opened: the count of the call. */
  readonly since: number;
  readonly expected: readonly Recorded[];
  /** By the text that the answer has to hold; under undefined those that need none, or whose text cannot be told. */
  readonly ends: Map<string | undefined, Set<End>>;
  /** When somebody last looked in vain: the count of the call. */
  vainAt: number;
}

/** What finds an end again, to take it away. */
export interface Place<End> {
  readonly spot: Spot<End>;
  /** Takes the end away. */
  readonly leave: () => void;
}

/**
 * What is open, by the parameters of the call that may close it, so that a call is a lookup however much is open. Values that
 * can be read and tokens are kept apart, since one tells nothing of the other; what was not recorded stands by itself.
 */
export class OpenEnds<End> {
  readonly #kinds = new Map<string, Map<string, Spot<End>>>();

  /**
   * @param expected values of the parameters, always in the same order.
   * @param held the value that the answer has to hold.
   */
  add(
    end: End,
    {expected, held, since}: {readonly expected: readonly Recorded[]; readonly held: Recorded; readonly since: number},
  ): Place<End> {
    const kind = kindOf(expected);
    const spots = this.#kinds.get(kind) ?? new Map<string, Spot<End>>();
    this.#kinds.set(kind, spots);
    const key = kind.includes(unrecorded) ? `${keyOf(expected)} ${since}` : keyOf(expected);
    const spot = spots.get(key) ?? {since, expected, ends: new Map<string | undefined, Set<End>>(), vainAt: -1};
    spots.set(key, spot);
    const text = held === undefined || isToken(textOf(held)) ? undefined : textOf(held);
    const ends = spot.ends.get(text) ?? new Set();
    spot.ends.set(text, ends.add(end));
    const leave = () => {
      ends.delete(end);
      if (ends.size === 0) spot.ends.delete(text);
      if (spot.ends.size === 0) spots.delete(key);
    };
    return {spot, leave};
  }

  /** The spot that a look is meant for, or else the oldest that it may be meant for. */
  spotOf(given: readonly Recorded[]): Spot<End> | undefined {
    const kind = kindOf(given);
    const exact = this.#kinds.get(kind)?.get(keyOf(given));
    if (exact) return exact;
    let oldest: Spot<End> | undefined;
    for (const [other, spots] of this.#kinds) {
      if (other === kind && !kind.includes(unrecorded)) continue;
      const spot = firstLike(given, spots);
      if (spot && spot.since < (oldest?.since ?? Infinity)) oldest = spot;
    }
    return oldest;
  }
}

/** Of a single parameter it is the first, since values of different kinds may always be the same. */
function firstLike<End>(given: readonly Recorded[], spots: ReadonlyMap<string, Spot<End>>): Spot<End> | undefined {
  for (const spot of spots.values()) if (spot.expected.every((one, at) => maybeSame(one, given[at]))) return spot;
  return undefined;
}

const unrecorded = '?';

/** One letter for each value: whether it can be read, is a token, or was not recorded. */
function kindOf(values: readonly Recorded[]): string {
  return values.map((value) => (value === undefined ? unrecorded : isToken(textOf(value)) ? 't' : 'c')).join('');
}

function keyOf(values: readonly Recorded[]): string {
  return JSON.stringify(values.map((value) => (value === undefined ? null : textOf(value))));
}
