import type {Vendor} from '../vendor.js';
import {revealed} from './clear.js';
import type {Difference, JournalEntry} from './entry.js';
import {headersOf, readWindow, type JournalFilter} from './filter.js';
import type {Journal, Kept} from './journal.js';
import {Matcher, type CompiledPattern, type RequestPattern} from './pattern.js';
import {readPattern} from './read-pattern.js';
import type {RequestMask} from './request-mask.js';
import type {Tokens} from './tokens.js';
import {messageOf} from './verdict.js';
import {
  disorderOf,
  isMet,
  readTimes,
  tally,
  together,
  type Expectation,
  type Expected,
  type Nearest,
  type Tally,
  type Verdict,
} from './verify.js';

/** How many calls are told that come closest to an expected one. */
const mostNearest = 3;

/** How many unexpected calls are told. */
const mostUnexpected = 100;

/** What answers are made from. */
interface QuestionsOptions {
  readonly vendors: readonly Vendor[];
  /** By vendor. */
  readonly masks: ReadonlyMap<string, RequestMask>;
  readonly tokens: Tokens;
}

/** Entries that were asked for. */
export interface Selection {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Ids of those of which nobody can tell any more whether they are asked for, since that was erased. */
  readonly erased: readonly string[];
}

/** Whether an entry is asked for; `erased` when nobody can tell any more. */
export type Choice = (kept: Kept) => 'yes' | 'no' | 'erased';

/**
 * Answers questions about journals. All of it throws a RangeError, with a sentence that says what to write instead, when
 * a question names what there is not, cannot be read, or asks for too much.
 */
export class Questions {
  readonly #options: QuestionsOptions;

  constructor(options: QuestionsOptions) {
    this.#options = options;
  }

  /** The entries that a filter asks for. */
  async select(journal: Journal, filter: JournalFilter): Promise<Selection> {
    const choose = await this.choice(filter);
    const {entries, erased} = chosen(journal.records(filter.after), choose);
    return {entries: filter.limit === undefined ? entries : entries.slice(-filter.limit), erased};
  }

  /** What a filter chooses; `after` and `limit` are left to who has the entries. */
  async choice(filter: JournalFilter): Promise<Choice> {
    const {vendor, operation, method, path, where, status} = filter;
    const isInWindow = readWindow(filter);
    const pattern = await this.#read({vendor, operation, method, path, where, status});
    const choose = this.#choiceOf({...pattern, headers: headersOf(filter)});
    return (kept) => (isInWindow(kept.entry) ? choose(kept) : 'no');
  }

  /** The entries of requests that are as a pattern says. */
  async find(journal: Journal, pattern: RequestPattern): Promise<Selection> {
    return chosen(journal.records(), this.#choiceOf(await this.#read(pattern)));
  }

  /** Whether clients called as expected. What the vendors called, and what browsers asked first, is no call. */
  async verify(journal: Journal, {requests, inOrder, nothingElse}: Expectation): Promise<Verdict> {
    const calls = journal.records().filter(({entry}) => entry.kind === 'request');
    const tallies: Tally[] = [];
    for (const {times, ...pattern} of requests) tallies.push(tally(await this.#expected(pattern, times), calls));
    const groups = together(tallies, ({matcher}) => matcher.pattern.key);
    const isOften = groups.every(isMet);
    const disorder = inOrder === true && isOften ? disorderOf(tallies, calls) : undefined;
    const unexpected = nothingElse === true ? unexpectedAmong(calls, tallies) : undefined;
    const nearest = groups.flatMap((group) =>
      group.matched.length < group.min
        ? this.#nearest(group, calls).map((one) => ({request: group.request, ...one}))
        : [],
    );
    const entryOf = (id: string) => calls.find(({entry}) => entry.id === id)?.shown;
    const {dropped} = journal;
    return {
      passed: isOften && disorder === undefined && (unexpected ?? []).length === 0,
      message: messageOf({tallies, groups, disorder, unexpected, nearest, dropped, entryOf}),
      counts: tallies.map(({matched, erased}) => ({matched: matched.length, erased: erased.length})),
      ...(nearest.length > 0 && {nearest}),
      ...(unexpected && {unexpected: unexpected.slice(0, mostUnexpected).map(({id}) => id)}),
    };
  }

  async #expected(pattern: RequestPattern, times: Parameters<typeof readTimes>[0]): Promise<Expected> {
    return {matcher: this.#matcherOf(await this.#read(pattern)), ...readTimes(times)};
  }

  #nearest({matcher, matched, erased}: Tally, calls: readonly Kept[]): readonly Omit<Nearest, 'request'>[] {
    const known = new Set([...matched, ...erased]);
    const ranked = calls
      .filter((call) => !known.has(call))
      .map((call) => ({call, distance: matcher.match(call).distance}))
      .filter(({distance}) => distance < Infinity)
      .sort((one, other) => one.distance - other.distance);
    return ranked
      .slice(0, mostNearest)
      .map(({call}) => ({id: call.entry.id, differences: this.#differences(matcher.pattern, call)}));
  }

  /** In what a call differs from a pattern, both in clear where the journal is kept so. */
  #differences(pattern: CompiledPattern, call: Kept): readonly Difference[] {
    const match = () => this.#matcherOf(pattern).match(call).differences;
    if (call.clear === undefined) return match();
    const {result, meanings} = this.#options.tokens.remembering(match);
    return revealed(result, new Map([...call.clear.meanings, ...meanings]));
  }

  #choiceOf(pattern: CompiledPattern): Choice {
    const matcher = this.#matcherOf(pattern);
    return (kept) => {
      const {differences, erased} = matcher.match(kept);
      if (differences.length > 0) return 'no';
      return erased.length > 0 ? 'erased' : 'yes';
    };
  }

  #matcherOf(pattern: CompiledPattern): Matcher {
    return new Matcher(pattern, this.#options.masks);
  }

  #read(pattern: RequestPattern): Promise<CompiledPattern> {
    return readPattern(pattern, this.#options.vendors);
  }
}

function chosen(records: readonly Kept[], choose: Choice): Selection {
  const entries: JournalEntry[] = [];
  const erased: string[] = [];
  for (const kept of records) {
    const choice = choose(kept);
    if (choice === 'yes') entries.push(kept.shown);
    else if (choice === 'erased') erased.push(kept.entry.id);
  }
  return {entries, erased};
}

function unexpectedAmong(calls: readonly Kept[], tallies: readonly Tally[]): readonly JournalEntry[] {
  const expected = new Set(tallies.flatMap(({matched, erased}) => [...matched, ...erased]));
  return calls.filter((call) => !expected.has(call)).map(({shown}) => shown);
}
