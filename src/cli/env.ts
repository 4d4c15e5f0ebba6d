import {createStandin} from '../index.js';
import {CommandError, exitCodes} from './exit.js';

/** `standin env <vendor>`: export lines for a shell. Credentials follow from the sandbox's name, so nothing is asked. */
export async function env(vendor: string, {url, sandbox}: {url: string; sandbox: string}): Promise<void> {
  const standin = await createStandin();
  const names = standin.vendors.map(({name}) => name);
  if (!names.includes(vendor)) {
    throw new CommandError(
      exitCodes.badUsage,
      `There is no vendor ${JSON.stringify(vendor)}: use ${names.join(', ')}.`,
    );
  }
  const variables = credentialsOf(standin, sandbox, vendor);
  const base = {[`${vendor.toUpperCase()}_BASE_URL`]: `${url.replace(/\/+$/, '')}/${vendor}`};
  const lines = Object.entries({...variables, ...base}).map(([name, value]) => `export ${name}=${quote(value)}\n`);
  process.stdout.write(lines.join(''));
}

function credentialsOf(standin: Awaited<ReturnType<typeof createStandin>>, sandbox: string, vendor: string) {
  try {
    return standin.sandbox(sandbox).info.vendors[vendor]?.env ?? {};
  } catch (error) {
    throw new CommandError(exitCodes.badUsage, (error as Error).message);
  }
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}
