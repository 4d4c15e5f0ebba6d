import type {Vendor} from '../engine/index.js';
import type {ArazzoDocument, ArazzoWorkflow} from './contracts/arazzo.js';
import type {Contract} from './contracts/contract.js';
import {credentialsId, derivedIds, derivedWorkflows} from './derived/index.js';
import {effectOf, type Effect} from './effects.js';
import {isChosen, isWanted, unknownWords, type Selection} from './selection.js';

/** A document with workflows, and which of them are run. */
export interface Planned {
  readonly document: ArazzoDocument;
  readonly workflows: readonly PlannedWorkflow[];
}

export interface PlannedWorkflow {
  readonly workflow: ArazzoWorkflow;
  /** Where it is from; absent for what is made from the vendor's document. */
  readonly contract?: Contract;
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
  const derived = derivedOf({vendor, contracts, selection, examplesMayDo});
  // What is derived brings the workflow that tells of credentials along, as far as it may be run.
  const isBrought = (id: string) =>
    derived.some(({workflows}) => workflows.some(({workflow}) => workflow.workflowId === id));
  const effects = new Map(vendor.operationList.map((one) => [one.id, effectOf(one)]));
  const planned = contracts.map((contract) => ({
    document: contract.document,
    workflows: contract.document.workflows
      .filter((one) => isChosen(one, selection) && !isBrought(one.workflowId))
      .map((workflow) => {
        const forbidden = worstOf(workflow, effects, mayDo);
        return {workflow, contract, ...(forbidden !== undefined && {skipped: reasonOf(forbidden)})};
      }),
  }));
  return [...planned, ...derived];
}

function derivedOf({vendor, contracts, selection, examplesMayDo}: Omit<PlanOptions, 'mayDo'>): readonly Planned[] {
  const contract = contracts.find(({document}) =>
    document.workflows.some(({workflowId}) => workflowId === credentialsId),
  );
  if (contract === undefined) return [];
  const wants = (workflowId: string, operationId: string) => isWanted(workflowId, operationId, selection);
  const document = derivedWorkflows({vendor, credentials: contract.document, mayDo: examplesMayDo, wants});
  const workflows = document.workflows.map((workflow) =>
    workflow.workflowId === credentialsId ? {workflow, contract} : {workflow},
  );
  return [{document, workflows}];
}

/**
 * Words of a selection that name nothing at any vendor.
 * @param vendors everything there is.
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
