import {isObject, type SeedData, type SeedSchema, type Vendor} from '../engine/index.js';
import {unescapePointer, type Validator} from '../openapi/index.js';

type ValidatorError = NonNullable<Validator['errors']>[number];
type Judge = SeedSchema['validators'][string];
type Entity = SeedData[string][number];

/** How many members are taken from one entity before it is given up. */
const mostTaken = 50;

/**
 * Of data what a seed may hold. A real vendor answers members that its document does not know, and recordings are cut short:
 * members that do not fit are taken away, and an entity that does not fit without them is left out.
 */
export async function fitting(
  data: SeedData,
  vendor: Pick<Vendor, 'name' | 'seedSchema'>,
): Promise<{readonly data: SeedData; readonly problems: readonly string[]}> {
  const schema = await vendor.seedSchema?.();
  const problems: string[] = [];
  const kept = Object.entries(data).map(([collection, entities]) => {
    const judge = schema?.validators[collection];
    const fit = entities.flatMap((entity) => {
      const one = fitted(entity, judge);
      if (one === undefined) problems.push(`/${vendor.name}/${collection}: too little is known of ${nameOf(entity)}.`);
      return one ?? [];
    });
    return [collection, fit] as const;
  });
  // A list that was empty from the beginning says that there is nothing; one that has become empty says nothing.
  const named = kept.filter(([collection, fit]) => fit.length > 0 || data[collection]?.length === 0);
  return {data: Object.fromEntries(named), problems};
}

/** Some ids are somebody's address: only those that cannot be are told. */
function nameOf({id}: Entity): string {
  return typeof id === 'number' || /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? String(id) : 'one of them';
}

function fitted(given: Entity, judge: Judge | undefined): Entity | undefined {
  let entity = withoutStrangeNames(given) as Entity;
  if (judge === undefined) return entity;
  for (let left = mostTaken; left > 0; left -= 1) {
    const errors = errorsOf(entity, judge);
    if (errors.length === 0) return entity;
    const better = lessWrong(entity, errors, judge);
    if (better === undefined) return undefined;
    entity = better;
  }
  return undefined;
}

/**
 * The entity without one of the members that errors tell of: the one without which fewest errors are left. Where a value may
 * have several shapes, errors tell of all of them, so the best is found by trying.
 */
function lessWrong(entity: Entity, errors: readonly ValidatorError[], judge: Judge): Entity | undefined {
  const places = [...new Set(errors.map(placeOf))].filter((place) => place !== '' && place !== '/id');
  const tried = places.map((place) => {
    const without = copyWithout(entity, place.split('/').slice(1).map(unescapePointer)) as Entity;
    return {without, wrong: errorsOf(without, judge).length, depth: place.split('/').length};
  });
  // Of two that are as good the one that takes less away: the deeper one.
  const [best] = tried.sort((one, other) => one.wrong - other.wrong || other.depth - one.depth);
  if (best === undefined) return undefined;
  return best.wrong <= errors.length ? best.without : undefined;
}

/** The member that is too much, or the value that is wrong; what lacks something is wrong as a whole. */
function placeOf({instancePath, params}: ValidatorError): string {
  const {additionalProperty, unevaluatedProperty} = params as Readonly<Record<string, string | undefined>>;
  const name = additionalProperty ?? unevaluatedProperty;
  return name === undefined ? instancePath : `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function errorsOf(entity: Entity, judge: Judge): readonly ValidatorError[] {
  return judge(entity) ? [] : [...(judge.errors ?? [])];
}

/** Names that no data may have, since every object has them: the check of seeds refuses them anywhere. */
const strangeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function withoutStrangeNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutStrangeNames);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([name]) => !strangeNames.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutStrangeNames(member)]));
}

/** A copy without one member, or one item of a list. */
function copyWithout(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, position) => {
      if (String(position) !== name) return [item];
      return rest.length === 0 ? [] : [copyWithout(item, rest)];
    });
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key !== name) return [[key, member]];
      return rest.length === 0 ? [] : [[key, copyWithout(member, rest)]];
    }),
  );
}
