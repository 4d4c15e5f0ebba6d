import {createMemoryStore, type Partition, type Store} from '../../state/index.js';
import type {ClockState, TimeSource} from '../../time/index.js';
import type {BehaviourValue} from '../behaviours.js';
import type {Vendor} from '../vendor.js';
import {Canaries} from '../canaries/canaries.js';
import {Faults} from '../faults/faults.js';
import {Journal} from '../journal/journal.js';
import {defaultScenario, type ScenarioName} from '../scenarios.js';
import {Clockwork, type ClockworkOptions, type Settled} from './clockwork.js';
import {expiryOf, Lifetimes, type Life} from './lifetimes.js';
import {Meters} from './meters.js';
import {
  newRecord,
  readAudit,
  readRecord,
  type AuditRecord,
  type Origin,
  type Sandbox,
  type SandboxRecord,
} from './sandbox.js';
import {begin, behavioursByScenario, faultsIn} from './scenarios.js';
import type {Seeds} from './seed-check.js';
import {Seedbed} from './seeding.js';
import {readBehaviours, writeBehaviours} from './settings.js';
import {Snapshots} from './snapshots.js';

/** What sandboxes are made of. */
export interface SandboxesOptions extends ClockworkOptions {
  /** Data that replaces vendors' own seeds. */
  readonly seeds: Seeds;
  /** Behaviours by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, unknown>>;
  /** The scenario that sandboxes begin with unless they are told otherwise. @defaultValue happy-path */
  readonly scenario?: ScenarioName;
  readonly randomSeed: number;
  readonly store?: Store;
}

/** How a sandbox is to be made. */
export interface SandboxSettings {
  /** One that is free; a new one is made up when absent. */
  readonly id?: string;
  /** The scenario that it begins with. */
  readonly scenario?: ScenarioName;
  /** After how many milliseconds without a request it goes; it stays when absent. */
  readonly expiresAfter?: number;
}

/** What is told of a sandbox. Instants are those of the time source, in milliseconds since 1970. */
export interface SandboxStatus {
  readonly id: string;
  readonly scenario: ScenarioName;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** When it goes if nobody asks for it; absent when it stays. */
  readonly expiresAt?: number;
  /** How many entries its journal holds, and how many faults and snapshots it has. */
  readonly counts: {readonly requests: number; readonly faults: number; readonly snapshots: number};
}

/** A sandbox that cannot be made, since there is one of that id. */
export class SandboxTaken extends Error {
  override readonly name = 'SandboxTaken';
}

/** The isolated states of a stand-in by their ids, and what can be done to each. */
export class Sandboxes {
  readonly clockwork: Clockwork;
  readonly vendors: readonly Vendor[];
  readonly time: TimeSource;
  /** The seed of all ids. */
  readonly randomSeed: number;
  readonly #options: SandboxesOptions;
  readonly #store: Store;
  readonly #behaviours: Sandbox['behaviours'];
  readonly #origin: Pick<Origin, 'scenario'>;
  readonly #lifetimes: Lifetimes;
  readonly #seedbed: Seedbed;
  /** How many ids were made up. */
  #made = 0;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#store = options.store ?? createMemoryStore();
    // Not judged by name: a file of settings may be wider than the vendors that were chosen.
    this.#behaviours = behavioursByScenario(options.vendors, options.behaviours);
    this.#seedbed = new Seedbed(options.vendors, options.seeds);
    this.#origin = {scenario: options.scenario ?? defaultScenario};
    this.clockwork = new Clockwork(options);
    this.vendors = options.vendors;
    this.time = options.time;
    this.randomSeed = options.randomSeed;
    this.#lifetimes = new Lifetimes({
      time: options.time,
      open: (id, origin) => this.#open(id, origin),
      remove: (sandbox) => this.#remove(sandbox),
      ...(options.onError && {onError: options.onError}),
    });
  }

  /** The sandbox of that id; made from the seed when it is new. */
  get(id: string): Promise<Sandbox> {
    return this.#lifetimes.use(id, this.#origin);
  }

  /**
   * Makes a sandbox.
   * @throws SandboxTaken when there is one of that id; TooManySandboxes.
   */
  async create({id, scenario, expiresAfter}: SandboxSettings): Promise<SandboxStatus> {
    const origin: Origin = {
      ...this.#origin,
      ...(scenario && {scenario}),
      createdAt: this.#options.time(),
      ...(expiresAfter !== undefined && {expiresAfter}),
    };
    for (;;) {
      const chosen = id ?? `sandbox-${(this.#made += 1)}`;
      const life = this.#lifetimes.find(chosen) ? undefined : this.#lifetimes.make(chosen, origin);
      const sandbox = await life?.opening;
      // A store that lasts may know it from an earlier run: then it brings another origin.
      if (life && sandbox?.origin === origin) return statusOf(sandbox, life);
      if (id !== undefined) throw new SandboxTaken(`There is a sandbox ${id} already; delete it first, or reset it.`);
    }
  }

  /** All that are there, in the order in which they were opened. Looking at them is no use of them. */
  async list(): Promise<readonly SandboxStatus[]> {
    const all = this.#lifetimes.all().map(openStatusOf);
    return (await Promise.all(all)).filter((status) => status !== undefined);
  }

  /** One of them, if it is there. */
  async status(id: string): Promise<SandboxStatus | undefined> {
    const life = this.#lifetimes.find(id);
    return life && openStatusOf(life);
  }

  /**
   * Removes a sandbox once what is under way in it is done. Named again, it begins anew.
   * @returns whether it was there.
   */
  async delete(id: string): Promise<boolean> {
    if (await this.#isKept(id)) await this.get(id);
    return this.#lifetimes.end(id);
  }

  /** Whether a store that lasts has a sandbox from an earlier run that nobody has named since. */
  async #isKept(id: string): Promise<boolean> {
    if (this.#options.store === undefined || this.#lifetimes.find(id)) return false;
    return (await readRecord(await this.#store.open(id))) !== undefined;
  }

  /** Starts a sandbox anew: the seed's data in the scenario it began with, a clock that runs, an empty journal. */
  async reset(id: string): Promise<void> {
    const sandbox = await this.get(id);
    await this.#restart(sandbox, sandbox.origin.scenario);
  }

  /** The scenario that a sandbox is in. */
  async scenario(id: string): Promise<ScenarioName> {
    return (await readRecord((await this.get(id)).partition)).scenario;
  }

  /** Starts a sandbox anew in a scenario. */
  async changeScenario(id: string, scenario: ScenarioName): Promise<void> {
    await this.#restart(await this.get(id), scenario);
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

  /** Lets go of all who listen to journals: the stand-in ends. */
  async endListening(): Promise<void> {
    for (const {opening} of this.#lifetimes.all()) (await opening.catch(() => undefined))?.journal.end();
  }

  async #open(id: string, made: Origin): Promise<Sandbox> {
    const partition = await this.#store.open(id);
    // In turn, for others may share a store that lasts: only the first of them begins.
    return partition.exclusive(() => this.#openIn(partition, id, made));
  }

  async #openIn(partition: Partition, id: string, made: Origin): Promise<Sandbox> {
    const record: SandboxRecord | undefined = await readRecord(partition);
    const sandbox: Sandbox = {
      id,
      partition,
      journal: new Journal(),
      meters: new Meters(),
      snapshots: new Snapshots(),
      faults: new Faults({sandbox: id, vendors: this.#options.vendors, randomSeed: this.#options.randomSeed}),
      canaries: new Canaries({sandbox: id, randomSeed: this.#options.randomSeed}),
      behaviours: this.#behaviours,
      origin: record?.origin ?? made,
    };
    if (record === undefined) await this.#begin(sandbox, made.scenario);
    else {
      sandbox.faults.replace(faultsIn(record.scenario, this.#options.vendors));
      await this.clockwork.arm(sandbox);
    }
    return sandbox;
  }

  #restart(sandbox: Sandbox, scenario: ScenarioName): Promise<void> {
    return sandbox.partition.exclusive(async () => {
      this.clockwork.forget(sandbox.id);
      await this.#begin(sandbox, scenario);
      sandbox.journal.restart();
      sandbox.meters.clear();
      sandbox.canaries.restart();
    });
  }

  async #begin(sandbox: Sandbox, scenario: ScenarioName): Promise<void> {
    const {vendors, time, randomSeed} = this.#options;
    await begin(sandbox, newRecord(sandbox, {scenario, randomSeed}), {vendors, time, seedbed: this.#seedbed});
    sandbox.faults.restart();
    sandbox.faults.replace(faultsIn(scenario, vendors));
  }

  async #remove(sandbox: Sandbox): Promise<void> {
    await sandbox.partition.exclusive(async () => {
      this.clockwork.forget(sandbox.id);
      sandbox.journal.end();
    });
    await this.#store.remove(sandbox.id);
  }
}

/** Undefined for one that could not be opened. */
async function openStatusOf(life: Life): Promise<SandboxStatus | undefined> {
  const sandbox = await life.opening.catch(() => undefined);
  return sandbox && statusOf(sandbox, life);
}

async function statusOf(sandbox: Sandbox, life: Life): Promise<SandboxStatus> {
  const {id, partition, origin, journal, faults, snapshots} = sandbox;
  const {scenario} = await readRecord(partition);
  const expiresAt = expiryOf(life);
  return {
    id,
    scenario,
    createdAt: origin.createdAt,
    lastUsedAt: life.lastUsedAt,
    ...(expiresAt !== undefined && {expiresAt}),
    counts: {
      requests: journal.entries().length,
      faults: faults.list().length,
      snapshots: snapshots.list().length,
    },
  };
}
