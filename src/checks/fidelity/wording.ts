import type {Mark} from '../../openapi/index.js';
import type {Proof, RuleFidelity} from './fidelity.js';
import type {StepProof} from './step-proofs.js';

/** From the surest on. */
export const marks: readonly Mark[] = ['documented', 'inferred', 'assumed'];

/** The first sentence of a statement, without breaks of lines. */
export function firstSentence(statement: string): string {
  const line = statement.replaceAll(/\s+/g, ' ').trim();
  return /^.*?[.](?= [A-Z`(])/.exec(line)?.[0] ?? line;
}

/** `1 step`, `2 steps`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `21 steps, 4 test files`. */
export function proofsText({steps, tests}: Proof): string {
  return `${counted(steps.length, 'step')}, ${counted(tests.length, 'test file')}`;
}

/** A workflow with those of its steps that prove something. */
export interface ProvingWorkflow {
  readonly file: string;
  readonly workflow: string;
  readonly steps: readonly string[];
}

/** Steps by their workflows, in the same order. */
export function byWorkflow(steps: readonly StepProof[]): readonly ProvingWorkflow[] {
  const groups = new Map<string, ProvingWorkflow>();
  for (const {file, workflow, step} of steps) {
    const group = groups.get(workflow);
    groups.set(workflow, {file, workflow, steps: [...(group?.steps ?? []), step]});
  }
  return [...groups.values()];
}

/** How many rules there are, by mark and by what proves them. */
export interface RuleCounts {
  readonly total: number;
  readonly marks: Readonly<Record<Mark, number>>;
  /** Proved by a step of a contract at least. */
  readonly byContract: number;
  /** Proved by tests, but by no contract. */
  readonly byTestsOnly: number;
}

/** Counts rules. */
export function countsOf(rules: readonly RuleFidelity[]): RuleCounts {
  const count = (isCounted: (rule: RuleFidelity) => boolean) => rules.filter(isCounted).length;
  return {
    total: rules.length,
    marks: {
      documented: count(({mark}) => mark === 'documented'),
      inferred: count(({mark}) => mark === 'inferred'),
      assumed: count(({mark}) => mark === 'assumed'),
    },
    byContract: count(({steps}) => steps.length > 0),
    byTestsOnly: count(({steps, tests}) => steps.length === 0 && tests.length > 0),
  };
}
