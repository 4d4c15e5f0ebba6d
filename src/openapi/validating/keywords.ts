import type {Schema} from '../document.js';
import type {JsonValue} from '../json.js';
import {formats} from './formats.js';
import {compositions} from './compositions.js';
import {condition, errorOf, isSame, type Keyword, type Kind, type Place} from './keyword.js';
import {objects} from './objects.js';

/** The order in which the kinds of keywords are judged: those of every value first. */
export const kinds: readonly (Kind | undefined)[] = [undefined, 'number', 'string', 'array', 'object'];

/** Every keyword that demands something, in the order in which Ajv judges them: errors come in it. */
export const keywords: readonly Keyword[] = [
  {name: '$ref', make: (reference: string, place) => place.referred(reference)},
  comparison('maximum', '<=', (value, limit) => value <= limit),
  comparison('minimum', '>=', (value, limit) => value >= limit),
  comparison('exclusiveMaximum', '<', (value, limit) => value < limit),
  comparison('exclusiveMinimum', '>', (value, limit) => value > limit),
  most('maxLength', 'string', 'characters', lengthOf),
  least('minLength', 'string', 'characters', lengthOf),
  {
    name: 'pattern',
    of: 'string',
    make: (pattern: string, place) => {
      const error = errorOf(place, 'pattern', {pattern}, `must match pattern "${pattern}"`);
      const expression = new RegExp(pattern, 'u');
      return (value, path, errors) => {
        if (!expression.test(value as string)) errors.push(error(path));
      };
    },
  },
  most('maxProperties', 'object', 'properties', (value: object) => Object.keys(value).length),
  least('minProperties', 'object', 'properties', (value: object) => Object.keys(value).length),
  most('maxItems', 'array', 'items', (value: readonly unknown[]) => value.length),
  least('minItems', 'array', 'items', (value: readonly unknown[]) => value.length),
  condition<unknown, JsonValue>('const', undefined, {
    holds: isSame,
    params: (allowedValue) => ({allowedValue}),
    message: () => 'must be equal to constant',
  }),
  condition<unknown, readonly JsonValue[]>('enum', undefined, {
    holds: (value, allowed) => allowed.some((one) => isSame(value, one)),
    params: (allowedValues) => ({allowedValues}),
    message: () => 'must be equal to one of the allowed values',
  }),
  ...compositions,
  ...objects,
  {
    name: 'items',
    of: 'array',
    make: (items: Schema, {inside}) => {
      const check = inside(items, '/items');
      return (values, path, errors) => {
        (values as readonly unknown[]).forEach((value, position) => check(value, `${path}/${position}`, errors));
      };
    },
  },
  format('number'),
  format('string'),
];

function comparison(name: string, sign: string, holds: (value: number, limit: number) => boolean): Keyword {
  return condition<number, number>(name, 'number', {
    holds,
    params: (limit) => ({comparison: sign, limit}),
    message: (limit) => `must be ${sign} ${limit}`,
  });
}

function most<Value>(name: string, of: Kind, what: string, count: (value: Value) => number): Keyword {
  return condition<Value, number>(name, of, {
    holds: (value, limit) => count(value) <= limit,
    params: (limit) => ({limit}),
    message: (limit) => `must NOT have more than ${limit} ${what}`,
  });
}

function least<Value>(name: string, of: Kind, what: string, count: (value: Value) => number): Keyword {
  return condition<Value, number>(name, of, {
    holds: (value, limit) => count(value) >= limit,
    params: (limit) => ({limit}),
    message: (limit) => `must NOT have fewer than ${limit} ${what}`,
  });
}

function format(of: 'number' | 'string'): Keyword {
  return {
    name: 'format',
    of,
    make: (name: string, place: Place) => {
      const known = formats[name];
      if (known === undefined) throw new Error(`There is no format ${name}.`);
      if (known.type !== of) return undefined;
      const error = errorOf(place, 'format', {format: name}, `must match format "${name}"`);
      return (value, path, errors) => {
        if (!known.holds(value as never)) errors.push(error(path));
      };
    },
  };
}

/** In characters, not in units of UTF-16: a lone surrogate counts as one. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
