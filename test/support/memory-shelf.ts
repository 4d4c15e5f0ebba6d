import {NotWritten, type Change} from '../../src/state/index.js';
import type {Shelf, Shelved} from '../../src/state/lasting-store.js';
import {Queue} from '../../src/state/queue.js';

/** What lies under the name of a partition. */
interface Kept extends Shelved {
  readonly changes: readonly Change[];
}

/** A shelf whose content tests look at: texts, as they would lie on a disk, by partition. Writes fail when they are told to. */
export class MemoryShelf implements Shelf {
  readonly texts = new Map<string, string>();
  /** How many of the next writes fail. */
  failures = 0;
  readonly #queue = new Queue();

  alone<T>(_: string, job: () => Promise<T>): Promise<T> {
    return this.#queue.run(job);
  }

  async head(partition: string): Promise<Shelved | undefined> {
    return this.#kept(partition);
  }

  async read(partition: string): Promise<readonly unknown[]> {
    return this.#kept(partition)?.changes ?? [];
  }

  async write(partition: string, {stamp, revision, changes, whole}: Parameters<Shelf['write']>[1]): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new NotWritten('The shelf is full.');
    }
    const all = new Map((whole ? [] : (this.#kept(partition)?.changes ?? [])).map((one) => [placeOf(one), one]));
    for (const change of changes) {
      if (change.entity === undefined) all.delete(placeOf(change));
      else all.set(placeOf(change), change);
    }
    this.texts.set(partition, JSON.stringify({stamp, revision, changes: [...all.values()]} satisfies Kept));
  }

  async remove(partition: string): Promise<void> {
    this.texts.delete(partition);
  }

  #kept(partition: string): Kept | undefined {
    const text = this.texts.get(partition);
    return text === undefined ? undefined : (JSON.parse(text) as Kept);
  }
}

function placeOf({collection, id}: Change): string {
  return `${collection} ${id}`;
}
