import {Ajv2020} from 'ajv/dist/2020.js';
import {SchemaEnv} from 'ajv/dist/compile/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import {build} from 'esbuild';
import {fileURLToPath} from 'node:url';
import type {OpenApiDocument} from '../../src/openapi/document.js';
import {valueAt} from '../../src/openapi/order.js';
import {operationsOf, type Operation} from '../../src/openapi/operations.js';

/**
 * One ES module with a validator for the parameters, the request body and every response body of each operation.
 * Schemas are addressed by their pointer in the document, so an error's `schemaPath` leads to the line that was broken.
 * Bundled, so that neither `require` nor `eval` is left for the page that loads it.
 */
export async function validatorsOf(vendor: string, original: OpenApiDocument): Promise<string> {
  const document = JSON.parse(JSON.stringify(original), (_, value: unknown) => withoutBytes(value)) as OpenApiDocument;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    validateSchema: false,
    code: {source: true, esm: true, optimize: 2},
  });
  formats.default(ajv);
  ajv.addVocabulary([...Object.keys(document), ...extensionsIn(document)]);
  // An absolute id: a relative one would be resolved once more for every reference inside the document.
  ajv.addSchema({...document, $id: baseOf(vendor)}, undefined, false, false);
  placeSchemas(ajv, vendor, document);

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

  // Only the table leaves the module. Ajv copies all errors so far for each part that adds some, which takes a hostile
  // body seconds; they are appended instead.
  const source = standalone
    .default(ajv, names)
    .replaceAll(/^export const judge|(?<=;)export const judge/gm, 'const judge')
    .replaceAll(
      /(vErrors) = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\2\.errors\);/g,
      '$1 = append($1, $2.errors);',
    );
  const bundle = await build({
    stdin: {
      contents: `${append}\n${source}\nexport const validators = {\n${table.join(',\n')}\n};`,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    treeShaking: true,
    minify: true,
    write: false,
  });
  return bundle.outputFiles[0]?.text ?? '';
}

/** Bytes are no JSON: whatever a form has there is right. */
function withoutBytes(value: unknown): unknown {
  return (value as {format?: unknown} | null)?.format === 'binary' ? {} : value;
}

const append = `
function append(all, more) {
  if (all === null) return more;
  for (const one of more) all.push(one);
  return all;
}`;

function entryOf(vendor: string, operation: Operation, add: (schema: object) => string): string {
  const parts: string[] = [];
  if (operation.parameters.length > 0) parts.push(`parameters: ${add(parametersSchema(vendor, operation))}`);
  if (operation.body?.schema) parts.push(`body: ${add({$ref: reference(vendor, operation.body.schema)})}`);
  const responses = [...operation.responses.values()]
    .filter((response) => response.schema !== undefined)
    .map((response) => `${response.status}: ${add({$ref: reference(vendor, response.schema as string)})}`);
  parts.push(`responses: {${responses.join(', ')}}`);
  return `${JSON.stringify(operation.id)}: {${parts.join(', ')}}`;
}

function parametersSchema(vendor: string, operation: Operation): object {
  const places = ['path', 'query', 'header'] as const;
  const properties: Record<string, object> = {};
  for (const place of places) {
    const here = operation.parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) continue;
    properties[place] = {
      type: 'object',
      properties: Object.fromEntries(here.map(({name, schema}) => [name, {$ref: reference(vendor, schema)}])),
      required: here.filter(({required}) => required).map(({name}) => name),
    };
  }
  return {type: 'object', properties};
}

function baseOf(vendor: string): string {
  return `https://standin.example/${vendor}`;
}

/**
 * Tells Ajv where in the document each schema stands that others refer to. Of itself it reports what is broken in such a
 * schema by a path that begins there, and nobody could tell which schema that was.
 */
function placeSchemas(ajv: Ajv2020, vendor: string, document: OpenApiDocument): void {
  const root = ajv.schemas[baseOf(vendor)];
  if (root === undefined) throw new Error(`The document of ${vendor} was not added.`);
  for (const pointer of schemaPointersOf(document)) {
    const schema = valueAt(document, pointer) as object;
    ajv.refs[reference(vendor, pointer)] = new SchemaEnv({schema, root, baseId: baseOf(vendor), schemaPath: pointer});
  }
}

/** A JSON pointer as the fragment of a URI: braces in path templates must be escaped there. */
function reference(vendor: string, pointer: string): string {
  return `${baseOf(vendor)}${encodeURI(pointer)}`;
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
