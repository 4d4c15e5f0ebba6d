/** Waits of real time. They end early when the one for whom they are goes away, or when all of them are ended. */
export class Waits {
  readonly #ends = new Set<() => void>();

  /** Resolves after so many milliseconds, or sooner: it never rejects. */
  for(milliseconds: number, signal?: AbortSignal): Promise<void> {
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

  /** Ends all that are under way. */
  end(): void {
    for (const end of [...this.#ends]) end();
  }
}
