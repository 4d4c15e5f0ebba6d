import {entriesOf, UnitOfWork, type AnyCollection, type Entity} from '../../state/index.js';
import {defaultSandbox} from '../addressing.js';
import {behavioursOf, saveRecord, type AllBehaviourValues, type Sandbox, type SandboxRecord} from './sandbox.js';
import {SeedError, type Seeds} from './seed-check.js';
import type {SeedData, Vendor} from '../vendor.js';

/**
 * Fills a sandbox anew: the vendor's own seed, or the user's where there is one, and the sandbox's credentials.
 * A user's seed replaces a vendor's data as a whole, but for the accounts that it does not name.
 */
export async function fillSandbox(
  sandbox: Sandbox,
  record: SandboxRecord,
  vendors: readonly Vendor[],
  seeds: Seeds,
): Promise<void> {
  // Everything is worked out before anything is removed: a seed that fails leaves the sandbox as it was.
  const planted = await Promise.all(
    vendors.map((vendor) =>
      plant(vendor, {sandbox, own: seeds[vendor.name], behaviours: behavioursOf(sandbox, record, vendor.name)}),
    ),
  );
  const unit = new UnitOfWork(sandbox.partition);
  saveRecord(unit, record);
  for (const {name, definition, entity} of planted.flat()) unit.collection<Entity>(name, definition).save(entity);
  await sandbox.partition.replace(unit.changes());
}

/** An entity with the collection it belongs in. */
interface Planted {
  readonly name: string;
  readonly definition: AnyCollection;
  readonly entity: Entity;
}

/**
 * A vendor's data, and beside it the demo credentials, which are known in every sandbox so that naming one is enough, and
 * the sandbox's own.
 */
async function plant(
  vendor: Vendor,
  {sandbox, own, behaviours}: {sandbox: Sandbox; own: SeedData | undefined; behaviours: AllBehaviourValues[string]},
): Promise<Planted[]> {
  const seeded = entitiesOf(vendor, dataOf(vendor, own));
  const isSeeded = (name: string, {id}: Entity) =>
    seeded.some((one) => one.name === name && String(one.entity.id) === String(id));
  const issued = [defaultSandbox, sandbox.id].flatMap((id) => entitiesOf(vendor, vendor.issue(id).seed));
  const complete = async ({collection, ...planted}: Unprepared): Promise<Planted> => {
    try {
      const entity = structuredClone(await vendor.prepare(collection, planted.entity, behaviours));
      // Asked here, so that an entity which lacks what it is found by is refused by name.
      entriesOf(planted.definition, entity);
      return {...planted, entity};
    } catch (error) {
      const place = `/${vendor.name}/${collection}: the entity ${planted.entity.id}`;
      throw new SeedError([`${place} lacks a member or has one of the wrong type (${(error as Error).message}).`]);
    }
  };
  return [
    ...(await Promise.all(seeded.map(complete))),
    ...issued.filter(({name, entity}) => !isSeeded(name, entity)).map(({collection: _, ...planted}) => planted),
  ];
}

type Unprepared = Planted & {readonly collection: string};

function entitiesOf(vendor: Vendor, data: SeedData): Unprepared[] {
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
