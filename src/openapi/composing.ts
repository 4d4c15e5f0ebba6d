import {resolve, type OpenApiDocument, type Schema} from './document.js';

/** A schema with all that it refers to or is composed of, each once. @param seen what is left out, and added to. */
export function composing(document: OpenApiDocument, schema: Schema, seen = new Set<Schema>()): readonly Schema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (schema.$ref !== undefined) parts.push(resolve(document, schema.$ref).value as Schema);
  return [schema, ...parts.flatMap((part) => composing(document, part, seen))];
}
