import type {Subject} from '../../erasure/index.js';
import type {TimeSource} from '../../time/index.js';
import type {Canary} from '../canaries/canary.js';
import {plant, uproot} from '../canaries/planting.js';
import {reportOn, type CanaryReport} from '../canaries/report.js';
import type {Clockwork} from '../sandbox/clockwork.js';
import {holdingsOf, type Holdings} from '../sandbox/holdings.js';
import type {Sandbox} from '../sandbox/sandbox.js';
import type {Vendor} from '../vendor.js';
import {proveErasure, type ErasureProof} from './erasure.js';

/** Proves of sandboxes that people are gone from them. */
export class Proofs {
  readonly #vendors: readonly Vendor[];
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
    this.#vendors = vendors;
    this.#clockwork = clockwork;
    this.#time = time;
  }

  /** What is left of a person. @throws RangeError for one who cannot be looked for. */
  async erasure(sandbox: Sandbox, subject: Subject): Promise<ErasureProof> {
    return proveErasure(await this.#holdings(sandbox), subject, this.#vendors);
  }

  /**
   * Plants invented people.
   * @param wanted.vendors names of the vendors to plant them at; all when absent.
   * @throws RangeError for a vendor that there is not; TooManyCanaries.
   */
  async plant(
    sandbox: Sandbox,
    {people, vendors}: {readonly people: number; readonly vendors?: readonly string[]},
  ): Promise<readonly Canary[]> {
    const chosen = vendors === undefined ? this.#vendors : vendors.map((name) => this.#vendor(name));
    return this.#inTurn(sandbox, () => plant(sandbox, {people, vendors: [...new Set(chosen)], time: this.#time}));
  }

  /** What became of the canaries. */
  async report(sandbox: Sandbox): Promise<CanaryReport> {
    return reportOn(sandbox.canaries.planted, await this.#holdings(sandbox), this.#vendors);
  }

  /** Removes what is left of the canaries, and forgets them. */
  uproot(sandbox: Sandbox): Promise<void> {
    return this.#inTurn(sandbox, () => uproot(sandbox, this.#time));
  }

  /** Only taken down in the queue: it is searched while the sandbox goes on. */
  #holdings(sandbox: Sandbox): Promise<Holdings> {
    return this.#inTurn(sandbox, () => holdingsOf(sandbox));
  }

  /** Behind the requests that came before, and after what is due by now. */
  #inTurn<T>(sandbox: Sandbox, work: () => Promise<T>): Promise<T> {
    return sandbox.partition.exclusive(async () => {
      await this.#clockwork.settle(sandbox);
      return work();
    });
  }

  #vendor(name: string): Vendor {
    const vendor = this.#vendors.find((one) => one.name === name);
    if (vendor) return vendor;
    const known = this.#vendors.map((one) => one.name).join(', ');
    throw new RangeError(`There is no vendor ${JSON.stringify(name)}: use ${known}.`);
  }
}
