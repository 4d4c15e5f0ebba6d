/**
 * Where state lives. The engine asks for nothing that one process or one machine must hold: every call is asynchronous,
 * every entity is found by id or by an index entry that was written with it, so a database fits behind the same port.
 */
export interface Store {
  /** The partition of one sandbox; made when it is not there yet. */
  open(partition: string): Promise<Partition>;
  /** Forgets a partition and all that is in it. */
  remove(partition: string): Promise<void>;
}

/** A change that a store has no room for: nothing of it happened, and it may be tried again. */
export class NotWritten extends Error {}

/** The state of one sandbox. */
export interface Partition {
  /** Runs jobs one at a time, in the order of the calls. A job that fails does not hold up the next. */
  exclusive<T>(job: () => Promise<T>): Promise<T>;
  get(collection: string, id: string): Promise<Entity | undefined>;
  find(collection: string, query: IndexQuery): Promise<readonly Entity[]>;
  /** Writes all changes or none. */
  commit(changes: readonly Change[]): Promise<void>;
  /** Puts these entities in place of all there are. Whoever reads finds the old ones or the new ones, never none. */
  replace(changes: readonly Change[]): Promise<void>;
  /** All entities with the index keys they are found by: for exports, and to prove that something is gone. */
  dump(): Promise<readonly Change[]>;
}

/** Anything that is stored: a frozen object with an id that is unique in its collection. */
export interface Entity {
  readonly id: string | number;
}

/** What an index sorts by inside one key. */
export type SortKey = string | number;

/** One entity's place in one index. */
export interface IndexEntry {
  /** The entities with the same key stand together. */
  readonly by: string;
  /** Their order there; equal ones are ordered by id. */
  readonly sort: SortKey;
}

/** A change of one entity; without `entity` it is removed. */
export interface Change {
  readonly collection: string;
  readonly id: string;
  readonly entity: Entity | undefined;
  /** Places in the collection's indexes, by index name; absent where the entity is not indexed. */
  readonly entries: Readonly<Record<string, IndexEntry>>;
}

/** Which entities of one index key, and in which order. */
export interface IndexQuery {
  readonly index: string;
  readonly by: string;
  /** Smallest sort key, inclusive. */
  readonly from?: SortKey;
  /** Largest sort key, inclusive. */
  readonly to?: SortKey;
  /** Continue behind this place (exclusive), in the direction asked for. */
  readonly after?: Place;
  readonly descending?: boolean;
  /** Most entities to return; all when absent. */
  readonly limit?: number;
}

/** A place in an index: where one page ended and the next begins. */
export interface Place {
  readonly sort: SortKey;
  readonly id: string;
}

/** Orders two places of one index key: by sort key, then by id. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Whether a place is inside the bounds of a query. */
export function withinBounds(place: Place, {from, to, after, descending}: IndexQuery): boolean {
  if (from !== undefined && place.sort < from) return false;
  if (to !== undefined && place.sort > to) return false;
  if (after === undefined) return true;
  const order = comparePlaces(place, after);
  return descending ? order < 0 : order > 0;
}
