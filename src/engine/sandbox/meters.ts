/** What one caller has used of a window of time. */
export interface WindowUse {
  /** Calls in this window, the present one included. */
  readonly count: number;
  /** Milliseconds until the next window begins. */
  readonly resetsIn: number;
}

interface Window {
  readonly since: number;
  readonly count: number;
}

interface Bucket {
  readonly at: number;
  readonly tokens: number;
}

/** Most keys that are counted at a time: a caller that makes up credentials must not fill the memory. */
const maxKeys = 10_000;

/**
 * Counts calls, for limits. It belongs to a sandbox but not to its state: a refused call changes no state and counts
 * all the same. Instants are the sandbox's clock; one that is set back starts a count anew.
 */
export class Meters {
  readonly #windows = new Map<string, Window>();
  readonly #buckets = new Map<string, Bucket>();

  /** Counts a call in a window that begins with the first call and lasts `length` milliseconds. */
  window(key: string, {length, now}: {readonly length: number; readonly now: number}): WindowUse {
    const last = this.#windows.get(key);
    const isOpen = last !== undefined && now >= last.since && now < last.since + length;
    const window = isOpen ? {since: last.since, count: last.count + 1} : {since: now, count: 1};
    keep(this.#windows, key, window);
    return {count: window.count, resetsIn: window.since + length - now};
  }

  /**
   * Takes a token from a bucket that fills by `perSecond` and holds `capacity`.
   * @returns whether there was one.
   */
  token(
    key: string,
    {perSecond, capacity, now}: {readonly perSecond: number; readonly capacity: number; readonly now: number},
  ): boolean {
    const last = this.#buckets.get(key);
    const elapsed = last === undefined ? 0 : now - last.at;
    const filled = last === undefined || elapsed < 0 ? capacity : last.tokens + (elapsed * perSecond) / 1000;
    const tokens = Math.min(capacity, filled);
    const isEnough = tokens >= 1;
    keep(this.#buckets, key, {at: now, tokens: isEnough ? tokens - 1 : tokens});
    return isEnough;
  }

  /** Forgets all counts. */
  clear(): void {
    this.#windows.clear();
    this.#buckets.clear();
  }
}

/** The key that was counted longest ago makes room. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > maxKeys) map.delete(map.keys().next().value as string);
}
