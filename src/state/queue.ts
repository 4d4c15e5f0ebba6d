/** Runs jobs one at a time, in the order in which they came. */
export class Queue {
  #last: Promise<void> = Promise.resolve();
  #unfinished = 0;

  async run<T>(job: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let finish: () => void = nothing;
    this.#last = new Promise((resolve) => (finish = resolve));
    this.#unfinished += 1;
    try {
      // An idle queue starts the job at once: nearly every request finds it so.
      if (this.#unfinished > 1) await before;
      return await job();
    } finally {
      this.#unfinished -= 1;
      finish();
    }
  }
}

function nothing(): void {}
