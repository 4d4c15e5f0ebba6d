import type {VendorName} from '../index.js';
import {InvalidArgumentError, Option, type Command} from 'commander';
import {CommandError, exitCodes} from './exit.js';
import {readDataFile} from './files.js';
import {reporterOption, type Reporting} from './reporting.js';

/** How `standin start` is told what to do. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly vendor?: readonly VendorName[];
  readonly vendorPort?: Readonly<Record<string, number>>;
  readonly seed?: string;
  readonly scenario?: string;
  readonly randomSeed?: number;
  readonly journal: 'tokens' | 'clear';
  readonly auth: 'strict' | 'any';
  readonly latency: number;
  readonly cors: string;
  readonly adminToken?: string;
  readonly logLevel: string;
  readonly json: boolean;
  readonly strict: boolean;
  readonly reporter: readonly Reporting[];
  readonly allowWebhookHost?: readonly string[];
  /** From the configuration file. */
  readonly behaviours?: Readonly<Record<string, unknown>>;
  /** From flags and the environment; goes before the file's. */
  readonly behaviour?: Readonly<Record<string, string>>;
}

/** Flags that a configuration file says otherwise, or cannot say. */
const noSettings = ['config', 'behaviour'];

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'];

/** Flags of `standin start` that mean nothing to a stand-in made for one command: nobody else is to reach it. */
const ofStartOnly = ['host', 'vendor-port', 'cors', 'admin-token', 'json'];

/** Flags that mean nothing to a stand-in inside of a program, which has no end of its own at which to tell. */
const ofCommands = ['strict', 'reporter'];

/** The flags of `standin start` that a stand-in inside of a program, or of one command, has as well. */
export function sharedOptions(): Option[] {
  return startOptions()
    .filter((option) => ![...ofStartOnly, ...ofCommands].includes(option.name()))
    .map((option) => (option.name() === 'port' ? option.default(0) : option));
}

/** The flags of `standin run`. */
export function runOptions(): Option[] {
  const own = [
    new Option('--sandbox <id>', 'sandbox that answers, and whose credentials the command gets'),
    new Option('--unhandled <mode>', "error: requests for hosts that are no vendor's are refused")
      .choices(['bypass', 'error'])
      .default('bypass'),
    strictOption('exit with 1 when the command broke a contract or asked a host that is refused, and say where'),
    reporterOption(),
  ].map((option) => option.env(variableOf(option)));
  return [...sharedOptions(), ...own];
}

function strictOption(description: string): Option {
  return new Option('--strict', description).default(false);
}

/** The file that settings may be in. */
export function configOption(): Option {
  return new Option('--config <file>', 'settings in a file (YAML or JSON); flags and environment go first').env(
    'STANDIN_CONFIG',
  );
}

/** The flags of `standin start`. Each can be set as an environment variable `STANDIN_…` too. */
export function startOptions(): Option[] {
  return [
    new Option('-p, --port <number>', 'port to listen on; 0 takes a free one').argParser(portOf).default(4020),
    new Option('--host <address>', 'address to listen on; one that other machines reach needs --admin-token').default(
      '127.0.0.1',
    ),
    new Option('--vendor <names>', 'vendors to stand in for, separated by commas; repeatable (default: all)').argParser(
      namesOf,
    ),
    new Option('--vendor-port <vendor=port>', 'give a vendor a port of its own; repeatable').argParser(vendorPortsOf),
    new Option('--seed <file>', "data to start with, in place of the vendors' own (YAML or JSON)"),
    new Option('--scenario <name>', 'situation to begin in (standin scenarios lists them; default: happy-path)'),
    new Option('--random-seed <number>', 'seed of all ids').argParser(wholeNumber(0xffffffff)),
    new Option('--journal <mode>', 'clear: the journal shows personal data and credentials as they were sent')
      .choices(['tokens', 'clear'])
      .default('tokens'),
    new Option('--auth <mode>', 'any: every credential counts as the demo account')
      .choices(['strict', 'any'])
      .default('strict'),
    new Option(
      '--behaviour <name=value>',
      'assume something else of a vendor, such as dixa.dates=plain; repeatable',
    ).argParser(behavioursOf),
    new Option(
      '--allow-webhook-host <hosts>',
      'hosts that webhooks may go to beside this machine, separated by commas; repeatable',
    ).argParser(namesOf),
    new Option('--latency <ms>', "milliseconds that every vendor's answer takes longer")
      .argParser(wholeNumber(600_000))
      .default(0),
    new Option('--cors <policy>', 'which pages may call vendors: off, loopback, or an origin')
      .argParser(corsPolicyOf)
      .default('loopback'),
    new Option(
      '--admin-token <token>',
      'open the control plane to other machines, for callers who send this token',
    ).argParser(notEmpty),
    new Option('--log-level <level>', 'how much to log').choices(logLevels).default('info'),
    new Option('--json', 'print addresses and credentials as one line of JSON').default(false),
    strictOption('judge every request; report at the end, and exit with 1 when a client broke a contract'),
    reporterOption(),
  ].map((option) => option.env(variableOf(option)));
}

function variableOf(option: Option): string {
  return `STANDIN_${option.name().toUpperCase().replaceAll('-', '_')}`;
}

/**
 * Settings of a command: a flag beats the environment, the environment beats the configuration file, and that beats the
 * default.
 * @throws CommandError when the file cannot be read or says something that no flag could.
 */
export async function settingsOf(command: Command): Promise<Settings> {
  const given = command.opts<Settings & {config?: string}>();
  const {config: file, ...rest} = given;
  // Commander takes a switch for on as soon as its variable is there, whatever it says.
  const switches = command.options.filter(
    (option) => option.isBoolean() && command.getOptionValueSource(option.attributeName()) === 'env',
  );
  const said = switches.map((option) => [option.attributeName(), switchOf(variableOf(option))] as const);
  const flags = {...rest, ...Object.fromEntries(said)};
  if (file === undefined) return withReports(flags);
  const settings: Record<string, unknown> = {...flags};
  for (const [key, value] of Object.entries(await readConfig(file))) {
    if (key === 'behaviours') {
      settings.behaviours = value;
      continue;
    }
    const option = command.options.find((one) => one.attributeName() === key);
    // One file may serve several commands.
    if (option === undefined && startOptions().some((one) => one.attributeName() === key)) continue;
    if (option === undefined || noSettings.includes(key)) {
      const known = command.options.map((one) => one.attributeName()).filter((name) => !noSettings.includes(name));
      throw new CommandError(
        exitCodes.badUsage,
        `${file}: /${key} is no setting; use ${known.join(', ')} or behaviours.`,
      );
    }
    const source = command.getOptionValueSource(key);
    if (source === undefined || source === 'default') settings[key] = parsedAs(option, value, file);
  }
  return withReports(settings as unknown as Settings);
}

/** A report that nobody will write must not be waited for. */
function withReports(settings: Settings): Settings {
  const {strict, reporter = []} = settings;
  if (strict || reporter.length === 0) return settings;
  throw new CommandError(exitCodes.badUsage, '--reporter has nothing to tell without --strict: add it.');
}

async function readConfig(file: string): Promise<Record<string, unknown>> {
  const data = await readDataFile(file, exitCodes.badUsage);
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  throw new CommandError(exitCodes.badUsage, `${file}: must be an object of settings, such as {"port": 4020}.`);
}

/** Reads a value of the file as the flag would read its text, so that both are judged alike. */
function parsedAs(option: Option, value: unknown, file: string): unknown {
  if (option.isBoolean()) {
    if (typeof value === 'boolean') return value;
    throw new CommandError(exitCodes.badUsage, `${file}: /${option.attributeName()} must be true or false.`);
  }
  try {
    const text = textOf(value);
    return option.parseArg ? (option.parseArg as (text: string, previous: unknown) => unknown)(text, undefined) : text;
  } catch (error) {
    throw new CommandError(exitCodes.badUsage, `${file}: /${option.attributeName()}: ${(error as Error).message}`);
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, one]) => `${key}=${String(one)}`)
      .join(',');
  }
  return String(value);
}

function switchOf(variable: string): boolean {
  const value = process.env[variable] ?? '';
  if (/^(true|1)$/i.test(value)) return true;
  if (/^(false|0|)$/i.test(value)) return false;
  throw new CommandError(exitCodes.badUsage, `${variable} must be true or false.`);
}

function namesOf(text: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, ...listOf(text)];
}

/**
 * Reads one behaviour, `name=value`, beside those read before. One a flag, because a value may hold a comma.
 * @throws InvalidArgumentError when the text is no such pair.
 */
export function behavioursOf(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Use name=value, such as dixa.dates=plain.');
  return {...previous, [text.slice(0, at)]: text.slice(at + 1)};
}

function corsPolicyOf(text: string): string {
  if (text === 'off' || text === 'loopback') return text;
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new InvalidArgumentError('Use off, loopback, or an origin such as https://app.example.');
}

function notEmpty(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It must not be empty.');
}

/** @throws InvalidArgumentError when the text is no port. */
export function portOf(text: string): number {
  return wholeNumber(65_535)(text);
}

/** Reads a whole number; what is none, or out of range, is refused as an argument. */
export function wholeNumber(max: number, min = 0): (text: string) => number {
  return (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Use a whole number from ${min} to ${max}.`);
  };
}

function listOf(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

function vendorPortsOf(
  text: string,
  previous: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const ports = {...previous};
  for (const pair of listOf(text)) {
    const [vendor = '', port, ...rest] = pair.split('=');
    if (vendor === '' || port === undefined || rest.length > 0)
      throw new InvalidArgumentError('Use vendor=port, such as dixa=4021.');
    ports[vendor] = portOf(port);
  }
  return ports;
}
