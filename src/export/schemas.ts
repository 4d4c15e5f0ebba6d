import {composing, isObject, resolve, type OpenApiDocument, type Schema} from '../openapi/index.js';

/** All schemas that describe one value: with those that they refer to or are composed of. */
export type Schemas = readonly Schema[];

/** The schemas at a pointer of a document; none when there is no pointer. */
export function schemasAt(document: OpenApiDocument, pointer: string | undefined): Schemas {
  return pointer === undefined ? [] : flatten(document, [resolve(document, pointer).value as Schema]);
}

/** The schemas of a member of an object. */
export function memberOf(document: OpenApiDocument, schemas: Schemas, name: string): Schemas {
  return flatten(
    document,
    schemas.flatMap(({properties = {}}) => (Object.hasOwn(properties, name) ? [properties[name] as Schema] : [])),
  );
}

/** The schemas of an array's items. */
export function itemsOf(document: OpenApiDocument, schemas: Schemas): Schemas {
  return flatten(
    document,
    schemas.flatMap(({items}) => (isObject(items) ? [items as Schema] : [])),
  );
}

/** The JSON types that a value may have; empty when nothing is said. */
export function typesOf(schemas: Schemas): ReadonlySet<string> {
  return new Set(schemas.flatMap(({type}) => type ?? []));
}

/** The names of members that the schemas know. */
export function namesOf(schemas: Schemas): readonly string[] {
  return [...new Set(schemas.flatMap(({properties = {}}) => Object.keys(properties)))];
}

function flatten(document: OpenApiDocument, schemas: Schemas): Schemas {
  const seen = new Set<Schema>();
  return schemas.flatMap((schema) => composing(document, schema, seen));
}
