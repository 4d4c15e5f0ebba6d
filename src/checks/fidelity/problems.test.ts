import {describe, expect, it} from 'vitest';
import {readContract} from '../contracts/contract.js';
import {problemsOf, type Proofs} from './problems.js';

const rules: Proofs['rules'] = [
  {id: 'TINY-1', statement: 'A note that does not exist gets 404.', mark: 'documented', source: 'https://tiny.example'},
];

/** A step in its shortest form. */
const step = (id: string, ids: readonly string[]) =>
  `{stepId: ${id}, operationId: getNote, x-rules: [${ids.join(', ')}], successCriteria: [{condition: $statusCode == 404}]}`;

const contract = (
  workflows: Readonly<Record<string, readonly string[]>>,
  file = 'contracts/tiny/notes.arazzo.yaml',
) => {
  const texts = Object.entries(workflows).map(
    ([id, steps]) => `  - {workflowId: ${id}, steps: [${steps.join(', ')}]}\n`,
  );
  return readContract(`workflows:\n${texts.join('')}`, file);
};

const problems = (given: Partial<Proofs>) => problemsOf({vendor: 'tiny', rules, contracts: [], tests: {}, ...given});

describe('a rule', () => {
  it('without any proof is told, with what to do', () => {
    expect(problems({})).toEqual([
      'TINY-1 has no proof: name it in x-rules of a step in contracts/tiny/, or begin the title of a test with it.',
    ]);
  });

  it('is proved by a step', () => {
    expect(problems({contracts: [contract({missing: [step('read', ['TINY-1'])]})]})).toEqual([]);
  });

  it('is proved by a test', () => {
    expect(problems({tests: {'TINY-1': ['mocks/tiny/notes.test.ts']}})).toEqual([]);
  });

  it('that there is not cannot be proved by a step', () => {
    expect(problems({contracts: [contract({missing: [step('read', ['TINY-1', 'TINY-2'])]})]})).toEqual([
      'contracts/tiny/notes.arazzo.yaml, missing › read: x-rules names TINY-2, which is not in contracts/tiny/rules.yaml.',
    ]);
  });

  it('that there is not cannot be proved by a test; those of other vendors are not ours to judge', () => {
    const tests = {'TINY-1': ['a.test.ts'], 'TINY-2': ['a.test.ts', 'b.test.ts'], 'SMALL-9': ['a.test.ts']};
    expect(problems({tests})).toEqual([
      'a.test.ts, b.test.ts: the title of a test begins with TINY-2, which is not in contracts/tiny/rules.yaml.',
    ]);
  });
});

describe('a step', () => {
  it('without a criterion proves nothing', () => {
    const contracts = [contract({missing: ['{stepId: read, operationId: getNote, x-rules: [TINY-1]}']})];
    expect(problems({contracts})).toEqual([
      'contracts/tiny/notes.arazzo.yaml, missing › read: the step proves nothing of TINY-1: give it successCriteria.',
    ]);
  });

  it('has a name of its own in its workflow', () => {
    const contracts = [contract({missing: [step('read', ['TINY-1']), step('read', [])], other: [step('read', [])]})];
    expect(problems({contracts})).toEqual([
      'contracts/tiny/notes.arazzo.yaml, missing: two steps are called read; choose another id.',
    ]);
  });
});

it('a workflow has an id of its own at its vendor', () => {
  const contracts = [
    contract({missing: [step('read', ['TINY-1'])]}, 'contracts/tiny/a.arazzo.yaml'),
    contract({missing: []}, 'contracts/tiny/b.arazzo.yaml'),
  ];
  expect(problems({contracts})).toEqual([
    'contracts/tiny/b.arazzo.yaml: tiny has a workflow missing in contracts/tiny/a.arazzo.yaml already; choose another id.',
  ]);
});

it.each([
  ['a workflow', {'"no note"': [step('read', ['TINY-1'])]}, 'contracts/tiny/notes.arazzo.yaml', 'no note'],
  ['a step', {missing: [step('re.ad', ['TINY-1'])]}, 'contracts/tiny/notes.arazzo.yaml, missing › re.ad', 're.ad'],
])('the id of %s is one that every tool takes', (_, workflows, place, id) => {
  expect(problems({contracts: [contract(workflows)]})).toEqual([
    `${place}: the id ${JSON.stringify(id)} may have letters, digits, - and _ only.`,
  ]);
});
