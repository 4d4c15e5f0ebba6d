import type {Entity, IndexEntry, IndexQuery, SortKey} from './store.js';

/** How entities of a collection are found other than by id. `by` undefined leaves the entity out of the index. */
export interface IndexDefinition<E> {
  readonly by: (entity: E) => string | undefined;
  /** Order inside one key; the id when absent. */
  readonly sort?: (entity: E) => SortKey;
}

/** A kind of entity: its type, and the indexes it is found by. */
export interface CollectionDefinition<E extends Entity, I extends string> {
  readonly indexes: Readonly<Record<I, IndexDefinition<E>>>;
}

/** Declares a collection: `collection<Message>()({conversation: {by: (message) => …}})`. */
export function collection<E extends Entity>() {
  return <I extends string = never>(
    indexes: Readonly<Record<I, IndexDefinition<E>>> = {} as Readonly<Record<I, IndexDefinition<E>>>,
  ): CollectionDefinition<E, I> => ({indexes});
}

/** Any collection, for code that does not care what it holds. */
export type AnyCollection = CollectionDefinition<never, string>;

/** The collections of a vendor, by name. */
export type Collections = Readonly<Record<string, AnyCollection>>;

/** What a handler can ask of one collection. Writes are buffered until its unit of work commits. */
export interface CollectionState<E extends Entity, I extends string> {
  get(id: E['id']): Promise<E | undefined>;
  /** Entities of one key of an index, in its order. */
  find(index: I, by: string, range?: Omit<IndexQuery, 'index' | 'by'>): Promise<readonly E[]>;
  /** The first of them. */
  first(index: I, by: string): Promise<E | undefined>;
  /** Adds the entity or replaces the one with its id. Returns what was stored: frozen. */
  save(entity: E): E;
  remove(id: E['id']): void;
}

/** The collections of a vendor as its handlers see them. */
export type State<C extends Collections> = {
  readonly [Name in keyof C]: C[Name] extends CollectionDefinition<infer E, infer I> ? CollectionState<E, I> : never;
};

/** Where an entity stands in the indexes of its collection. */
export function entriesOf(definition: AnyCollection, entity: Entity): Readonly<Record<string, IndexEntry>> {
  const entries: Record<string, IndexEntry> = {};
  for (const name in definition.indexes) {
    const {by, sort} = definition.indexes[name] as unknown as IndexDefinition<Entity>;
    const key = by(entity);
    if (key !== undefined) entries[name] = {by: key, sort: sort ? sort(entity) : String(entity.id)};
  }
  return entries;
}
