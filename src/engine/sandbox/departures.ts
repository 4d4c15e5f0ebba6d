import type {Outgoing, OutgoingRequest, OutgoingResult} from '../outgoing.js';
import type {Departure} from './settle.js';
import type {Sandbox} from './sandbox.js';

/** Calls back once after so many milliseconds of real time, without keeping a process alive for it. */
export type Timer = (milliseconds: number, callback: () => void) => {cancel(): void};

/** What became of a delivery. */
export interface Outcome {
  readonly request?: OutgoingRequest;
  readonly result: OutgoingResult;
}

/** What departures are made of. */
export interface DeparturesOptions {
  readonly outgoing: Outgoing;
  /** Absent where time is moved by hand: then what falls due later waits for the next caller. */
  readonly timer?: Timer;
  /** Has everything settled that is due in a sandbox. */
  readonly wake: (sandbox: Sandbox) => Promise<void>;
  /** Has the vendor make the request of a delivery; undefined when it shall not leave any more. */
  readonly request: (sandbox: Sandbox, departure: Departure) => Promise<OutgoingRequest | undefined>;
  /** Has it written down how a delivery went; without a request it was never sent. */
  readonly report: (sandbox: Sandbox, departure: Departure, outcome: Outcome) => Promise<void>;
}

/** Most webhooks of a sandbox that wait to be sent: a receiver that hangs must not fill the memory. */
const maxWaiting = 1000;

const crowded: Outcome = {
  result: {failure: `Not sent: more than ${maxWaiting} webhooks wait for their receivers.`},
};

/** Longest that anyone waits for the answers of receivers, in milliseconds of real time. */
const patience = 15_000;

/** Longest time that timers take. What is due later is looked at again. */
const maxDelay = 2 ** 30;

/** What is under way of one sandbox. */
interface Gate {
  /** The last request to each receiver; the next one waits for it, so that each gets its webhooks in order. */
  readonly lanes: Map<string, Promise<void>>;
  readonly pending: Set<Promise<void>>;
  alarm: ReturnType<Timer> | undefined;
}

/** Sends webhooks, outside the sandboxes' queues, and wakes sandboxes in which one falls due while nobody calls. */
export class Departures {
  readonly #options: DeparturesOptions;
  readonly #gates = new Map<string, Gate>();
  readonly #ending = new AbortController();

  constructor(options: DeparturesOptions) {
    this.#options = options;
  }

  /**
   * Sends what leaves a sandbox now.
   * @returns when all of it is answered.
   */
  send(sandbox: Sandbox, departures: readonly Departure[]): Promise<unknown> {
    const gate = this.#gateOf(sandbox.id);
    const all: Promise<void>[] = [];
    for (const departure of departures) {
      const lane = `${departure.vendor.name} ${departure.to}`;
      const before = gate.lanes.get(lane) ?? Promise.resolve();
      const isCrowded = gate.pending.size >= maxWaiting;
      const sent = before.then(() => this.#send(gate, sandbox, departure, isCrowded));
      gate.lanes.set(lane, sent);
      this.#follow(gate, sent);
      all.push(sent);
      void sent.then(() => {
        if (gate.lanes.get(lane) === sent) gate.lanes.delete(lane);
      });
    }
    return Promise.all(all);
  }

  /** Wakes a sandbox at once, or after so many milliseconds of real time. */
  wakeIn(sandbox: Sandbox, milliseconds: number): void {
    if (this.#ending.signal.aborted) return;
    const gate = this.#gateOf(sandbox.id);
    this.calm(sandbox);
    if (milliseconds <= 0) this.#follow(gate, this.#options.wake(sandbox));
    else {
      gate.alarm = this.#options.timer?.(Math.min(milliseconds, maxDelay), () => {
        gate.alarm = undefined;
        this.#follow(gate, this.#options.wake(sandbox));
      });
    }
  }

  /** Does not wake a sandbox any more: its clock stands still. */
  calm(sandbox: Sandbox): void {
    const gate = this.#gateOf(sandbox.id);
    gate.alarm?.cancel();
    gate.alarm = undefined;
  }

  /** Lets go of what a sandbox had under way: what comes of it is not written into its new life. */
  forget(sandbox: string): void {
    this.#gates.get(sandbox)?.alarm?.cancel();
    this.#gates.delete(sandbox);
  }

  /** Waits until nothing of that sandbox, or of all, is on its way out. */
  async settled(sandbox?: string): Promise<void> {
    for (let pending = this.#pending(sandbox); pending.length > 0; pending = this.#pending(sandbox)) {
      await Promise.all(pending);
    }
  }

  /** Waits for what was sent, but no longer than anyone should for receivers that hang. */
  async patiently(sent: Promise<unknown>): Promise<void> {
    let alarm: ReturnType<Timer> | undefined;
    const enough = new Promise<void>((resolve) => {
      alarm = this.#options.timer?.(patience, resolve);
    });
    await Promise.race([sent, enough]);
    alarm?.cancel();
  }

  /** Sends nothing more, and breaks off what is under way. */
  async end(): Promise<void> {
    this.#ending.abort();
    for (const {alarm} of this.#gates.values()) alarm?.cancel();
    await this.settled();
  }

  async #send(gate: Gate, sandbox: Sandbox, departure: Departure, isCrowded: boolean): Promise<void> {
    const outcome = isCrowded ? crowded : await this.#outcomeOf(gate, sandbox, departure);
    if (outcome && !this.#isGone(gate, sandbox)) await this.#options.report(sandbox, departure, outcome);
  }

  /** The request is made when its turn comes, so that nothing that is erased while it waits is in it. */
  async #outcomeOf(gate: Gate, sandbox: Sandbox, departure: Departure): Promise<Outcome | undefined> {
    const request = this.#isGone(gate, sandbox) ? undefined : await this.#options.request(sandbox, departure);
    if (request === undefined || this.#isGone(gate, sandbox)) return undefined;
    try {
      return {request, result: await this.#options.outgoing.send(request, this.#ending.signal)};
    } catch {
      // A way out of somebody else's may throw all the same.
      return {request, result: {failure: 'Not sent: the way out failed.'}};
    }
  }

  #isGone(gate: Gate, sandbox: Sandbox): boolean {
    return this.#ending.signal.aborted || this.#gates.get(sandbox.id) !== gate;
  }

  #gateOf(sandbox: string): Gate {
    let gate = this.#gates.get(sandbox);
    if (gate === undefined) {
      gate = {lanes: new Map(), pending: new Set(), alarm: undefined};
      this.#gates.set(sandbox, gate);
    }
    return gate;
  }

  #follow(gate: Gate, work: Promise<void>): void {
    gate.pending.add(work);
    void work.finally(() => gate.pending.delete(work));
  }

  #pending(sandbox: string | undefined): Promise<void>[] {
    const gates = sandbox === undefined ? [...this.#gates.values()] : [this.#gates.get(sandbox)];
    return gates.flatMap((gate) => [...(gate?.pending ?? [])]);
  }
}
