import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readContract, type Contract} from './contract.js';

/** The folder of a vendor's contracts, below that of the package. */
export function contractsFolder(root: string, vendor: string): string {
  return join(root, 'contracts', vendor);
}

/**
 * The contracts of a vendor, by file name.
 * @param root the folder of the package, which has `contracts/`.
 */
export async function contractsOf(root: string, vendor: string): Promise<readonly Contract[]> {
  const folder = contractsFolder(root, vendor);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.arazzo.yaml')).sort();
  return Promise.all(
    files.map(async (file) => readContract(await readFile(join(folder, file), 'utf8'), `contracts/${vendor}/${file}`)),
  );
}
