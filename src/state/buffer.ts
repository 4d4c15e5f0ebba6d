import type {Change} from './store.js';

/** The changes of one collection that a unit of work has not committed yet. */
export class Buffer {
  readonly #changes = new Map<string, Change>();
  /** Ids by index and key; made when somebody first looks, since most units of work only write. */
  #indexes: Map<string, Map<string, Set<string>>> | undefined;

  get size(): number {
    return this.#changes.size;
  }

  get(id: string): Change | undefined {
    return this.#changes.get(id);
  }

  has(id: string): boolean {
    return this.#changes.has(id);
  }

  set(change: Change): void {
    const before = this.#changes.get(change.id);
    this.#changes.set(change.id, change);
    if (this.#indexes === undefined) return;
    if (before)
      for (const [index, {by}] of Object.entries(before.entries)) this.#indexes.get(index)?.get(by)?.delete(change.id);
    place(this.#indexes, change);
  }

  values(): Iterable<Change> {
    return this.#changes.values();
  }

  /** The changes that put an entity under a key of an index. */
  at(index: string, by: string): Change[] {
    if (this.#indexes === undefined) {
      this.#indexes = new Map();
      for (const change of this.#changes.values()) place(this.#indexes, change);
    }
    const ids = this.#indexes.get(index)?.get(by) ?? [];
    return Array.from(ids, (id) => this.#changes.get(id) as Change);
  }
}

function place(indexes: Map<string, Map<string, Set<string>>>, {id, entries}: Change): void {
  for (const [index, {by}] of Object.entries(entries)) {
    let keys = indexes.get(index);
    if (keys === undefined) indexes.set(index, (keys = new Map()));
    const ids = keys.get(by);
    if (ids === undefined) keys.set(by, new Set([id]));
    else ids.add(id);
  }
}
