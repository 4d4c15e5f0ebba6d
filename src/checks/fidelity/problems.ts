import type {Rule} from '../../engine/index.js';
import type {Contract} from '../contracts/contract.js';
import type {TestProofs} from './named-tests.js';
import {provingSteps} from './step-proofs.js';

/** What is known of a vendor's rules and of what proves them. */
export interface Proofs {
  readonly vendor: string;
  readonly rules: readonly Rule[];
  readonly contracts: readonly Contract[];
  readonly tests: TestProofs;
}

/**
 * What is wrong with the proofs of a vendor, each in a sentence that says what to do: rules without any, proofs of rules
 * that there are not, steps that prove nothing, and ids that other tools would refuse.
 */
export function problemsOf(proofs: Proofs): readonly string[] {
  return [...unproved(proofs), ...unknown(proofs), ...unchecked(proofs), ...badIds(proofs), ...repeatedIds(proofs)];
}

function unproved({vendor, rules, contracts, tests}: Proofs): string[] {
  const proved = new Set([...provingSteps(contracts).flatMap((step) => step.rules), ...Object.keys(tests)]);
  return rules
    .filter(({id}) => !proved.has(id))
    .map(
      ({id}) =>
        `${id} has no proof: name it in x-rules of a step in contracts/${vendor}/, or begin the title of a test with it.`,
    );
}

function unknown({vendor, rules, contracts, tests}: Proofs): string[] {
  const known = new Set(rules.map(({id}) => id));
  const list = `contracts/${vendor}/rules.yaml`;
  const steps = provingSteps(contracts).flatMap(({proof: {file, workflow, step}, rules: ids}) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => `${file}, ${workflow} › ${step}: x-rules names ${id}, which is not in ${list}.`),
  );
  const own = Object.entries(tests).filter(([id]) => id.startsWith(`${vendor.toUpperCase()}-`));
  const strays = own
    .filter(([id]) => !known.has(id))
    .map(([id, files]) => `${files.join(', ')}: the title of a test begins with ${id}, which is not in ${list}.`);
  return [...steps, ...strays];
}

function unchecked({contracts}: Proofs): string[] {
  return stepsOf(contracts)
    .filter(({step: {'x-rules': rules = [], successCriteria = []}}) => rules.length > 0 && successCriteria.length === 0)
    .map(
      ({place, step: {'x-rules': rules = []}}) =>
        `${place}: the step proves nothing of ${rules.join(', ')}: give it successCriteria.`,
    );
}

function badIds({contracts}: Proofs): string[] {
  const workflows = workflowsOf(contracts).map(({file, workflow}) => ({id: workflow.workflowId, place: file}));
  const steps = stepsOf(contracts).map(({place, step}) => ({id: step.stepId, place}));
  return [...workflows, ...steps]
    .filter(({id}) => !/^[A-Za-z0-9_-]+$/.test(id))
    .map(({id, place}) => `${place}: the id ${JSON.stringify(id)} may have letters, digits, - and _ only.`);
}

function repeatedIds({vendor, contracts}: Proofs): string[] {
  const workflows = workflowsOf(contracts).map(({file, workflow}) => ({id: workflow.workflowId, file}));
  const again = workflows.flatMap(({id, file}, index) => {
    const first = workflows.slice(0, index).find((one) => one.id === id);
    return first ? [`${file}: ${vendor} has a workflow ${id} in ${first.file} already; choose another id.`] : [];
  });
  const steps = workflowsOf(contracts).flatMap(({file, workflow: {workflowId, steps: list = []}}) => {
    const names = list.map(({stepId}) => stepId);
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) < index));
    return [...repeated].map((name) => `${file}, ${workflowId}: two steps are called ${name}; choose another id.`);
  });
  return [...again, ...steps];
}

function workflowsOf(contracts: readonly Contract[]) {
  return contracts.flatMap(({file, document}) => (document.workflows ?? []).map((workflow) => ({file, workflow})));
}

function stepsOf(contracts: readonly Contract[]) {
  return workflowsOf(contracts).flatMap(({file, workflow: {workflowId, steps = []}}) =>
    steps.map((step) => ({place: `${file}, ${workflowId} › ${step.stepId}`, step})),
  );
}
