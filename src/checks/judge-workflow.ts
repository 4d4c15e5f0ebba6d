import type {Vendor} from '../engine/index.js';
import type {Mark} from '../openapi/index.js';
import type {ArazzoStep, ArazzoWorkflow} from './contracts/arazzo.js';
import {parsed, unmetBy} from './criterion.js';
import {derivedIds} from './derived/index.js';
import type {RecordedExchange} from '../traffic/exchange.js';
import {cameBack, differencesBetween, judge, judgeAcceptance, judgeRefusal, type Discrepancy} from './judge/index.js';
import type {CheckName, Failure, Place, RuleReference, StepReport} from './report.js';
import type {ExecutedCheck, ExecutedStep} from './respect/results.js';

/** What the steps of a workflow are judged with. */
export interface Bench {
  readonly vendor: Vendor;
  /** The least sure mark that a target is still judged by. */
  readonly mark: Mark;
  /** Where something stands in the vendor's document. */
  readonly specPlace: (pointer: string) => Place;
  /** Where a step stands in its file; absent for derived workflows. */
  readonly stepPlace?: (workflowId: string, stepId: string) => Place;
  /** The values of a workflow's inputs that say who it is about. */
  readonly person: (workflowId: string, input: string) => string | undefined;
  readonly curl: (exchange: RecordedExchange) => string;
}

/** So sure a mark is: the less, the weaker. */
const marks: readonly Mark[] = ['documented', 'inferred', 'assumed'];

/**
 * Judges what was done of a workflow: each answer by the vendor's document, and each step by the last time that it was
 * carried out.
 */
export async function judgeWorkflow(
  workflow: ArazzoWorkflow,
  executed: readonly ExecutedStep[],
  bench: Bench,
): Promise<readonly StepReport[]> {
  const judged = new Map<string, RecordedExchange>();
  const erased: Record<string, string> = {};
  const reports: StepReport[] = [];
  for (const step of workflow.steps.filter(({operationId}) => operationId !== undefined)) {
    const attempts = executed.filter((one) => one.stepId === step.stepId);
    const last = attempts.at(-1);
    if (last === undefined) {
      reports.push(skippedStep(step, bench, 'What it builds upon failed.'));
      continue;
    }
    for (const input of step['x-standin-erased'] ?? []) {
      const value = bench.person(workflow.workflowId, input);
      if (value !== undefined) erased[input] = value;
    }
    const earlier = await Promise.all(attempts.slice(0, -1).map((one) => ofAttempt(workflow, step, one, bench)));
    const found = last.exchange
      ? await failuresOf({workflow, step, last, exchange: last.exchange, erased, judged}, bench)
      : [];
    const failures = found.length > 0 ? found : troubles(last).map((check) => notRun(workflow, step, check, bench));
    if (last.exchange) judged.set(step.stepId, last.exchange);
    reports.push(reportOf(step, attempts, distinct([...earlier.flat(), ...failures]), bench));
  }
  return reports;
}

/** What several attempts have in common is told once. */
function distinct(failures: readonly Failure[]): readonly Failure[] {
  const keyOf = ({check, pointer, message, got}: Failure) => JSON.stringify([check, pointer, message, got]);
  return [...new Map(failures.map((one) => [keyOf(one), one])).values()];
}

/** What is wrong with an answer after which the step was repeated; that it was not yet what was waited for is nothing wrong. */
async function ofAttempt(
  workflow: ArazzoWorkflow,
  step: ArazzoStep,
  attempt: ExecutedStep,
  bench: Bench,
): Promise<readonly Failure[]> {
  const {exchange} = attempt;
  if (exchange === undefined) return [];
  const found = await againstDocument(workflow, attempt, bench);
  return found.map((one) => discrepancyFailure({workflow, step, exchange}, one, bench));
}

/** A step that was not to be run. */
export function skippedStep(step: ArazzoStep, {vendor}: Pick<Bench, 'vendor'>, reason: string): StepReport {
  return {
    id: step.stepId,
    operation: step.operationId ?? '',
    outcome: 'skipped',
    reason,
    rules: rulesOf(step, vendor),
    milliseconds: 0,
    failures: [],
  };
}

interface Judged {
  readonly workflow: ArazzoWorkflow;
  readonly step: ArazzoStep;
  readonly last: ExecutedStep;
  readonly exchange: RecordedExchange;
  /** What must not come back any more, by input. */
  readonly erased: Readonly<Record<string, string>>;
  /** The answers so far, by step. */
  readonly judged: ReadonlyMap<string, RecordedExchange>;
}

async function failuresOf(judged: Judged, bench: Bench): Promise<readonly Failure[]> {
  const {workflow, last, exchange, erased} = judged;
  const unmet = last.checks.filter(({name, passed}) => !passed && name === 'success criteria check');
  const found = [
    ...misled(judged, bench),
    ...(await againstDocument(workflow, last, bench)),
    ...cameBack(erased, exchange),
    ...changed(judged),
  ];
  const failures = [
    ...unmet.map((check) => unmetFailure(judged, check, bench)),
    ...found.map((one) => discrepancyFailure(judged, one, bench)),
  ];
  if (failures.length > 0) return failures;
  // Respect looks at status and content type as well: a second opinion, where the first one found nothing.
  const seconds = last.checks.filter(({name, passed}) => !passed && checkNames[name]);
  return seconds.map((check) => secondFailure(judged, check, bench));
}

/**
 * An empty id, or one with a slash in it, that an earlier answer gave leads the next call to where no document says
 * anything. Only a refusal is right there.
 */
function misled({step, exchange}: Judged, {vendor}: Bench): readonly Discrepancy[] {
  const match = vendor.router.match(exchange.request.method, exchange.request.path);
  const led = match.kind === 'found' ? match.operation.id : 'no operation';
  const {status} = exchange.response;
  if (led === step.operationId || (status >= 400 && status < 500)) return [];
  return [
    {
      check: 'status',
      pointer: '',
      expected: `a call of ${step.operationId ?? step.stepId}`,
      got: `a call of ${led}`,
      message: `What earlier answers said led this call to ${led}.`,
      mark: 'documented',
    },
  ];
}

const checkNames: Readonly<Record<string, CheckName>> = {
  'status code check': 'status',
  'content-type check': 'content-type',
};

/** What kept a step from being carried out: an answer that cannot be read, or none. */
function troubles({checks}: ExecutedStep): readonly ExecutedCheck[] {
  return checks.filter(({name, passed}) => !passed && name !== 'success criteria check' && !checkNames[name]);
}

/** Judges an answer as it was, and tells of it without its credentials. */
async function againstDocument(
  {workflowId}: ArazzoWorkflow,
  {exchange, clear}: Pick<ExecutedStep, 'exchange' | 'clear'>,
  {vendor}: Bench,
): Promise<readonly Discrepancy[]> {
  const judged = async (one: RecordedExchange): Promise<readonly Discrepancy[]> => {
    if (workflowId === derivedIds.missing) return judgeRefusal(vendor, one, 'missing');
    if (workflowId === derivedIds.wrong) return judgeRefusal(vendor, one, 'wrong');
    return [...judge(vendor, one), ...(await judgeAcceptance(vendor, one))];
  };
  if (exchange === undefined) return [];
  if (clear === undefined) return judged(exchange);
  const [found, tellable] = await Promise.all([judged(clear), judged(exchange)]);
  return found.map(
    (one) =>
      tellable.find(({pointer, schemaPath}) => pointer === one.pointer && schemaPath === one.schemaPath) ?? {
        ...one,
        got: 'a credential',
        message: `What stands at ${one.pointer} is a credential, and not as the document has it.`,
      },
  );
}

function changed({step, exchange, judged}: Judged): readonly Discrepancy[] {
  const before = judged.get(step['x-standin-same-as'] ?? '');
  if (before === undefined) return [];
  return differencesBetween(parsed(before.response.body) ?? null, parsed(exchange.response.body) ?? null);
}

function unmetFailure({workflow, step, exchange}: Judged, check: ExecutedCheck, bench: Bench): Failure {
  const unmet = unmetBy(check, exchange);
  const at = unmet.pointer === '' ? '' : ` at ${unmet.pointer}`;
  return complete({workflow, step, exchange}, bench, {
    check: 'criterion',
    message: `${step.operationId ?? step.stepId} answered${at} not what the contract says.`,
    ...unmet,
    mark: weakest(step, bench),
  });
}

function discrepancyFailure(
  {workflow, step, exchange}: Pick<Judged, 'workflow' | 'step' | 'exchange'>,
  found: Discrepancy,
  bench: Bench,
): Failure {
  const {schemaPath, ...rest} = found;
  // What must be gone or must stay is what the surest rule of the step says; that it says more does not make it less sure.
  const byStep = found.check === 'erased' || found.check === 'unchanged';
  return complete({workflow, step, exchange}, bench, {
    ...rest,
    mark: byStep ? surest(step, bench) : found.mark,
    ...(schemaPath !== undefined && {spec: bench.specPlace(schemaPath)}),
  });
}

function secondFailure({workflow, step, exchange}: Judged, check: ExecutedCheck, bench: Bench): Failure {
  return complete({workflow, step, exchange}, bench, {
    check: checkNames[check.name] ?? 'status',
    message: `Redocly Respect finds what our own validators do not: ${oneLine(check.message)}`,
    pointer: '',
    expected: 'an answer as the document says',
    got: `status ${exchange.response.status}`,
    mark: weakest(step, bench),
  });
}

function notRun(workflow: ArazzoWorkflow, step: ArazzoStep, check: ExecutedCheck, bench: Bench): Failure {
  return {
    ...complete({workflow, step}, bench, {
      check: 'run',
      message: `The step could not be carried out: ${oneLine(check.message).replace(/\.$/, '')}.`,
      pointer: '',
      expected: 'an answer',
      got: 'none',
      mark: weakest(step, bench),
    }),
    severity: 'error',
  };
}

/** Adds what every failure says. */
function complete(
  {workflow, step, exchange}: Pick<Judged, 'workflow' | 'step'> & {readonly exchange?: RecordedExchange},
  {vendor, mark, specPlace, stepPlace, curl}: Bench,
  failure: Pick<Failure, 'check' | 'message' | 'pointer' | 'expected' | 'got' | 'mark' | 'spec'>,
): Failure {
  const operation = vendor.operationList.find(({id}) => id === step.operationId);
  const place = stepPlace?.(workflow.workflowId, step.stepId);
  return {
    ...(operation && {spec: specPlace(operation.pointer)}),
    ...failure,
    severity: marks.indexOf(failure.mark) <= marks.indexOf(mark) ? 'broken' : 'learned',
    rules: rulesOf(step, vendor),
    ...(place && {contract: place}),
    ...(exchange && {curl: curl(exchange)}),
  };
}

/** The weakest mark of a step's rules; without rules that of its operation. */
function weakest(step: ArazzoStep, {vendor}: Bench): Mark {
  const all = rulesOf(step, vendor).map(({mark}) => mark);
  const operation = vendor.operationList.find(({id}) => id === step.operationId);
  if (all.length === 0) return operation?.mark ?? 'documented';
  return marks.findLast((mark) => all.includes(mark)) ?? 'documented';
}

/** The surest mark of a step's rules; without rules that of its operation. */
function surest(step: ArazzoStep, bench: Bench): Mark {
  const all = rulesOf(step, bench.vendor).map(({mark}) => mark);
  return marks.find((mark) => all.includes(mark)) ?? weakest(step, bench);
}

function rulesOf({'x-rules': ids = []}: ArazzoStep, {rules}: Vendor): readonly RuleReference[] {
  return rules
    .filter(({id}) => ids.includes(id))
    .map(({id, statement, mark, source}) => ({id, statement, mark, ...(source !== undefined && {source})}));
}

function reportOf(
  step: ArazzoStep,
  attempts: readonly ExecutedStep[],
  failures: readonly Failure[],
  {vendor}: Bench,
): StepReport {
  const {exchange} = attempts.at(-1) as ExecutedStep;
  const severities = failures.map(({severity}) => severity);
  const outcome = (['broken', 'error', 'learned'] as const).find((one) => severities.includes(one)) ?? 'passed';
  return {
    id: step.stepId,
    operation: step.operationId ?? '',
    outcome,
    rules: rulesOf(step, vendor),
    ...(exchange && {request: requestLine(exchange), status: exchange.response.status}),
    milliseconds: attempts.reduce((all, one) => all + one.milliseconds, 0),
    failures,
  };
}

function requestLine({request: {method, path, query}}: RecordedExchange): string {
  return `${method} ${path}${query === '' ? '' : `?${query}`}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
