import fc, {type Arbitrary} from 'fast-check';
import {resolve, type OpenApiDocument, type Schema} from '../../src/openapi/index.js';
import type {Template, TextForm, TextPlace} from './templates.js';

/** Deeper down, only what is required is generated: schemas refer to themselves. */
const maxDepth = 4;

/** Instants around the one at which all tests begin. */
const instants = [
  '2025-12-01T00:00:00Z',
  '2026-01-05T08:59:59.500Z',
  '2026-01-05T09:00:30.000Z',
  '2026-01-08T10:00:00Z',
];

interface Place {
  readonly document: OpenApiDocument;
  /** The member or parameter that holds the value. */
  readonly name: string;
  readonly depth: number;
}

/** Values that fit a schema of the document, with ids and texts left open. */
export function valuesOf(document: OpenApiDocument, pointer: string, name = ''): Arbitrary<Template> {
  return valuesAt(resolve(document, pointer).value as Schema, {document, name, depth: 0});
}

function valuesAt(schema: Schema, place: Place): Arbitrary<Template> {
  if (schema.$ref !== undefined) return valuesAt(resolve(place.document, schema.$ref).value as Schema, place);
  if (schema.const !== undefined) return fc.constant(schema.const as Template);
  if (schema.enum) return fc.constantFrom(...(schema.enum as Template[]));
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return fc.oneof(...alternatives.map((one) => valuesAt(one, place)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => valuesAt(one, place))).map(merged);
  const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat() as readonly string[];
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, place)));
}

function valuesOfType(type: string, schema: Schema, place: Place): Arbitrary<Template> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numbers(schema, place);
    case 'array':
      return lists(schema, place);
    case 'object':
      return objects(schema, place);
    default:
      return texts(schema, place);
  }
}

function numbers({minimum = 0, maximum = 1000}: Schema, {name}: Place): Arbitrary<Template> {
  const min = Math.ceil(minimum as number);
  const plain = fc.integer({min, max: Math.max(min, Math.floor(maximum as number))});
  return isId(name) ? fc.oneof({arbitrary: known(name), weight: 9}, plain) : plain;
}

function lists({items = {}, minItems = 0}: Schema, place: Place): Arbitrary<Template> {
  const min = minItems as number;
  const max = place.depth >= maxDepth ? min : Math.max(min, 2);
  // What a list is called says what is in it: `tagIds` holds tag ids.
  const inside = {...place, name: place.name.replace(/s$/, ''), depth: place.depth + 1};
  return fc.array(valuesAt(items, inside), {minLength: min, maxLength: max});
}

function objects(schema: Schema, place: Place): Arbitrary<Template> {
  const {properties = {}, additionalProperties, propertyNames} = schema;
  const required = (schema.required ?? []) as readonly string[];
  const depth = place.depth + 1;
  const named = Object.entries(properties)
    .filter(([name]) => depth < maxDepth || required.includes(name))
    .map(([name, property]) => {
      const value = valuesAt(property, {...place, name, depth});
      return [name, required.includes(name) ? value : fc.option(value, {nil: undefined, freq: 2})] as const;
    });
  if (named.length > 0) return fc.record(Object.fromEntries(named));
  if (typeof additionalProperties !== 'object' || depth >= maxDepth) return fc.constant({});
  const names = propertyNames ? known('propertyName') : fc.constantFrom<Template>('plan', {$text: 'word'});
  const values = valuesAt(additionalProperties, {...place, depth});
  return fc.array(fc.tuple(names, values), {maxLength: 2}).map(($entries) => ({$entries}));
}

function texts(schema: Schema, {name}: Place): Arbitrary<Template> {
  const {format, pattern} = schema as {format?: string; pattern?: string};
  if (format === 'date-time') return fc.constantFrom(...instants);
  if (format === 'binary') return fc.constantFrom<Template>({$text: 'png'}, {$text: 'sentence'});
  if (isId(name)) return known(name);
  if (format === 'uuid') return known('uuid');
  const isAddress = pattern?.includes('http') ?? /url/i.test(name);
  if (pattern !== undefined && !isAddress) return fc.stringMatching(new RegExp(pattern));
  const form = format === 'email' || /mail/i.test(name) ? 'email' : /base64/i.test(name) ? 'base64' : 'word';
  const own: TextPlace = {$text: isAddress ? 'uri' : form};
  const sentence: TextPlace = form === 'word' && !isAddress ? {$text: 'sentence'} : own;
  return fc.oneof(known(name, own.$text), fc.constantFrom(own, sentence));
}

/** Whether something is called as ids are: `sessionId`, `contact_ids`, `csid`. */
function isId(name: string): boolean {
  return /(Id|_id|csid)$/.test(name) || name === 'id';
}

/** Something that is known by that name when the request is made. */
export function known($id: string, or: TextForm = 'word'): Arbitrary<Template> {
  return fc.nat(30).map((pick) => ({$id, pick, or}));
}

function merged(parts: readonly Template[]): Template {
  return Object.assign({}, ...(parts as object[])) as Template;
}
