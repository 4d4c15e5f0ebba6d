import type {JsonValue} from '../../src/engine/index.js';
import type {Change, Entity} from '../../src/state/index.js';
import type {World} from './world.js';

export type Id = Entity['id'];

/** The ids there are, by collection: the data subject's and everybody's but the bystander's, or all of them. */
export class Known {
  readonly #ids = new Map<string, Set<Id>>();
  readonly #names: World['names'];

  constructor({names}: Pick<World, 'names'>, before?: Known) {
    this.#names = names;
    if (before) for (const [collection, ids] of before.#ids) this.#ids.set(collection, new Set(ids));
  }

  /** Takes note of stored entities. */
  add(changes: readonly Change[]): this {
    for (const {collection, entity} of changes) {
      const name = collection.slice(collection.indexOf('.') + 1);
      const ids = this.#ids.get(name) ?? new Set();
      this.#ids.set(name, ids);
      if (entity) ids.add(entity.id);
    }
    return this;
  }

  /** The ids in a collection. */
  of(collection: string): readonly Id[] {
    return [...(this.#ids.get(collection) ?? [])];
  }

  /** What a parameter or member of that name can be; nothing if its name tells nothing. */
  named(name: string): readonly JsonValue[] {
    const own = this.#names[name];
    if (own) return own(this);
    const stem = /^(.{3,}?)(_id|Id)$/.exec(name)?.[1]?.toLowerCase();
    if (stem === undefined) return [];
    const collections = [...this.#ids.keys()];
    const holder =
      collections.find((collection) => collection.toLowerCase() === `${stem}s`) ??
      collections.find((collection) => collection.toLowerCase().includes(stem));
    return holder === undefined ? [] : this.of(holder);
  }
}

/** Whether something is about the bystander: it holds a word or an id that only the bystander has. */
export function isBystanders(world: Pick<World, 'bystander'>, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((one) => isBystanders(world, one));
  if (typeof value === 'number') return world.bystander.includes(value);
  if (typeof value !== 'string') return false;
  return value.includes('noor-') || world.bystander.some((id) => value.includes(String(id)));
}
