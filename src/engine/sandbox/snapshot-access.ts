import {defaultSandbox} from '../addressing.js';
import type {Change} from '../../state/index.js';
import {instantOf, setTo, type TimeSource} from '../../time/index.js';
import type {Vendor} from '../vendor.js';
import type {Clockwork} from './clockwork.js';
import {readRecord, type Sandbox} from './sandbox.js';
import {faultsIn} from './scenarios.js';
import {credentialsOf} from './seeding.js';
import {documentOf, recordChange, recordIn, snapshotOf, type SnapshotDocument} from './snapshot-document.js';
import type {Snapshot} from './snapshots.js';
import {UnknownPlace} from './state-access.js';

/** What is told of a snapshot. */
export interface SnapshotSummary extends Pick<
  SnapshotDocument,
  'version' | 'name' | 'sandbox' | 'takenAt' | 'holdsErased'
> {
  /** How many entities it holds of each vendor. */
  readonly entities: Readonly<Record<string, number>>;
}

/** Takes snapshots of sandboxes, and goes back to them. */
export class SnapshotAccess {
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #clockwork: Clockwork;
  readonly #time: TimeSource;

  constructor({
    vendors,
    clockwork,
    time,
  }: {
    readonly vendors: readonly Vendor[];
    readonly clockwork: Clockwork;
    readonly time: TimeSource;
  }) {
    this.#vendors = new Map(vendors.map((vendor) => [vendor.name, vendor]));
    this.#clockwork = clockwork;
    this.#time = time;
  }

  /** All of a sandbox's. */
  list(sandbox: Sandbox): readonly SnapshotSummary[] {
    return sandbox.snapshots.list().map(summaryOf);
  }

  /**
   * Takes down everything that a sandbox holds, in place of the snapshot that has the name.
   * @throws TooManySnapshots
   */
  take(sandbox: Sandbox, name: string): Promise<{readonly summary: SnapshotSummary; readonly isNew: boolean}> {
    return sandbox.partition.exclusive(async () => {
      await this.#clockwork.settle(sandbox);
      const {clock} = await readRecord(sandbox.partition);
      return kept(sandbox, {
        ...{name, sandbox: sandbox.id, takenAt: instantOf(clock, this.#time)},
        vendors: [...this.#vendors.keys()],
        changes: await sandbox.partition.dump(),
        holdsErased: false,
      });
    });
  }

  /** A snapshot as a file has it. @throws UnknownPlace */
  read(sandbox: Sandbox, name: string): SnapshotDocument {
    return documentOf(found(sandbox, name), sandbox, [...this.#vendors.values()]);
  }

  /**
   * Keeps a snapshot that a file has, in place of the one that has the name.
   * @throws SeedError for data that cannot be; RangeError for a behaviour that cannot; TooManySnapshots.
   */
  async write(
    sandbox: Sandbox,
    document: SnapshotDocument,
  ): Promise<{readonly summary: SnapshotSummary; readonly isNew: boolean}> {
    return kept(sandbox, await snapshotOf(document, sandbox, this.#vendors));
  }

  /** @throws UnknownPlace */
  remove(sandbox: Sandbox, name: string): void {
    found(sandbox, name);
    sandbox.snapshots.remove(name);
  }

  /**
   * Begins a sandbox's life anew as it was in a snapshot: data, ids, behaviours, what waits for its time, and a clock that
   * goes on from there. As after a reset, its journal is empty, and webhooks under way are forgotten.
   * @throws UnknownPlace
   */
  restore(sandbox: Sandbox, name: string): Promise<void> {
    return sandbox.partition.exclusive(async () => {
      const snapshot = found(sandbox, name);
      const changes = await this.#changesFor(sandbox, snapshot);
      this.#clockwork.forget(sandbox.id);
      await sandbox.partition.replace(changes);
      sandbox.faults.restart();
      sandbox.faults.replace(faultsIn(recordIn(snapshot).scenario, [...this.#vendors.values()]));
      sandbox.journal.restart();
      sandbox.meters.clear();
      await this.#clockwork.arm(sandbox);
    });
  }

  /** What a sandbox is to hold: what the snapshot holds, and what it says nothing of stays. */
  async #changesFor(sandbox: Sandbox, snapshot: Snapshot): Promise<readonly Change[]> {
    const record = recordIn(snapshot);
    const own = {...record, origin: sandbox.origin, clock: setTo(record.clock, snapshot.takenAt, this.#time)};
    const isForeign = this.#isForeignTo(sandbox, snapshot);
    const restored = snapshot.changes.filter((change) => change.collection !== 'standin.sandbox' && !isForeign(change));
    const isTold = ({collection}: Change) => ['standin', ...snapshot.vendors].includes(vendorOf(collection));
    const rest = (await sandbox.partition.dump()).filter((change) => !isTold(change));
    // Taken of another sandbox, it does not know the credentials of this one.
    const credentials =
      snapshot.sandbox === sandbox.id ? [] : credentialsOf([...this.#vendors.values()], [sandbox.id]).filter(isTold);
    return [...credentials, ...restored, ...rest, recordChange(own)];
  }

  /** Which of a snapshot's entities are credentials that were issued for another sandbox: they are unknown in this one. */
  #isForeignTo(sandbox: Sandbox, snapshot: Snapshot): (change: Change) => boolean {
    if ([sandbox.id, defaultSandbox].includes(snapshot.sandbox)) return () => false;
    const issued = credentialsOf([...this.#vendors.values()], [snapshot.sandbox]);
    const foreign = new Set(issued.map(({collection, id}) => `${collection} ${id}`));
    return ({collection, id}) => foreign.has(`${collection} ${id}`);
  }
}

function kept(sandbox: Sandbox, snapshot: Snapshot) {
  const isNew = sandbox.snapshots.save(snapshot);
  return {summary: summaryOf(snapshot), isNew};
}

function found(sandbox: Sandbox, name: string): Snapshot {
  const snapshot = sandbox.snapshots.get(name);
  if (snapshot !== undefined) return snapshot;
  const names = sandbox.snapshots.list().map((one) => one.name);
  const there = names.length === 0 ? 'this sandbox has none' : `there are ${names.join(', ')}`;
  throw new UnknownPlace(`There is no snapshot ${JSON.stringify(name)}: ${there}.`);
}

function summaryOf({name, sandbox, takenAt, vendors, changes, holdsErased}: Snapshot): SnapshotSummary {
  const entities = Object.fromEntries(
    vendors.map((vendor) => [vendor, changes.filter(({collection}) => vendorOf(collection) === vendor).length]),
  );
  return {version: 1, name, sandbox, takenAt: new Date(takenAt).toISOString(), holdsErased, entities};
}

function vendorOf(collection: string): string {
  return collection.slice(0, collection.indexOf('.'));
}
