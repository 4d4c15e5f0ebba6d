import {document} from '../../specs/opencx/generated/index.js';
import {
  inSchemaOrder,
  isObject,
  placeOf,
  schemaAt,
  unescapePointer,
  valueAt,
  type Finding,
  type ProblemContext,
  type Schema,
} from '../../src/engine/index.js';

/** What Fastify calls the parts of a request, in the order in which it validates them. */
const parts = [
  ['path', 'params'],
  ['body', 'body'],
  ['query', 'querystring'],
] as const;

/** What zod 4 calls formats. */
const formats: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  'date-time': 'ISO datetime',
  email: 'email address',
};

/**
 * Says what is wrong with a request as zod 4 behind Fastify says it: only the first part that fails, and one text for
 * each place in it, in the order of the schema.
 */
export function describeFindings(findings: readonly Finding[], context: ProblemContext): readonly string[] {
  for (const [location, label] of parts) {
    const found = findings.filter((finding) => finding.location === location);
    if (found.length > 0) return describePart(found, label, context);
  }
  return [];
}

function describePart(found: readonly Finding[], label: string, context: ProblemContext): readonly string[] {
  // What Ajv finds twice at one place (a format and its pattern, a type and its enum) is one issue for zod.
  const texts = new Map<string, string>();
  for (const finding of label === 'body' ? sorted(found, context) : found) {
    const place = placeOf(finding);
    if (!texts.has(place)) texts.set(place, textAt(place, label, describe(finding, context)));
  }
  return [...texts.values()];
}

/** One line of a refusal: `body/contact_id Invalid UUID`. */
export function textAt(place: string, label: string, text: string): string {
  return `${label}/${place.split('/').slice(1).map(unescapePointer).join('/')} ${text}`;
}

function sorted(found: readonly Finding[], {operation, body: value}: ProblemContext): readonly Finding[] {
  const schema = operation?.body?.schema;
  return schema === undefined ? found : inSchemaOrder(found, {document, schema, value});
}

function describe(finding: Finding, context: ProblemContext): string {
  const {keyword, params} = finding;
  const schema = schemaOf(finding, context);
  if (schema?.enum) return `Invalid option: expected one of ${schema.enum.map((one) => JSON.stringify(one)).join('|')}`;
  if (schema?.const !== undefined) return `Invalid input: expected ${JSON.stringify(schema.const)}`;
  switch (keyword) {
    case 'type':
    case 'required': {
      const got = received(finding, context);
      const expected = schema && expectedBy(schema, got);
      // A union that nothing fits has no expectation to name.
      return expected ? `Invalid input: expected ${expected}, received ${got}` : 'Invalid input';
    }
    case 'minLength':
      return `Too small: expected string to have >=${String(params.limit)} characters`;
    case 'minimum':
      return `Too small: expected number to be >=${String(params.limit)}`;
    case 'maximum':
      return `Too big: expected number to be <=${String(params.limit)}`;
    case 'format':
    case 'pattern':
      return `Invalid ${formats[schema?.format ?? ''] ?? 'input'}`;
    default:
      return 'Invalid input';
  }
}

function schemaOf(finding: Finding, {operation}: ProblemContext): Schema | undefined {
  const place = placeOf(finding);
  if (finding.location === 'body') {
    const schema = operation?.body?.schema;
    return schema === undefined ? undefined : schemaAt(document, schema, place);
  }
  const parameter = operation?.parameters.find((one) => one.in === finding.location && `/${one.name}` === place);
  return parameter && schemaAt(document, parameter.schema, '');
}

/** What zod calls the type of a schema; undefined for a union of several. */
function expectedBy({type, format, properties}: Schema, received: string): string | undefined {
  const types = [type].flat().filter((one) => one !== 'null');
  if (types.length !== 1) return undefined;
  if (format === 'binary') return 'file';
  // Whether a number is whole is asked once it is a number.
  if (types[0] === 'integer') return received === 'number' ? 'int' : 'number';
  return types[0] === 'object' && properties === undefined ? 'record' : types[0];
}

function received(finding: Finding, {body}: ProblemContext): string {
  // A parameter is a text, or a list of them when it is given more than once.
  if (finding.location !== 'body') return finding.keyword === 'required' ? 'undefined' : 'array';
  const value = valueAt(body, placeOf(finding));
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return isObject(value) ? 'object' : typeof value;
}
