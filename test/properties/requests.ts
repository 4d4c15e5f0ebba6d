import fc, {type Arbitrary} from 'fast-check';
import type {Operation, Vendor} from '../../src/engine/index.js';
import type {Template} from './templates.js';
import {known, valuesOf} from './schemas.js';

/** One request of a sequence, as plain data. */
export interface Step {
  /** `operationId` */
  readonly operation: string;
  readonly path: Readonly<Record<string, Template>>;
  readonly query: Readonly<Record<string, Template | undefined>>;
  readonly body: Template | undefined;
  /** Milliseconds that pass before it. */
  readonly wait: number;
}

/** Texts that nobody expects. None is a word to look for. */
const oddities = ['', ' ', '\u0000', '../..', '__proto__', '-1', '9'.repeat(30), '💥\ud800', 'x'.repeat(3000)];

/** How often a request changes something: whoever only reads finds little out. */
const weights: Readonly<Record<string, number>> = {GET: 1, DELETE: 1};

/** Any requests that the vendor's document describes, most of them well-formed. */
export function sequencesOf(vendor: Vendor, {maxLength = 25, minLength = 0} = {}): Arbitrary<readonly Step[]> {
  const steps = fc.oneof(
    ...vendor.operationList.map((operation) => ({
      arbitrary: stepsOf(vendor, operation),
      weight: weights[operation.method] ?? 3,
    })),
  );
  return fc.array(steps, {minLength, maxLength, size: 'max'});
}

function stepsOf({document}: Vendor, operation: Operation): Arbitrary<Step> {
  const {id, parameters, body} = operation;
  const path = parameters
    .filter((parameter) => parameter.in === 'path')
    .map(
      ({name, enum: values}) => [name, values ? fc.constantFrom(...(values as string[])) : pathValues(name)] as const,
    );
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({name, schema, required}) => {
      const values = often(valuesOf(document, schema, name), odd);
      const absent = {arbitrary: fc.constant(undefined), weight: required ? 1 : 30};
      return [name, fc.oneof(absent, {arbitrary: values, weight: 10})] as const;
    });
  return fc.record({
    operation: fc.constant(id),
    path: fc.record(Object.fromEntries(path)),
    query: fc.record(Object.fromEntries(query)),
    body: body ? bodies(document, body) : fc.constant(undefined),
    wait: fc.constantFrom(0, 0, 0, 500, 2000, 120_000),
  });
}

function bodies(document: Vendor['document'], body: NonNullable<Operation['body']>): Arbitrary<Template | undefined> {
  if (body.schema === undefined) return fc.constant({$text: 'sentence'});
  const valid = valuesOf(document, body.schema);
  const broken = fc.tuple(valid, fc.nat(20), breakages).map(([value, at, breakage]) => broke(value, at, breakage));
  const missing = fc.constant(undefined);
  return fc.oneof({arbitrary: valid, weight: 12}, {arbitrary: broken, weight: 4}, {arbitrary: missing, weight: 1});
}

const odd: Arbitrary<Template> = fc.constantFrom(...oddities);

/** What is wrong with one member: it is missing, of another type, odd, or one that nobody knows stands beside it. */
const breakages: Arbitrary<Template | 'missing' | 'surplus'> = fc.oneof(
  fc.constant('missing' as const),
  fc.constant('surplus' as const),
  fc.constantFrom<Template>(null, true, 1.5, [], {}, [[]]),
  odd,
);

function pathValues(name: string): Arbitrary<Template> {
  return fc.oneof({arbitrary: known(name), weight: 10}, known('unknown'), odd);
}

function often(usual: Arbitrary<Template>, rare: Arbitrary<Template>): Arbitrary<Template> {
  return fc.oneof({arbitrary: usual, weight: 9}, rare);
}

type Members = Record<string, Template | undefined>;

/** The value with one of its members broken, whichever stands at that place when all are counted. */
function broke(value: Template, at: number, breakage: Template): Template {
  const copy = structuredClone(value);
  const places = membersOf(copy);
  const [holder, name] = places[at % places.length] ?? [];
  if (holder === undefined || name === undefined) return breakage;
  if (breakage === 'missing') delete holder[name];
  else if (breakage === 'surplus') holder.unexpected = {$text: 'word'};
  else holder[name] = breakage;
  return copy;
}

function membersOf(value: Template | undefined): [Members, string][] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return (value as Template[]).flatMap(membersOf);
  const members = value as Members;
  const own = Object.keys(members).filter((name) => !name.startsWith('$'));
  return own.flatMap((name) => [[members, name] as [Members, string], ...membersOf(members[name])]);
}
