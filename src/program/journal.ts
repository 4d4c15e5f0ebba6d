import type {Ask} from '../control/index.js';
import type {Engine, Explanation, JournalEntry, JournalFilter, NearMiss, RequestPattern} from '../engine/index.js';
import type {Named, Names} from './names.js';

/** A request that no operation matched, and the operations that come closest. */
export interface UnmatchedRequest extends Pick<JournalEntry, 'id' | 'at' | 'vendor'> {
  readonly method: string;
  readonly path: string;
  /** The closest first; none when nothing is near. */
  readonly nearest: readonly NearMiss[];
}

/** A sandbox's journal. */
export interface JournalControl<N extends Names = Names> {
  /**
   * Oldest first; personal values are tokens, unless the journal is kept in clear.
   * @param filter which of them; all when absent. @throws RangeError when it names what there is not.
   */
  entries(filter?: Named<JournalFilter, N>): Promise<readonly JournalEntry[]>;
  /** How many entries there are. @throws RangeError when the filter names what there is not. */
  count(filter?: Named<JournalFilter, N>): Promise<number>;
  /**
   * The entries of requests that are as a pattern says. Personal values are given in clear, and found all the same.
   * @throws RangeError when the pattern names what there is not.
   */
  find(pattern: Named<RequestPattern, N>): Promise<readonly JournalEntry[]>;
  /** @param id such as `req-7`. @throws RangeError when there is no such entry, or no more. */
  entry(id: string): Promise<JournalEntry>;
  /** Requests that no operation matched. */
  nearMisses(): Promise<readonly UnmatchedRequest[]>;
  /**
   * What is asked from now on. It ends when the loop is left, when the sandbox is reset or the stand-in closes, and for
   * a listener so slow that entries went before it read them.
   *
   * ```ts
   * for await (const entry of await standin.journal.follow()) console.log(entry.operation);
   * ```
   *
   * @throws RangeError when the filter names what there is not, or when fifty listen already.
   */
  follow(filter?: Named<JournalFilter, N>): Promise<AsyncIterable<JournalEntry>>;
  clear(): Promise<void>;
  /** Why a request was answered as it was. @param request the id of an entry. @throws RangeError when there is none. */
  explain(request: string): Promise<Explanation>;
}

export function journalControl(engine: Engine, ask: Ask, sandbox: string): JournalControl {
  return {
    entries: async (filter) => {
      const query = {...filter};
      if (Object.keys(query).length > 0) return (await ask('getJournal', {query})).entries as readonly JournalEntry[];
      // Read where it lies: a thousand entries need not be written out and read again.
      return (await engine.sandbox(sandbox)).journal.entries();
    },
    count: async (filter) => (await ask('countJournal', {query: {...filter}})).count,
    find: async (pattern) => (await ask('findInJournal', {body: pattern})).entries as readonly JournalEntry[],
    entry: (entryId) => ask('getJournalEntry', {params: {entryId}}) as Promise<JournalEntry>,
    nearMisses: async () => (await ask('getNearMisses')).requests as readonly UnmatchedRequest[],
    follow: async (filter) => (await import('./follow.js')).follow(engine, sandbox, filter),
    clear: () => ask('clearJournal'),
    explain: (requestId) => ask('explain', {params: {requestId}}) as Promise<Explanation>,
  };
}
