import {isObject} from '../openapi/index.js';
import {UnitOfWork, type Entity} from '../state/index.js';
import {writeRecord, type Sandbox, type SandboxRecord} from './sandbox.js';
import type {SeedData, Vendor} from './vendor.js';

/** Seed data of several vendors, by vendor name. */
export type Seeds = Readonly<Record<string, SeedData>>;

/** A seed that cannot be used. Says where and what to do. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

/**
 * Fills an empty sandbox: the vendor's own seed, or the user's where there is one, and the sandbox's credentials.
 * A user's seed replaces a vendor's data as a whole, but for the accounts that it does not name.
 */
export async function fillSandbox(
  sandbox: Sandbox,
  record: SandboxRecord,
  vendors: readonly Vendor[],
  seeds: Seeds,
): Promise<void> {
  await sandbox.partition.clear();
  await writeRecord(sandbox.partition, record);
  const unit = new UnitOfWork(sandbox.partition);
  for (const vendor of vendors) {
    const data = dataOf(vendor, seeds[vendor.name]);
    for (const [name, entities] of Object.entries(data)) {
      const definition = vendor.collections[name];
      if (definition === undefined) continue;
      const target = unit.collection<Entity>(`${vendor.name}.${name}`, definition);
      for (const entity of entities) target.save(structuredClone(vendor.prepare(name, entity)));
    }
  }
  await unit.commit();
  await addCredentials(sandbox, vendors);
}

function dataOf(vendor: Vendor, own: SeedData | undefined): SeedData {
  if (own === undefined) return vendor.seed;
  const accounts = vendor.accounts.filter((name) => !(name in own)).map((name) => [name, vendor.seed[name] ?? []]);
  return {...Object.fromEntries(accounts), ...own};
}

/** Makes the sandbox's own credentials known, beside those of the seed. */
async function addCredentials(sandbox: Sandbox, vendors: readonly Vendor[]): Promise<void> {
  const unit = new UnitOfWork(sandbox.partition);
  for (const vendor of vendors) {
    for (const [name, entities] of Object.entries(vendor.issue(sandbox.id).seed)) {
      const definition = vendor.collections[name];
      if (definition === undefined) continue;
      const target = unit.collection<Entity>(`${vendor.name}.${name}`, definition);
      for (const entity of entities)
        if ((await target.get(entity.id)) === undefined) target.save(structuredClone(entity));
    }
  }
  await unit.commit();
}

/**
 * Judges a user's seed before anything starts.
 * @throws SeedError naming the place and the mend.
 */
export function checkSeeds(seeds: unknown, vendors: ReadonlyMap<string, Vendor>): Seeds {
  if (!isObject(seeds)) throw new SeedError('A seed is an object with one member per vendor, such as {"dixa": {…}}.');
  for (const [name, data] of Object.entries(seeds)) {
    const vendor = vendors.get(name);
    if (vendor === undefined) throw new SeedError(`/${name}: no such vendor; use ${[...vendors.keys()].join(', ')}.`);
    if (!isObject(data)) throw new SeedError(`/${name}: must be an object with one list per collection.`);
    for (const [collection, entities] of Object.entries(data)) checkCollection(vendor, collection, entities);
  }
  return seeds as Seeds;
}

function checkCollection(vendor: Vendor, collection: string, entities: unknown): void {
  const place = `/${vendor.name}/${collection}`;
  const known = Object.keys(vendor.collections);
  if (!known.includes(collection)) throw new SeedError(`${place}: no such collection; use ${known.join(', ')}.`);
  if (!Array.isArray(entities)) throw new SeedError(`${place}: must be a list.`);
  const ids = new Set<string>();
  entities.forEach((entity: unknown, position) => {
    if (!isObject(entity) || (typeof entity.id !== 'string' && typeof entity.id !== 'number')) {
      throw new SeedError(`${place}/${position}: every entity needs an id, a string or a number.`);
    }
    const id = String(entity.id);
    if (ids.has(id)) throw new SeedError(`${place}/${position}: the id ${id} is used twice; give each entity its own.`);
    ids.add(id);
  });
}
