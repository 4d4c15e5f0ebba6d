import {foldedName, type JournalEntry, type Vendor} from '../../engine/index.js';
import {
  composing,
  escapePointer,
  isObject,
  resolve,
  type OpenApiDocument,
  type Operation,
  type Schema,
} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {weakestMark} from './marks.js';
import {membersIn} from './members.js';
import {misspeltOf} from './misspelt.js';
import type {PlainWords} from './plain-words.js';
import {rulesOfName} from './rules-of-name.js';

/** Most names that a sentence lists. */
const mostNames = 20;

/** Headers that HTTP itself has: they are no misplaced parameter, whatever the operation declares of that name. */
const ofHttp =
  /^(accept|authorization|connection|content-(length|type)|cookie|date|expect|from|host|origin|prefer|priority|range|te|upgrade|via|x-request-id)$/;

/** What somebody sent that the document does not declare. */
interface Surplus {
  readonly place: 'query' | 'body' | 'header';
  /** As the caller spelt it, or a token. */
  readonly name: string;
  /** JSON pointer into the entry. */
  readonly pointer: string;
  /** The names that there are in its place. */
  readonly declared: readonly string[];
}

/**
 * What a request has that the document does not declare: parameters of the query, members of a JSON body, headers in the
 * place of either, and a body where the operation takes none. What the document refuses or leaves free is none, nor is an empty body, nor another spelling of
 * something that is missing: that is told with what is missing.
 */
export function undeclaredIn(
  entry: JournalEntry,
  operation: Operation,
  {vendor, words}: {readonly vendor: Vendor; readonly words: PlainWords},
): readonly Told[] {
  const told = (pointer: string, rules: readonly string[], message: string, instead: string): Told => {
    const mark = weakestMark(vendor, rules, 'assumed');
    return {kind: 'ignored', pointer, rules, mark, message, instead};
  };
  const misspelt = new Set(entry.findings.map((finding) => misspeltOf(finding, entry)?.pointer));
  const surplus = [
    ...surplusInQuery(entry, operation),
    ...surplusInBody(entry, operation, vendor),
    ...surplusInHeaders(entry, operation, vendor),
  ]
    .filter(({pointer}) => !misspelt.has(pointer))
    .map((one) => {
      const ofPlace = rulesOf(vendor, operation, one.place);
      const rules = [...new Set([...rulesOfName(vendor, operation, one.name), ...ofPlace])];
      // A header's name is there for its being one of the document's.
      const isHeader = one.place === 'header';
      const name = isHeader ? one.name : words.name(one.name);
      const pointer = isHeader ? one.pointer : words.readable(one.pointer);
      const message = messageOf(one, name, {operation, isRuled: rules.length > 0});
      return told(pointer, rules, message, insteadOf(one, name, operation));
    });
  const {body} = entry.request;
  if (operation.body !== undefined || body === undefined || body === null || isObject(body)) return surplus;
  const rules = rulesOf(vendor, operation, 'body');
  const message = rules.length > 0 ? 'The vendor does not read a body here.' : 'The document has no body here.';
  return [...surplus, told('/request/body', rules, message, 'Leave the body out.')];
}

function surplusInQuery({request: {query}}: JournalEntry, {parameters}: Operation): readonly Surplus[] {
  const declared = parameters.filter((one) => one.in === 'query').map(({name}) => name);
  return Object.keys(query)
    .filter((name) => !declared.includes(name))
    .map((name) => ({place: 'query', name, pointer: `/request/query/${escapePointer(name)}`, declared}));
}

function surplusInBody({request}: JournalEntry, {body}: Operation, {document}: Vendor): readonly Surplus[] {
  if (body === undefined) {
    const names = isObject(request.body) ? Object.keys(request.body) : [];
    return names.map((name) => surplusMember(name, `/${escapePointer(name)}`, []));
  }
  if (body.form !== 'json' || body.schema === undefined) return [];
  return membersIn(document, body.schema, request.body)
    .filter(({described, isSettled}) => described.length === 0 && !isSettled)
    .map(({name, pointer, declared}) => surplusMember(name, pointer, declared));
}

/** Headers in whose place there is a parameter of the query or a member of the body. Of any other nothing is known. */
function surplusInHeaders({request}: JournalEntry, operation: Operation, {document}: Vendor): readonly Surplus[] {
  const {parameters, body} = operation;
  const names = (place: string) => parameters.filter((one) => one.in === place).map((one) => bareName(one.name));
  const members = membersOf(document, body?.schema);
  const elsewhere = [...names('query'), ...members.map(bareName)];
  const own = names('header');
  return Object.keys(request.headers)
    .filter((name) => !ofHttp.test(name) && elsewhere.includes(bareName(name)) && !own.includes(bareName(name)))
    .map((name) => ({place: 'header', name, pointer: `/request/headers/${escapePointer(name)}`, declared: members}));
}

/** The names that a body may have. */
function membersOf(document: OpenApiDocument, schema: string | undefined): readonly string[] {
  if (schema === undefined) return [];
  const all = composing(document, resolve(document, schema).value as Schema);
  return all.flatMap(({properties = {}}) => Object.keys(properties));
}

/** `X-Force` is `force`. */
function bareName(name: string): string {
  return foldedName(name.replace(/^x-/i, ''));
}

function surplusMember(name: string, pointer: string, declared: readonly string[]): Surplus {
  return {place: 'body', name, pointer: `/request/body${pointer}`, declared};
}

/** Only a rule tells what the vendor does with it; without one, no more is known than that the document does not have it. */
function messageOf(
  {place}: Surplus,
  name: string | undefined,
  {operation: {body}, isRuled}: {readonly operation: Operation; readonly isRuled: boolean},
): string {
  const kind = {query: 'parameter', body: 'member', header: 'header'}[place];
  const what = name === undefined ? `a ${kind}` : `\`${name}\``;
  if (place === 'body' && body === undefined)
    return `The body has ${what}, and the ${isRuled ? 'vendor does not read a' : 'document has no'} body here.`;
  const where = place === 'header' ? 'request' : place;
  return `The ${where} has ${what}, which the document does not declare${isRuled ? ' and the vendor does not look at' : ''}.`;
}

function insteadOf({place, declared}: Surplus, name: string | undefined, {parameters, body}: Operation): string {
  const wanted = name === undefined ? undefined : place === 'header' ? bareName(name) : foldedName(name);
  const spelling = declared.find((one) => foldedName(one) === wanted);
  if (spelling !== undefined) return `Send it as \`${spelling}\`${place === 'header' ? ' in the body' : ''}.`;
  const parameter = parameters.find((one) => one.in !== 'path' && foldedName(one.name) === wanted);
  if (parameter !== undefined) {
    const value = parameter.type === 'boolean' ? '=true' : '';
    return `Send \`${parameter.name}${value}\` in the ${parameter.in}.`;
  }
  if (place === 'body' && body === undefined) return 'Leave the body out.';
  if (declared.length === 0) return 'Leave it out: there is none.';
  const names = declared.slice(0, mostNames).map((one) => `\`${one}\``);
  const rest = declared.length > names.length ? ' and others' : '';
  return `Leave it out, or send it as one that there is: ${names.join(', ')}${rest}.`;
}

/** Rules by the part of a request that they are about: those of the operation, else those of every call. */
function rulesOf({document}: Vendor, {extensions}: Operation, place: Surplus['place']): readonly string[] {
  const name = 'x-standin-undeclared';
  const [own, all] = [extensions[name], document[name]] as (Readonly<Record<string, readonly string[]>> | undefined)[];
  return own?.[place] ?? all?.[place] ?? [];
}
