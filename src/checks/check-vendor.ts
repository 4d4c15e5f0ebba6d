import {join} from 'node:path';
import {readFile} from 'node:fs/promises';
import type {Vendor} from '../engine/index.js';
import type {Mark} from '../openapi/index.js';
import {inputsOf} from './contracts/arazzo.js';
import type {Contract} from './contracts/contract.js';
import {contractsFolder} from './contracts/folder.js';
import {coverageOf} from './coverage.js';
import {curlOf} from './curl.js';
import {credentialVariables} from './derived/variables.js';
import type {Effect} from './effects.js';
import type {RecordedExchange} from '../traffic/exchange.js';
import {judgeWorkflow, skippedStep, type Bench} from './judge-workflow.js';
import {personalValue} from './people.js';
import {planOf, type Planned, type PlannedWorkflow} from './plan.js';
import type {VendorReport, WorkflowReport} from './report.js';
import {privateCopy} from './respect/private-copy.js';
import {executedSteps, type ExecutedStep} from './respect/results.js';
import {runRespect} from './respect/run-respect.js';
import {credentialsSent, withoutSecrets} from './secrets.js';
import type {Selection} from './selection.js';
import {SpecLines} from './spec-lines.js';

/** One server that is held against one vendor's contracts. */
export interface Target {
  readonly vendor: Vendor;
  /** What stands before the vendor's own path, without a slash at its end. */
  readonly base: string;
  /** Whether it is a stand-in made for this run, whose clock goes on while it is waited for. */
  readonly builtIn: boolean;
  /** Whether it is on this machine: then no proxy stands between. */
  readonly isLocal: boolean;
  /** Credentials by the names of their variables. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The least sure mark that it is judged by. */
  readonly mark: Mark;
  readonly mayDo: (effect: Effect) => boolean;
  /** As {@link mayDo}, for calls of the document's examples. */
  readonly examplesMayDo: (effect: Effect) => boolean;
}

export interface RunOptions {
  /** The folder that has `specs/` and `contracts/`. */
  readonly root: string;
  readonly selection: Selection;
  /** Longest time, in seconds, that something done later is waited for. */
  readonly wait: number;
  /** Ends a workflow at its first failure, and the run after the first file with one. */
  readonly bail: boolean;
  /** Tells this run's people from those of others. */
  readonly run: string;
  /** Ends the run early, and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/** Milliseconds that one answer may take. */
const answerTimeout = 40_000;

/**
 * Holds a target against its vendor's contracts.
 * @throws RespectError when the workflows cannot be run.
 */
export async function checkVendor(
  target: Target,
  contracts: readonly Contract[],
  options: RunOptions,
): Promise<VendorReport> {
  const {vendor} = target;
  const planned = planOf({...target, contracts, selection: options.selection});
  const bench = await benchOf(target, contracts, options);
  const workflows: WorkflowReport[] = [];
  const exchanges: RecordedExchange[] = [];
  // Everything at once, or one file after the other until one has a failure.
  for (const batch of options.bail ? planned.map((one) => [one]) : [planned]) {
    const isOver = options.bail && workflows.some(({steps}) => steps.some(({outcome}) => outcome === 'broken'));
    const skipped = isOver ? 'A failure came before it.' : undefined;
    const executed = isOver ? [] : await carriedOut(target, batch, options, bench.variables);
    exchanges.push(...executed.flatMap(({exchange}) => exchange ?? []));
    for (const one of batch.flatMap((each) => each.workflows)) {
      workflows.push(await reportOf(skipped === undefined ? one : {...one, skipped}, executed, bench));
    }
  }
  return {
    vendor: vendor.name,
    title: vendor.title,
    target: target.builtIn ? 'built-in' : target.base,
    workflows,
    coverage: coverageOf(vendor, exchanges),
  };
}

type VendorBench = Omit<Bench, 'stepPlace'> & {readonly variables: ReadonlyMap<string, string>};

async function benchOf(
  {vendor, mark, base, credentials}: Target,
  contracts: readonly Contract[],
  {root, run}: RunOptions,
): Promise<VendorBench> {
  const specification = `specs/${vendor.name}/openapi.yaml`;
  const lines = SpecLines.of(await readFile(join(root, specification), 'utf8'), specification);
  const variables = credentialVariables(vendor.document, contracts);
  const secrets = Object.keys(credentials);
  return {
    vendor,
    mark,
    variables,
    specPlace: (pointer) => lines.placeOf(pointer),
    person: (workflow, input) => personalValue(workflow, input, run),
    curl: (exchange) => curlOf(exchange, {base, credentials: variables, secrets}),
  };
}

/** What was done of some files, with the names of credentials where their values stood: nothing after it sees a secret. */
async function carriedOut(
  {vendor, base, builtIn, isLocal, credentials}: Target,
  batch: readonly Planned[],
  {root, wait, bail, run, signal}: RunOptions,
  variables: ReadonlyMap<string, string>,
): Promise<readonly ExecutedStep[]> {
  const chosen = batch.flatMap(({workflows}) => workflows.filter(({skipped}) => skipped === undefined));
  if (chosen.length === 0) return [];
  const document = privateCopy(
    batch.map((one) => one.document),
    {
      workflows: new Set(chosen.map(({workflow}) => workflow.workflowId)),
      people: (workflow, input) => personalValue(workflow, input, run),
      wait: builtIn ? undefined : wait,
      bail,
    },
  );
  const files = contractsFolder(root, vendor.name);
  const inputs = {
    document,
    files,
    vendor,
    base,
    inputs: credentials,
    timeout: answerTimeout,
    isLocal,
    signal,
  };
  const steps = executedSteps(await runRespect(inputs), base);
  const sent = credentialsSent(
    steps.flatMap(({exchange}) => exchange ?? []),
    variables,
  );
  const secrets = [...Object.entries(credentials), ...sent];
  // Only what was sent and said: names of steps are ours, whatever a credential may be called.
  return steps.map((step) => ({
    ...step,
    checks: step.checks.map((one) => ({...one, message: withoutSecrets(one.message, secrets)})),
    ...(step.exchange && maskedExchange(step.exchange, secrets)),
  }));
}

/** The exchange as it is reported, and as it is judged where that is not the same. */
function maskedExchange(
  clear: RecordedExchange,
  secrets: readonly (readonly [name: string, secret: string])[],
): Pick<ExecutedStep, 'exchange' | 'clear'> {
  const exchange = withoutSecrets(clear, secrets);
  return exchange.response.body === clear.response.body ? {exchange} : {exchange, clear};
}

async function reportOf(
  {workflow, contract, skipped}: PlannedWorkflow,
  executed: readonly ExecutedStep[],
  bench: VendorBench,
): Promise<WorkflowReport> {
  const own = executed.filter(({workflowId}) => workflowId === workflow.workflowId);
  const placed = contract ? {...bench, stepPlace: contract.placeOf} : bench;
  const isCall = ({operationId}: {readonly operationId?: string}) => operationId !== undefined;
  return {
    id: workflow.workflowId,
    summary: workflow.summary ?? '',
    ...(contract && {file: contract.file}),
    steps:
      skipped === undefined
        ? await judgeWorkflow(workflow, own, placed)
        : workflow.steps.filter(isCall).map((step) => skippedStep(step, bench, skipped)),
  };
}

/** Names of the variables that a vendor's contracts take credentials from. */
export function variablesOf(contracts: readonly Contract[]): readonly string[] {
  const names = contracts.flatMap(({document}) =>
    document.workflows.flatMap((workflow) =>
      Object.entries(inputsOf(document, workflow)?.properties ?? {})
        .filter(([, {format}]) => format === 'password')
        .map(([name]) => name),
    ),
  );
  return [...new Set(names)];
}
