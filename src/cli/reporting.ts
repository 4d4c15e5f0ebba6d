import {resolve} from 'node:path';
import {InvalidArgumentError, Option} from 'commander';
import type {CheckReport} from '../checks/index.js';
import type {ReporterName} from '../checks/reporters/index.js';
import {terminalColors} from './colors.js';
import {writeTextFile} from './files.js';

/** The formats of reports. Named here as well, so that a command that writes none loads none. */
const names = ['text', 'junit', 'sarif', 'json', 'github'] as const satisfies readonly ReporterName[];

/** A format, and the file that it goes to; standard output when there is none. */
export interface Reporting {
  readonly name: (typeof names)[number];
  readonly file?: string;
}

/** Between two reports in one text: a file's name may hold a comma, unless what follows reads like another report. */
const between = new RegExp(`,(?=(?:${names.join('|')})(?:=|,|$))`);

/** The flag that says which reports are written. */
export function reporterOption(): Option {
  return new Option('--reporter <name=file>', `${names.join(', ')}; without a file to standard output; repeatable`)
    .argParser(reportingsOf)
    .default([], 'text');
}

function reportingsOf(text: string, previous: readonly Reporting[] = []): readonly Reporting[] {
  return text.split(between).reduce(withReporting, previous);
}

function withReporting(previous: readonly Reporting[], text: string): readonly Reporting[] {
  const [word = '', ...rest] = text.split('=');
  const name = names.find((one) => one === word);
  const file = rest.length === 0 ? undefined : rest.join('=');
  if (name === undefined) throw new InvalidArgumentError(`Use one of ${names.join(', ')}.`);
  if (file === '') throw new InvalidArgumentError(`Name a file: ${name}=report.xml.`);
  if (previous.some((one) => placeOf(one.file) === placeOf(file)))
    throw new InvalidArgumentError('Another reporter writes there.');
  return [...previous, {name, ...(file !== undefined && {file})}];
}

/** Two names may be those of one file. */
function placeOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : resolve(file);
}

/**
 * Writes a report in all formats that were asked for, and on GitHub's runners as annotations and into the summary of the step.
 * @param out where what has no file goes.
 * @throws CommandError when a file cannot be written.
 */
export async function writeReports(
  report: CheckReport,
  wanted: readonly Reporting[],
  out: NodeJS.WriteStream = process.stdout,
): Promise<void> {
  const {githubSummary, reporters} = await import('../checks/reporters/index.js');
  const print = (name: Reporting['name']) => {
    const text = reporters[name](report, name === 'text' ? {colors: terminalColors(out)} : {});
    out.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  const onActions = process.env.GITHUB_ACTIONS === 'true';
  // Text is for people, so it is printed unless standard output belongs to another format.
  const isTaken = wanted.some(({file}) => file === undefined);
  const isAnnotated = wanted.some(({name}) => name === 'github') || isTaken;
  const all: readonly Reporting[] = [...wanted, ...(onActions && !isAnnotated ? [{name: 'github'} as const] : [])];
  if (!isTaken) print('text');
  for (const {name, file} of all) {
    if (file === undefined) print(name);
    else await writeTextFile(file, reporters[name](report));
  }
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (onActions && summary !== undefined && summary !== '') await writeTextFile(summary, githubSummary(report), 'a');
}
