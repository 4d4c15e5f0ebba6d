import type {Finding, JsonValue} from '../../openapi/index.js';
import type {Trace} from '../trace.js';

/** One request that was received, or one webhook that left, with everything personal in it replaced by tokens. */
export interface JournalEntry {
  /** `req-1`, counted per sandbox. */
  readonly id: string;
  /** The sandbox's time, ISO 8601. */
  readonly at: string;
  /**
   * `preflight`: a browser asked whether it may call; the vendor never saw it. `webhook`: the vendor called; the answer
   * is its receiver's, of status 0 when there was none.
   */
  readonly kind: 'request' | 'preflight' | 'webhook';
  readonly vendor: string;
  /** `operationId`; absent when no operation matched. */
  readonly operation?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, readonly string[]>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: JsonValue;
  };
  readonly response: {readonly status: number; readonly body?: JsonValue};
  /** In which ways the request differs from the document. */
  readonly findings: readonly Finding[];
  /** In which ways our own answer differs from the document: a bug of ours. */
  readonly violations: readonly Finding[];
  /** Why a webhook got no answer. */
  readonly failure?: string;
  /** What was injected instead of or after the vendor's answer. */
  readonly fault?: string;
}

/** Most values of bodies that a journal keeps, over all its entries: some thirty megabytes. */
const maxWeight = 200_000;

/** An entry with what is kept beside it. */
interface Kept {
  readonly entry: JournalEntry;
  readonly weight: number;
  /** How the request went; a webhook and a preflight have none. */
  readonly trace?: Trace;
}

/** The requests of one sandbox, oldest first; the oldest go when there are more, or larger ones, than it holds. */
export class Journal {
  readonly #capacity: number;
  #entries: Kept[] = [];
  #weight = 0;
  #count = 0;

  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  /** @param about.weight how many values of bodies the entry holds. */
  add(entry: Omit<JournalEntry, 'id'>, {weight = 1, trace}: Partial<Omit<Kept, 'entry'>> = {}): JournalEntry {
    this.#count += 1;
    const complete = {id: `req-${this.#count}`, ...entry};
    this.#entries.push({entry: complete, weight, ...(trace && {trace})});
    this.#weight += weight;
    // Cut in lumps rather than one by one: moving a thousand entries on each request would cost more than the request.
    if (this.#entries.length >= this.#capacity * 1.5) this.#drop(this.#entries.length - this.#capacity);
    if (this.#weight > maxWeight) this.#drop(Math.ceil(this.#entries.length / 2));
    return complete;
  }

  entries(): readonly JournalEntry[] {
    return this.#entries.slice(-this.#capacity).map(({entry}) => entry);
  }

  /** One entry with how it went; undefined when there is none of that id, or no more. */
  find(id: string): Omit<Kept, 'weight'> | undefined {
    return this.#entries.slice(-this.#capacity).find(({entry}) => entry.id === id);
  }

  clear(): void {
    this.#drop(this.#entries.length);
  }

  /** Empties it and counts from the beginning again. */
  restart(): void {
    this.clear();
    this.#count = 0;
  }

  #drop(count: number): void {
    this.#entries = this.#entries.slice(count);
    this.#weight = this.#entries.reduce((sum, {weight}) => sum + weight, 0);
  }
}
