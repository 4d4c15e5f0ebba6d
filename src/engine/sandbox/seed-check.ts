import {escapePointer, isObject} from '../../openapi/index.js';
import type {SeedData, Vendor} from '../vendor.js';
import {SeedError} from './seed-error.js';
import {problemsOf} from './seed-problems.js';
import {seedVersion, type SeedSchema} from './seed-schema.js';

/** Data of several vendors, by vendor name. */
export type Seeds = Readonly<Record<string, SeedData>>;

/** How many problems are told at once. */
const mostTold = 10;

/**
 * Judges a user's data before anything is done with it.
 * @returns a copy of it: plain data, by vendor and collection.
 * @throws SeedError naming the places and the mends.
 */
export async function checkSeeds(given: unknown, vendors: ReadonlyMap<string, Vendor>): Promise<Seeds> {
  const seed = plainData(given);
  if (!isObject(seed)) throw new SeedError(['A seed is an object with one member per vendor, such as {"dixa": {…}}.']);
  const {$schema: _, version = seedVersion, ...data} = seed;
  const problems: string[] = [];
  if (version !== seedVersion) problems.push(`/version: must be ${seedVersion}; this stand-in reads no other.`);
  for await (const problem of vendorProblems(data, vendors)) {
    if (problems.length >= mostTold) break;
    problems.push(problem);
  }
  if (problems.length > 0) throw new SeedError(problems);
  return data as Seeds;
}

/**
 * What JSON can say of a value: a copy that nobody else can change, and that holds no code.
 * @throws SeedError for what JSON cannot say, and for names that mean more than data.
 */
function plainData(value: unknown): unknown {
  const copy = plainCopy(value);
  const strange = typeof copy === 'object' && copy !== null ? [...strangeNames(copy)] : [];
  if (strange.length > 0) throw new SeedError(strange.slice(0, mostTold));
  return copy;
}

function plainCopy(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch {
    throw new SeedError(['A seed is plain data; this one holds itself, or something that JSON has no word for.']);
  }
}

/** Names that lead to what every object has: who brings them wants to change more than data. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** No data of a vendor's lies as deep. */
const deepest = 100;

function* strangeNames(data: object): Generator<string> {
  const waiting: {readonly place: string; readonly value: object; readonly depth: number}[] = [
    {place: '', value: data, depth: 0},
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {place, value, depth} = next;
    if (depth > deepest) {
      yield `${place}: lies more than ${deepest} levels deep; no data does.`;
      continue;
    }
    for (const [name, inside] of Object.entries(value)) {
      const here = `${place}/${escapePointer(name)}`;
      if (forbidden.has(name)) yield `${here}: has a name that data must not have; choose another.`;
      else if (typeof inside === 'object' && inside !== null)
        waiting.push({place: here, value: inside as object, depth: depth + 1});
    }
  }
}

async function* vendorProblems(
  data: Readonly<Record<string, unknown>>,
  vendors: ReadonlyMap<string, Vendor>,
): AsyncGenerator<string> {
  for (const [name, part] of Object.entries(data)) {
    const vendor = vendors.get(name);
    if (vendor === undefined) yield `/${escapePointer(name)}: no such vendor; use ${[...vendors.keys()].join(', ')}.`;
    else if (!isObject(part)) yield `/${name}: must be an object with one list per collection.`;
    else for (const [collection, entities] of Object.entries(part)) yield* listProblems(vendor, collection, entities);
  }
}

async function* listProblems(vendor: Vendor, collection: string, entities: unknown): AsyncGenerator<string> {
  const place = `/${vendor.name}/${escapePointer(collection)}`;
  if (!Object.hasOwn(vendor.collections, collection)) {
    yield `${place}: no such collection; use ${Object.keys(vendor.collections).join(', ')}.`;
    return;
  }
  if (!Array.isArray(entities)) {
    yield `${place}: must be a list.`;
    return;
  }
  const schema = await vendor.seedSchema?.();
  const ids = new Set<string>();
  for (const [position, entity] of entities.entries()) {
    yield* entityProblems(schema, collection, entity).map((problem) => `${place}/${position}${problem}`);
    const id = isObject(entity) ? String(entity.id) : '';
    if (ids.has(id)) yield `${place}/${position}: the id ${id} is used twice; give each entity its own.`;
    ids.add(id);
  }
}

/** What is wrong with an entity, sentences that begin with the place in it. */
function entityProblems(loaded: SeedSchema | undefined, collection: string, entity: unknown): readonly string[] {
  if (!isObject(entity) || (typeof entity.id !== 'string' && typeof entity.id !== 'number')) {
    return [': every entity needs an id, a string or a number.'];
  }
  const judge = loaded?.validators[collection];
  if (loaded === undefined || judge === undefined || judge(entity)) return [];
  return problemsOf(judge.errors ?? [], {schema: loaded.schema, collection, entity});
}
