import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {PactV4} from '../../src/traffic/pact/format.js';

/** What Pact's own verifier found. */
export interface Verdict {
  /** Whether the provider honours the Pact. */
  readonly isGreen: boolean;
  /** What each interaction came to, in the order in which they were carried out: `OK`, `Error`. */
  readonly results: readonly {readonly description: string; readonly result: string}[];
  /** What it printed, for whoever reads a failure. */
  readonly output: string;
}

const require = createRequire(import.meta.url);

/** The verifier's program of this platform. It is an optional dependency, which exists for Linux, macOS and Windows. */
const program = programPath();

/** Why the verifier cannot run here; undefined where it can. On the platform of CI it must. */
export const whyNot =
  program === undefined && !(process.platform === 'linux' && process.arch === 'x64')
    ? `Pact has no verifier for ${process.platform} on ${process.arch}.`
    : undefined;

/**
 * Has Pact's verifier carry out a Pact against a running stand-in.
 * @param options.url where the stand-in listens, with `/s/<sandbox>` behind it for another sandbox than `default`.
 * @param options.flags more for the command line.
 * @throws Error when the verifier does not run.
 */
export async function verify(
  pact: PactV4,
  {url, flags = []}: {readonly url: string; readonly flags?: readonly string[]},
): Promise<Verdict> {
  if (program === undefined) throw new Error("Pact's verifier is not installed: run npm ci.");
  const folder = await mkdtemp(join(tmpdir(), 'standin-pact-'));
  const [file, report] = [join(folder, 'pact.json'), join(folder, 'report.json')];
  const {hostname, port, pathname} = new URL(url);
  const base = pathname === '/' ? '' : pathname;
  const args = [
    ...[
      'verifier',
      '--file',
      file,
      '--json',
      report,
      '--no-colour',
      '--log-level',
      'off',
      '--request-timeout',
      '30000',
    ],
    ...['--hostname', hostname, '--port', port, '--base-path', `${base}/${pact.provider.name}`],
    ...['--state-change-url', `${url}/_standin/pact-states`, ...flags],
  ];
  try {
    await writeFile(file, JSON.stringify(pact));
    const output = await run(program, args);
    const {result, interactionResults} = JSON.parse(await readFile(report, 'utf8')) as {
      readonly result: boolean;
      readonly interactionResults: Verdict['results'];
    };
    return {
      isGreen: result,
      results: interactionResults.map(({description, result: came}) => ({description, result: came})),
      output,
    };
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** What it prints. That a Pact is broken is told by its status, which the report tells as well. */
function run(file: string, args: readonly string[]): Promise<string> {
  // Otherwise it tells a service on the net of every run.
  const env = {...process.env, PACT_DO_NOT_TRACK: 'true', NO_PROXY: '*'};
  return new Promise((resolve, reject) => {
    execFile(file, args, {env, timeout: 100_000, maxBuffer: 64 * 1024 * 1024}, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve(stdout + stderr);
    });
  });
}

function programPath(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = process.platform === 'win32' ? 'pact.exe' : 'pact';
  try {
    return require.resolve(`@pact-foundation/pact-cli-${platform}-${process.arch}/standalone/${name}`);
  } catch {
    return undefined;
  }
}
