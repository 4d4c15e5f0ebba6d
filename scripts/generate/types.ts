import openapiTS, {astToString, type OpenAPI3} from 'openapi-typescript';
import ts from 'typescript';
import type {OpenApiDocument} from '../../src/openapi/document.js';

/** TypeScript types of a document; read-only, because stored entities are frozen and answers are built from them. */
export async function typesOf(document: OpenApiDocument): Promise<string> {
  const copy = JSON.parse(JSON.stringify(document), (_, value: unknown) => withSchema(value)) as OpenAPI3;
  const text = astToString(await openapiTS(copy, {immutable: true, silent: true, transform: binaryPart}));
  return text.includes('BinaryPart') ? `import type {BinaryPart} from '../../../src/openapi/index.js';\n${text}` : text;
}

/** Bytes are handed on as what a request carries them in, with their type and name. */
function binaryPart(schema: {format?: string}) {
  return schema.format === 'binary' ? ts.factory.createTypeReferenceNode('BinaryPart') : undefined;
}

/** openapi-typescript takes every parameter described by `content` for a string; ours are handed on decoded. */
function withSchema(value: unknown): unknown {
  const parameter = value as {in?: unknown; content?: Record<string, {schema: unknown}>} | null;
  const content = typeof parameter?.in === 'string' ? parameter.content?.['application/json'] : undefined;
  return content === undefined ? value : {...parameter, content: undefined, schema: content.schema};
}
