import {Buffer} from './buffer.js';
import {entriesOf, type AnyCollection, type Collections, type CollectionState, type State} from './collection.js';
import {deepFreeze} from './freeze.js';
import {
  comparePlaces,
  withinBounds,
  type Change,
  type Entity,
  type IndexEntry,
  type IndexQuery,
  type Partition,
  type Place,
} from './store.js';

/** A vendor's collections with their names in the store, prepared once; each unit of work makes its own view of them. */
export interface NamedCollections {
  readonly open: (unit: UnitOfWork) => Readonly<Record<string, CollectionState<Entity, string>>>;
}

const unitOf = Symbol('unit of work');

/** Names a vendor's collections `<vendor>.<collection>`. */
export function nameCollections(vendor: string, collections: Collections): NamedCollections {
  // A request touches few of them, so each is opened when it is asked for.
  class View {
    readonly [unitOf]: UnitOfWork;
    constructor(unit: UnitOfWork) {
      this[unitOf] = unit;
    }
  }
  for (const [key, definition] of Object.entries(collections)) {
    const name = `${vendor}.${key}`;
    Object.defineProperty(View.prototype, key, {
      get(this: View) {
        return this[unitOf].collection(name, definition);
      },
    });
  }
  return {open: (unit) => new View(unit) as unknown as ReturnType<NamedCollections['open']>};
}

/** How many reads a unit of work remembers. */
const maxReads = 50;

/** Reads through to the store, buffers writes, and commits them once: all or nothing. */
export class UnitOfWork {
  readonly #partition: Partition;
  /** By collection. */
  readonly #changes = new Map<string, Buffer>();
  readonly #reads: string[] = [];

  constructor(partition: Partition) {
    this.#partition = partition;
  }

  /** The collections of one vendor, as its handlers see them. */
  state<C extends Collections>(named: NamedCollections): State<C> {
    return named.open(this) as unknown as State<C>;
  }

  /** One collection by its full name. */
  collection<E extends Entity>(name: string, definition: AnyCollection): CollectionState<E, string> {
    return new BufferedCollection<E>(this, name, definition);
  }

  /** What was read so far, the first {@link maxReads} of it: full names of collections, each followed by an id. */
  get reads(): readonly string[] {
    return this.#reads;
  }

  get(name: string, id: string): Promise<Entity | undefined> {
    this.#note(name, id);
    const change = this.#changes.get(name)?.get(id);
    return change ? Promise.resolve(change.entity) : this.#partition.get(name, id);
  }

  async find(name: string, definition: AnyCollection, query: IndexQuery): Promise<readonly Entity[]> {
    const pending = this.#changes.get(name);
    const found =
      pending === undefined
        ? await this.#partition.find(name, query)
        : merge(await this.#stored(name, query, pending), pending, definition, query);
    for (let position = 0; position < found.length && this.#reads.length < maxReads * 2; position += 1) {
      this.#note(name, String((found[position] as Entity).id));
    }
    return found;
  }

  #note(name: string, id: string): void {
    if (this.#reads.length < maxReads * 2) this.#reads.push(name, id);
  }

  /** Stored entities of which nothing is buffered, as many as were asked for. */
  async #stored(name: string, query: IndexQuery, pending: Buffer): Promise<readonly Entity[]> {
    const isUntouched = ({id}: Entity) => !pending.has(String(id));
    const {limit = Infinity} = query;
    // What is buffered may take entities off the page, so a few more are asked for, and more again if that was not enough.
    for (let more = 8; ; more *= 8) {
      const wider = limit === Infinity ? query : {...query, limit: limit + Math.min(more, pending.size)};
      const found = await this.#partition.find(name, wider);
      const untouched = found.filter(isUntouched);
      if (untouched.length >= limit || more >= pending.size || found.length < limit + more) return untouched;
    }
  }

  buffer(change: Change): void {
    let changes = this.#changes.get(change.collection);
    if (changes === undefined) this.#changes.set(change.collection, (changes = new Buffer()));
    changes.set(change);
  }

  /** What is buffered: what a commit would write. */
  changes(): readonly Change[] {
    const changes: Change[] = [];
    for (const buffer of this.#changes.values()) for (const change of buffer.values()) changes.push(change);
    return changes;
  }

  commit(): Promise<void> {
    if (this.#changes.size === 0) return Promise.resolve();
    const changes = this.changes();
    this.#changes.clear();
    return this.#partition.commit(changes);
  }
}

class BufferedCollection<E extends Entity> implements CollectionState<E, string> {
  readonly #unit: UnitOfWork;
  readonly #name: string;
  readonly #definition: AnyCollection;

  constructor(unit: UnitOfWork, name: string, definition: AnyCollection) {
    this.#unit = unit;
    this.#name = name;
    this.#definition = definition;
  }

  get(id: E['id']): Promise<E | undefined> {
    return this.#unit.get(this.#name, String(id)) as Promise<E | undefined>;
  }

  find(index: string, by: string, range?: Omit<IndexQuery, 'index' | 'by'>): Promise<readonly E[]> {
    return this.#unit.find(this.#name, this.#definition, {...range, index, by}) as unknown as Promise<readonly E[]>;
  }

  async first(index: string, by: string): Promise<E | undefined> {
    return (await this.find(index, by, {limit: 1}))[0];
  }

  save(entity: E): E {
    const stored = deepFreeze(entity);
    const entries = entriesOf(this.#definition, stored);
    this.#unit.buffer({collection: this.#name, id: String(stored.id), entity: stored, entries});
    return stored;
  }

  remove(id: E['id']): void {
    this.#unit.buffer({collection: this.#name, id: String(id), entity: undefined, entries: {}});
  }
}

/** Stored and buffered entities of one index key, in one order. */
function merge(
  stored: readonly Entity[],
  pending: Buffer,
  definition: AnyCollection,
  query: IndexQuery,
): readonly Entity[] {
  const placed: {place: Place; entity: Entity}[] = [];
  for (const entity of stored) {
    const entry = entriesOf(definition, entity)[query.index];
    if (entry) placed.push({place: {sort: entry.sort, id: String(entity.id)}, entity});
  }
  for (const {id, entity, entries} of pending.at(query.index, query.by)) {
    const place = {sort: (entries[query.index] as IndexEntry).sort, id};
    if (entity !== undefined && withinBounds(place, query)) placed.push({place, entity});
  }
  const direction = query.descending ? -1 : 1;
  placed.sort((a, b) => comparePlaces(a.place, b.place) * direction);
  return placed.slice(0, query.limit).map(({entity}) => entity);
}
