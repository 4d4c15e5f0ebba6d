import type {Command} from 'commander';
import {withAddress} from './remote.js';
import {wholeNumber} from './settings.js';

/** What `standin export har` was told. */
export interface ExportSettings {
  readonly url: string;
  readonly sandbox: string;
  readonly adminToken?: string;
  readonly vendor?: readonly string[];
  readonly randomSeed: number;
  readonly out?: string;
}

/** What `standin export pact` was told. */
export interface PactSettings extends ExportSettings {
  readonly consumer: string;
}

/** `standin export`: writes what was asked as a HAR or as Pacts, with invented data. */
export function addExport(program: Command): void {
  const all = program
    .command('export')
    .description(
      'write what was asked as a file that other tools read, with invented data in place of what is personal',
    )
    .exitOverride();
  withExport(all.command('har').description('write the calls as a HAR, which opens in the network panel of a browser'))
    .option('--out <file>', 'the file to write (default: standard output)')
    .action(async (settings: ExportSettings) => (await import('./export.js')).exportHar(settings));
  withExport(all.command('pact').description("write the calls as a Pact of each vendor, which Pact's verifier replays"))
    .requiredOption('--consumer <name>', 'who made the calls')
    .option(
      '--out <folder>',
      'where to write <consumer>-<vendor>.json (default: standard output, with a single vendor)',
    )
    .action(async (settings: PactSettings) => (await import('./export.js')).exportPact(settings));
}

function withExport(command: Command): Command {
  return withAddress(command)
    .option('--vendor <names>', 'only these vendors, separated by commas', (text: string) => text.split(','))
    .option('--random-seed <number>', 'the same number gives the same data', wholeNumber(0xffffffff), 1)
    .exitOverride();
}
