import type {JournalEntry, Vendor} from '../../engine/index.js';
import {
  composing,
  escapePointer,
  isObject,
  valueAt,
  type Finding,
  type JsonValue,
  type Operation,
  type Schema,
} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {brokenRules} from './broken-rules.js';
import {misspeltOf} from './misspelt.js';
import type {PlainWords} from './plain-words.js';

/** Most values that a sentence lists. */
const mostValues = 20;

/** What a finding is about, and what can be looked up for it. */
interface Context {
  readonly entry: JournalEntry;
  readonly operation: Operation | undefined;
  readonly vendor: Vendor;
  readonly words: PlainWords;
}

/** In which ways a request differs from the document: one breach for each finding. */
export function findingsIn(context: Context): readonly Told[] {
  const {entry, words} = context;
  return entry.findings.map((finding) => ({
    kind: 'request',
    pointer: words.readable(pointerOf(finding, entry)),
    ...brokenRules(finding, context),
    message: words.finding(finding),
    instead: insteadOf(finding, context),
  }));
}

/** Where in the journal's entry a finding stands; the nearest thing that is there, for what is missing. */
function pointerOf({location, path}: Finding, {request}: JournalEntry): string {
  const [, first = ''] = path.split('/');
  if (location === 'query') return path === '' ? '/request/query' : `/request/query/${first}/0`;
  if (location === 'header') return path === '' ? '/request/headers' : `/request/headers/${first.toLowerCase()}`;
  if (location === 'path') return '/request/path';
  return request.body === undefined ? '/request' : `/request/body${path}`;
}

function insteadOf(finding: Finding, context: Context): string {
  const {keyword, location, params, schemaPath} = finding;
  const {document} = context.vendor;
  const owner = valueAt(document, schemaPath.slice(1, schemaPath.lastIndexOf('/')));
  const what = partOf(finding, context.words);
  switch (keyword) {
    case 'required':
      return typeof params.missingProperty === 'string' ? addition(finding, owner, context) : 'Send a body.';
    case 'json':
      return 'Send JSON.';
    case 'form':
      return 'Send a form, with the boundary that its content type names.';
    case 'encoding':
      return 'Percent-encode the address, in UTF-8.';
    case 'size':
      return 'Send less at once.';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `Leave it out${choiceOf(owner, context)}.`;
    case 'anyOf':
    case 'oneOf':
      return `Send ${what} in one of the forms that the document has for it.`;
    default: {
      const types = context.operation?.body?.types ?? [];
      if (keyword === 'type' && location === 'body' && schemaPath.endsWith('/requestBody'))
        return `Send the body as ${types.join(' or ')}.`;
      return isObject(owner)
        ? `Send ${what} as ${kindOf(owner as Schema, context)}.`
        : `Send ${what} as the document has it.`;
    }
  }
}

/** What is missing, and the name under which it may have been sent. */
function addition(finding: Finding, owner: unknown, context: Context): string {
  const {location, params} = finding;
  const name = String(params.missingProperty);
  const {entry, operation, vendor, words} = context;
  const misspelt = words.name(misspeltOf(finding, entry)?.name ?? '');
  const parameter = operation?.parameters.find((one) => one.in === location && one.name === name);
  const schema = parameter
    ? valueAt(vendor.document, parameter.schema.slice(1))
    : isObject(owner) && valueAt(owner, `/properties/${escapePointer(name)}`);
  const kind = isObject(schema) ? kindOf(schema as Schema, context) : undefined;
  const told = kind === undefined ? '' : `, ${kind}`;
  return misspelt === undefined ? `Send \`${name}\`${told}.` : `Send \`${misspelt}\` as \`${name}\`${told}.`;
}

/** The part that a finding is about, as a sentence names it. */
function partOf({location, path}: Finding, words: PlainWords): string {
  const place = words.place(path).slice(1);
  if (location === 'body') return place === '' ? 'the body' : `\`${place}\` in the body`;
  return place === '' ? `the ${location}` : `\`${place}\` in the ${location === 'header' ? 'headers' : location}`;
}

function choiceOf(owner: unknown, {vendor}: Context): string {
  if (!isObject(owner)) return '';
  const all = composing(vendor.document, owner as Schema);
  const names = [...new Set(all.flatMap(({properties}) => Object.keys(properties ?? {})))].slice(0, mostValues);
  return names.length === 0 ? '' : `, or send one that there is: ${names.map((name) => `\`${name}\``).join(', ')}`;
}

/** What a schema asks for: `an integer of at least 1`, `a string of the format uuid`. */
export function kindOf(schema: Schema, {vendor}: Pick<Context, 'vendor'>): string {
  const all = composing(vendor.document, schema);
  const listed = all.flatMap(({enum: several, const: one}) => several ?? (one === undefined ? [] : [one]));
  if (listed.length > 0) return `one of ${listed.slice(0, mostValues).map(textOf).join(', ')}`;
  const types = [...new Set(all.flatMap(({type}) => type ?? []))].map((type) => articles[type] ?? type);
  const details = all.flatMap((one) =>
    limits.flatMap(([keyword, text]) => (one[keyword] === undefined ? [] : [`${text} ${String(one[keyword])}`])),
  );
  const kind = types.length === 0 ? 'the document has it' : types.join(' or ');
  return [kind, ...new Set(details)].join(' ');
}

const articles: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const limits = [
  ['format', 'of the format'],
  ['pattern', 'that matches'],
  ['minimum', 'of at least'],
  ['maximum', 'of at most'],
  ['minLength', 'of a length from'],
  ['maxLength', 'of a length up to'],
  ['minItems', 'of a number of items from'],
  ['maxItems', 'of a number of items up to'],
] as const;

/** A value of the document's, as a sentence has it. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? `\`${value}\`` : JSON.stringify(value);
}
