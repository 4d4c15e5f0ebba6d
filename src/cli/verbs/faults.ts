import {InvalidArgumentError, Option, type Command} from 'commander';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Fault {
  readonly id: string;
  readonly fault: string;
  readonly vendor?: string;
  readonly operation?: string;
  readonly when: string;
  readonly hits: number;
  readonly remaining?: number;
  readonly [parameter: string]: unknown;
}

/** What a line of the list has of its own place for; whatever else was asked for stands at its end. */
const told = new Set(['id', 'fault', 'vendor', 'operation', 'when', 'hits', 'remaining', 'times']);

/** `standin faults …`: lets a sandbox's calls fail, and tells which do. */
export function addFaults(program: Command): void {
  const faults = program.command('faults').description('let calls fail, or tell which do').exitOverride();
  withRemote(
    faults.command('list', {isDefault: true}).description('all of them, and what they hit (the default)'),
  ).action(async (settings: RemoteSettings) => tell(settings, await say(settings, 'GET', '/faults')));
  const add = faults
    .command('add <fault>')
    .description('let calls fail: a status such as 429, or delay, drip, reset, empty, truncate, timeout');
  for (const option of faultOptions()) add.addOption(option);
  withRemote(add).action(async (fault: string, {url, sandbox, adminToken, json, ...rest}: RemoteSettings & object) => {
    const settings = {url, sandbox, json, ...(adminToken !== undefined && {adminToken})};
    tell(settings, await say(settings, 'POST', '/faults', {body: {fault, ...rest}}));
  });
  withRemote(faults.command('remove <id>').description('remove one, such as fault-1')).action(
    async (id: string, settings: RemoteSettings) => {
      await say(settings, 'DELETE', `/faults/${encodeURIComponent(id)}`);
      print(settings, {removed: id}, () => `${id} is removed.`);
    },
  );
  withRemote(faults.command('clear').description('remove all of them')).action(async (settings: RemoteSettings) => {
    await say(settings, 'DELETE', '/faults');
    print(settings, {faults: []}, () => `The sandbox ${settings.sandbox} has no faults any more.`);
  });
}

function faultOptions(): readonly Option[] {
  return [
    new Option('--vendor <name>', 'only calls of this vendor'),
    new Option('--operation <id>', 'only calls of this operation'),
    new Option(
      '--when <when>',
      'before the work, or after it: then it is done, and the caller does not learn it',
    ).choices(['before', 'after']),
    new Option('--times <number>', 'end after so many hits').argParser(numberOf),
    new Option('--skip <number>', 'let so many calls pass first').argParser(numberOf),
    new Option('--every <number>', 'hit every so-many-th call').argParser(numberOf),
    new Option('--probability <number>', 'the chance that a call is hit, from 0 to 1').argParser(numberOf),
    new Option('--delay <duration>', 'how much later the answer comes, such as PT2S'),
    new Option('--for <duration>', 'how long a timeout is silent'),
    new Option('--over <duration>', 'over which time a drip spreads the body'),
    new Option('--html', "the HTML page of the gateway before the vendor, in place of the vendor's words"),
  ];
}

function numberOf(text: string): number {
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a number.');
}

function tell(settings: RemoteSettings, answer: unknown): void {
  const {faults} = answer as {faults: readonly Fault[]};
  print(settings, answer, () => faults.map(lineOf).join('\n') || `The sandbox ${settings.sandbox} has no faults.`);
}

function lineOf(fault: Fault): string {
  const {id, fault: name, vendor, operation, when, hits, remaining} = fault;
  const where = [vendor, operation].filter((part) => part !== undefined).join(' ') || 'every call';
  const rest = Object.entries(fault).filter(([key]) => !told.has(key));
  const parameters = rest.map(([key, value]) => `, ${key} ${String(value)}`).join('');
  const end = remaining === undefined ? '' : `, ${remaining} to come`;
  return `${id}  ${name}  ${where}  ${when} the work, ${hits} hit${end}${parameters}`;
}
