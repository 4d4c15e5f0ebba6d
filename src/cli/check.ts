import {mkdir, writeFile} from 'node:fs/promises';
import {randomUUID} from 'node:crypto';
import {dirname} from 'node:path';
import {check, RespectError, type CheckReport} from '../checks/index.js';
import {githubSummary, reporters} from '../checks/reporters/index.js';
import {version} from '../version.js';
import type {CheckSettings, Reporting} from './check-settings.js';
import {targetsOf} from './check-targets.js';
import {terminalColors} from './colors.js';
import {CommandError, exitCodes} from './exit.js';
import {packageRoot} from './package-root.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * `standin check`: holds servers against the vendors' contracts, writes the reports, and sets the exit code.
 * @throws CommandError when nothing could be run.
 */
export async function runCheck(settings: CheckSettings): Promise<void> {
  const {targets, close} = await targetsOf(settings);
  const ended = new AbortController();
  const end = () => ended.abort();
  // So that the private folder, which holds credentials, goes as well.
  for (const name of signals) process.once(name, end);
  const report = await check({
    targets,
    version,
    root: packageRoot(),
    selection: {only: settings.only, skip: settings.skip},
    wait: settings.wait / 1000,
    bail: settings.bail,
    // People are the same at each run where nothing of them is left from the one before.
    run: targets.every(({builtIn}) => builtIn) ? 'built-in' : randomUUID(),
    clock: Date.now,
    signal: ended.signal,
  })
    .catch((error: unknown) => {
      if (error instanceof RespectError) throw new CommandError(exitCodes.couldNotStart, error.message);
      throw error;
    })
    .finally(async () => {
      for (const name of signals) process.off(name, end);
      await close();
    });
  await writeReports(report, settings.reporter);
  process.exitCode = exitCodeOf(report, settings);
}

async function writeReports(report: CheckReport, wanted: readonly Reporting[]): Promise<void> {
  const onActions = process.env.GITHUB_ACTIONS === 'true';
  // Text is for people, so it is printed unless standard output belongs to another format.
  const isTaken = wanted.some(({file}) => file === undefined);
  const isAnnotated = wanted.some(({name}) => name === 'github') || isTaken;
  const all: readonly Reporting[] = [...wanted, ...(onActions && !isAnnotated ? [{name: 'github'} as const] : [])];
  if (!isTaken) process.stdout.write(written(report, 'text'));
  for (const {name, file} of all) {
    if (file === undefined) process.stdout.write(written(report, name));
    else await writeReport(file, reporters[name](report));
  }
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (onActions && summary !== undefined && summary !== '') await writeReport(summary, githubSummary(report), 'a');
}

function written(report: CheckReport, name: Reporting['name']): string {
  const text = reporters[name](report, name === 'text' ? {colors: terminalColors()} : {});
  return text.endsWith('\n') ? text : `${text}\n`;
}

async function writeReport(file: string, text: string, flag: 'w' | 'a' = 'w'): Promise<void> {
  try {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text, {flag});
  } catch (error) {
    const {code = 'unknown error'} = error as NodeJS.ErrnoException;
    throw new CommandError(exitCodes.couldNotStart, `${file} cannot be written (${code}); check the path.`);
  }
}

/** A run that tested nothing is never fine. */
function exitCodeOf({counts, vendors}: CheckReport, {minCoverage}: CheckSettings): number {
  if (counts.broken > 0) return exitCodes.contractBroken;
  const isTested = vendors.every(({workflows}) => {
    const outcomes = workflows.flatMap(({steps}) => steps.map(({outcome}) => outcome));
    return outcomes.length === 0 || outcomes.some((one) => one !== 'skipped');
  });
  if (counts.error > 0 || counts.total === 0 || !isTested) return exitCodes.couldNotStart;
  const isCovered = vendors.every(({coverage}) => coverage.share * 100 >= (minCoverage ?? 0));
  return isCovered ? exitCodes.fine : exitCodes.gateNotMet;
}
