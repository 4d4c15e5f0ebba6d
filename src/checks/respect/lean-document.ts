import {isObject, type JsonValue, type OpenApiDocument} from '../../openapi/index.js';

/** A vendor's document without the schemas and examples of answers: Respect would compile the schema of each answer anew. */
export function leanDocument(document: OpenApiDocument): OpenApiDocument {
  return lean(document as unknown as JsonValue, false) as unknown as OpenApiDocument;
}

function lean(value: JsonValue, inAnswer: boolean): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue) => lean(one, inAnswer));
  if (!isObject(value)) return value;
  const members = Object.entries(value as Readonly<Record<string, JsonValue>>)
    .filter(([name]) => !inAnswer || (name !== 'schema' && name !== 'examples'))
    .map(([name, one]) => [name, lean(one, inAnswer || name === 'responses')] as const);
  return Object.fromEntries(members);
}
