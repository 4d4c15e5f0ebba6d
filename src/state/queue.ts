/** Runs jobs one at a time, in the order in which they came. */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  async run<T>(job: () => Promise<T>): Promise<T> {
    // An idle queue starts the job at once: nearly every request finds it so.
    const mine = this.#waiting === 0 ? job() : this.#tail.then(job);
    this.#waiting += 1;
    const settled = mine.then(nothing, nothing);
    this.#tail = settled;
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }
}

function nothing(): void {}
