import type {OpenApiDocument} from '../../src/openapi/document.js';
import {operationsOf, type Operation} from '../../src/openapi/operations.js';
import {parametersSchema} from '../../src/openapi/parameters-schema.js';
import {compiler, moduleOf, placeSchemas, referenceTo} from './standalone.js';

/**
 * One ES module with a validator for the parameters, the request body and every response body of each operation.
 * Schemas are addressed by their pointer in the document, so an error's `schemaPath` leads to the line that was broken.
 * Bundled, so that neither `require` nor `eval` is left for the page that loads it.
 */
export async function validatorsOf(vendor: string, original: OpenApiDocument): Promise<string> {
  const document = JSON.parse(JSON.stringify(original), (_, value: unknown) => withoutBytes(value)) as OpenApiDocument;
  const ajv = compiler();
  ajv.addVocabulary([...new Set([...Object.keys(document), ...extensionsIn(document)])]);
  // An absolute id: a relative one would be resolved once more for every reference inside the document.
  ajv.addSchema({...document, $id: baseOf(vendor)}, undefined, false, false);
  placeSchemas(ajv, baseOf(vendor), document, schemaPointersOf(document));

  const names: Record<string, string> = {};
  const table: string[] = [];
  const known = new Map<string, string>();
  /** Answers that many operations share are judged by one function. */
  const add = (schema: object): string => {
    const text = JSON.stringify(schema);
    const same = known.get(text);
    if (same !== undefined) return same;
    const name = `judge${Object.keys(names).length}`;
    const id = `${baseOf(vendor)}/${name}`;
    ajv.addSchema({$id: id, ...schema}, id);
    names[name] = id;
    known.set(text, name);
    return name;
  };
  for (const operation of operationsOf(document)) table.push(entryOf(vendor, operation, add));

  return moduleOf(ajv, names, `export const validators = {\n${table.join(',\n')}\n};`);
}

/** Bytes are no JSON: whatever a form has there is right. */
function withoutBytes(value: unknown): unknown {
  return (value as {format?: unknown} | null)?.format === 'binary' ? {} : value;
}

function entryOf(vendor: string, operation: Operation, add: (schema: object) => string): string {
  const parts: string[] = [];
  if (operation.parameters.length > 0)
    parts.push(`parameters: ${add(parametersSchema(operation, (pointer) => reference(vendor, pointer)))}`);
  if (operation.body?.schema) parts.push(`body: ${add({$ref: reference(vendor, operation.body.schema)})}`);
  const responses = [...operation.responses.values()]
    .filter((response) => response.schema !== undefined)
    .map((response) => `${response.status}: ${add({$ref: reference(vendor, response.schema as string)})}`);
  parts.push(`responses: {${responses.join(', ')}}`);
  return `${JSON.stringify(operation.id)}: {${parts.join(', ')}}`;
}

function baseOf(vendor: string): string {
  return `https://standin.example/${vendor}`;
}

function reference(vendor: string, pointer: string): string {
  return referenceTo(baseOf(vendor), pointer);
}

/** Every `x-…` key of the document, plus the annotations that OpenAPI allows in schemas and Ajv does not know. */
function extensionsIn(document: OpenApiDocument): string[] {
  const found = new Set(['example', 'externalDocs', 'xml']);
  JSON.stringify(document, (key, value: unknown) => {
    if (key.startsWith('x-')) found.add(key);
    return value;
  });
  return [...found];
}

/** Pointers of every schema that a reference or an operation leads to. */
function schemaPointersOf(document: OpenApiDocument): Set<string> {
  const pointers = new Set<string>();
  JSON.stringify(document, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string' && value.startsWith('#/components/schemas/')) pointers.add(value);
    return value;
  });
  for (const {parameters, body, responses} of operationsOf(document)) {
    for (const {schema} of [...parameters, ...responses.values()]) if (schema) pointers.add(schema);
    if (body?.schema) pointers.add(body.schema);
  }
  return pointers;
}
