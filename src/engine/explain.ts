import type {Mark, Operation} from '../openapi/index.js';
import type {JournalEntry} from './journal/journal.js';
import type {Rule} from './rules.js';
import type {Trace} from './trace.js';
import type {Papers, Vendor} from './vendor.js';

/** A rule, with the reason why it is named. */
export interface NamedRule extends Rule {
  /** Where the document names it: beside this answer, this operation, or every call. */
  readonly of: 'answer' | 'operation' | 'vendor';
}

/** Why a request was answered as it was. */
export interface Explanation {
  /** Id of the journal's entry. */
  readonly request: string;
  readonly at: string;
  readonly kind: JournalEntry['kind'];
  readonly vendor: string;
  readonly operation?: string;
  readonly status: number;
  /** The step that answered; missing for what no vendor's step answered: a fault, a preflight, a webhook. */
  readonly step?: Trace['step'];
  /** What was injected. */
  readonly fault?: string;
  /** Where it stands in the vendor's document; missing when no operation matched. */
  readonly spec?: {
    readonly file: string;
    readonly operation: string;
    /** Missing when the document does not declare the status. */
    readonly response?: string;
    readonly mark: Mark;
  };
  /** What is known of it: the rules of this answer first, those of every call last. */
  readonly rules: readonly NamedRule[];
  /** The switches that these rules have, as they were. */
  readonly behaviours: Trace['behaviours'];
  readonly read: Trace['read'];
  readonly written: Trace['written'];
  readonly scheduled: Trace['scheduled'];
  readonly findings: JournalEntry['findings'];
}

/** Explains one exchange by what the document, the rules and its trace say. */
export async function explain(vendor: Vendor, entry: JournalEntry, trace: Trace | undefined): Promise<Explanation> {
  const {id: request, at, kind, fault, findings, response} = entry;
  const operation = vendor.operationList.find((one) => one.id === entry.operation);
  // A delay or a broken connection leaves the vendor's answer what it was; an injected status is none of the vendor's.
  const isInjected = fault !== undefined && (trace === undefined || /^\d/.test(fault));
  const named = {
    answer: isInjected ? undefined : operation?.responses.get(response.status)?.rules,
    operation: operation?.rules,
    vendor: vendor.document['x-standin-rules'],
  };
  const rules = kind === 'request' && trace ? rulesIn(await vendor.papers(), named) : [];
  return {
    ...{request, at, kind, vendor: vendor.name, status: response.status},
    ...(operation && {operation: operation.id, spec: specOf(vendor, operation, response.status)}),
    ...(trace && {step: trace.step}),
    ...(fault !== undefined && {fault}),
    rules,
    behaviours: behavioursOf(vendor, rules, trace),
    ...{read: trace?.read ?? [], written: trace?.written ?? [], scheduled: trace?.scheduled ?? []},
    findings,
  };
}

function specOf(
  {name}: Vendor,
  {pointer, responses, mark}: Operation,
  status: number,
): NonNullable<Explanation['spec']> {
  const declared = responses.get(status);
  return {
    file: `specs/${name}/openapi.yaml`,
    operation: pointer,
    ...(declared && {response: `${pointer}/responses/${status}`}),
    mark: declared?.mark ?? mark,
  };
}

/** The closest first; each once. @param ids as the document names them beside answer, operation and vendor. */
function rulesIn({rules}: Papers, ids: {readonly [Of in NamedRule['of']]: readonly string[] | undefined}): NamedRule[] {
  const named = new Map<string, NamedRule>();
  for (const of of ['answer', 'operation', 'vendor'] as const) {
    for (const rule of rules) if (ids[of]?.includes(rule.id) && !named.has(rule.id)) named.set(rule.id, {...rule, of});
  }
  return [...named.values()];
}

function behavioursOf(
  {name, behaviours}: Vendor,
  rules: readonly NamedRule[],
  trace: Trace | undefined,
): Explanation['behaviours'] {
  const ids = new Set(rules.map(({id}) => id));
  const concerned = Object.entries(behaviours).filter(
    ([key, {rule}]) => ids.has(rule) && trace?.behaviours[key] !== undefined,
  );
  return Object.fromEntries(
    concerned.map(([key, {write = same}]) => [`${name}.${key}`, write(trace?.behaviours[key] as never)]),
  );
}

function same<T>(value: T): T {
  return value;
}
