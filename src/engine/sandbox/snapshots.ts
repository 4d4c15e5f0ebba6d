import type {Change} from '../../state/index.js';
import type {Erased} from './erased.js';

/** Everything that a sandbox held at one moment. Entities are never changed, so it shares them with the sandbox. */
export interface Snapshot {
  readonly name: string;
  /** The id of the sandbox that it was taken of. */
  readonly sandbox: string;
  /** The instant on that sandbox's clock, in milliseconds since 1970. */
  readonly takenAt: number;
  /** The vendors that it tells of. */
  readonly vendors: readonly string[];
  /** Vendors' entities, and what the sandbox keeps about itself. */
  readonly changes: readonly Change[];
  /** What has been erased since stands in it in clear. */
  readonly holdsErased: boolean;
}

/** A snapshot beyond the most that a sandbox keeps. */
export class TooManySnapshots extends Error {
  override readonly name = 'TooManySnapshots';
}

/** Most snapshots of a sandbox, and most entities in all of them together. */
const maxSnapshots = 20;
const maxEntities = 500_000;

/** The snapshots of one sandbox by name. A reset leaves them, and so does a restore: they are what it goes back to. */
export class Snapshots {
  readonly #byName = new Map<string, Snapshot>();
  readonly #places = new WeakMap<readonly Change[], ReadonlyMap<string, Change['entity']>>();

  /** In the order in which their names were first used. */
  list(): readonly Snapshot[] {
    return [...this.#byName.values()];
  }

  get(name: string): Snapshot | undefined {
    return this.#byName.get(name);
  }

  /**
   * Keeps a snapshot, in place of the one that has its name.
   * @returns whether there was none.
   * @throws TooManySnapshots
   */
  save(snapshot: Snapshot): boolean {
    const others = this.list().filter(({name}) => name !== snapshot.name);
    if (others.length >= maxSnapshots) {
      throw new TooManySnapshots(`This sandbox has ${maxSnapshots} snapshots already; delete one of them first.`);
    }
    const entities = [snapshot, ...others].reduce((sum, {changes}) => sum + changes.length, 0);
    if (entities > maxEntities) {
      throw new TooManySnapshots(
        `Snapshots of a sandbox hold ${maxEntities} entities together; delete some of them first.`,
      );
    }
    const isNew = !this.#byName.has(snapshot.name);
    this.#byName.set(snapshot.name, snapshot);
    return isNew;
  }

  /** @returns whether there was one. */
  remove(name: string): boolean {
    return this.#byName.delete(name);
  }

  /** Marks those in which what was erased stands in clear. They keep it: that is what they are for. */
  forget({entities, texts}: Erased): void {
    for (const snapshot of this.#byName.values()) {
      if (snapshot.holdsErased) continue;
      const places = this.#placesOf(snapshot);
      const holdsErased = entities.some(({collection, id}) => hasText(places.get(`${collection} ${id}`), texts));
      if (holdsErased) this.#byName.set(snapshot.name, {...snapshot, holdsErased});
    }
  }

  /** Where everything stands in a snapshot. Worked out once: each erasure asks for it. */
  #placesOf({changes}: Snapshot): ReadonlyMap<string, Change['entity']> {
    let places = this.#places.get(changes);
    if (places === undefined) {
      places = new Map(changes.map(({collection, id, entity}) => [`${collection} ${id}`, entity]));
      this.#places.set(changes, places);
    }
    return places;
  }
}

function hasText(value: unknown, texts: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return texts.has(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => hasText(one, texts));
}
