import type {JournalEntry, Vendor} from '../../engine/index.js';
import {
  composing,
  escapePointer,
  isObject,
  resolve,
  valueAt,
  type Finding,
  type Mark,
  type Operation,
} from '../../openapi/index.js';
import {weakestMark} from './marks.js';
import {membersIn} from './members.js';
import {misspeltOf} from './misspelt.js';
import {rulesOfName} from './rules-of-name.js';

/** What a finding is about. */
interface Context {
  readonly entry: JournalEntry;
  readonly operation: Operation | undefined;
  readonly vendor: Vendor;
}

/** Which rules were broken, the one that says it most exactly first, and how sure the weakest of them is. */
interface Broken {
  readonly rules: readonly string[];
  readonly mark: Mark;
}

/** Answers to a request that differs from the document; any other status has another reason. */
const refusals = [400, 413, 414, 415, 422];

/** What no schema is asked about. */
const beforeSchemas = ['encoding', 'size'];

/**
 * The rules that a finding breaks: those that `x-standin-refused-by` names in the narrowest place that has it (the schema, the
 * parameter, the body, the operation, the document), else those of the refusal. An empty list there says that no rule speaks
 * of it. What is missing may have rules of its own, in `x-standin-missing-refused-by`, and its other spelling as well.
 */
export function brokenRules(finding: Finding, context: Context): Broken {
  const {operation, vendor} = context;
  if (operation === undefined) return {rules: [], mark: 'documented'};
  const refusal = refusalOf(finding, context.entry, operation);
  const narrower = beforeSchemas.includes(finding.keyword) ? undefined : narrowerRules(finding, operation, context);
  const misspelt = misspeltOf(finding, context.entry);
  const ofSpelling = misspelt ? rulesOfName(vendor, operation, misspelt.name) : [];
  const rules = [...new Set([...(narrower ?? refusal?.rules ?? []), ...ofSpelling])];
  return {rules, mark: weakestMark(vendor, rules, refusal?.mark ?? operation.mark)};
}

/** The answer that a request gets for a finding, where nothing else is wrong with it. */
function refusalOf(finding: Finding, {response: {status}}: JournalEntry, {responses}: Operation) {
  if (refusals.includes(status)) return responses.get(status);
  return responses.get(finding.keyword === 'size' ? 413 : partOf(finding) === 'type' ? 415 : 400);
}

function narrowerRules(finding: Finding, operation: Operation, context: Context): readonly string[] | undefined {
  const {document} = context.vendor;
  const part = partOf(finding);
  const isJudged = part === finding.location;
  const owners = isJudged ? ownersOf(finding, operation, context) : [];
  const missing = isJudged ? missingMember(finding, context.vendor) : undefined;
  const own = [
    isObject(missing) ? missing['x-standin-missing-refused-by'] : undefined,
    ...[missing, ...owners].map((owner) => (isObject(owner) ? owner['x-standin-refused-by'] : undefined)),
  ];
  const byPart = [operation.extensions['x-standin-refused-by'], valueAt(document, '/x-standin-refused-by')];
  const parts = byPart.map((one) => (isObject(one) ? one[part] : undefined));
  return [...own, ...parts].find((one) => Array.isArray(one)) as readonly string[] | undefined;
}

/** The part of a request that a finding is about; of a body that could not be read, what is wrong with it. */
function partOf({location, keyword, schemaPath}: Finding): string {
  if (location !== 'body') return location;
  if (keyword === 'json' || keyword === 'form') return keyword;
  return keyword === 'type' && schemaPath.endsWith('/requestBody') ? 'type' : location;
}

/** What of the document a finding is about, from the narrowest outwards. */
function ownersOf(finding: Finding, operation: Operation, {entry, vendor}: Context): readonly unknown[] {
  const {document} = vendor;
  const {location, path, params} = finding;
  if (location !== 'body') {
    const [, first] = path.split('/');
    const name = typeof params.missingProperty === 'string' ? params.missingProperty : first;
    const parameter = operation.parameters.find((one) => one.in === location && one.name === name);
    return parameter ? [parameter.pointer, parameter.schema].map((one) => resolve(document, one).value) : [];
  }
  const members = operation.body?.schema ? membersIn(document, operation.body.schema, entry.request.body) : [];
  const described = members.filter(({pointer}) => pointer === path).flatMap((member) => member.described);
  const whole = operation.body?.schema ? [resolve(document, operation.body.schema).value] : [];
  return [
    ...enclosing(finding.schemaPath).map((one) => valueAt(document, one)),
    ...described.flatMap((schema) => composing(document, schema)),
    ...whole,
  ];
}

/** JSON pointers of a keyword's schema and of those around it, inside of one body or one component. */
function enclosing(schemaPath: string): readonly string[] {
  const segments = schemaPath.slice(1).split('/');
  const outermost = schemaPath.startsWith('#/components/') ? 4 : segments.indexOf('schema') + 1;
  const count = Math.max(0, segments.length - outermost);
  return Array.from({length: count}, (_, up) => segments.slice(0, segments.length - 1 - up).join('/'));
}

function missingMember({schemaPath, params}: Finding, {document}: Vendor): unknown {
  const {missingProperty: name} = params;
  if (typeof name !== 'string') return undefined;
  const owner = schemaPath.slice(1, schemaPath.lastIndexOf('/'));
  return valueAt(document, `${owner}/properties/${escapePointer(name)}`);
}
