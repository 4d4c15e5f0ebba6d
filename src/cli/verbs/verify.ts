import type {Command} from 'commander';
import type {Verdict} from '../../index.js';
import {exitCodes} from '../exit.js';
import {readDataFile} from '../files.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin verify <file>`: holds the journal against what is expected of the calls; ends with 1 when they were not so. */
export function addVerify(program: Command): void {
  withRemote(
    program
      .command('verify')
      .description('tell whether the calls were as expected')
      .argument('<file>', 'what is expected (YAML or JSON); - reads standard input'),
  ).action(async (file: string, settings: RemoteSettings) => {
    const expectation = await readDataFile(file, exitCodes.badUsage);
    const verdict = (await say(settings, 'POST', '/verify', {body: expectation})) as Verdict;
    print(settings, verdict, () => verdict.message);
    if (!verdict.passed) process.exitCode = exitCodes.contractBroken;
  });
}
