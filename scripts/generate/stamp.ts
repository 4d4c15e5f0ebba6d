import {createHash, type Hash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readTestProofs} from './test-proofs.js';

/** Where everything lies that what is generated can follow from: what people write, and the generator with its packages. */
const sources = [
  'specs',
  'mocks',
  'contracts',
  'scripts',
  'src/engine',
  'src/openapi',
  'src/redaction',
  'src/state',
  'package-lock.json',
];

/** Where lies what proofs are made of, apart from the tests, and what judges them. */
const proofSources = ['contracts', 'scripts/generate', 'src/checks/contracts', 'src/checks/fidelity'];

/** Stands for all that is generated follows from: while it is the same, so is what would be generated. */
export async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  // Of contracts only the rules are generated from; workflows are judged by themselves.
  await addFiles(hash, root, sources, (file) => !file.endsWith('.arazzo.yaml'));
  return hash.digest('hex');
}

/** Stands for what proves the rules: while it is the same, so is what is said of it. */
export async function proofStampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  await addFiles(hash, root, proofSources, () => true);
  // Of tests it matters only which rules they prove.
  hash.update(JSON.stringify(await readTestProofs(root)));
  return hash.digest('hex');
}

async function addFiles(
  hash: Hash,
  root: string,
  paths: readonly string[],
  isWanted: (file: string) => boolean,
): Promise<void> {
  for (const path of paths) {
    for (const file of (await filesIn(root, path)).filter(isWanted))
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
  }
}

async function filesIn(root: string, path: string): Promise<string[]> {
  if (path.includes('.')) return [path];
  const entries = await readdir(join(root, path), {withFileTypes: true, recursive: true});
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath.slice(root.length), entry.name))
    .filter((file) => !file.includes('/generated/'))
    .sort();
}
