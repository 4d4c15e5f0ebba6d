import type {ArazzoWorkflow} from './contracts/arazzo.js';

/** Words that choose what is run: names of operations or workflows, or ids of rules. */
export interface Selection {
  /** Only what one of these names; everything when there is none. */
  readonly only: readonly string[];
  /** But not what one of these names. */
  readonly skip: readonly string[];
}

/** Whether a workflow is to be run: a workflow is run as a whole, since its steps build upon each other. */
export function isChosen(workflow: ArazzoWorkflow, {only, skip}: Selection): boolean {
  return (
    (only.length === 0 || only.some((word) => names(word, workflow))) && !skip.some((word) => names(word, workflow))
  );
}

/** Whether the call of an operation is to be made in a workflow whose steps do not build upon each other. */
export function isWanted(workflowId: string, operationId: string, {only, skip}: Selection): boolean {
  const isAskedFor = only.length === 0 || only.includes(workflowId) || only.includes(operationId);
  return isAskedFor && !skip.includes(workflowId) && !skip.includes(operationId);
}

/** Words that name nothing of all there is. */
export function unknownWords(
  {only, skip}: Selection,
  workflows: readonly ArazzoWorkflow[],
  known: ReadonlySet<string>,
): string[] {
  return [...only, ...skip].filter((word) => !known.has(word) && !workflows.some((one) => names(word, one)));
}

function names(word: string, {workflowId, steps}: ArazzoWorkflow): boolean {
  return (
    workflowId === word ||
    steps.some(({operationId, 'x-rules': rules = []}) => operationId === word || rules.includes(word.toUpperCase()))
  );
}
