import type {CheckName, RuleReference} from '../report.js';
import type {FoundFailure} from './failures.js';
import {oneLine} from './plain.js';

/** What a result of SARIF refers to: a vendor's rule, or a check where no rule is named. SARIF 2.1.0, 3.49 */
export interface SarifRule {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription: {readonly text: string};
  readonly fullDescription: {readonly text: string};
  readonly helpUri?: string;
  readonly help: {readonly text: string};
  readonly defaultConfiguration: {readonly level: 'error' | 'note'};
  readonly properties: {readonly tags: readonly string[]};
}

const checks: Readonly<Record<CheckName, string>> = {
  criterion: 'The answer must be what the workflow says of it.',
  status: "The status of an answer must be declared in the vendor's document.",
  'content-type': "The content type of an answer must be declared in the vendor's document.",
  header: "The headers of an answer must be what the vendor's document says of them.",
  body: "The body of an answer must be what the vendor's document says of it.",
  authentication: 'A call without a credential, or with a wrong one, must be refused.',
  erased: 'What was erased must not come back.',
  unchanged: 'What happens to one person must not change another.',
  run: 'Each step of a workflow must be carried out.',
  'unknown-operation': "A request must lead to an operation that the vendor's document has.",
  request: "A request must be what the vendor's document says of it.",
  ignored: 'A request must not say what the vendor does not look at.',
  deprecated: "A request must not ask for an operation that the vendor's document calls deprecated.",
  unfollowed: 'What a vendor accepts for later must be looked after until it is done.',
  unconfirmed: 'What was erased must be read again, to see that it is gone.',
  expectation: "What a client expects of a vendor must be what the vendor's document allows.",
};

/** The same check is another one where requests are judged. */
const checksOfRequests: Partial<typeof checks> = {
  authentication: 'A request must have the credential that the operation asks for.',
};

/** The first of the vendor's rules, else `<vendor>/<check>`: the same from run to run. */
export function ruleIdOf({vendor, failure}: FoundFailure): string {
  return oneLine(failure.rules[0]?.id ?? `${vendor.vendor}/${failure.check}`);
}

/** Each rule that a failure refers to, once, by its id. */
export function rulesOf(found: readonly FoundFailure[]): readonly SarifRule[] {
  const sorted = new Map<string, FoundFailure>();
  for (const one of found) if (!sorted.has(ruleIdOf(one))) sorted.set(ruleIdOf(one), one);
  return [...sorted]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, one]) => {
      const [rule] = one.failure.rules;
      return rule === undefined ? ruleOfCheck(id, one) : ruleOfVendor(id, rule, one.vendor.vendor);
    });
}

function ruleOfVendor(id: string, {statement, mark, source}: RuleReference, vendor: string): SarifRule {
  // GitHub refuses a file with an empty description.
  const text = statement.trim() === '' ? 'The rule has no statement.' : oneLine(statement);
  const from = source === undefined ? 'It has no source.' : `Source: ${oneLine(source)}`;
  const helpUri = addressOf(source);
  return {
    id,
    ...nameOf(id),
    shortDescription: {text: firstSentence(text)},
    fullDescription: {text},
    ...(helpUri === undefined ? {} : {helpUri}),
    help: {text: `${text} This is ${mark}. ${from}`},
    defaultConfiguration: {level: mark === 'documented' ? 'error' : 'note'},
    properties: {tags: ['contract', oneLine(vendor), mark]},
  };
}

function ruleOfCheck(id: string, {vendor, failure}: FoundFailure): SarifRule {
  const text = (failure.traffic && checksOfRequests[failure.check]) ?? checks[failure.check];
  return {
    id,
    ...nameOf(id),
    shortDescription: {text},
    fullDescription: {text},
    help: {text: `${text} The vendor's document is in the folder specs/${oneLine(vendor.vendor)} of this package.`},
    defaultConfiguration: {level: 'error'},
    properties: {tags: ['contract', oneLine(vendor.vendor), failure.check]},
  };
}

/** `DIXA-28` → `Dixa28`, `dixa/content-type` → `DixaContentType`: names are in Pascal case. */
function nameOf(id: string): {readonly name?: string} {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return name === '' || name === id ? {} : {name};
}

/** Up to the first full stop that ends a sentence. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}

/** A source as an address, if it is one: some are the names of documents. */
function addressOf(source: string | undefined): string | undefined {
  return source !== undefined && /^https?:\/\//.test(source) && URL.canParse(source) ? new URL(source).href : undefined;
}
