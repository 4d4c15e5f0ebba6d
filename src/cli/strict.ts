import {StrictConduct} from '../checks/traffic-report/index.js';
import type {Standin, StandinOptions} from '../index.js';
import {version} from '../version.js';
import {packageRoot} from './package-root.js';
import {writeReports, type Reporting} from './reporting.js';

/** A stand-in whose clients are judged. */
export interface StrictStandin {
  readonly standin: Standin;
  /**
   * Writes the reports, and tells whether a contract was broken. For the end, once no more requests come.
   * @throws CommandError when a file cannot be written.
   */
  readonly tell: (out: NodeJS.WriteStream) => Promise<boolean>;
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
    url: () => held.url,
  });
  held.conduct = conduct;
  return {
    standin,
    tell: async (out) => {
      const report = await conduct.end(packageRoot());
      await writeReports(report, reporter, out);
      return report.counts.broken > 0;
    },
  };
}
