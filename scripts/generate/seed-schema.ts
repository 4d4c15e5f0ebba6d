import type {Schema} from '../../src/openapi/document.js';
import type {JsonValue} from '../../src/openapi/json.js';
import type {SeedPart} from '../../src/engine/sandbox/seed-schema.js';
import type {EntitySchemas} from './entity-schemas.js';
import {compiler, moduleOf, placeSchemas, referenceTo} from './standalone.js';

/** A vendor's part of the schema of seeds. */
export function seedPartOf(title: string, {entities, definitions}: EntitySchemas): SeedPart {
  const finish = (schema: Schema) => mapSchema(schema, (one) => discriminated(tidy(one), definitions));
  const lists = Object.entries(entities).map(([name, {description, ...items}]) => {
    const about = description ?? definitions[items.$ref?.replace('#/$defs/', '') ?? '']?.description;
    return [name, tidy({...(about !== undefined && {description: about}), type: 'array', items: finish(items)})];
  });
  return {
    description: `Data of the ${title}, by collection. Accounts and credentials that are not named stay as they are.`,
    properties: Object.fromEntries(lists) as SeedPart['properties'],
    $defs: mapValues(definitions, finish),
  };
}

/** An ES module with the schema and a validator for the entities of each collection. */
export function seedModuleOf(vendor: string, schema: SeedPart): Promise<string> {
  const ajv = compiler();
  const base = `https://standin.example/seed/${vendor}`;
  ajv.addSchema({...schema, $id: base}, undefined, false, false);
  const names = Object.keys(schema.properties);
  const pointers = names.map((name) => `#/properties/${name}/items`);
  placeSchemas(ajv, base, schema, [...pointers, ...Object.keys(schema.$defs).map((name) => `#/$defs/${name}`)]);
  const ids = pointers.map((pointer, position) => {
    const id = `${base}/judge${position}`;
    ajv.addSchema({$id: id, $ref: referenceTo(base, pointer)}, id);
    return [`judge${position}`, id];
  });
  const table = names.map((name, position) => `${JSON.stringify(name)}: judge${position}`);
  const text = JSON.stringify(JSON.stringify(readable(schema)));
  return moduleOf(
    ajv,
    Object.fromEntries(ids) as Readonly<Record<string, string>>,
    `export const schema = JSON.parse(${text});\nexport const validators = {${table.join(', ')}};`,
  );
}

/** The schema as everybody may read it: what only a compiler needs is left out. */
export function readable({description, properties, $defs}: SeedPart): SeedPart {
  const finish = (schema: Schema) => mapSchema(schema, ({discriminator: _, ...rest}) => rest);
  return {description, properties: mapValues(properties, finish), $defs: mapValues($defs, finish)};
}

/** Leaves out what is ours or OpenAPI's. */
function tidy({description, ...schema}: Schema): Schema {
  const entries = Object.entries(schema).filter(([keyword]) => !keyword.startsWith('x-') && keyword !== 'example');
  if (typeof description !== 'string') return Object.fromEntries(entries);
  const text = description
    .replaceAll(/\{@link\s+(\S+)\s*\}/g, '`$1`')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/` ([.,;:)'])/g, '`$1')
    .trim();
  return {description: text, ...Object.fromEntries(entries)};
}

/**
 * Has a choice of shapes that one member tells apart say so: then what is wrong is told of the shape that was meant, and
 * editors offer the names of the shapes.
 */
function discriminated(schema: Schema, definitions: EntitySchemas['definitions']): Schema {
  const {anyOf, oneOf = anyOf, ...rest} = schema;
  const shapes = oneOf?.map((shape) => resolved(shape, definitions)) ?? [];
  const [first] = shapes;
  const tag = Object.keys(first?.properties ?? {}).find((name) => isTag(name, shapes));
  if (oneOf === undefined || tag === undefined) return schema;
  const values = shapes.flatMap((shape) => valuesOf(shape, tag));
  return {
    ...rest,
    type: 'object',
    required: [tag],
    properties: {[tag]: {enum: values as readonly JsonValue[]}},
    discriminator: {propertyName: tag},
    oneOf,
  };
}

function resolved(schema: Schema, definitions: EntitySchemas['definitions']): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? schema : resolved(definitions[name] as Schema, definitions);
}

/** Whether every shape requires the member and no two of them agree about it. */
function isTag(name: string, shapes: readonly Schema[]): boolean {
  const values = shapes.map((shape) =>
    (shape.required as readonly string[])?.includes(name) ? valuesOf(shape, name) : [],
  );
  const all = values.flat();
  return values.every((some) => some.length > 0) && new Set(all).size === all.length;
}

function valuesOf(shape: Schema, name: string): readonly unknown[] {
  const {const: value, enum: values} = shape.properties?.[name] ?? {};
  return values ?? (value === undefined ? [] : [value]);
}

/** Changes a schema and every schema inside it, the innermost first. */
function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inside = (one: Schema) => mapSchema(one, change);
  const {properties, items, additionalProperties: rest, allOf, anyOf, oneOf} = schema;
  return change({
    ...schema,
    ...(properties && {properties: mapValues(properties, inside)}),
    ...(items && {items: inside(items)}),
    ...(typeof rest === 'object' && {additionalProperties: inside(rest)}),
    ...(allOf && {allOf: allOf.map(inside)}),
    ...(anyOf && {anyOf: anyOf.map(inside)}),
    ...(oneOf && {oneOf: oneOf.map(inside)}),
  });
}

function mapValues<T, U>(object: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}
