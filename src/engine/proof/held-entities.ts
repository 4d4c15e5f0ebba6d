import type {Change, Collections, Entity} from '../../state/index.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Held} from './survivors.js';

/** One vendor's entities in what was stored. What is found by is worked out when it is first asked for. */
export class HeldEntities implements Held<Collections> {
  readonly #vendor: string;
  readonly #entities: Holdings['entities'];
  readonly #byId = new Map<string, ReadonlyMap<string, Change>>();
  readonly #byKey = new Map<string, ReadonlyMap<string, readonly Change[]>>();

  constructor(vendor: string, entities: Holdings['entities']) {
    this.#vendor = vendor;
    this.#entities = entities;
  }

  get(collection: string, id: Entity['id']): never {
    let byId = this.#byId.get(collection);
    if (byId === undefined) {
      byId = new Map(this.#all(collection).map((change) => [change.id, change]));
      this.#byId.set(collection, byId);
    }
    return byId.get(String(id))?.entity as never;
  }

  find(collection: string, index: string, by: string): readonly never[] {
    const name = `${collection} ${index}`;
    let byKey = this.#byKey.get(name);
    if (byKey === undefined) {
      byKey = keyed(this.#all(collection), index);
      this.#byKey.set(name, byKey);
    }
    return (byKey.get(by) ?? []).map(({entity}) => entity as never);
  }

  #all(collection: string): readonly Change[] {
    return this.#entities.get(`${this.#vendor}.${collection}`) ?? [];
  }
}

function keyed(changes: readonly Change[], index: string): ReadonlyMap<string, readonly Change[]> {
  const byKey = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.entries[index]?.by;
    if (key === undefined) continue;
    const same = byKey.get(key);
    if (same) same.push(change);
    else byKey.set(key, [change]);
  }
  return byKey;
}
