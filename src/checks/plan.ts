import type {Vendor} from '../engine/index.js';
import type {ArazzoDocument, ArazzoWorkflow} from './contracts/arazzo.js';
import type {Contract} from './contracts/contract.js';
import {credentialsId, derivedIds, derivedWorkflows} from './derived/index.js';
import {effectOf, type Effect} from './effects.js';
import {chosenSteps, isChosen, unknownWords, type Selection} from './selection.js';

/** A document with workflows, where from, and which of them are run. */
export interface Planned {
  readonly document: ArazzoDocument;
  /** Absent for what is made from the vendor's document. */
  readonly contract?: Contract;
  readonly workflows: readonly PlannedWorkflow[];
}

export interface PlannedWorkflow {
  readonly workflow: ArazzoWorkflow;
  /** Why it is not run. */
  readonly skipped?: string;
}

export interface PlanOptions {
  readonly vendor: Vendor;
  readonly contracts: readonly Contract[];
  readonly selection: Selection;
  /** What calls may do to the target. */
  readonly mayDo: (effect: Effect) => boolean;
  /** What calls of the examples in the vendor's document may do: they name things that may be somebody's. */
  readonly examplesMayDo: (effect: Effect) => boolean;
}

/** What is run at one vendor, and what is not, with the reason. What `--only` leaves out is not mentioned. */
export function planOf({vendor, contracts, selection, mayDo, examplesMayDo}: PlanOptions): readonly Planned[] {
  const effects = new Map(vendor.operationList.map((one) => [one.id, effectOf(one)]));
  const planned = contracts.map((contract) => ({
    document: contract.document,
    contract,
    workflows: contract.document.workflows
      .filter((one) => isChosen(one, selection))
      .map((workflow) => {
        const forbidden = worstOf(workflow, effects, mayDo);
        return forbidden === undefined ? {workflow} : {workflow, skipped: reasonOf(forbidden)};
      }),
  }));
  const credentials = contracts.find(({document}) =>
    document.workflows.some((one) => one.workflowId === credentialsId),
  );
  if (credentials === undefined) return planned;
  const document = derivedWorkflows({vendor, credentials: credentials.document, mayDo: examplesMayDo});
  const derived = document.workflows
    .filter(({workflowId}) => workflowId !== credentialsId)
    .map((workflow) => ({workflow: chosenSteps(workflow, selection)}))
    .filter(
      ({workflow}) =>
        !selection.skip.includes(workflow.workflowId) &&
        workflow.steps.some(({operationId}) => operationId !== undefined),
    );
  return [...planned, {document: withWorkflows(document, derived), workflows: derived}];
}

/**
 * Words of a selection that name nothing at any vendor.
 * @param planned everything there is, at all vendors.
 */
export function unknownIn(
  selection: Selection,
  vendors: readonly {readonly vendor: Vendor; readonly contracts: readonly Contract[]}[],
): readonly string[] {
  const workflows = vendors.flatMap(({contracts}) => contracts.flatMap(({document}) => document.workflows));
  const known = new Set<string>([
    ...Object.values(derivedIds),
    ...vendors.flatMap(({vendor}) => [...vendor.operationList.map(({id}) => id), ...vendor.rules.map(({id}) => id)]),
  ]);
  return unknownWords(selection, workflows, known);
}

/** The document with those workflows as they are to be run. */
function withWorkflows(document: ArazzoDocument, planned: readonly PlannedWorkflow[]): ArazzoDocument {
  const byId = new Map(planned.map(({workflow}) => [workflow.workflowId, workflow]));
  return {...document, workflows: document.workflows.map((one) => byId.get(one.workflowId) ?? one)};
}

function worstOf(
  {steps}: ArazzoWorkflow,
  effects: ReadonlyMap<string, Effect>,
  mayDo: (effect: Effect) => boolean,
): Effect | undefined {
  const forbidden = steps.map(({operationId = ''}) => effects.get(operationId) ?? 'reads').filter((one) => !mayDo(one));
  return forbidden.includes('erases') ? 'erases' : forbidden[0];
}

function reasonOf(effect: Effect): string {
  return effect === 'erases'
    ? 'It does what cannot be undone: --allow-irreversible.'
    : 'It changes the target, which is only read: --no-read-only.';
}
