import type {Command} from 'commander';
import {createStandin, SeedError, type ScenarioName, type Standin, type StandinOptions} from '../index.js';
import {bannerOf} from './banner.js';
import {CommandError, exitCodes} from './exit.js';
import {readDataFile} from './files.js';
import {createLog, placeOf, type Log} from './log.js';
import {stayLean} from './memory.js';
import {settingsOf, type Settings} from './settings.js';

/** `standin start`: answers until it is told to stop. */
export async function start(command: Command): Promise<void> {
  const settings = await settingsOf(command);
  stayLean();
  const log = createLog(settings.logLevel);
  const standin = await makeStandin(settings, log);
  await listen(standin, settings, log);
  const {journal} = settings;
  // Standard error as well, where whoever reads the banner by machine finds it.
  if (journal === 'clear') log('warn', {journal}, 'the journal shows personal data and credentials in clear');
  process.stdout.write(
    settings.json ? `${JSON.stringify({url: standin.url, ...standin.info})}\n` : bannerOf(standin, {journal}),
  );
  endOnSignal(standin);
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

/** Requests under way are answered; a second signal ends at once. */
function endOnSignal(standin: Standin): void {
  const end = () => {
    void standin.close().then(() => process.exit(exitCodes.fine));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
