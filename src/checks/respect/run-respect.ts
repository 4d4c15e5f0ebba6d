import {spawn} from 'node:child_process';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Vendor} from '../../engine/index.js';
import type {ArazzoDocument} from '../contracts/arazzo.js';
import {sampleFile} from '../derived/examples.js';
import {leanDocument} from './lean-document.js';
import {documentFile} from './private-copy.js';

export interface RespectOptions {
  readonly document: ArazzoDocument;
  /** The folder whose files the workflows send: that of the contracts. */
  readonly files: string;
  /** Whose document it is about; its name is that of the source description. */
  readonly vendor: Pick<Vendor, 'name' | 'document'>;
  /** Where the server is. */
  readonly base: string;
  /** Inputs of all workflows: the credentials, by the names of their variables. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Milliseconds that an answer may take. */
  readonly timeout: number;
  /** The server is on this machine: a proxy would take its address for its own. */
  readonly isLocal: boolean;
  /** Ends the process. */
  readonly signal: AbortSignal | undefined;
}

/** What Respect wrote, as it wrote it. */
export interface RespectOutput {
  readonly json: string;
  readonly har: string;
}

/** Why the workflows could not be run at all. */
export class RespectError extends Error {
  override readonly name = 'RespectError';
}

/**
 * Has Redocly Respect run workflows, in a process of its own and a folder that only this user can read and that is deleted
 * whatever happens. Credentials go by its environment, so that no list of processes shows them.
 * @throws RespectError when it does not get so far as to write what it did.
 */
export async function runRespect({
  document,
  files,
  vendor,
  base,
  inputs,
  timeout,
  isLocal,
  signal,
}: RespectOptions): Promise<RespectOutput> {
  const folder = await mkdtemp(join(tmpdir(), 'standin-check-'));
  try {
    await cp(files, folder, {recursive: true});
    await Promise.all([
      writeFile(join(folder, 'contracts.json'), JSON.stringify(document)),
      writeFile(join(folder, documentFile), JSON.stringify(leanDocument(vendor.document))),
      writeFile(join(folder, sampleFile.name), Buffer.from(sampleFile.base64, 'base64')),
    ]);
    const said = await run(
      folder,
      [
        'contracts.json',
        ...['--server', `${vendor.name}=${base}`, '--json-output', 'steps.json', '--har-output', 'exchanges.har'],
        ...['--max-steps', '100000', '--max-fetch-timeout', String(timeout)],
        // It would take whatever an answer calls a token or a password for a secret, and put stars for it in every text that it
        // writes: an answer with the password `e` would leave nothing to be read. The folder is private, and reports are masked.
        '--no-secrets-masking',
      ],
      {inputs, isLocal, signal},
    );
    const [json, har] = await Promise.all(
      ['steps.json', 'exchanges.har'].map((file) => readFile(join(folder, file), 'utf8').catch(() => undefined)),
    );
    if (json === undefined || har === undefined)
      throw new RespectError(`Redocly Respect did not run the workflows: ${said}`);
    return {json, har};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Runs the command to its end; it exits with 1 where a step failed, which is not for it to judge. Tells the end of what it said. */
function run(
  folder: string,
  flags: readonly string[],
  {inputs, isLocal, signal}: Pick<RespectOptions, 'inputs' | 'isLocal' | 'signal'>,
): Promise<string> {
  const redocly = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const child = spawn(process.execPath, [redocly, 'respect', ...flags], {
    signal,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment(isLocal),
      NO_COLOR: '1',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    },
  });
  let said = '';
  const listen = (text: string) => (said = (said + text).slice(-2_000));
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  return new Promise((resolve, reject) => {
    // What was ended from outside may still be writing into the folder until it has closed.
    child.once('error', (error) => signal?.aborted || reject(error));
    child.once('close', () => (signal?.aborted ? reject(new RespectError('The run was ended.')) : resolve(said)));
  });
}

function environment(isLocal: boolean): NodeJS.ProcessEnv {
  const isProxy = (name: string) => /^(https?|all)_proxy$/i.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isLocal || !isProxy(name)));
}
