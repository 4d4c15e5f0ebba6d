import {answerControl, problemResponse, type Control, type Info} from '../control/index.js';
import {
  addressOf,
  TooManySandboxes,
  type Address,
  type Engine,
  type PlainRequest,
  type PlainResponse,
} from '../engine/index.js';
import {version} from '../version.js';
import type {Denial} from './guard.js';
import {Waits} from './waits.js';

/** Where a face has put the vendors beside their path prefixes: an origin of their own, by vendor. */
export type OwnOrigins = ReadonlyMap<string, string>;

/** What a face can tell of a caller when the dispatcher asks. */
export interface AnswerOptions {
  /** Asked before the control plane answers: why this caller is turned away, if so. */
  readonly deny?: () => Denial | undefined;
  /** Asked when an answer is to come later: a signal that aborts when the caller goes away. */
  readonly departure?: () => AbortSignal;
}

/** What every face hands its requests to: vendors' requests to the engine, the rest to the control plane. */
export class Dispatcher {
  readonly engine: Engine;
  readonly #latency: number;
  readonly #waits = new Waits();
  readonly #control: Control;
  #ownOrigins: OwnOrigins = new Map();

  /** @param options.latency milliseconds that every vendor's answer takes longer. */
  constructor(engine: Engine, {latency = 0}: {readonly latency?: number} = {}) {
    this.engine = engine;
    this.#latency = latency;
    this.#control = {engine, infoOf: (sandbox, origin) => this.infoOf(sandbox, origin)};
  }

  /** Told by a face that listens on ports of the vendors' own. */
  set ownOrigins(origins: OwnOrigins) {
    this.#ownOrigins = origins;
  }

  addressOf(request: PlainRequest): Address {
    return addressOf(request, this.engine.vendors);
  }

  /** Answers a request, at the time when it is to be sent; undefined when it is neither a vendor's nor the control plane's. */
  async answer(
    request: PlainRequest,
    {address = this.addressOf(request), deny, departure}: AnswerOptions & {readonly address?: Address} = {},
  ): Promise<PlainResponse | undefined> {
    const denial = address.kind === 'control' ? deny?.() : undefined;
    if (denial) return problemResponse(denial.status, denial.detail);
    const begun = this.#waits.now;
    const response = await this.#route(request, address).catch(refuseSandbox);
    const delay = (address.kind === 'vendor' ? this.#latency : 0) + (response?.wire?.delay ?? 0);
    // Outside the sandbox's queue: nobody else waits with this caller.
    if (delay > 0) await this.#waits.for(delay, departure?.(), begun);
    return response;
  }

  /** Has all answers that wait sent at once: the stand-in ends. */
  hurry(): void {
    this.#waits.end();
  }

  /** Answers a browser's question whether a page may call a vendor, and writes it down. */
  async preflight(
    request: PlainRequest,
    address: Address & {kind: 'vendor'},
    headers: Readonly<Record<string, string>>,
  ): Promise<PlainResponse> {
    const recorded = this.engine.recordPreflight(request, address);
    return recorded.then(() => ({status: 204, headers, body: undefined})).catch(refuseSandbox);
  }

  /** Addresses and credentials of a sandbox, as a caller at this origin needs them. */
  infoOf(sandbox: string, origin: string): Info {
    const vendors = [...this.engine.vendors.values()].map((vendor) => {
      const {name} = vendor;
      const own = this.#ownOrigins.get(name) ?? (this.engine.vendors.size === 1 ? origin : undefined);
      const baseUrl = `${origin}/${name}`;
      const env = {[`${name.toUpperCase()}_BASE_URL`]: baseUrl, ...vendor.issue(sandbox).env};
      return [name, {baseUrl, origins: own === undefined ? [] : [own], env}] as const;
    });
    return {name: 'standin', version, sandbox, vendors: Object.fromEntries(vendors)};
  }

  async #route(request: PlainRequest, address: Address): Promise<PlainResponse | undefined> {
    switch (address.kind) {
      case 'vendor':
        return this.engine.answer(request, address);
      case 'control':
        return answerControl(request, {
          control: this.#control,
          ...address,
          origin: request.origin + (request.mount ?? ''),
        });
      case 'bad-sandbox':
        return problemResponse(400, 'A sandbox is named with 1 to 40 letters, digits, hyphens and underscores.');
      case 'other':
        return undefined;
    }
  }
}

/** One sandbox too many is the caller's mistake, not ours. */
function refuseSandbox(error: unknown): PlainResponse {
  if (error instanceof TooManySandboxes) return problemResponse(429, error.message);
  throw error;
}
