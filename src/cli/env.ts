import {createStandin, isVendorName, vendorNames, type Standin, type VendorName} from '../index.js';
import {CommandError, exitCodes} from './exit.js';

/** `standin env <vendor>`: export lines for a shell. Credentials follow from the sandbox's name, so nothing is asked. */
export async function env(vendor: string, {url, sandbox}: {url: string; sandbox: string}): Promise<void> {
  if (!isVendorName(vendor)) {
    throw new CommandError(
      exitCodes.badUsage,
      `There is no vendor ${JSON.stringify(vendor)}: use ${vendorNames.join(', ')}.`,
    );
  }
  const variables = credentialsOf(await createStandin({vendors: [vendor]}), sandbox, vendor);
  const base = {[`${vendor.toUpperCase()}_BASE_URL`]: `${url.replace(/\/+$/, '')}/${vendor}`};
  const lines = Object.entries({...variables, ...base}).map(([name, value]) => `export ${name}=${quote(value)}\n`);
  process.stdout.write(lines.join(''));
}

function credentialsOf(standin: Standin, sandbox: string, vendor: VendorName) {
  try {
    return standin.sandbox(sandbox).info.vendors[vendor]?.env ?? {};
  } catch (error) {
    throw new CommandError(exitCodes.badUsage, (error as Error).message);
  }
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
