import {foldedName, type JournalEntry, type Vendor} from '../../engine/index.js';
import {
  composing,
  escapePointer,
  isObject,
  valueAt,
  type Finding,
  type Operation,
  type Schema,
} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {kindOf, textOf} from './findings.js';
import type {PlainWords} from './plain-words.js';

/** Most names and values that a sentence lists. */
const most = 20;

interface Context {
  readonly operation: Operation;
  readonly vendor: Vendor;
  readonly words: PlainWords;
}

/** In which ways an answer that a client expects is none that the document allows. Anything may be left out of it. */
export function expectationsIn(
  {response: {status}, violations}: JournalEntry,
  operation: Operation,
  {vendor, words}: {readonly vendor: Vendor; readonly words: PlainWords},
): readonly Told[] {
  const context = {operation, vendor, words};
  const declared = operation.responses.get(status);
  if (declared === undefined) {
    const statuses = [...operation.responses.keys()].join(', ');
    const message = `The document has no answer ${status} of this operation.`;
    const instead = `Expect one that it has: ${statuses}.`;
    const pointer = '/response/status';
    return [{kind: 'expectation', pointer, rules: [], mark: operation.mark, message, instead}];
  }
  const {rules, mark, types} = declared;
  const wrong = violations.filter(({keyword}) => keyword !== 'required');
  return wrong.map((violation) => ({
    kind: 'expectation',
    pointer: words.readable(placeOfExpected(violation)),
    rules,
    mark,
    message: messageOf(violation, context),
    instead: `Expect ${wantedAt(violation, context, types)}.`,
  }));
}

/** Where in the journal's entry an answer differs from the document. */
export function placeOfExpected({keyword, path, params}: Finding): string {
  if (keyword === 'status') return '/response/status';
  const name = surplusIn(params);
  return `/response/body${path}${name === undefined ? '' : `/${escapePointer(name)}`}`;
}

/** The member that is too much. */
function surplusIn({additionalProperty, unevaluatedProperty}: Finding['params']): string | undefined {
  const name = additionalProperty ?? unevaluatedProperty;
  return typeof name === 'string' ? name : undefined;
}

function messageOf(violation: Finding, {words}: Context): string {
  const surplus = surplusIn(violation.params);
  if (surplus === undefined) return words.finding(violation);
  const name = words.name(surplus);
  const place = words.place(violation.path);
  const owner = place === '' ? 'the answer' : `${place} of the answer`;
  return name === undefined
    ? `The document does not have a member that is expected in ${owner}.`
    : `\`${name}\` is none of the members that the document has in ${owner}.`;
}

/** What the document has there, as the end of a sentence. */
function wantedAt(violation: Finding, context: Context, types: readonly string[]): string {
  const {keyword, params, schemaPath} = violation;
  if (schemaPath === `${context.operation.pointer}/responses`)
    return types.length === 0 ? 'no body' : `the body as ${types.join(' or ')}`;
  const owner = valueAt(context.vendor.document, schemaPath.slice(1, schemaPath.lastIndexOf('/')));
  if (!isObject(owner)) return 'what the document has there';
  const surplus = surplusIn(params);
  if (surplus !== undefined) return memberLike(surplus, owner as Schema, context);
  const {allowedValues, allowedValue} = params;
  if (Array.isArray(allowedValues)) return `one of ${allowedValues.slice(0, most).map(textOf).join(', ')}`;
  if (allowedValue !== undefined) return textOf(allowedValue);
  if (keyword === 'anyOf' || keyword === 'oneOf') return 'it in one of the forms that the document has for it';
  return kindOf(owner as Schema, context);
}

/** The member that is meant where it is one but for its spelling, else those that there are. */
function memberLike(name: string, owner: Schema, {vendor: {document}}: Context): string {
  const all = composing(document, owner).flatMap(({properties}) => Object.keys(properties ?? {}));
  const names = [...new Set(all)];
  const meant = names.find((one) => foldedName(one) === foldedName(name));
  if (meant !== undefined) return `\`${meant}\``;
  if (names.length === 0) return 'an object without members';
  const listed = names.slice(0, most).map((one) => `\`${one}\``);
  const rest = names.length > listed.length ? ' and others' : '';
  return `members that there are: ${listed.join(', ')}${rest}`;
}
