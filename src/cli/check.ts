import {randomUUID} from 'node:crypto';
import {check, RespectError, type CheckReport} from '../checks/index.js';
import {version} from '../version.js';
import type {CheckSettings} from './check-settings.js';
import {targetsOf} from './check-targets.js';
import {CommandError, exitCodes} from './exit.js';
import {packageRoot} from './package-root.js';
import {writeReports} from './reporting.js';

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
