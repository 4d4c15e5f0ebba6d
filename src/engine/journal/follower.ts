/** What a follower needs of its journal. */
interface FollowerOptions<T> {
  /** The number of the entry behind which it begins. */
  readonly after: number;
  /** What there is behind the entry of that number; undefined when some of it is gone already. */
  readonly read: (after: number) => readonly T[] | undefined;
  /** Told once, when it ends. */
  readonly onEnd: () => void;
}

/** Most entries that are handed out at once. */
const maxBatch = 50;

/**
 * Somebody who reads a journal as it grows. It holds a place in the journal and no entries, so a slow one costs nothing;
 * one that is so slow that entries went before it read them is let go.
 */
export class Follower<T> {
  readonly #options: FollowerOptions<T>;
  #after: number;
  #isOver = false;
  #wake: (() => void) | undefined;

  constructor(options: FollowerOptions<T>) {
    this.#options = options;
    this.#after = options.after;
  }

  /** Waits for entries. None at all means that it is over. One call at a time. */
  async next(): Promise<readonly T[]> {
    while (!this.#isOver) {
      const entries = this.#options.read(this.#after)?.slice(0, maxBatch);
      if (entries === undefined) this.stop();
      else if (entries.length > 0) {
        this.#after += entries.length;
        return entries;
      } else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return [];
  }

  /** There is something new. */
  wake(): void {
    this.#wake?.();
    this.#wake = undefined;
  }

  /** What came up to that number is gone because somebody wished so. */
  skipTo(number: number): void {
    this.#after = number;
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.wake();
    this.#options.onEnd();
  }
}
