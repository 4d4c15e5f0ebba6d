import type {Vendor} from '../../engine/index.js';
import type {ArazzoDocument, ArazzoWorkflow} from '../contracts/arazzo.js';
import {effectOf, type Effect} from '../effects.js';

/** The workflow that tells how a vendor's credentials are come by: `contracts/<vendor>/credentials.arazzo.yaml`. */
export const credentialsId = 'credentials';

/**
 * That workflow with the steps that may be done to the target, and the outputs that need no other. An output is the value
 * of a credential's header and has the name of its security scheme.
 */
export function credentialsOf(
  {workflows}: ArazzoDocument,
  {operationList}: Vendor,
  mayDo: (effect: Effect) => boolean,
): ArazzoWorkflow | undefined {
  const workflow = workflows.find(({workflowId}) => workflowId === credentialsId);
  if (workflow === undefined) return undefined;
  const effects = new Map(operationList.map((one) => [one.id, effectOf(one)]));
  const steps = workflow.steps.filter(({operationId = ''}) => mayDo(effects.get(operationId) ?? 'writes'));
  const left = workflow.steps.filter((step) => !steps.includes(step));
  const outputs = Object.entries(workflow.outputs ?? {}).filter(
    ([, value]) => !left.some(({stepId}) => String(value).includes(`$steps.${stepId}.`)),
  );
  return {...workflow, steps, outputs: Object.fromEntries(outputs)};
}
