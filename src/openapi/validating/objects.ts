import {escapePointer, type Schema} from '../document.js';
import {errorOf, type Check, type Keyword, type Place} from './keyword.js';
import {segmentOf} from './segment.js';

type Members = Readonly<Record<string, unknown>>;

/** Keywords about the members of an object, in the order in which Ajv judges them. */
export const objects: readonly Keyword[] = [
  {
    name: 'required',
    of: 'object',
    make: (names: readonly string[], place) => {
      const errorsOf = names.map(
        (missingProperty) =>
          [
            missingProperty,
            errorOf(place, 'required', {missingProperty}, `must have required property '${missingProperty}'`),
          ] as const,
      );
      return (value, path, errors) => {
        for (const [name, error] of errorsOf) if ((value as Members)[name] === undefined) errors.push(error(path));
      };
    },
  },
  {
    name: 'propertyNames',
    of: 'object',
    make: (schema: Schema, place) => {
      const check = place.inside(schema, '/propertyNames');
      return (value, path, errors) => {
        for (const propertyName of Object.keys(value as Members)) {
          const before = errors.length;
          check(propertyName, path, errors);
          if (errors.length > before)
            errors.push(errorOf(place, 'propertyNames', {propertyName}, 'property name must be valid')(path));
        }
      };
    },
  },
  {
    name: 'additionalProperties',
    of: 'object',
    make: (rest: Schema | boolean, place) => {
      const judge = membersJudge(place, 'additionalProperties', rest);
      const {properties = {}} = place.schema;
      return (value, path, errors, seen) => {
        for (const name of Object.keys(value as Members)) {
          seen?.add(name);
          if (!Object.hasOwn(properties, name)) judge?.(name, value as Members, path, errors);
        }
      };
    },
  },
  {
    name: 'properties',
    of: 'object',
    make: (schemas: Readonly<Record<string, Schema>>, {inside}) => {
      const checks = Object.entries(schemas).map(
        ([name, schema]) => [name, `/${escapePointer(name)}`, inside(schema, `/properties${segmentOf(name)}`)] as const,
      );
      return (value, path, errors, seen) => {
        for (const [name, segment, check] of checks) {
          const member = (value as Members)[name];
          if (member !== undefined) check(member, path + segment, errors);
          seen?.add(name);
        }
      };
    },
  },
  {
    name: 'unevaluatedProperties',
    of: 'object',
    make: (rest: Schema | boolean, place) => {
      const judge = membersJudge(place, 'unevaluatedProperties', rest);
      return (value, path, errors, seen) => {
        for (const name of Object.keys(value as Members)) {
          if (!seen?.has(name)) judge?.(name, value as Members, path, errors);
          seen?.add(name);
        }
      };
    },
  },
  {
    name: 'discriminator',
    of: 'object',
    make: ({propertyName: tag}: {readonly propertyName: string}, place) => {
      const shapes = shapesBy(tag, place);
      return (value, path, errors, seen) => {
        const tagValue = (value as Members)[tag];
        const shape = typeof tagValue === 'string' ? shapes.get(tagValue) : undefined;
        if (shape) return shape(value, path, errors, seen);
        const [error, message] =
          typeof tagValue === 'string'
            ? ['mapping', `value of tag "${tag}" must be in oneOf`]
            : ['tag', `tag "${tag}" must be string`];
        errors.push(errorOf(place, 'discriminator', {error, tag, tagValue}, message)(path));
      };
    },
  },
];

type MemberJudge = (name: string, value: Members, path: string, errors: Parameters<Check>[2]) => void;

/** Judges members that nothing else speaks of. */
function membersJudge(place: Place, keyword: string, rest: Schema | boolean): MemberJudge | undefined {
  if (rest === true) return undefined;
  if (rest === false) {
    const param = keyword.replace('Properties', 'Property');
    const message = `must NOT have ${keyword.replace('Properties', '')} properties`;
    return (name, _, path, errors) => errors.push(errorOf(place, keyword, {[param]: name}, message)(path));
  }
  const check = place.inside(rest, `/${keyword}`);
  return (name, value, path, errors) => check(value[name], `${path}/${escapePointer(name)}`, errors);
}

/** The shapes of a choice by the value of the member that tells them apart. */
function shapesBy(tag: string, place: Place): ReadonlyMap<string, Check> {
  const shapes = (place.schema.oneOf ?? []).flatMap((schema, position) => {
    const check = place.inside(schema, `/oneOf/${position}`);
    const {const: only, enum: values = [only]} = place.resolved(schema).properties?.[tag] ?? {};
    return values.map((value) => [value as string, check] as const);
  });
  return new Map(shapes);
}
