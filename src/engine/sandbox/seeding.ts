import {
  deepFreeze,
  entriesOf,
  frozenCopy,
  UnitOfWork,
  type AnyCollection,
  type Change,
  type Entity,
} from '../../state/index.js';
import {defaultSandbox} from '../addressing.js';
import {behavioursOf, saveRecord, type AllBehaviourValues, type Sandbox, type SandboxRecord} from './sandbox.js';
import type {Seeds} from './seed-check.js';
import {SeedError} from './seed-error.js';
import type {SeedData, Vendor} from '../vendor.js';

/**
 * What sandboxes are filled with: the vendor's own seed, or the user's where there is one, and the sandbox's credentials.
 * A user's seed replaces a vendor's data as a whole, but for the accounts that it does not name.
 */
export class Seedbed {
  readonly #vendors: readonly Vendor[];
  readonly #seeds: Seeds;
  /** A vendor's entities, by its behaviours: all sandboxes that begin alike share them, since nobody can change them. */
  readonly #prepared = new WeakMap<AllBehaviourValues[string], Promise<readonly Change[]>>();

  constructor(vendors: readonly Vendor[], seeds: Seeds) {
    this.#vendors = vendors;
    this.#seeds = seeds;
  }

  /**
   * Everything that a sandbox holds at first.
   * @throws SeedError when a vendor cannot take what the seed has for it.
   */
  async changesFor(sandbox: Sandbox, record: SandboxRecord): Promise<readonly Change[]> {
    const unit = new UnitOfWork(sandbox.partition);
    saveRecord(unit, record);
    const seeded = await Promise.all(
      this.#vendors.map((vendor) => this.#entitiesOf(vendor, behavioursOf(sandbox, record, vendor.name))),
    );
    // The demo credentials are known in every sandbox, so that naming one is enough, and beside them the sandbox's own.
    const sandboxes = [...new Set([defaultSandbox, sandbox.id])];
    for (const change of credentialsOf(this.#vendors, sandboxes)) unit.buffer(change);
    const known = new Set(seeded.flat().map(placeOf));
    return [...seeded.flat(), ...unit.changes().filter((change) => !known.has(placeOf(change)))];
  }

  #entitiesOf(vendor: Vendor, behaviours: AllBehaviourValues[string]): Promise<readonly Change[]> {
    let prepared = this.#prepared.get(behaviours);
    if (prepared === undefined) {
      prepared = completed(vendor, dataOf(vendor, this.#seeds[vendor.name]), behaviours);
      this.#prepared.set(behaviours, prepared);
      prepared.catch(() => this.#prepared.delete(behaviours));
    }
    return prepared;
  }
}

/** What makes the credentials known that sandboxes hand out. */
export function credentialsOf(vendors: readonly Vendor[], sandboxes: readonly string[]): readonly Change[] {
  return vendors.flatMap((vendor) =>
    sandboxes.flatMap((id) =>
      entitiesOf(vendor, vendor.issue(id).seed).map(({name, definition, entity}) => ({
        collection: name,
        id: String(entity.id),
        entity: deepFreeze(entity),
        entries: entriesOf(definition, entity),
      })),
    ),
  );
}

/**
 * Has a vendor complete entities of a seed or a state.
 * @returns them as they are to be stored.
 * @throws SeedError when the vendor cannot take one.
 */
export async function completed(
  vendor: Vendor,
  data: SeedData,
  behaviours: AllBehaviourValues[string],
): Promise<readonly Change[]> {
  const complete = async ({collection, name, definition, entity}: Seeded): Promise<Change> => {
    try {
      const whole = frozenCopy(await vendor.prepare(collection, entity, behaviours));
      // Asked here, so that an entity which lacks what it is found by is refused by name.
      return {collection: name, id: String(whole.id), entity: whole, entries: entriesOf(definition, whole)};
    } catch (error) {
      const place = `/${vendor.name}/${collection}: the entity ${entity.id}`;
      throw new SeedError([`${place} cannot be taken: ${(error as Error).message}.`]);
    }
  };
  return Promise.all(entitiesOf(vendor, data).map(complete));
}

/** An entity of a seed with the collection it belongs in. */
interface Seeded {
  readonly collection: string;
  /** The collection's name in the store. */
  readonly name: string;
  readonly definition: AnyCollection;
  readonly entity: Entity;
}

function entitiesOf(vendor: Vendor, data: SeedData): Seeded[] {
  return Object.entries(data).flatMap(([collection, entities]) => {
    const definition = vendor.collections[collection];
    if (definition === undefined) return [];
    return entities.map((entity) => ({collection, name: `${vendor.name}.${collection}`, definition, entity}));
  });
}

function dataOf(vendor: Vendor, own: SeedData | undefined): SeedData {
  if (own === undefined) return vendor.seed;
  const accounts = vendor.accounts.filter((name) => !(name in own)).map((name) => [name, vendor.seed[name] ?? []]);
  return {...Object.fromEntries(accounts), ...own};
}

function placeOf({collection, id}: Change): string {
  return `${collection} ${id}`;
}
