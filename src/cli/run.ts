import {rootCertificates} from 'node:tls';
import {format} from 'node:util';
import type {Command} from 'commander';
import {placesOf} from '../faces/places.js';
import {startProxy, type ForwardProxy} from '../faces/proxy.js';
import {CommandError, exitCodes} from './exit.js';
import {createLog, type Log} from './log.js';
import {runCommand} from './run-command.js';
import {environmentOf} from './run-environment.js';
import {ownCertificates, withTrustFile} from './run-trust.js';
import {settingsOf, type Settings} from './settings.js';
import {listen, startedBy} from './start.js';

/** How `standin run` is told what to do, beside what `standin start` takes. */
interface RunSettings extends Settings {
  readonly sandbox?: string;
  readonly unhandled: 'bypass' | 'error';
}

/** `standin run -- <command>`: a stand-in for one command, which believes that it speaks to the vendors. */
export async function run(command: Command, [program = '', ...args]: readonly string[]): Promise<void> {
  if (program === '') throw new CommandError(exitCodes.badUsage, 'Say what to run: standin run -- npm test.');
  const settings = {...(await settingsOf(command)), host: '127.0.0.1', cors: 'loopback'} as RunSettings;
  const log = createLog(settings.logLevel);
  leaveOutputAlone(log);
  const {standin: made, tell} = await startedBy(settings, log);
  await using standin = made;
  const {sandbox, unhandled, strict} = settings;
  // Judged before anything listens: it may be no name.
  const {id} = standin.sandbox(sandbox ?? 'default');
  await listen(standin, settings, log);
  const proxy = await startProxy(standin, {
    places: placesOf(standin.vendors),
    unhandled,
    ...(sandbox !== undefined && {sandbox}),
  });
  try {
    const own = ownCertificates(process.env, (variable, file) =>
      process.stderr.write(`standin: ${variable} names ${file}, which cannot be read: the command does without.\n`),
    );
    const code = await withTrustFile([...rootCertificates, ...own, proxy.caCertificate], (trustFile) =>
      runCommand(
        program,
        args,
        environmentOf(process.env, {standin, sandbox: id, proxy: proxy.url, trustFile, unhandled}),
      ),
    );
    tellRefused(proxy);
    const judged = (await tell?.(process.stderr)) ?? exitCodes.fine;
    const isAstray = strict && proxy.refused.size > 0;
    if (code !== 0) process.exitCode = code;
    else process.exitCode = isAstray ? exitCodes.contractBroken : judged;
  } finally {
    await proxy.close();
  }
}

/** Standard output is the command's. The library of the proxy reports connections that broke there, so it is given the log. */
function leaveOutputAlone(log: Log): void {
  const tell = (...parts: unknown[]) => log('debug', {}, format(...parts));
  Object.assign(console, {log: tell, warn: tell, error: tell});
}

/** Tells on standard error which hosts the command asked in vain, and why. */
function tellRefused({refused}: ForwardProxy): void {
  for (const [host, why] of refused) process.stderr.write(`standin: refused ${host}: it ${why}\n`);
}
