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
import {credentialsId, derivedIds} from './derived/index.js';
import type {Effect} from './effects.js';
import {judgeWorkflow, skippedStep, type Bench} from './judge-workflow.js';
import {personalValue} from './people.js';
import {planOf, type Planned} from './plan.js';
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
  const specification = `specs/${vendor.name}/openapi.yaml`;
  const planned = planOf({...target, contracts, selection: options.selection});
  const executed = await carriedOut(target, planned, {...options, specification: join(options.root, specification)});
  const lines = SpecLines.of(await readFile(join(options.root, specification), 'utf8'), specification);
  const variables = credentialVariables(vendor.document, contracts);
  const bench: Omit<Bench, 'stepPlace'> = {
    vendor,
    mark: target.mark,
    specPlace: (pointer) => lines.placeOf(pointer),
    person: (workflow, input) => personalValue(workflow, input, options.run),
    curl: (exchange) => curlOf(exchange, {base: target.base, credentials: variables}),
  };
  const exchanges = executed.flatMap(({exchange}) => exchange ?? []);
  const report: VendorReport = {
    vendor: vendor.name,
    title: vendor.title,
    target: target.builtIn ? 'built-in' : target.base,
    workflows: planned.flatMap((one) => reportsOf(one, executed, bench)),
    coverage: coverageOf(vendor, exchanges),
  };
  return withoutSecrets(report, credentialsSent(exchanges, variables));
}

/** Runs everything at once, or one file after the other until one has a failure. */
async function carriedOut(
  {vendor, base, builtIn, credentials}: Target,
  planned: readonly Planned[],
  {root, specification, wait, bail, run}: RunOptions & {readonly specification: string},
): Promise<readonly ExecutedStep[]> {
  const people = (workflow: string, input: string) => personalValue(workflow, input, run);
  const executed: ExecutedStep[] = [];
  for (const batch of bail ? planned.map((one) => [one]) : [planned]) {
    const workflows = idsIn(batch);
    if (workflows.size === 0) continue;
    const copy = {workflows, specification, people, wait: builtIn ? 0 : wait, bail};
    const document = privateCopy(
      batch.map((one) => one.document),
      copy,
    );
    const files = contractsFolder(root, vendor.name);
    const inputs = {document, files, vendor: vendor.name, base, inputs: credentials, timeout: answerTimeout};
    const output = await runRespect(inputs);
    const steps = executedSteps(output, base);
    executed.push(...steps);
    if (bail && steps.some(({checks}) => checks.some(({passed}) => !passed))) break;
  }
  return executed;
}

/** What is run, and the workflow that what is derived begins with. */
function idsIn(batch: readonly Planned[]): ReadonlySet<string> {
  const run = batch.flatMap(({workflows}) => workflows.filter(({skipped}) => skipped === undefined));
  const ids = run.map(({workflow}) => workflow.workflowId);
  return new Set(ids.includes(derivedIds.examples) ? [credentialsId, ...ids] : ids);
}

function reportsOf(
  {contract, workflows}: Planned,
  executed: readonly ExecutedStep[],
  bench: Omit<Bench, 'stepPlace'>,
): WorkflowReport[] {
  return workflows.map(({workflow, skipped}) => {
    const own = executed.filter(({workflowId}) => workflowId === workflow.workflowId);
    const placed = contract ? {...bench, stepPlace: contract.placeOf} : bench;
    const isRun = ({operationId}: {readonly operationId?: string}) => operationId !== undefined;
    return {
      id: workflow.workflowId,
      summary: workflow.summary ?? '',
      ...(contract && {file: contract.file}),
      steps:
        skipped === undefined
          ? judgeWorkflow(workflow, own, placed)
          : workflow.steps.filter(isRun).map((step) => skippedStep(step, bench, skipped)),
    };
  });
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
