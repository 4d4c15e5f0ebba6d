import type {Command} from 'commander';
import {createStandin, SeedError, type ScenarioName, type Standin, type StandinOptions} from '../index.js';
import {bannerOf} from './banner.js';
import {CommandError, exitCodes} from './exit.js';
import {readDataFile} from './files.js';
import {createLog, placeOf, type Log} from './log.js';
import {stayLean} from './memory.js';
import {settingsOf, type Settings} from './settings.js';
import type {StrictStandin} from './strict.js';

/** `standin start`: answers until it is told to stop; with `--strict` it then tells what clients broke. */
export async function start(command: Command): Promise<void> {
  const settings = await settingsOf(command);
  stayLean();
  const log = createLog(settings.logLevel);
  const {standin, tell} = await startedBy(settings, log);
  await listen(standin, settings, log);
  const {journal} = settings;
  // Standard error as well, where whoever reads the banner by machine finds it.
  if (journal === 'clear') log('warn', {journal}, 'the journal shows personal data and credentials in clear');
  process.stdout.write(
    settings.json ? `${JSON.stringify({url: standin.url, ...standin.info})}\n` : bannerOf(standin, {journal}),
  );
  await signal();
  // Requests under way are answered, and judged.
  await standin.close();
  process.exit((await tell?.(process.stdout)) ?? exitCodes.fine);
}

/** The stand-in of these settings; with `--strict` one whose clients are judged. What judges is loaded only then. */
export async function startedBy(
  settings: Settings,
  log: Log,
): Promise<Pick<StrictStandin, 'standin'> & Partial<StrictStandin>> {
  if (!settings.strict) return {standin: await makeStandin(settings, log)};
  const {strictStandin} = await import('./strict.js');
  return strictStandin((onRequest) => makeStandin(settings, log, onRequest), settings.reporter);
}

/**
 * Makes the stand-in that these settings describe.
 * @throws CommandError when they cannot be used.
 */
export async function makeStandin(
  settings: Settings,
  log: Log,
  onRequest?: StandinOptions['onRequest'],
): Promise<Standin> {
  const {vendor: vendors, seed: file, randomSeed, auth, latency, allowWebhookHost: allowWebhookHosts} = settings;
  // Judged where the stand-in is made, which knows the names there are.
  const scenario = settings.scenario as ScenarioName | undefined;
  const behaviours = {...settings.behaviours, ...settings.behaviour};
  const seed = file === undefined ? undefined : await readDataFile(file, exitCodes.couldNotStart);
  try {
    return await createStandin({
      journal: settings.journal,
      auth,
      latency,
      ...(vendors && {vendors}),
      ...(seed !== undefined && {seed: seed as NonNullable<Parameters<typeof createStandin>[0]>['seed']}),
      ...(randomSeed !== undefined && {randomSeed}),
      ...(allowWebhookHosts && {allowWebhookHosts}),
      ...(scenario !== undefined && {scenario}),
      ...(onRequest && {onRequest}),
      behaviours,
      onViolation: ({operation, violations}) =>
        log('error', {operation, violations}, 'an answer differs from the document: a bug of the stand-in'),
      onError: (error) => log('error', placeOf(error), 'a handler failed: a bug of the stand-in'),
    });
  } catch (error) {
    if (error instanceof SeedError)
      throw new CommandError(exitCodes.couldNotStart, `${file ?? 'The seed'}: ${error.message}`);
    if (error instanceof RangeError) throw new CommandError(exitCodes.badUsage, error.message);
    throw error;
  }
}

/** Has it listen. @throws CommandError when it cannot listen there. */
export async function listen(standin: Standin, settings: Settings, log: Log): Promise<void> {
  const {port, host, vendorPort: vendorPorts = {}, cors, adminToken} = settings;
  const unknown = Object.keys(vendorPorts).find((name) => !standin.vendors.some((vendor) => vendor.name === name));
  if (unknown !== undefined)
    throw new CommandError(exitCodes.badUsage, `--vendor-port: ${unknown} is not among the vendors.`);
  try {
    await standin.listen({
      port,
      host,
      vendorPorts,
      cors,
      ...(adminToken !== undefined && {adminToken}),
      onRequest: (request) => log('debug', request, 'answered'),
      onError: (error) => log('error', placeOf(error), 'a request failed: a bug of the stand-in'),
    });
  } catch (error) {
    // An address that needs an admin token.
    if (error instanceof RangeError) throw new CommandError(exitCodes.badUsage, error.message);
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CommandError(
        exitCodes.couldNotStart,
        `A port is taken (${(error as Error).message}); choose another with --port, or 0.`,
      );
    }
    throw new CommandError(exitCodes.couldNotStart, `Cannot listen on ${host}: ${(error as Error).message}.`);
  }
}

/** Resolves when the process is told to end. A second signal ends it at once. */
function signal(): Promise<void> {
  const names = ['SIGINT', 'SIGTERM'] as const;
  return new Promise((resolve) => {
    const end = () => {
      for (const name of names) process.off(name, end);
      resolve();
    };
    for (const name of names) process.on(name, end);
  });
}
