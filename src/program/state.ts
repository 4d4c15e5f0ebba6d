import type {Answers, Ask} from '../control/index.js';

/** An entity of a vendor's, as it is stored. */
export type StoredEntity = Answers<'getEntity'>;

/** Data by vendor and collection, as in a seed. */
export type StateDocument = Answers<'getState'>;

/**
 * The data of a sandbox. Collections and entities are those of a seed; `standin/seed.schema.json` says what may stand in
 * them. Every change is made as a whole or not at all.
 *
 * ```ts
 * await standin.state.patch('dixa', 'conversations', 10749, {state: 'Open'});
 * ```
 *
 * All throw a RangeError that names what there is when there is no such vendor, collection or entity, and that names place
 * and mend when data cannot be.
 */
export interface StateControl {
  /** All data; a stand-in can be started with it. */
  read(): Promise<StateDocument>;
  /** The collections of a vendor. */
  read(vendor: string): Promise<Readonly<Record<string, readonly StoredEntity[]>>>;
  /** The entities of a collection, in the order of their ids. */
  read(vendor: string, collection: string): Promise<readonly StoredEntity[]>;
  read(vendor: string, collection: string, id: string | number): Promise<StoredEntity>;
  /** Puts data in place of that of the vendors it names; accounts that it does not name stay. */
  replace(data: object): Promise<void>;
  /** Puts entities in place of all of a collection. */
  replace(vendor: string, collection: string, entities: readonly object[]): Promise<void>;
  /** Adds an entity, or puts it in place of the one with its id. */
  replace(vendor: string, collection: string, id: string | number, entity: object): Promise<void>;
  /** Adds entities to what there is, each in place of the one with its id. */
  patch(data: object): Promise<void>;
  /** Changes an entity by a JSON Merge Patch (RFC 7396): `null` removes a member. */
  patch(vendor: string, collection: string, id: string | number, changes: object): Promise<void>;
  /** Removes all entities of a collection. */
  delete(vendor: string, collection: string): Promise<void>;
  delete(vendor: string, collection: string, id: string | number): Promise<void>;
}

export function stateControl(ask: Ask): StateControl {
  const readVendor = async (vendor: string) => {
    const state = await ask('getVendorState', {params: {vendor}});
    return state[vendor] as unknown as Readonly<Record<string, readonly StoredEntity[]>>;
  };
  return {
    read: readOf(ask, readVendor),
    async replace(...[target, collection, id, entity]: ReplaceArguments) {
      if (typeof target !== 'string') return ask('replaceState', {body: target});
      const params = {vendor: target, collection: collection as string};
      if (typeof id === 'object') return ask('replaceCollection', {params, body: {entities: id}});
      await ask('putEntity', {params: {...params, id: String(id)}, body: entity});
    },
    async patch(...[target, collection, id, changes]: PatchArguments) {
      if (typeof target !== 'string') return ask('addState', {body: target});
      await ask('patchEntity', {params: {vendor: target, collection: collection as string, id: String(id)}, body: changes});
    },
    async delete(vendor: string, collection: string, id?: string | number) {
      const params = {vendor, collection};
      if (id === undefined) await ask('removeCollection', {params});
      else await ask('removeEntity', {params: {...params, id: String(id)}});
    },
  };
}
