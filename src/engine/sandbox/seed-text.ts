import {seedVersion} from './seed-schema.js';
import type {SeedData} from '../vendor.js';

/** How a seed is written. JSON is read many times faster than YAML, which tells from some hundred entities on. */
export type SeedFormat = 'yaml' | 'json';

/** A vendor's data in a seed, made when it is written. */
export interface SeedTextPart {
  /** The vendor's. */
  readonly name: string;
  readonly data: () => SeedData;
}

/** Where a project that has installed the package finds the schema of seeds. */
const schema = './node_modules/standin/dist/seed.schema.json';

/**
 * A seed as the text of a file, piece by piece, one vendor's data in memory at a time. Each entity is a line of its own:
 * quickly written, found and compared.
 * @param remark what YAML says of the data in a comment, one line.
 */
export function seedText(
  parts: readonly SeedTextPart[],
  {format, remark}: {readonly format: SeedFormat; readonly remark: string},
): Iterable<string> {
  return format === 'json' ? jsonOf(parts) : yamlOf(parts, remark);
}

/** What JSON writes on one line YAML reads as it is. */
function* yamlOf(parts: readonly SeedTextPart[], remark: string): Generator<string> {
  yield `# yaml-language-server: $schema=${schema}\n`;
  yield `# ${remark}\n`;
  yield `version: ${seedVersion}\n`;
  for (const {name, data} of parts) {
    yield `${name}:\n`;
    for (const [collection, entities] of Object.entries(data())) {
      yield entities.length === 0 ? `  ${collection}: []\n` : `  ${collection}:\n`;
      for (const entity of entities) yield `    - ${JSON.stringify(entity)}\n`;
    }
  }
}

function* jsonOf(parts: readonly SeedTextPart[]): Generator<string> {
  yield `{"$schema": ${JSON.stringify(schema)},\n"version": ${seedVersion}`;
  for (const {name, data} of parts) {
    yield `,\n${JSON.stringify(name)}: {`;
    let before = '\n';
    for (const [collection, entities] of Object.entries(data())) {
      yield `${before}${JSON.stringify(collection)}: [`;
      for (const [position, entity] of entities.entries())
        yield `${position === 0 ? '\n' : ',\n'}${JSON.stringify(entity)}`;
      yield ']';
      before = ',\n';
    }
    yield '}';
  }
  yield '}\n';
}
