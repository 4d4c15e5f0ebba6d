import type {OpenApiDocument} from '../../src/openapi/document.js';
import {formats} from '../../src/openapi/validating/formats.js';
import {keywords} from '../../src/openapi/validating/keywords.js';

/** What a schema may say without demanding anything, or beside what demands it. */
const silent = new Set([
  ...['type', 'then', 'else', 'description', 'default', 'deprecated', 'example', 'examples', 'title', 'readOnly'],
]);
const known = new Set(keywords.map(({name}) => name));

/**
 * Holds the schemas of a document against what a page can judge: whatever else they say, it would not notice.
 * @throws Error naming a keyword or a format that pages do not know yet.
 */
export function checkForPages(vendor: string, document: OpenApiDocument): void {
  JSON.stringify(document, (key, value: unknown) => {
    if (key === 'schema') checkSchema(vendor, value as Said);
    if (key === 'schemas')
      for (const schema of Object.values(value as Record<string, Said>)) checkSchema(vendor, schema);
    return value;
  });
}

type Said = Readonly<Record<string, unknown>> | boolean;

function checkSchema(vendor: string, schema: Said): void {
  if (typeof schema === 'boolean') return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (!known.has(keyword) && !silent.has(keyword) && !keyword.startsWith('x-'))
      throw new Error(`specs/${vendor}/openapi.yaml uses ${keyword}: teach src/openapi/validating that keyword.`);
    if (keyword === 'format' && value !== 'binary' && !Object.hasOwn(formats, String(value)))
      throw new Error(
        `specs/${vendor}/openapi.yaml uses the format ${String(value)}: teach src/openapi/validating it.`,
      );
    for (const inner of schemasIn(keyword, value)) checkSchema(vendor, inner);
  }
}

function schemasIn(keyword: string, value: unknown): readonly Said[] {
  switch (keyword) {
    case 'properties':
      return Object.values(value as Record<string, Said>);
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return value as readonly Said[];
    case 'items':
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
    case 'if':
    case 'then':
    case 'else':
      return [value as Said];
    default:
      return [];
  }
}
