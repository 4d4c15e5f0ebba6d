import {
  createFormatter,
  createParser,
  DEFAULT_CONFIG,
  SchemaGenerator,
  type CompletedConfig,
  type NodeParser,
  type SubNodeParser,
} from 'ts-json-schema-generator';
import {join} from 'node:path';
import ts from 'typescript';
import type {OpenApiDocument, Schema} from '../../src/openapi/document.js';
import {componentReference, ComponentParser, Components, DocumentTypeFormatter} from './component-types.js';
import {DerivedTypeParser} from './derived-types.js';

const rootType = 'SeedEntities';
const documentReference = '#/components/schemas/';

/** Schemas of a vendor's entities as a seed says them. */
export interface EntitySchemas {
  /** By collection. */
  readonly entities: Readonly<Record<string, Schema>>;
  /** What they refer to, by name: `#/$defs/<name>`. */
  readonly definitions: Readonly<Record<string, Schema>>;
}

/**
 * JSON Schemas of what may stand in a seed, from the types that the vendors declare in `mocks/<vendor>/seed-entities.ts`.
 * Where such a type is made of a schema of the vendor's document, that schema itself is taken.
 * @param root the folder of the repository.
 */
export function entitySchemasOf(
  root: string,
  documents: ReadonlyMap<string, OpenApiDocument>,
): ReadonlyMap<string, EntitySchemas> {
  const fileOf = (vendor: string) => join(root, 'mocks', vendor, 'seed-entities.ts');
  const program = ts.createProgram([...documents.keys()].map(fileOf), {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const schemas = new Map<string, EntitySchemas>();
  for (const [vendor, document] of documents) {
    const files = {
      entities: sourceOf(program, fileOf(vendor)),
      types: sourceOf(program, join(root, 'specs', vendor, 'generated', 'types.ts')),
    };
    schemas.set(vendor, named(vendor, document, schemaOf(program, files, withReferences(document))));
  }
  return schemas;
}

function sourceOf(program: ts.Program, file: string): ts.SourceFile {
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not there.`);
  return source;
}

/** What the generator says of a vendor's types; references to schemas of the document are still open. */
function schemaOf(
  program: ts.Program,
  {entities, types}: {readonly entities: ts.SourceFile; readonly types: ts.SourceFile},
  document: OpenApiDocument,
): Schema {
  const config: CompletedConfig = {...DEFAULT_CONFIG, topRef: false, encodeRefs: false, sortProps: false};
  const checker = program.getTypeChecker();
  const components = new Components(document, types, checker);
  const parser = createParser(program, config, (chain) => {
    // The chain hands a node to whoever of it can read it, so it is a reader of all.
    const all = chain as unknown as NodeParser & SubNodeParser;
    chain.addNodeParser(new ComponentParser(checker, components, all));
    chain.addNodeParser(new DerivedTypeParser(checker, components, all));
  });
  const formatter = createFormatter(config, (chain) => void chain.addTypeFormatter(new DocumentTypeFormatter()));
  const root = entities.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === rootType);
  if (root === undefined) throw new Error(`${entities.fileName} has no interface ${rootType}.`);
  return new SchemaGenerator(program, parser, formatter, config).createSchemaFromNodes([root]) as Schema;
}

/** The document with references that the generator does not take for its own. */
function withReferences(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace(documentReference, componentReference) : value,
  ) as OpenApiDocument;
}

/**
 * Gives every definition the name under which all vendors' definitions can stand together: `dixa.Message` for a type of
 * ours, `dixa.api.Content` for a schema of the vendor's.
 */
function named(vendor: string, document: OpenApiDocument, schema: Schema): EntitySchemas {
  const {properties = {}, definitions: own = {}} = schema as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly definitions?: Readonly<Record<string, Schema>>;
  };
  const definitions: Record<string, Schema> = {};
  const pending: string[] = [];
  const rename = (value: unknown): Schema =>
    JSON.parse(JSON.stringify(value), (key, inside: unknown) => {
      if (key !== '$ref' || typeof inside !== 'string') return inside;
      const [, kind, name = ''] = /^(#\/definitions\/|component:|#\/components\/schemas\/)(.+)$/.exec(inside) ?? [];
      if (kind === '#/definitions/') return `#/$defs/${vendor}.${name}`;
      pending.push(name);
      return `#/$defs/${vendor}.api.${name}`;
    }) as Schema;
  for (const [name, definition] of Object.entries(own)) definitions[`${vendor}.${name}`] = rename(definition);
  const entities = Object.fromEntries(Object.entries(properties).map(([name, entity]) => [name, rename(entity)]));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    definitions[`${vendor}.api.${name}`] ??= rename(document.components?.schemas?.[name]);
  }
  return {entities, definitions};
}
