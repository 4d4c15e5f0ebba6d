import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** What a run of tests told: the messages of failed tests by their names, and how many passed. */
export interface Told {
  readonly passed: number;
  readonly failures: Readonly<Record<string, string>>;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs a test framework of this package's in a folder beside this file, which reports in JSON as jest does. */
export async function runTests(
  folder: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const [bin = '', ...args] = command;
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_OPTIONS|NODE_ENV)/.test(name));
  const options = {
    cwd: fileURLToPath(new URL(folder, import.meta.url)),
    env: {...Object.fromEntries(own), NO_COLOR: '1', ...env},
    timeout: 110_000,
  };
  const root = fileURLToPath(new URL('../../node_modules/', import.meta.url));
  const [stdout, stderr] = await new Promise<[string, string]>((resolve) => {
    // Failing tests end it with an exit code of their own: what it tells is in the report.
    execFile(process.execPath, [root + bin, ...args], options, (_, ...texts) => resolve(texts));
  });
  return told(reportIn(stdout) ?? reportIn(stderr), stderr);
}

function told(report: Report | undefined, stderr: string): Told {
  if (report === undefined) throw new Error(`The run told nothing.\n${stderr}`);
  const broken = report.testResults.find(({assertionResults}) => assertionResults.length === 0);
  if (broken) throw new Error(`A file could not be run.\n${broken.message}\n${stderr}`);
  const results = report.testResults.flatMap(({assertionResults}) => assertionResults);
  const failed = results.filter(({status}) => status === 'failed');
  return {
    passed: results.filter(({status}) => status === 'passed').length,
    failures: Object.fromEntries(failed.map(({title, failureMessages}) => [title, failureMessages.join('\n')])),
  };
}

/** The report is a line of its own, whatever tests wrote before it. */
function reportIn(text: string): Report | undefined {
  const line = text.split('\n').find((one) => one.startsWith('{"num'));
  return line === undefined ? undefined : (JSON.parse(line) as Report);
}
