import {createMemoryStore, type Store} from '../../state/index.js';
import type {ClockState, TimeSource} from '../../time/index.js';
import {behaviourValues, type BehaviourValue} from '../behaviours.js';
import {Journal} from '../journal/journal.js';
import type {Vendor} from '../vendor.js';
import {Clockwork, type ClockworkOptions, type Settled} from './clockwork.js';
import {Meters} from './meters.js';
import {newRecord, readAudit, readRecord, type AuditRecord, type Sandbox} from './sandbox.js';
import {fillSandbox, type Seeds} from './seeding.js';
import {readBehaviours, writeBehaviours} from './settings.js';

/** What sandboxes are made of. */
export interface SandboxesOptions extends ClockworkOptions {
  readonly vendors: readonly Vendor[];
  /** Data that replaces vendors' own seeds. */
  readonly seeds: Seeds;
  /** Behaviours by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, unknown>>;
  readonly time: TimeSource;
  readonly randomSeed: number;
  readonly store?: Store;
}

/** Most sandboxes at a time. A caller that makes up names must not be able to fill the memory. */
const maxSandboxes = 1000;

/** A request for a sandbox beyond the most there can be. */
export class TooManySandboxes extends Error {
  override readonly name = 'TooManySandboxes';
}

/** The isolated states of a stand-in by their ids, and what can be done to each. */
export class Sandboxes {
  readonly clockwork: Clockwork;
  readonly #options: SandboxesOptions;
  readonly #store: Store;
  readonly #behaviours: Sandbox['behaviours'];
  readonly #sandboxes = new Map<string, Promise<Sandbox>>();

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#store = options.store ?? createMemoryStore();
    // Not judged by name: a file of settings may be wider than the vendors that were chosen.
    this.#behaviours = Object.fromEntries(
      options.vendors.map(({name, behaviours}) => [name, behaviourValues(name, behaviours, options.behaviours)]),
    );
    this.clockwork = new Clockwork(options);
  }

  /** The sandbox of that id; made from the seed when it is new. */
  get(id: string): Promise<Sandbox> {
    let sandbox = this.#sandboxes.get(id);
    if (sandbox === undefined) {
      if (this.#sandboxes.size >= maxSandboxes) {
        return Promise.reject(new TooManySandboxes(`There are ${maxSandboxes} sandboxes already; reuse one of them.`));
      }
      this.#sandboxes.set(id, (sandbox = this.#open(id)));
      // One that could not be filled is tried again by the next request, and takes no place until then.
      sandbox.catch(() => this.#sandboxes.delete(id));
    }
    return sandbox;
  }

  /** Starts a sandbox anew: the seed's data, a clock that runs, an empty journal. */
  async reset(id: string): Promise<void> {
    const sandbox = await this.get(id);
    await sandbox.partition.exclusive(async () => {
      this.clockwork.forget(id);
      await this.#fill(sandbox);
      sandbox.journal.restart();
      sandbox.meters.clear();
    });
  }

  /** What the sandbox's clock shows. */
  async clock(id: string): Promise<{state: ClockState; now: number}> {
    return this.clockwork.read(await this.get(id));
  }

  /** @see Clockwork.change */
  async changeClock(
    id: string,
    change: (state: ClockState, time: TimeSource) => ClockState,
  ): Promise<readonly Settled[]> {
    return this.clockwork.change(await this.get(id), change);
  }

  /** @see readBehaviours */
  async behaviours(id: string): Promise<Readonly<Record<string, BehaviourValue>>> {
    return readBehaviours(await this.get(id), this.#options.vendors);
  }

  /** @see writeBehaviours */
  async changeBehaviours(id: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
    const sandbox = await this.get(id);
    await sandbox.partition.exclusive(async () => {
      await this.clockwork.settle(sandbox);
      await writeBehaviours(sandbox, this.#options.vendors, settings);
    });
  }

  /** The sandbox's audit trail, oldest first. */
  async audit(id: string): Promise<readonly AuditRecord[]> {
    const {partition} = await this.get(id);
    return readAudit(partition);
  }

  async #open(id: string): Promise<Sandbox> {
    const partition = await this.#store.open(id);
    const sandbox = {id, partition, journal: new Journal(), meters: new Meters(), behaviours: this.#behaviours};
    if ((await readRecord(partition)) === undefined) await this.#fill(sandbox);
    else await this.clockwork.arm(sandbox);
    return sandbox;
  }

  #fill(sandbox: Sandbox): Promise<void> {
    const record = newRecord(sandbox.id, this.#options.randomSeed);
    return fillSandbox(sandbox, record, this.#options.vendors, this.#options.seeds);
  }
}
