/** Waits of real time. They end early when the one for whom they are goes away, or when all of them are ended. */
export class Waits {
  readonly #ends = new Set<() => void>();
  #ended = 0;

  /** Names the present: whoever begins now, and is to wait later, is not to wait if all were ended between. */
  get now(): number {
    return this.#ended;
  }

  /**
   * Resolves after so many milliseconds, or sooner: it never rejects.
   * @param since when the one who waits began, as {@link now} named it.
   */
  for(milliseconds: number, signal?: AbortSignal, since = this.now): Promise<void> {
    if (since !== this.now) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        this.#ends.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#ends.add(end);
      signal?.addEventListener('abort', end);
      if (signal?.aborted) end();
    });
  }

  /** Ends all that are under way, and those of whoever has begun. */
  end(): void {
    this.#ended += 1;
    for (const end of [...this.#ends]) end();
  }
}
