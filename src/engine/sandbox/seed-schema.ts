import type {Schema, Validator} from '../../openapi/index.js';

/** The version of seeds: what `version` says in one, and what stands for it where it is missing. */
export const seedVersion = 1;

/** What may stand in a vendor's part of a seed, as JSON Schema (2020-12). */
export interface SeedPart {
  readonly description: string;
  /** By collection: lists of entities. */
  readonly properties: Readonly<Record<string, Schema>>;
  /** What the lists refer to; no two vendors have the same names. */
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** The same with what was compiled of it. Nobody but those who bring data needs it, so it is loaded when they do. */
export interface SeedSchema {
  readonly schema: SeedPart;
  /** By collection; each judges one entity. */
  readonly validators: Readonly<Record<string, Validator>>;
}

/** The JSON Schema of a whole seed, for editors that complete and check what is typed. */
export function wholeSchema(parts: ReadonlyMap<string, SeedPart>): Schema {
  const vendors = [...parts].map(([name, {description, properties}]) => [
    name,
    {type: 'object', description, properties, additionalProperties: false},
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Seed of a stand-in',
    description:
      'The data that a sandbox starts with, by vendor and collection. It replaces the data of the vendors it names.',
    type: 'object',
    properties: {
      $schema: {type: 'string', description: 'Where this schema is, for editors.'},
      version: {const: seedVersion, description: 'The version of the format.'},
      ...(Object.fromEntries(vendors) as Readonly<Record<string, Schema>>),
    },
    additionalProperties: false,
    $defs: Object.assign({}, ...[...parts.values()].map(({$defs}) => $defs)) as Readonly<Record<string, Schema>>,
  };
}
