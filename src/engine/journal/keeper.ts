import type {Exchange} from '../exchange.js';
import type {SentWebhook} from '../sandbox/clockwork.js';
import type {Erased} from '../sandbox/erased.js';
import type {Trace} from '../trace.js';
import type {Vendor} from '../vendor.js';
import {listedIn} from './clear.js';
import type {JournalEntry} from './entry.js';
import type {Journal} from './journal.js';
import {NearMisses} from './near-misses.js';
import {maxValues, Recorder, type Outcome} from './recorder.js';
import {RequestMask} from './request-mask.js';
import {Tokens} from './tokens.js';
import {entryOfWebhook} from './webhook-entry.js';

/** How journals are kept: with tokens for whatever is personal, or in clear. */
export type JournalMode = 'tokens' | 'clear';

/** What a keeper is made of. */
export interface KeeperOptions {
  readonly vendors: readonly Vendor[];
  /** Key of the tokens: 32 bytes. */
  readonly key: Uint8Array;
  readonly mode: JournalMode;
}

/** A request to a vendor, what happened to it, and what is kept beside it. */
export interface Happening extends Outcome {
  readonly vendor: Vendor;
  readonly exchange: Exchange;
  readonly trace?: Trace | undefined;
  /** What the request itself erased. */
  readonly erased?: Erased | undefined;
}

/** Keeps the journals of all sandboxes: writes down what happens. */
export class Keeper {
  readonly tokens: Tokens;
  readonly vendors: readonly Vendor[];
  /** By vendor. */
  readonly masks: ReadonlyMap<string, RequestMask>;
  readonly #isClear: boolean;
  readonly #recorders = new Map<string, Recorder>();
  #listed: ReadonlySet<unknown> | undefined;

  constructor({vendors, key, mode}: KeeperOptions) {
    this.tokens = new Tokens(key);
    this.#isClear = mode === 'clear';
    this.vendors = vendors;
    this.masks = new Map(vendors.map((vendor) => [vendor.name, new RequestMask(vendor, this.tokens)]));
    const nearMisses = new NearMisses(vendors);
    for (const [name, mask] of this.masks) {
      this.#recorders.set(name, new Recorder({mask, nearest: ({method, path}) => nearMisses.of({method, path, mask})}));
    }
  }

  /** Writes a request to a vendor down. @returns the entry, with tokens in it however the journal is kept. */
  record(journal: Journal, {vendor, exchange, trace, erased, ...outcome}: Happening): JournalEntry {
    const recorder = this.#recorders.get(vendor.name) as Recorder;
    const budget = {left: maxValues};
    const write = () => recorder.entryOf(exchange, outcome, budget);
    const beside = () => ({weight: maxValues - budget.left, ...(trace && {trace})});
    if (!this.#isClear) return journal.add(write(), beside());

    const {result: entry, meanings} = this.tokens.remembering(write);
    const clear = {meanings: new Map(meanings).set(entry.request.path, exchange.path), listed: this.#listedWords};
    const added = journal.add(entry, {...beside(), clear});
    // What the request erased it may have repeated.
    if (erased) journal.forget(erased);
    return added;
  }

  /**
   * Writes a webhook down, with tokens however the journal is kept: it tells of people, and it comes back from its
   * receiver when that may have been erased.
   */
  sent(journal: Journal, webhook: SentWebhook): void {
    journal.add(entryOfWebhook(webhook, this.tokens));
  }

  get #listedWords(): ReadonlySet<unknown> {
    this.#listed ??= new Set(this.vendors.flatMap(({document}) => [...listedIn(document)]));
    return this.#listed;
  }
}
