import type {Ask} from '../control/index.js';
import type {Engine, JournalEntry} from '../engine/index.js';

/** A sandbox's journal. */
export interface JournalControl {
  /** Oldest first; personal values are tokens. */
  entries(): Promise<readonly JournalEntry[]>;
  clear(): Promise<void>;
}

export function journalControl(engine: Engine, ask: Ask, sandbox: string): JournalControl {
  return {
    // Read where it lies: a thousand entries need not be written out and read again.
    entries: async () => (await engine.sandbox(sandbox)).journal.entries(),
    clear: () => ask('clearJournal'),
  };
}
