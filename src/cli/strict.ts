import {specPlacesIn, StrictConduct} from '../checks/traffic-report/index.js';
import type {Standin, StandinOptions} from '../index.js';
import {version} from '../version.js';
import {exitCodes} from './exit.js';
import {packageRoot} from './package-root.js';
import {writeReports, type Reporting} from './reporting.js';

/** A stand-in whose clients are judged. */
export interface StrictStandin {
  readonly standin: Standin;
  /**
   * Writes the reports, and tells the exit code that they stand for: as `judge` does, another one when nothing was asked, so that
   * clients who went elsewhere do not pass. For the end, once no more requests come.
   * @throws CommandError when a file cannot be written.
   */
  readonly tell: (out: NodeJS.WriteStream) => Promise<number>;
}

/** @param make makes the stand-in that is to be asked. */
export async function strictStandin(
  make: (onRequest: StandinOptions['onRequest']) => Promise<Standin>,
  reporter: readonly Reporting[],
): Promise<StrictStandin> {
  const held: {url: string; conduct?: StrictConduct} = {url: ''};
  const standin = await make((...told) => {
    // Once it has closed, nobody can ask it where it listened.
    held.url = standin.url ?? held.url;
    held.conduct?.judge(...told);
  });
  const conduct = new StrictConduct({
    vendors: standin.vendors,
    version,
    clock: Date.now,
    name: () => held.url,
  });
  held.conduct = conduct;
  return {
    standin,
    tell: async (out) => {
      const report = conduct.end(await specPlacesIn(packageRoot(), standin.vendors));
      await writeReports(report, reporter, out);
      const {total, broken} = report.counts;
      if (total > 0) return broken > 0 ? exitCodes.contractBroken : exitCodes.fine;
      process.stderr.write('standin: No client asked anything: nothing was judged.\n');
      return exitCodes.couldNotStart;
    },
  };
}
