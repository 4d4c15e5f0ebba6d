import {describe, expect, it} from 'vitest';
import {operationsOf, type OpenApiDocument} from '../../openapi/index.js';
import {readContract} from '../contracts/contract.js';
import {fidelityOf, type FidelitySources} from './fidelity.js';
import {selectedOf} from './selection.js';
import {fidelityText} from './text.js';
import {countsOf, firstSentence} from './wording.js';

const source = 'https://tiny.example/reference';
const document = {
  openapi: '3.1.0',
  info: {title: 'Tiny', version: '1'},
  'x-standin-rules': ['TINY-1'],
  paths: {
    '/notes/{id}': {
      get: {
        operationId: 'getNote',
        'x-standin-rules': ['TINY-3'],
        responses: {404: {description: 'None', 'x-standin-rules': ['TINY-2']}},
      },
      delete: {operationId: 'deleteNote', 'x-standin-mark': 'assumed', responses: {204: {description: 'Done'}}},
    },
  },
} as unknown as OpenApiDocument;

const contract = readContract(
  `
workflows:
  - workflowId: notes
    steps:
      - {stepId: add, operationId: addNote}
      - {stepId: read, operationId: getNote, x-rules: [TINY-1, TINY-3]}
      - {stepId: read-none, operationId: getNote, x-rules: [TINY-2]}
      - {stepId: delete-none, operationId: deleteNote, x-rules: [TINY-2]}
`,
  'contracts/tiny/notes.arazzo.yaml',
);

const proof = (step: string) => ({file: contract.file, workflow: 'notes', step});
const tests = {'TINY-2': ['mocks/tiny/notes.test.ts'], 'TINY-4': ['mocks/tiny/age.test.ts']};

const sources: FidelitySources = {
  vendor: {
    name: 'tiny',
    title: 'Tiny',
    document,
    operationList: operationsOf(document),
    rules: [
      {id: 'TINY-1', statement: 'Every call needs a key. That is all.', mark: 'documented', source},
      {id: 'TINY-2', statement: 'A note that does not exist gets 404.', mark: 'inferred', source},
      {
        id: 'TINY-3',
        statement: 'A note is told as it was written.',
        mark: 'documented',
        source: 'https://tiny.example/faq',
      },
      {id: 'TINY-4', statement: 'Notes grow old.', mark: 'assumed'},
    ],
  },
  contracts: [contract],
  tests,
  source: `- ${source}, read 2026-03-01\n`,
};

const tiny = fidelityOf(sources);

describe('what is known of a vendor', () => {
  it('is of each rule where it comes from, when that was read, and what proves it', () => {
    const [first, second, third, fourth] = tiny.rules;
    expect(first).toEqual({...sources.vendor.rules[0], date: '2026-03-01', steps: [proof('read')], tests: []});
    expect(second).toMatchObject({steps: [proof('read-none'), proof('delete-none')], tests: tests['TINY-2']});
    expect(third).toMatchObject({id: 'TINY-3', steps: [proof('read')]});
    expect(third).not.toHaveProperty('date');
    expect(fourth).toEqual({...sources.vendor.rules[3], steps: [], tests: tests['TINY-4']});
  });

  it('is of each operation its rules and those of its answers, the steps that call it and the tests of its rules', () => {
    expect(tiny.operations).toEqual([
      {
        id: 'getNote',
        method: 'GET',
        path: '/notes/{id}',
        mark: 'documented',
        rules: ['TINY-2', 'TINY-3'],
        steps: [proof('read'), proof('read-none')],
        tests: tests['TINY-2'],
      },
      {
        id: 'deleteNote',
        method: 'DELETE',
        path: '/notes/{id}',
        mark: 'assumed',
        rules: [],
        steps: [proof('delete-none')],
        tests: [],
      },
    ]);
    expect(tiny.everyCall).toEqual(['TINY-1']);
  });

  it('is counted by mark and by what proves it', () => {
    expect(countsOf(tiny.rules)).toEqual({
      total: 4,
      marks: {documented: 2, inferred: 1, assumed: 1},
      byContract: 3,
      byTestsOnly: 1,
    });
  });
});

describe('a part of it', () => {
  const idsOf = (selection: Parameters<typeof selectedOf>[1]) => {
    const {operations, rules} = selectedOf(tiny, selection) ?? {operations: [], rules: []};
    return [...operations, ...rules].map(({id}) => id);
  };

  it('is all of it when nothing is asked for', () => {
    expect(selectedOf(tiny, {})).toEqual(tiny);
  });

  it('is one operation with its rules', () => {
    expect(idsOf({operation: 'getNote'})).toEqual(['getNote', 'TINY-2', 'TINY-3']);
  });

  it('is the rules of one mark, with the operations that have it or such rules', () => {
    expect(idsOf({mark: 'inferred'})).toEqual(['getNote', 'TINY-2']);
    expect(idsOf({mark: 'assumed'})).toEqual(['deleteNote', 'TINY-4']);
  });

  it('is nothing where no such operation is', () => {
    expect(selectedOf(tiny, {operation: 'postNote'})).toBeUndefined();
  });
});

it('is printed with a heading, the operations, and the rules with all there is to say of them', () => {
  expect(fidelityText([tiny]).split('\n')).toEqual([
    'Tiny',
    '4 rules: 2 documented, 1 inferred, 1 assumed. Proved by contracts: 3, by tests only: 1.',
    '',
    'every call',
    '  TINY-1',
    'documented  GET    /notes/{id}',
    '  getNote: 2 steps, 1 test file',
    '  TINY-2 TINY-3',
    'assumed     DELETE /notes/{id}',
    '  deleteNote: 1 step, 0 test files',
    '',
    'TINY-1  documented',
    '  Every call needs a key.',
    `  ${source}, read 2026-03-01`,
    '  ✓ notes › read',
    '',
    'TINY-2  inferred',
    '  A note that does not exist gets 404.',
    `  ${source}, read 2026-03-01`,
    '  ✓ notes › read-none, delete-none',
    '  ✓ mocks/tiny/notes.test.ts',
    '',
    'TINY-3  documented',
    '  A note is told as it was written.',
    '  https://tiny.example/faq',
    '  ✓ notes › read',
    '',
    'TINY-4  assumed',
    '  Notes grow old.',
    '  ✓ mocks/tiny/age.test.ts',
    '',
  ]);
});

it('counts proofs beyond a few, and breaks long lines', () => {
  const [rule] = tiny.rules;
  if (!rule) throw new Error('There is no rule.');
  const files = Array.from({length: 7}, (_, n) => `mocks/tiny/${n}.test.ts`);
  const statement = `Notes ${'grow very '.repeat(20)}old.`;
  const text = fidelityText([{...tiny, rules: [{...rule, statement, tests: files}]}]);
  expect(text).toContain('  ✓ mocks/tiny/3.test.ts\n  ✓ 3 more test files\n');
  expect(text).not.toContain('4.test.ts');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

it.each([
  ['Notes grow. They do.', 'Notes grow.'],
  ['Notes grow to v1.2 of\n  themselves. `id` stays.', 'Notes grow to v1.2 of themselves.'],
  ['Notes grow', 'Notes grow'],
])('shortens %j to its first sentence', (statement, first) => {
  expect(firstSentence(statement)).toBe(first);
});
