import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {generateProofs} from './proofs.js';
import {proofStampOf, stampOf} from './stamp.js';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'standin-proofs-'));
  const folders = [
    'mocks',
    'specs',
    'test',
    'scripts/generate',
    'src/engine',
    'src/openapi',
    'src/redaction',
    'src/state',
  ];
  for (const folder of [...folders, 'src/checks/contracts', 'src/checks/fidelity']) {
    await mkdir(join(root, folder), {recursive: true});
  }
  await write('package-lock.json', '{}');
  await write(
    'contracts/tiny/rules.yaml',
    '[{id: TINY-1, statement: Notes grow., mark: assumed}, {id: TINY-2, statement: Notes stay., mark: assumed}]',
  );
  await write('mocks/tiny/notes.test.ts', "it('TINY-1 says so', () => {});");
});

afterEach(() => rm(root, {recursive: true}));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), {recursive: true});
  await writeFile(join(root, file), text);
}

const workflow = (rule: string) => `workflows:
  - workflowId: notes
    steps: [{stepId: read, operationId: getNote, x-rules: [${rule}], successCriteria: [{condition: $statusCode == 200}]}]
`;

it('writes which tests prove which rule', async () => {
  await write('contracts/tiny/notes.arazzo.yaml', workflow('TINY-2'));
  await generateProofs(root);
  const written = await readFile(join(root, 'specs/standin/generated/proofs.json'), 'utf8');
  expect(JSON.parse(written)).toEqual({'TINY-1': ['mocks/tiny/notes.test.ts']});
});

it('fails while a rule has no proof, and names it', async () => {
  await expect(generateProofs(root)).rejects.toThrow('\nTINY-2 has no proof: ');
});

it('tells everything that is wrong at once', async () => {
  await write('contracts/tiny/notes.arazzo.yaml', workflow('TINY-3'));
  await expect(generateProofs(root)).rejects.toThrow(
    /TINY-2 has no proof: .*\n.*x-rules names TINY-3, which is not in/,
  );
});

it('looks again when a contract changed or a test proves another rule, and makes nothing else anew for that', async () => {
  const [all, proofs] = [await stampOf(`${root}/`), await proofStampOf(`${root}/`)];
  await write('mocks/tiny/notes.test.ts', "it('TINY-1 says so', () => {}); it('has no rule', () => {});");
  expect(await proofStampOf(`${root}/`)).toBe(proofs);
  await write('mocks/tiny/notes.test.ts', "it('TINY-2 says so', () => {});");
  const tested = await proofStampOf(`${root}/`);
  await write('contracts/tiny/notes.arazzo.yaml', workflow('TINY-1'));
  expect(new Set([proofs, tested, await proofStampOf(`${root}/`)]).size).toBe(3);
  expect(await stampOf(`${root}/`)).toBe(all);
});
