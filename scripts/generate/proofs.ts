import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {contractsOf} from '../../src/checks/contracts/folder.js';
import {problemsOf} from '../../src/checks/fidelity/index.js';
import {readRules} from './rules.js';
import {readTestProofs} from './test-proofs.js';

/**
 * Writes which tests prove which rule, since tests are no part of the package, and sees to it that every rule has a proof.
 * @throws Error that tells all rules without a proof, and whatever else is wrong with the contracts.
 */
export async function generateProofs(root: string): Promise<void> {
  const tests = await readTestProofs(root);
  const folder = join(root, 'specs', 'standin', 'generated');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'proofs.json'), `${JSON.stringify(tests)}\n`);

  const vendors = (await readdir(join(root, 'contracts'))).filter((vendor) => existsSync(rulesFile(root, vendor)));
  const problems = await Promise.all(
    vendors.map(async (vendor) => {
      const rules = readRules(await readFile(rulesFile(root, vendor), 'utf8'), `contracts/${vendor}/rules.yaml`);
      return problemsOf({vendor, rules, contracts: await contractsOf(root, vendor), tests});
    }),
  );
  if (problems.flat().length > 0)
    throw new Error(`The contracts are not as they should be.\n${problems.flat().join('\n')}`);
}

function rulesFile(root: string, vendor: string): string {
  return join(root, 'contracts', vendor, 'rules.yaml');
}
