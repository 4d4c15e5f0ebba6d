import type {Answers, Ask} from '../control/index.js';

/** What is told of a snapshot: its name, when it was taken, how many entities it holds. */
export type SnapshotSummary = Answers<'listSnapshots'>['snapshots'][number];

/** A snapshot as a file has it: plain data. */
export type SnapshotDocument = Answers<'getSnapshot'>;

/** States of a sandbox to go back to, by name. A reset leaves them. */
export interface SnapshotsControl {
  /**
   * Takes down everything that the sandbox holds, in place of the snapshot that has the name.
   * @param name letters, digits, dots, hyphens and underscores, 64 at most.
   * @throws RangeError for another name, and when there are too many or too large ones.
   */
  take(name: string): Promise<SnapshotSummary>;
  list(): Promise<readonly SnapshotSummary[]>;
  /**
   * Goes back: the sandbox begins a new life with everything that the snapshot holds. What was erased since is there
   * again, the journal is empty, webhooks under way are forgotten.
   * @throws RangeError when there is no such snapshot, naming those there are.
   */
  restore(name: string): Promise<void>;
  /** The snapshot as a document, to be kept in a file. @throws RangeError when there is none, naming those there are. */
  export(name: string): Promise<SnapshotDocument>;
  /** Keeps a document that was exported, here or elsewhere. @throws RangeError for one that cannot be. */
  import(name: string, document: SnapshotDocument): Promise<SnapshotSummary>;
  /** Forgets it. @throws RangeError when there is none, naming those there are. */
  delete(name: string): Promise<void>;
}

export function snapshotsControl(ask: Ask): SnapshotsControl {
  return {
    take: (name) => ask('putSnapshot', {params: {name}}),
    list: async () => (await ask('listSnapshots')).snapshots,
    restore: (name) => ask('restoreSnapshot', {params: {name}}),
    export: (name) => ask('getSnapshot', {params: {name}}),
    import: (name, document) => ask('putSnapshot', {params: {name}, body: document}),
    delete: (name) => ask('removeSnapshot', {params: {name}}),
  };
}
