import type {Change} from '../../state/index.js';
import type {Fault} from '../faults/fault.js';
import type {JournalEntry} from '../journal/journal.js';
import type {Trace} from '../trace.js';
import {
  behavioursOf,
  readRecord,
  type AllBehaviourValues,
  type AuditRecord,
  type DueRecord,
  type Sandbox,
  type SandboxRecord,
} from './sandbox.js';

/** Everything that a sandbox holds at one moment. Nothing in it changes any more, so it can be searched at leisure. */
export interface Holdings {
  /** All vendors' entities with their index keys, by the collections' full names. */
  readonly stored: ReadonlyMap<string, readonly Change[]>;
  /** Oldest first. */
  readonly audit: readonly AuditRecord[];
  /** What waits for its time: transitions, and webhooks that are to leave. */
  readonly queue: readonly DueRecord[];
  /** What the sandbox keeps about itself: clock, counters, behaviours. */
  readonly record: SandboxRecord;
  /** Entries as they are shown, with how each request went. */
  readonly journal: readonly {readonly entry: JournalEntry; readonly trace?: Trace}[];
  readonly faults: readonly Fault[];
  /** A vendor's behaviours as they were. */
  readonly behavioursOf: (vendor: string) => AllBehaviourValues[string];
}

/** Takes down what a sandbox holds. Runs inside its queue. */
export async function holdingsOf(sandbox: Sandbox): Promise<Holdings> {
  const stored = new Map<string, Change[]>();
  for (const change of await sandbox.partition.dump()) {
    const same = stored.get(change.collection);
    if (same) same.push(change);
    else stored.set(change.collection, [change]);
  }
  const entitiesOf = <E>(collection: string) => (stored.get(collection) ?? []).map(({entity}) => entity as E);
  const record = await readRecord(sandbox.partition);
  return {
    stored: new Map([...stored].filter(([collection]) => !collection.startsWith('standin.'))),
    audit: entitiesOf<AuditRecord>('standin.audit'),
    queue: entitiesOf<DueRecord>('standin.due'),
    record,
    journal: sandbox.journal.records().map(({shown: entry, trace}) => ({entry, ...(trace && {trace})})),
    faults: sandbox.faults.list(),
    behavioursOf: (vendor) => behavioursOf(sandbox, record, vendor),
  };
}
