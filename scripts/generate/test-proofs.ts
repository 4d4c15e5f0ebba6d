import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {testProofsIn, type TestProofs} from '../../src/checks/fidelity/named-tests.js';

/**
 * Which tests prove which rule, read from all of them. Takes some hundredths of a second.
 * @param root the folder of the project.
 */
export async function readTestProofs(root: string): Promise<TestProofs> {
  const folders = await Promise.all(['mocks', 'src', 'test'].map((folder) => testsIn(root, folder)));
  const texts = await Promise.all(
    folders.flat().map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const),
  );
  const entries = await readdir(join(root, 'contracts'), {withFileTypes: true});
  const vendors = entries.filter((entry) => entry.isDirectory()).map(({name}) => name);
  return testProofsIn(Object.fromEntries(texts), vendors);
}

async function testsIn(root: string, folder: string): Promise<string[]> {
  const files = await readdir(join(root, folder), {recursive: true});
  return files.filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file));
}
