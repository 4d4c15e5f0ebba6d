import {Option, type Command} from 'commander';
import type {Difference, JournalEntry} from '../../index.js';
import {terminalColors} from '../colors.js';
import {CommandError, exitCodes} from '../exit.js';
import {print, say, send, withRemote, type RemoteSettings} from '../remote.js';

/** Which entries are meant, as the control plane's parameters are called. */
interface Filter {
  readonly vendor?: string;
  readonly operation?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly since?: string;
  readonly until?: string;
  readonly header?: string;
  readonly where?: string;
  readonly unmatched?: boolean;
  readonly limit?: string;
}

interface JournalSettings extends RemoteSettings, Filter {
  readonly count: boolean;
  readonly follow: boolean;
  readonly clear: boolean;
}

/** `standin journal`: tells what was asked, now or as it happens. */
export function addJournal(program: Command): void {
  const journal = program.command('journal').description('tell what was asked, without personal data');
  for (const option of filterOptions()) journal.addOption(option);
  journal
    .addOption(new Option('--count', 'only how many there are').default(false).conflicts(['follow', 'clear']))
    .addOption(
      new Option('--follow', 'tell each as it comes, until stopped').default(false).conflicts(['clear', 'limit']),
    )
    .addOption(
      new Option('--clear', 'forget all of them')
        .default(false)
        .conflicts(filterOptions().map((option) => option.attributeName())),
    );
  withRemote(journal).action((settings: JournalSettings) => {
    if (settings.clear) return clear(settings);
    if (settings.follow) return follow(settings);
    return settings.count ? count(settings) : list(settings);
  });
}

function filterOptions(): readonly Option[] {
  return [
    new Option('--vendor <name>', 'only of this vendor'),
    new Option('--operation <id>', 'only of this operation'),
    new Option('--method <method>', 'only of this method'),
    new Option('--path <path>', 'only of this path, as the vendor knows it'),
    new Option('--status <status>', 'only answered so, such as 409 or 4xx'),
    new Option('--kind <kind>', 'only requests, preflights or webhooks').choices(['request', 'preflight', 'webhook']),
    new Option('--since <instant>', "not before this instant on the sandbox's clock"),
    new Option('--until <instant>', "not after this instant on the sandbox's clock"),
    new Option('--header <name:value>', 'only with this header, or this value of it'),
    new Option('--where <jsonpath>', 'only where this JSONPath selects something, such as $.request.body.force'),
    new Option('--unmatched', 'only requests that no operation matched, with the nearest operations'),
    new Option('--limit <number>', 'only the newest so many'),
  ];
}

function queryOf(settings: JournalSettings): Record<string, string | boolean | undefined> {
  const names = filterOptions().map((option) => option.attributeName() as keyof Filter);
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

async function list(settings: JournalSettings): Promise<void> {
  const {entries} = (await say(settings, 'GET', '/journal', {query: queryOf(settings)})) as {entries: JournalEntry[]};
  if (entries.length === 0 && !settings.json) process.stdout.write('The journal has no such entries.\n');
  for (const entry of entries) tell(settings, entry);
}

async function count(settings: JournalSettings): Promise<void> {
  const answer = (await say(settings, 'GET', '/journal/count', {query: queryOf(settings)})) as {count: number};
  print(settings, answer, () => String(answer.count));
}

async function clear(settings: JournalSettings): Promise<void> {
  await say(settings, 'DELETE', '/journal');
  print(settings, {cleared: settings.sandbox}, () => `The journal of the sandbox ${settings.sandbox} is empty.`);
}

/** Ends when the stand-in does, or when the sandbox is reset. */
async function follow(settings: JournalSettings): Promise<void> {
  const {body} = await send(settings, 'GET', '/journal/events', {query: queryOf(settings)});
  try {
    for await (const line of linesOf(body as AsyncIterable<Uint8Array>)) {
      if (line.startsWith('data: ')) tell(settings, JSON.parse(line.slice('data: '.length)) as JournalEntry);
    }
  } catch {
    throw new CommandError(exitCodes.couldNotStart, `The stand-in at ${settings.url} went away; start it again.`);
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, {stream: true})).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function tell({json}: JournalSettings, entry: JournalEntry): void {
  process.stdout.write(`${json ? JSON.stringify(entry) : textOf(entry)}\n`);
}

function textOf(entry: JournalEntry): string {
  const {dim, bold} = terminalColors();
  const {id, at, kind, vendor, request, response, operation, fault, findings, erased, nearest = []} = entry;
  const marks = [
    ...(kind === 'request' ? [] : [kind]),
    ...(operation === undefined ? (kind === 'request' ? ['no operation'] : []) : [operation]),
    ...(fault === undefined ? [] : [`fault ${fault}`]),
    ...(findings.length === 0 ? [] : [`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`]),
    ...(erased ? ['erased'] : []),
  ];
  const lines = nearest.map(
    ({operation: name, method, path, differences}) =>
      `    nearest ${method} ${path} (${name}): ${differences.map(differenceOf).join('; ')}`,
  );
  const outline = `${vendor} ${request.method} ${request.path} ${bold(String(response.status))}`;
  return [`${dim(`${at} ${id}`)} ${outline} ${marks.join(', ')}`.trimEnd(), ...lines].join('\n');
}

function differenceOf({member, expected, got, note}: Difference): string {
  const shown = (value: unknown) => (value === undefined ? 'nothing' : value === '' ? 'an empty one' : String(value));
  return `${member}: expected ${shown(expected)}, got ${shown(got)}${note === undefined ? '' : ` (${note})`}`;
}
