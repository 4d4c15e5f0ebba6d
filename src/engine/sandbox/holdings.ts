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
import type {Snapshot} from './snapshots.js';

/** Everything that a sandbox holds at one moment. Nothing in it changes any more, so it can be searched at leisure. */
export interface Holdings extends Stored {
  /** Entries as they are shown, with how each request went. */
  readonly journal: readonly {readonly entry: JournalEntry; readonly trace?: Trace}[];
  readonly faults: readonly Fault[];
  readonly snapshots: readonly (Stored & Pick<Snapshot, 'name'>)[];
  /** A vendor's behaviours as they were. */
  readonly behavioursOf: (vendor: string) => AllBehaviourValues[string];
}

/** What lies in a store, in that of a sandbox or in a snapshot. */
export interface Stored {
  /** All vendors' entities with their index keys, by the collections' full names. */
  readonly entities: ReadonlyMap<string, readonly Change[]>;
  /** Oldest first. */
  readonly audit: readonly AuditRecord[];
  /** What waits for its time: transitions, and webhooks that are to leave. */
  readonly queue: readonly DueRecord[];
  /** What a sandbox keeps about itself: clock, counters, behaviours. */
  readonly records: readonly SandboxRecord[];
}

/** Takes down what a sandbox holds. Runs inside its queue. */
export async function holdingsOf(sandbox: Sandbox): Promise<Holdings> {
  const record = await readRecord(sandbox.partition);
  return {
    ...storedIn(await sandbox.partition.dump()),
    journal: sandbox.journal.records().map(({shown: entry, trace}) => ({entry, ...(trace && {trace})})),
    faults: sandbox.faults.list(),
    snapshots: sandbox.snapshots.list().map(({name, changes}) => ({name, ...storedIn(changes)})),
    behavioursOf: (vendor) => behavioursOf(sandbox, record, vendor),
  };
}

function storedIn(changes: readonly Change[]): Stored {
  const all = new Map<string, Change[]>();
  for (const change of changes) {
    const same = all.get(change.collection);
    if (same) same.push(change);
    else all.set(change.collection, [change]);
  }
  const own = <E>(collection: string) => (all.get(collection) ?? []).map(({entity}) => entity as E);
  return {
    entities: new Map([...all].filter(([collection]) => !collection.startsWith('standin.'))),
    audit: own<AuditRecord>('standin.audit'),
    queue: own<DueRecord>('standin.due'),
    records: own<SandboxRecord>('standin.sandbox'),
  };
}
