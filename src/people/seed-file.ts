import type {Person, Vendor} from '../engine/index.js';
import {vendorsNamed, type VendorName} from '../registry.js';

/** How a seed is written. JSON is read many times faster than YAML, which tells from some hundred people on. */
export type SeedFormat = 'yaml' | 'json';

/** Where a project that has installed the package finds the schema of seeds. */
const schema = './node_modules/standin/dist/seed.schema.json';

/**
 * A seed as the text of a file, piece by piece, one vendor's data in memory at a time. Each entity is a line of its own:
 * quickly written, found and compared.
 * @throws RangeError when a vendor is not known; before the first piece.
 */
export async function seedFile(
  people: readonly Person[],
  {format, vendors}: {readonly format: SeedFormat; readonly vendors?: readonly VendorName[]},
): Promise<Iterable<string>> {
  const chosen = await vendorsNamed(vendors);
  return format === 'json' ? jsonOf(people, chosen) : yamlOf(people, chosen);
}

/** What JSON writes on one line YAML reads as it is. */
function* yamlOf(people: readonly Person[], vendors: readonly Vendor[]): Generator<string> {
  yield `# yaml-language-server: $schema=${schema}\n`;
  yield '# Made-up people: any likeness to real ones is by chance.\n';
  yield 'version: 1\n';
  for (const {name, populate} of vendors) {
    yield `${name}:\n`;
    for (const [collection, entities] of Object.entries(populate(people))) {
      yield entities.length === 0 ? `  ${collection}: []\n` : `  ${collection}:\n`;
      for (const entity of entities) yield `    - ${JSON.stringify(entity)}\n`;
    }
  }
}

function* jsonOf(people: readonly Person[], vendors: readonly Vendor[]): Generator<string> {
  yield `{"$schema": ${JSON.stringify(schema)},\n"version": 1`;
  for (const {name, populate} of vendors) {
    yield `,\n${JSON.stringify(name)}: {`;
    let before = '\n';
    for (const [collection, entities] of Object.entries(populate(people))) {
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
