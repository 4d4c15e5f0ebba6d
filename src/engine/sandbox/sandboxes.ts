import {createMemoryStore, type Store} from '../../state/index.js';
import {instantOf, waitFor, type ClockState, type TimeSource} from '../../time/index.js';
import {behaviourSettings, behaviourValues, checkBehaviourNames, type BehaviourValue} from '../behaviours.js';
import {Departures, type Outcome, type Timer} from './departures.js';
import {Journal} from '../journal/journal.js';
import {Meters} from './meters.js';
import {noWayOut, type Outgoing, type OutgoingRequest, type OutgoingResult} from '../outgoing.js';
import {
  behavioursOf,
  newRecord,
  nextDeparture,
  nextDue,
  readAudit,
  readRecord,
  Session,
  writeRecord,
  type AuditRecord,
  type Sandbox,
} from './sandbox.js';
import {fillSandbox, type Seeds} from './seeding.js';
import {settle, type Departure, type SettledWork} from './settle.js';
import type {Vendor} from '../vendor.js';

/** A transition that was carried out. */
export interface Settled {
  readonly vendor: string;
  readonly transition: string;
  /** When it fell due, ISO 8601. */
  readonly at: string;
}

/** A webhook that left, and what came of it. */
export interface SentWebhook {
  readonly vendor: Vendor;
  readonly at: number;
  readonly request: OutgoingRequest;
  readonly result: OutgoingResult;
}

/** What sandboxes are made of. */
export interface SandboxesOptions {
  readonly vendors: readonly Vendor[];
  /** Data that replaces vendors' own seeds. */
  readonly seeds: Seeds;
  /** Behaviours by full name: `{'dixa.dates': 'plain'}`. */
  readonly behaviours: Readonly<Record<string, unknown>>;
  readonly time: TimeSource;
  readonly randomSeed: number;
  readonly store?: Store;
  /** How webhooks leave; where there is no way out they are recorded as not sent. */
  readonly outgoing?: Outgoing;
  /** Wakes a sandbox when a webhook falls due while nobody calls. */
  readonly timer?: Timer;
  /** Told of every webhook that left. */
  readonly onSent?: (sandbox: Sandbox, sent: SentWebhook) => void;
  /** Told of every error that a handler throws. */
  readonly onError?: (error: unknown) => void;
}

/** Most sandboxes at a time. A caller that makes up names must not be able to fill the memory. */
const maxSandboxes = 1000;

/** A request for a sandbox beyond the most there can be. */
export class TooManySandboxes extends Error {
  override readonly name = 'TooManySandboxes';
}

/** The isolated states of a stand-in: made from the seed, with their clocks, their behaviours and what leaves them. */
export class Sandboxes {
  readonly #options: SandboxesOptions;
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #store: Store;
  readonly #behaviours: Sandbox['behaviours'];
  readonly #sandboxes = new Map<string, Promise<Sandbox>>();
  readonly #departures: Departures;

  constructor(options: SandboxesOptions) {
    this.#options = options;
    this.#vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
    this.#store = options.store ?? createMemoryStore();
    this.#behaviours = Object.fromEntries(
      options.vendors.map(({name, behaviours}) => [name, behaviourValues(name, behaviours, options.behaviours)]),
    );
    this.#departures = new Departures({
      outgoing: options.outgoing ?? noWayOut,
      ...(options.timer && {timer: options.timer}),
      wake: (sandbox) =>
        this.#quietly(() => sandbox.partition.exclusive(async () => void (await this.settle(sandbox)))),
      request: (sandbox, departure) => this.#quietly(() => this.#request(sandbox, departure)),
      report: (sandbox, departure, outcome) => this.#quietly(() => this.#report(sandbox, departure, outcome)),
    });
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
      this.#departures.forget(id);
      await this.#fill(sandbox);
      sandbox.journal.restart();
      sandbox.meters.clear();
    });
  }

  /** What the sandbox's clock shows. */
  async clock(id: string): Promise<{state: ClockState; now: number}> {
    const {partition} = await this.get(id);
    const {clock: state} = await readRecord(partition);
    return {state, now: instantOf(state, this.#options.time)};
  }

  /**
   * Changes the sandbox's clock, carries out what falls due by it, and waits for the webhooks that leave by it.
   * @param change from the clock as it is to the clock as it shall be.
   */
  async changeClock(
    id: string,
    change: (state: ClockState, time: TimeSource) => ClockState,
  ): Promise<readonly Settled[]> {
    const sandbox = await this.get(id);
    const {settled, sent} = await sandbox.partition.exclusive(async () => {
      const record = await readRecord(sandbox.partition);
      // Queues keep an order among what waits; with nothing waiting, a clock that is set back starts them anew.
      const isIdle = (await nextDue(sandbox.partition, Infinity)) === undefined;
      const queues = isIdle ? {} : record.queues;
      await writeRecord(sandbox.partition, {...record, queues, clock: change(record.clock, this.#options.time)});
      const {records, sent} = await this.settle(sandbox);
      await this.arm(sandbox);
      const settled = records.map(({vendor, transition, at}) => ({vendor, transition, at: new Date(at).toISOString()}));
      // Inside an object: a promise that is returned would be waited for in the queue.
      return {settled, sent};
    });
    await this.#departures.patiently(sent);
    return settled;
  }

  /** All behaviours of the sandbox as they are now, written as in a configuration: `{'dixa.dates': 'plain'}`. */
  async behaviours(id: string): Promise<Readonly<Record<string, BehaviourValue>>> {
    const sandbox = await this.get(id);
    const record = await readRecord(sandbox.partition);
    return Object.assign(
      {},
      ...this.#options.vendors.map(({name, behaviours}) =>
        behaviourSettings(name, behaviours, behavioursOf(sandbox, record, name)),
      ),
    ) as Readonly<Record<string, BehaviourValue>>;
  }

  /**
   * Sets behaviours of the sandbox; those that are not named are as they were at first.
   * @throws RangeError when there is no such behaviour or it cannot have that value; nothing changes then.
   */
  async changeBehaviours(id: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
    const vendors = this.#options.vendors;
    checkBehaviourNames(settings, vendors);
    const sandbox = await this.get(id);
    const behaviours = Object.fromEntries(
      vendors.map(({name, behaviours: definitions}) => [
        name,
        behaviourValues(name, definitions, settings, sandbox.behaviours[name]),
      ]),
    );
    await sandbox.partition.exclusive(async () => {
      await this.settle(sandbox);
      await writeRecord(sandbox.partition, {...(await readRecord(sandbox.partition)), behaviours});
    });
  }

  /** Waits until no webhook of the sandbox, or of any, is on its way out. */
  settled(id?: string): Promise<void> {
    return this.#departures.settled(id);
  }

  /** Sends no more webhooks. */
  end(): Promise<void> {
    return this.#departures.end();
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
    else await this.arm(sandbox);
    return sandbox;
  }

  /**
   * Carries out what is due, and has the webhooks among it leave. Runs inside the sandbox's queue.
   * @returns what was carried out, and a promise of the time when what left was answered.
   */
  async settle(
    sandbox: Sandbox,
    time = this.#options.time,
  ): Promise<{readonly records: SettledWork['records']; readonly sent: Promise<unknown>}> {
    const {records, departures, leaves} = await settle(sandbox, this.#vendors, time);
    const sent = departures.length > 0 ? this.#departures.send(sandbox, departures) : Promise.resolve();
    if (leaves) await this.arm(sandbox);
    return {records, sent};
  }

  /** Sees to it that the sandbox wakes when the next webhook falls due. On a clock that stands still only the past is due. */
  async arm(sandbox: Sandbox): Promise<void> {
    const at = await nextDeparture(sandbox.partition);
    if (at === undefined) return;
    const {clock} = await readRecord(sandbox.partition);
    const wait = waitFor(at, clock, this.#options.time);
    if (wait === undefined) this.#departures.calm(sandbox);
    else this.#departures.wakeIn(sandbox, wait);
  }

  #request(sandbox: Sandbox, {vendor, delivery}: Departure): Promise<OutgoingRequest | undefined> {
    return this.#ofItself(sandbox, async (session) => vendor.webhooks?.request(session.scope(vendor), delivery));
  }

  #report(sandbox: Sandbox, {vendor, delivery}: Departure, {request, result}: Outcome): Promise<void> {
    return this.#ofItself(sandbox, async (session) => {
      if (request) this.#options.onSent?.(sandbox, {vendor, at: session.now, request, result});
      await vendor.webhooks?.report(session.scope(vendor), delivery, result);
    });
  }

  /** Does something that no caller asked for, in the sandbox's queue and in a unit of work of its own. */
  #ofItself<T>(sandbox: Sandbox, work: (session: Session) => Promise<T>): Promise<T> {
    return sandbox.partition.exclusive(async () => {
      await this.settle(sandbox);
      const session = await Session.begin(sandbox, this.#options.time);
      const result = await work(session);
      await session.commit();
      if (session.leaves) await this.arm(sandbox);
      return result;
    });
  }

  /** Nobody waits for an answer of what the stand-in does of its own accord. */
  async #quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#options.onError?.(error);
      return undefined;
    }
  }

  #fill(sandbox: Sandbox): Promise<void> {
    const record = newRecord(sandbox.id, this.#options.randomSeed);
    return fillSandbox(sandbox, record, this.#options.vendors, this.#options.seeds);
  }
}
