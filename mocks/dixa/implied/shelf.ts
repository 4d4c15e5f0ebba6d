import type {JsonObject} from '../../../src/engine/index.js';

/** What is less than any step between two ranks, and larger than nothing however many of them are added up. */
const little = 2 ** -20;

/** What answers told of the entities of one collection, in the order in which lists have them. */
export class Shelf {
  readonly #entities = new Map<string, JsonObject>();
  /** Where each stands among the others: what is higher comes later. */
  readonly #ranks = new Map<string, number>();
  readonly #removed = new Set<string>();
  #last = 0;
  /** Everything that there was has been told: what is not here was not there. */
  isWhole = false;

  get(id: string | number): JsonObject | undefined {
    return this.#entities.get(String(id));
  }

  has(id: string | number): boolean {
    return this.#entities.has(String(id));
  }

  /** Whether it was here and was taken away. */
  wasRemoved(id: string | number): boolean {
    return this.#removed.has(String(id));
  }

  /** All there are, in order. */
  all(): JsonObject[] {
    const rank = (id: string) => this.#ranks.get(id) ?? 0;
    return [...this.#entities].sort(([one], [other]) => rank(one) - rank(other)).map(([, entity]) => entity);
  }

  /** Puts an entity in the place of what was known of it; a new one comes last. */
  put(id: string | number, entity: JsonObject): void {
    const key = String(id);
    if (!this.#ranks.has(key)) this.#ranks.set(key, (this.#last += 1));
    this.#entities.set(key, {...entity, id});
    this.#removed.delete(key);
  }

  /** Adds to what is known of an entity. */
  merge(id: string | number, more: JsonObject): void {
    this.put(id, {...this.get(id), ...more});
  }

  remove(id: string | number): void {
    this.#entities.delete(String(id));
    this.#ranks.delete(String(id));
    this.#removed.add(String(id));
  }

  /** Takes away whatever a list of all of them does not have. @param isMeant which ones the list is of. */
  keepOnly(ids: readonly string[], isMeant: (entity: JsonObject) => boolean = () => true): void {
    const listed = new Set(ids);
    for (const [id, entity] of this.#entities) if (!listed.has(id) && isMeant(entity)) this.remove(id);
  }

  /** Has entities stand as a list has them. Those that are to come with the list are placed among the others. */
  arrange(ids: readonly string[]): void {
    const known = ids.filter((id) => this.#ranks.has(id));
    const places = known.map((id) => this.#ranks.get(id) ?? 0).sort((one, other) => one - other);
    known.forEach((id, position) => this.#ranks.set(id, places[position] ?? 0));
    const first = places[0];
    let before = first === undefined ? undefined : first - little * (ids.length + 1);
    for (const id of ids) {
      const rank = this.#ranks.get(id) ?? (before === undefined ? (this.#last += 1) : before + little);
      this.#ranks.set(id, rank);
      if (first !== undefined) before = rank;
    }
    this.#last = Math.max(this.#last, Math.ceil(before ?? 0));
  }
}
