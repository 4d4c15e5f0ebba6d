import {instantOf, waitFor, type ClockState, type TimeSource} from '../../time/index.js';
import {noWayOut, type Outgoing, type OutgoingRequest, type OutgoingResult} from '../outgoing.js';
import type {Vendor} from '../vendor.js';
import {Departures, type Outcome, type Timer} from './departures.js';
import {nextDeparture, nextDue, readRecord, Session, writeRecord, type Sandbox} from './sandbox.js';
import {settle, type Departure, type SettledWork} from './settle.js';

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

/** What a clockwork is made of. */
export interface ClockworkOptions {
  readonly vendors: readonly Vendor[];
  readonly time: TimeSource;
  /** How webhooks leave; where there is no way out they are recorded as not sent. */
  readonly outgoing?: Outgoing;
  /** Wakes a sandbox when a webhook falls due while nobody calls. */
  readonly timer?: Timer;
  /** Told of every webhook that left. */
  readonly onSent?: (sandbox: Sandbox, sent: SentWebhook) => void;
  /** Told of every error that a vendor's code throws. */
  readonly onError?: (error: unknown) => void;
}

/** Moves the clocks of sandboxes, carries out what falls due by them, and has webhooks leave. */
export class Clockwork {
  readonly #options: ClockworkOptions;
  readonly #vendors: ReadonlyMap<string, Vendor>;
  readonly #departures: Departures;

  constructor(options: ClockworkOptions) {
    this.#options = options;
    this.#vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
    this.#departures = new Departures({
      outgoing: options.outgoing ?? noWayOut,
      ...(options.timer && {timer: options.timer}),
      wake: (sandbox) => this.#quietly(() => sandbox.partition.exclusive(() => this.#wake(sandbox))),
      request: (sandbox, departure) => this.#quietly(() => this.#request(sandbox, departure)),
      report: (sandbox, departure, outcome) => this.#quietly(() => this.#report(sandbox, departure, outcome)),
    });
  }

  /** What the sandbox's clock shows. */
  async read({partition}: Sandbox): Promise<{state: ClockState; now: number}> {
    const {clock: state} = await readRecord(partition);
    return {state, now: instantOf(state, this.#options.time)};
  }

  /**
   * Changes the sandbox's clock, carries out what falls due by it, and waits for the webhooks that leave by it.
   * @param change from the clock as it is to the clock as it shall be.
   */
  async change(
    sandbox: Sandbox,
    change: (state: ClockState, time: TimeSource) => ClockState,
  ): Promise<readonly Settled[]> {
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

  /** Lets go of the webhooks that a sandbox has under way: its life ends, or begins anew. */
  forget(sandbox: string): void {
    this.#departures.forget(sandbox);
  }

  /** Waits until no webhook of the sandbox, or of any, is on its way out. */
  settled(sandbox?: string): Promise<void> {
    return this.#departures.settled(sandbox);
  }

  /** Sends no more webhooks. */
  end(): Promise<void> {
    return this.#departures.end();
  }

  /** Timers ring a millisecond early now and then, and long waits are cut short: then nothing is due, and it sleeps on. */
  async #wake(sandbox: Sandbox): Promise<void> {
    await this.settle(sandbox);
    await this.arm(sandbox);
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
}
