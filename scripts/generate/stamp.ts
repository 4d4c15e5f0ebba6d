import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readTestProofs} from './test-proofs.js';

/** Where everything lies that what is generated can follow from: what people write, and the generator with its packages. */
const sources = [
  'specs',
  'mocks',
  'contracts',
  'scripts',
  'src/checks/contracts',
  'src/checks/fidelity',
  'src/engine',
  'src/openapi',
  'src/redaction',
  'src/state',
  'package-lock.json',
];

/** Stands for all that is generated follows from: while it is the same, so is what would be generated. */
export async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesIn(root, source))
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
  }
  // Of tests it matters only which rules they prove.
  hash.update(JSON.stringify(await readTestProofs(root)));
  return hash.digest('hex');
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
