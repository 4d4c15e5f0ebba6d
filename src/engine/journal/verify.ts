import type {Difference} from './entry.js';
import type {Matcher, RequestPattern} from './pattern.js';
import type {Kept} from './journal.js';

/** How often a request is expected. At least once when nothing is said. */
export interface Times {
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly exactly?: number;
}

/** A request that is expected, and how often. */
export interface ExpectedRequest extends RequestPattern {
  readonly times?: Times;
}

/** What a journal is expected to hold of clients' calls. */
export interface Expectation {
  readonly requests: readonly ExpectedRequest[];
  /** Whether they came in the order in which they are listed. */
  readonly inOrder?: boolean;
  /** Whether no other call came. */
  readonly nothingElse?: boolean;
}

/** A call that is not what was expected, but close to it. */
export interface Nearest {
  /** Which of the expected requests, counted from 0. */
  readonly request: number;
  /** The entry's id. */
  readonly id: string;
  readonly differences: readonly Difference[];
}

/** Whether the calls were as expected. */
export interface Verdict {
  readonly passed: boolean;
  /** What was expected and what came, for people to read; several lines. */
  readonly message: string;
  /** For each expected request how many calls were so, and of how many nobody can tell, since they were erased. */
  readonly counts: readonly {readonly matched: number; readonly erased: number}[];
  /** For each request that did not come often enough the calls that come closest. */
  readonly nearest?: readonly Nearest[];
  /** Ids of calls that nobody expected, if nothing else was expected. */
  readonly unexpected?: readonly string[];
}

/** An expected request that was read. */
export interface Expected {
  readonly matcher: Matcher;
  readonly min: number;
  readonly max: number;
}

/** What was found of one expected request. */
export interface Tally extends Expected {
  readonly matched: readonly Kept[];
  /** Calls of which nobody can tell any more. */
  readonly erased: readonly Kept[];
}

/** One expected request, however often it is listed. */
export interface Group extends Tally {
  /** Where it is listed first, counted from 0. */
  readonly request: number;
}

/** Where calls are out of order. */
export interface Disorder {
  /** The expected request that did not come where it should, counted from 0. */
  readonly request: number;
  /** The call after which it should have come; absent when it should have come first. */
  readonly after?: Kept;
  /** The last call that was so, before that one. */
  readonly before?: Kept;
}

/**
 * Reads how often a request is expected.
 * @throws RangeError when it cannot be.
 */
export function readTimes({atLeast, atMost, exactly}: Times = {}): {readonly min: number; readonly max: number} {
  if (exactly !== undefined) {
    if (atLeast !== undefined || atMost !== undefined)
      throw new RangeError('Give "times" either "exactly", or "atLeast" and "atMost".');
    return {min: exactly, max: exactly};
  }
  // Who only says what is too much does not say that any must come.
  const [min, max] = [atLeast ?? (atMost === undefined ? 1 : 0), atMost ?? Infinity];
  if (min > max) throw new RangeError(`Give "times" an "atLeast" that is not more than its "atMost" of ${max}.`);
  return {min, max};
}

/** Counts the calls that are as expected. */
export function tally(expected: Expected, calls: readonly Kept[]): Tally {
  const matched: Kept[] = [];
  const erased: Kept[] = [];
  for (const call of calls) {
    const {differences, erased: unknown} = expected.matcher.match(call);
    if (differences.length > 0) continue;
    (unknown.length > 0 ? erased : matched).push(call);
  }
  return {...expected, matched, erased};
}

/**
 * Requests that are listed more than once, as for an order, are expected as often as all of them say together.
 * @param same tells which of them are the same.
 */
export function together(tallies: readonly Tally[], same: (tally: Tally) => string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [request, tally] of tallies.entries()) {
    const known = groups.get(same(tally));
    if (known === undefined) groups.set(same(tally), {...tally, request});
    else groups.set(same(tally), {...known, min: known.min + tally.min, max: known.max + tally.max});
  }
  return [...groups.values()];
}

/** Whether it came as often as it should, however those are counted of which nobody can tell. */
export function isMet({matched, erased, min, max}: Tally): boolean {
  return matched.length >= min && matched.length + erased.length <= max;
}

/**
 * The first place where calls are not in the order of the list. Each request has its calls, as many as it needs, behind
 * those of the request before it; other calls may lie between them.
 */
export function disorderOf(tallies: readonly Tally[], calls: readonly Kept[]): Disorder | undefined {
  const places = new Map(calls.map((call, place) => [call, place]));
  const placeOf = (call: Kept) => places.get(call) as number;
  let last: Kept | undefined;
  for (const [request, {matched, min}] of tallies.entries()) {
    const later = matched.filter((call) => last === undefined || placeOf(call) > placeOf(last));
    if (later.length < min) {
      const before = matched.filter((call) => !later.includes(call)).at(-1);
      return {request, ...(last && {after: last}), ...(before && {before})};
    }
    if (min > 0) last = later[min - 1];
  }
  return undefined;
}
