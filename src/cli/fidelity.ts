import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {
  contractsOf,
  fidelityOf,
  fidelityText,
  selectedOf,
  type FidelitySelection,
  type TestProofs,
  type VendorFidelity,
} from '../checks/fidelity/index.js';
import {createStandin, type VendorName} from '../index.js';
import {terminalColors} from './colors.js';
import {packageRoot} from './package-root.js';

export interface FidelitySettings extends FidelitySelection {
  readonly vendor?: readonly VendorName[];
  readonly json: boolean;
}

/**
 * `standin fidelity`: of each operation and each rule how sure it is, where it comes from and what proves it.
 * @throws RangeError when there is no such vendor or operation.
 */
export async function fidelity({vendor: names, json, ...selection}: FidelitySettings): Promise<void> {
  const {vendors} = await createStandin(names ? {vendors: names} : {});
  const root = packageRoot();
  const tests = JSON.parse(await readFile(join(root, 'dist', 'proofs.json'), 'utf8')) as TestProofs;
  const all = await Promise.all(
    vendors.map(async (vendor) =>
      fidelityOf({
        vendor,
        tests,
        contracts: await contractsOf(root, vendor.name),
        source: await readFile(join(root, 'specs', vendor.name, 'SOURCE.md'), 'utf8'),
      }),
    ),
  );
  const {operation} = selection;
  if (operation !== undefined && !all.some((one) => one.operations.some(({id}) => id === operation))) {
    throw new RangeError(`No operation is called ${JSON.stringify(operation)}: standin list prints them all.`);
  }
  const shown = all.map((one) => selectedOf(one, selection)).filter((one): one is VendorFidelity => one !== undefined);
  process.stdout.write(json ? `${JSON.stringify({vendors: shown})}\n` : fidelityText(shown, terminalColors()));
}
