import type {Ask} from '../control/index.js';
import type {Engine, Explanation, JournalEntry} from '../engine/index.js';

/** A sandbox's journal. */
export interface JournalControl {
  /** Oldest first; personal values are tokens. */
  entries(): Promise<readonly JournalEntry[]>;
  clear(): Promise<void>;
  /** Why a request was answered as it was. @param request the id of an entry. @throws RangeError when there is none. */
  explain(request: string): Promise<Explanation>;
}

export function journalControl(engine: Engine, ask: Ask, sandbox: string): JournalControl {
  return {
    // Read where it lies: a thousand entries need not be written out and read again.
    entries: async () => (await engine.sandbox(sandbox)).journal.entries(),
    clear: () => ask('clearJournal'),
    explain: (requestId) => ask('explain', {params: {requestId}}) as Promise<Explanation>,
  };
}
