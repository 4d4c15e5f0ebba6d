import type {Contract} from '../contracts/contract.js';

/** A step of a contract that proves something. */
export interface StepProof {
  /** Relative to the package: `contracts/dixa/anonymize-message.arazzo.yaml`. */
  readonly file: string;
  readonly workflow: string;
  readonly step: string;
}

/** A step with what it calls and what it proves. */
export interface ProvingStep {
  readonly proof: StepProof;
  /** `operationId`; absent where the step is a workflow of its own. */
  readonly operation: string | undefined;
  /** Ids of rules. */
  readonly rules: readonly string[];
}

/** The steps of a vendor's contracts that prove a rule, in the order of files and steps. */
export function provingSteps(contracts: readonly Contract[]): readonly ProvingStep[] {
  return contracts.flatMap(({file, document}) =>
    (document.workflows ?? []).flatMap(({workflowId: workflow, steps = []}) =>
      steps
        .filter(({'x-rules': rules = []}) => rules.length > 0)
        .map(({stepId: step, operationId: operation, 'x-rules': rules = []}) => ({
          proof: {file, workflow, step},
          operation,
          rules,
        })),
    ),
  );
}
