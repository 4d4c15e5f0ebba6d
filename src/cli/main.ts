#!/usr/bin/env node
/** The command `standin`. Each subcommand is a file of its own and is loaded when it is asked for. */
import type {VendorName} from '../index.js';
import {Command, CommanderError, Option} from 'commander';
import {version} from '../version.js';
import {checkOptions, type CheckSettings} from './check-settings.js';
import {CommandError, exitCodes} from './exit.js';
import {addExport} from './export-settings.js';
import type {FidelitySettings} from './fidelity.js';
import {judgeOptions, type JudgeSettings} from './judge-settings.js';
import {redactOptions, type RedactSettings} from './redact-settings.js';
import {defaultUrl} from './remote.js';
import type {SeedSettings} from './seed.js';
import {configOption, portOf, runOptions, startOptions, wholeNumber} from './settings.js';
import {addVerbs} from './verbs/index.js';
import type {ListenSettings} from './webhooks.js';

const program = new Command('standin')
  .description("A local, stateful stand-in for vendors' privacy APIs.")
  .version(version)
  .exitOverride()
  .showHelpAfterError('Run standin --help for what there is.');

const startCommand = program
  .command('start', {isDefault: true})
  .description('answer requests until stopped (the default)')
  .exitOverride();
for (const option of startOptions()) startCommand.addOption(option);
startCommand.addOption(configOption()).action(async () => (await import('./start.js')).start(startCommand));

const runCommand = program
  .command('run')
  .usage('[options] -- <command> [args...]')
  .description("run a command that asks the vendors' own addresses, with a stand-in that answers there")
  .argument('<command...>', 'what to run, with its arguments')
  .exitOverride();
for (const option of runOptions()) runCommand.addOption(option);
runCommand
  .addOption(configOption())
  .action(async (words: string[]) => (await import('./run.js')).run(runCommand, words));

program
  .command('list')
  .description('list the operations of each vendor with their marks')
  .option('--vendor <names>', 'only these vendors, separated by commas', (text: string) => text.split(','))
  .option('--json', 'print JSON', false)
  .exitOverride()
  .action(async (options: {json: boolean; vendor?: VendorName[]}) => (await import('./list.js')).list(options));

program
  .command('fidelity')
  .description('tell of each operation and rule how sure it is, where it comes from and what proves it')
  .option('--vendor <names>', 'only these vendors, separated by commas', (text: string) => text.split(','))
  .option('--operation <id>', 'only this operation, with its rules')
  .addOption(new Option('--mark <mark>', 'only rules of this mark').choices(['documented', 'inferred', 'assumed']))
  .option('--json', 'print JSON, which tells everything', false)
  .exitOverride()
  .action(async (options: FidelitySettings) => (await import('./fidelity.js')).fidelity(options));

program
  .command('env')
  .description("print a vendor's base URL and credentials as export lines")
  .argument('<vendor>', 'dixa, opencx or symbl')
  .addOption(new Option('--url <url>', 'where the stand-in listens').env('STANDIN_URL').default(defaultUrl()))
  .addOption(new Option('--sandbox <id>', 'whose credentials').env('STANDIN_SANDBOX').default('default'))
  .exitOverride()
  .action(async (vendor: string, options: {url: string; sandbox: string}) =>
    (await import('./env.js')).env(vendor, options),
  );

program
  .command('webhooks')
  .description('receive webhooks')
  .exitOverride()
  .command('listen')
  .description('print every webhook that arrives, check its signature, and answer 200')
  .option('-p, --port <number>', 'port to listen on; 0 takes a free one', portOf, 4030)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .addOption(
    new Option('--secret <hex>', "the subscription's secret, to check signatures with").env('STANDIN_WEBHOOK_SECRET'),
  )
  .option('--json', 'print one line of JSON for each', false)
  .exitOverride()
  .action(async (options: ListenSettings) => (await import('./webhooks.js')).listenForWebhooks(options));

program
  .command('seed')
  .description(
    'write a seed of made-up people, or of what was recorded, to start with: standin start --seed people.yaml',
  )
  .option('--people <number>', 'how many', wholeNumber(10_000, 1), 10)
  .addOption(
    new Option('--from <file>', 'what the answers in a HAR or a Pact tell, in place of made-up people').conflicts(
      'people',
    ),
  )
  .option('--random-seed <number>', 'the same number gives the same people', wholeNumber(0xffffffff), 1)
  .option('--vendor <names>', 'only at these vendors, separated by commas', (text: string) => text.split(','))
  .option('--at <instant>', 'the day they live in, such as 2026-01-01T00:00:00Z (the default)')
  .option('--out <file>', 'the file to write (default: standard output)')
  .option('--json', 'write JSON, which is read faster than YAML', false)
  .exitOverride()
  .action(async (options: SeedSettings) => (await import('./seed.js')).seed(options));

const redactCommand = program
  .command('redact')
  .description('hide personal data in text, or in messages as JSON, one a line; from standard input to standard output')
  .exitOverride();
for (const option of redactOptions()) redactCommand.addOption(option);
redactCommand.action(async (settings: RedactSettings) => (await import('./redact.js')).redact(settings));

const checkCommand = program
  .command('check')
  .description("hold the built-in stand-in, or any server, against the vendors' contracts")
  .exitOverride();
for (const option of checkOptions()) checkCommand.addOption(option);
checkCommand.action(async (settings: CheckSettings) => (await import('./check.js')).runCheck(settings));

const judgeCommand = program
  .command('judge')
  .description("hold what a client sent against the vendors' contracts: a HAR, a Pact, or a running stand-in's journal")
  .argument('[traffic]', 'a HAR or a Pact; - for standard input')
  .exitOverride();
for (const option of judgeOptions()) judgeCommand.addOption(option);
judgeCommand.action(async (file: string | undefined, settings: JudgeSettings) =>
  (await import('./judge.js')).judge(file, settings),
);

addVerbs(program);
addExport(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** One sentence on standard error, and the exit code. */
function report(error: unknown): number {
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.badUsage;
  if (error instanceof RangeError) return fail(error.message, exitCodes.badUsage);
  if (error instanceof CommandError) return fail(error.message, error.exitCode);
  return fail(
    `The stand-in failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    exitCodes.couldNotStart,
  );
}

function fail(message: string, code: number): number {
  process.stderr.write(`standin: ${message}\n`);
  return code;
}
