import {judgeTraffic, type Traffic} from '../checks/traffic-report/index.js';
import {createStandin, type Standin} from '../index.js';
import {version} from '../version.js';
import {CommandError, exitCodes} from './exit.js';
import {journalTraffic, recordedTraffic} from './judge-traffic.js';
import type {JudgeSettings} from './judge-settings.js';
import {packageRoot} from './package-root.js';
import {writeReports} from './reporting.js';

/**
 * `standin judge`: holds a client's calls against the vendors' contracts, writes the reports, and sets the exit code.
 * @param file a HAR or a Pact, `-` for standard input; undefined when a stand-in's journal is to be judged.
 * @throws CommandError when nothing could be judged.
 */
export async function judge(file: string | undefined, settings: JudgeSettings): Promise<void> {
  const {vendor: names, only, skip, mark, reporter} = settings;
  const {vendors} = await createStandin(names ? {vendors: names} : {});
  const began = Date.now();
  const traffic = await trafficOf(file, settings, vendors);
  const report = await judgeTraffic(traffic, {
    vendors,
    version,
    root: packageRoot(),
    selection: {only, skip},
    mark,
    clock: Date.now,
    began,
  });
  await writeReports(report, reporter);
  if (report.counts.total === 0) {
    throw new CommandError(exitCodes.couldNotStart, `${traffic.name} has no call that was to be judged.`);
  }
  process.exitCode = report.counts.broken > 0 ? exitCodes.contractBroken : exitCodes.fine;
}

function trafficOf(
  file: string | undefined,
  {url, ...settings}: JudgeSettings,
  vendors: Standin['vendors'],
): Promise<Traffic> {
  if (file !== undefined && url === undefined) return recordedTraffic(file, vendors);
  if (file === undefined && url !== undefined) return journalTraffic({...settings, url, json: false}, vendors);
  throw new CommandError(
    exitCodes.badUsage,
    'Say what to judge: a file, such as standin judge traffic.har, or --url for the journal of a running stand-in.',
  );
}
