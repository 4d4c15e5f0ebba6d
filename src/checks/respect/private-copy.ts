import {
  inputsOf,
  type ArazzoDocument,
  type ArazzoStep,
  type ArazzoWorkflow,
  type FailureAction,
} from '../contracts/arazzo.js';

/** The name of the vendor's document beside the copy. */
export const documentFile = 'openapi.json';

export interface CopyOptions {
  /** Ids of the workflows to be run, and of those they call. */
  readonly workflows: ReadonlySet<string>;
  /** Values of inputs, by workflow and name: the people it is about. */
  readonly people: (workflowId: string, input: string) => string | undefined;
  /** Longest time to wait for what is done later, in seconds; undefined where waiting costs nothing. */
  readonly wait: number | undefined;
  /** A workflow ends at its first failure. */
  readonly bail: boolean;
}

/**
 * A copy of contracts for one run, as one document, since Respect records the exchanges of one only: what is to be run, with
 * people of its own and its waits fitted to the target. What documents name in their components stands where it is named.
 */
export function privateCopy(documents: readonly ArazzoDocument[], options: CopyOptions): ArazzoDocument {
  const [first] = documents as readonly [ArazzoDocument, ...ArazzoDocument[]];
  const copies = documents.flatMap((document) =>
    document.workflows
      .filter(({workflowId}) => options.workflows.has(workflowId))
      .map((workflow) => inPlace(workflow, document) as ArazzoWorkflow)
      .map((workflow) => ({
        ...workflow,
        ...inputsWithPeople(document, workflow, options),
        steps: workflow.steps.map((step) => withWaits(step, options)),
      })),
  );
  return {
    arazzo: first.arazzo,
    info: first.info,
    sourceDescriptions: first.sourceDescriptions.map((one) => ({...one, url: documentFile})),
    // What is derived has the workflow that it calls with it, fitted to the target: the last one of an id counts.
    workflows: [...new Map(copies.map((workflow) => [workflow.workflowId, workflow])).values()].map(withOwnSteps),
  };
}

/** Respect takes steps of one name in two workflows for one step when it looks for their outputs: here no two have one. */
function withOwnSteps(workflow: ArazzoWorkflow, position: number): ArazzoWorkflow {
  const renamed = (stepId: string) => `w${position}-${stepId}`;
  const rename = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => rename(one));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rename(one, name)]));
    }
    if (typeof value !== 'string') return value;
    return key === 'stepId'
      ? renamed(value)
      : value.replace(/\$steps\.([\w-]+)/g, (_, id: string) => `$steps.${renamed(id)}`);
  };
  return rename(workflow) as ArazzoWorkflow;
}

/** The name that a step has in its contract. */
export function nameInContract(stepId: string): string {
  return stepId.replace(/^w\d+-/, '');
}

/** Puts components where references name them; what stands beside a reference goes before. */
function inPlace(value: unknown, document: ArazzoDocument): unknown {
  if (Array.isArray(value)) return value.map((one) => inPlace(one, document));
  if (typeof value !== 'object' || value === null) return value;
  const {reference, ...own} = value as Readonly<Record<string, unknown>>;
  const [, kind = '', name = ''] = /^\$components\.(\w+)\.([\w.-]+)$/.exec(String(reference)) ?? [];
  const components = document.components as Readonly<Record<string, Readonly<Record<string, object>>>> | undefined;
  const component = components?.[kind]?.[name];
  if (component !== undefined) return {...component, ...own};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inPlace(one, document)]));
}

function inputsWithPeople(
  document: ArazzoDocument,
  workflow: ArazzoWorkflow,
  {people}: Pick<CopyOptions, 'people'>,
): object {
  const inputs = inputsOf(document, workflow);
  if (inputs === undefined) return {};
  const properties = Object.fromEntries(
    Object.entries(inputs.properties).map(([name, schema]) => {
      const value = people(workflow.workflowId, name);
      return [name, value === undefined ? schema : {...schema, default: value}];
    }),
  );
  return {inputs: {...inputs, properties}};
}

function withWaits(step: ArazzoStep, {wait, bail}: Pick<CopyOptions, 'wait' | 'bail'>): ArazzoStep {
  if (step.onFailure === undefined) return step;
  const actions = step.onFailure
    .filter(({type}) => (type === 'goto' ? !bail : type !== 'retry' || wait !== 0))
    .map((action) => waiting(action, wait));
  return {...step, onFailure: actions};
}

/** So many attempts that they take the time there is; a target that costs no waiting is asked as often as the contract says. */
function waiting(action: FailureAction, wait: number | undefined): FailureAction {
  if (action.type !== 'retry') return action;
  if (wait === undefined) return {...action, retryAfter: 0};
  return {...action, retryLimit: Math.max(1, Math.ceil(wait / (action.retryAfter ?? 1)))};
}
