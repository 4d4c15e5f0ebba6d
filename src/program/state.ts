import type {Answers, Ask} from '../control/index.js';

/** An entity of a vendor's, as it is stored. */
export type StoredEntity = Answers<'getEntity'>;

/** Data by vendor and collection, as in a seed. */
export type StateDocument = Answers<'getState'>;

/** The data of a sandbox. Every change is made as a whole or not at all. */
export interface StateControl {
  /** All data: a stand-in can be started with it. */
  read(): Promise<StateDocument>;
  /**
   * Takes a seed, and puts it in place of the data of the vendors it names; accounts that it does not name stay.
   * @throws RangeError for a seed that cannot be, naming places and mends.
   */
  replace(seed: object): Promise<void>;
  /**
   * Takes a seed, and adds its entities to what there is, each in place of the one with its id.
   * @throws RangeError for a seed that cannot be, naming places and mends.
   */
  patch(seed: object): Promise<void>;
  /**
   * One collection, by its name in a seed.
   *
   * ```ts
   * await standin.state.collection('dixa', 'conversations').patch(10749, {state: 'Open'});
   * ```
   *
   * All of its methods throw a RangeError when there is no such vendor, collection or entity, naming what there is.
   */
  collection(vendor: string, name: string): CollectionControl;
}

/** One collection of a vendor's data in a sandbox. */
export interface CollectionControl {
  /** All of its entities, in the order of their ids. */
  list(): Promise<readonly StoredEntity[]>;
  /** Puts entities in place of all there are. @throws RangeError for entities that cannot be, naming places and mends. */
  replace(entities: readonly object[]): Promise<void>;
  /** Removes all entities. */
  clear(): Promise<void>;
  get(id: string | number): Promise<StoredEntity>;
  /**
   * Adds an entity, or puts it in place of the one with its id. What the vendor fills in may be left out.
   * @returns the entity as it is stored.
   * @throws RangeError for an entity that cannot be, naming places and mends.
   */
  put(entity: {readonly id: string | number}): Promise<StoredEntity>;
  /**
   * Changes an entity by a JSON Merge Patch (RFC 7396): `null` removes a member, objects are merged.
   * @returns the entity as it is stored.
   * @throws RangeError for an entity that cannot be, naming places and mends.
   */
  patch(id: string | number, changes: object): Promise<StoredEntity>;
  /** Removes an entity; what waits to be done to it does nothing. */
  delete(id: string | number): Promise<void>;
}

export function stateControl(ask: Ask): StateControl {
  return {
    read: () => ask('getState'),
    replace: (seed) => ask('replaceState', {body: seed}),
    patch: (seed) => ask('addState', {body: seed}),
    collection: (vendor, name) => collectionControl(ask, {vendor, collection: name}),
  };
}

/** Entities that are read at a time. */
const pageSize = 100_000;

function collectionControl(
  ask: Ask,
  params: {readonly vendor: string; readonly collection: string},
): CollectionControl {
  const at = (id: string | number) => ({...params, id: String(id)});
  return {
    list: async () => {
      const all: StoredEntity[] = [];
      let after: string | undefined;
      do {
        const {entities, next} = await ask('getCollection', {params, query: {limit: pageSize, after}});
        all.push(...entities);
        after = next;
      } while (after !== undefined);
      return all;
    },
    replace: (entities) => ask('replaceCollection', {params, body: {entities}}),
    clear: () => ask('removeCollection', {params}),
    get: (id) => ask('getEntity', {params: at(id)}),
    put: (entity) => ask('putEntity', {params: at(entity.id), body: entity}),
    patch: (id, changes) => ask('patchEntity', {params: at(id), body: changes}),
    delete: (id) => ask('removeEntity', {params: at(id)}),
  };
}
