import {resolve, type OpenApiDocument, type Schema} from '../../src/openapi/index.js';

/** Values of every kind, some of which are right somewhere. */
export const strangers: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  101,
  '',
  'x',
  '😀'.repeat(40),
  'x'.repeat(300),
  [],
  [null],
  ['x', 'x'],
  {},
  {x: 1},
  '2026-02-28T09:00:00Z',
  '2026-02-29T09:00:00+02:00',
  '2024-02-29 23:59:60z',
  '2026-13-01T24:00:00',
  '2026-01-05T09:00:00-2359',
  '2026-01-05T00:29:60+00:30',
  '2026-01-05T09:00:60Z',
  '2026-01-05T09:00:00+24:00',
  '2026-02-29',
  '1900-02-29',
  '2000-02-29',
  '2026-00-10',
  '2026-01-00',
  '2026-01-05T09:00:00.123Z[GMT]',
  'https://example.org/a?b=c',
  'anna@example.org',
  'anna@example',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  'urn:uuid:F47AC10B-58CC-4372-A567-0E02B2C3D479',
  '5083268647485440',
  '12',
];

/** Names that schemas, pointers and prototypes could stumble over. */
const strangeNames = ['unknown', 'a/b~c%', 'toString', 'constructor', 'é'];

/** Texts that are right by their format. */
const byFormat: Readonly<Record<string, unknown>> = {
  'date-time': '2026-01-05T09:00:00Z',
  date: '2026-01-05',
  uuid: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  email: 'anna@example.org',
};

/**
 * Values for a schema: half of them right as far as this knows, half with strangers in them. The same seed gives the same.
 */
export function* valuesOf(
  document: OpenApiDocument,
  schema: object,
  {runs, seed}: {readonly runs: number; readonly seed: string},
): Generator<unknown> {
  const random = randomOf(seed);
  for (let run = 0; run < runs; run += 1)
    yield valueOf(schema as Schema, {document, random, strange: (run % 4) / 12, depth: 0});
}

interface Making {
  readonly document: OpenApiDocument;
  readonly random: () => number;
  /** How likely a stranger is at each place. */
  readonly strange: number;
  readonly depth: number;
}

function valueOf(schema: Schema, making: Making): unknown {
  const {document, random, strange, depth} = making;
  if (random() < strange || depth > 8) return oneOf(strangers, random);
  const {$ref, const: only, enum: listed, anyOf, oneOf: either = anyOf, allOf, ...own} = schema;
  const below = {...making, depth: depth + 1};
  if ($ref !== undefined) return valueOf(resolve(document, $ref).value as Schema, making);
  if (only !== undefined) return only;
  if (listed !== undefined) return oneOf(listed, random);
  const parts = [...(allOf ?? []), ...(either ? [oneOf(either, random)] : [])];
  if (parts.length > 0) {
    const values = [own, ...parts].map((part) => valueOf(part, {...making, strange: strange / 2}));
    const objects = values.filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    return objects.length < parts.length ? values.at(-1) : Object.assign({}, ...objects);
  }
  const type = oneOf([schema.type ?? (schema.properties ? 'object' : 'string')].flat(), random);
  switch (type) {
    case 'object':
      return objectOf(schema, below);
    case 'array':
      return Array.from({length: Math.floor(random() * 4)}, () => valueOf(schema.items ?? {}, below));
    case 'integer':
    case 'number':
      return [schema.minimum ?? 1, schema.maximum ?? 7, 3, 0, 1e12][Math.floor(random() * (strange > 0 ? 5 : 2))];
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      return byFormat[schema.format ?? ''] ?? 'text';
  }
}

function objectOf({properties = {}, required = [], additionalProperties}: Schema, making: Making): object {
  const {random, strange} = making;
  const entries = Object.entries(properties)
    .filter(([name]) => random() < ((required as readonly string[]).includes(name) ? 1 - strange : 0.7))
    .map(([name, schema]) => [name, valueOf(schema, making)]);
  if (random() < strange) entries.push([oneOf(strangeNames, random), oneOf(strangers, random)]);
  if (typeof additionalProperties === 'object') entries.push(['further', valueOf(additionalProperties, making)]);
  return Object.fromEntries(entries) as object;
}

function oneOf<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** Numbers from 0 up to 1 that follow from a text (mulberry32). */
function randomOf(seed: string): () => number {
  let state = [...seed].reduce((sum, character) => (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
