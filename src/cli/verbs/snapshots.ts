import type {Command} from 'commander';
import {exitCodes} from '../exit.js';
import {readDataFile} from '../files.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Summary {
  readonly name: string;
  readonly takenAt: string;
  readonly holdsErased: boolean;
  readonly entities: Readonly<Record<string, number>>;
}

/** `standin snapshots …`: keeps what a sandbox holds under a name, and goes back to it. */
export function addSnapshots(program: Command): void {
  const snapshots = program
    .command('snapshots')
    .description('keep what a sandbox holds under a name, and go back to it')
    .exitOverride();
  withRemote(snapshots.command('list', {isDefault: true}).description('those there are (the default)')).action(
    async (settings: RemoteSettings) => {
      const answer = (await say(settings, 'GET', '/snapshots')) as {snapshots: readonly Summary[]};
      const none = `The sandbox ${settings.sandbox} has no snapshots.`;
      print(settings, answer, () => answer.snapshots.map(lineOf).join('\n') || none);
    },
  );
  withRemote(snapshots.command('take <name>').description('keep what the sandbox holds now')).action(
    async (name: string, settings: RemoteSettings) => {
      const summary = (await say(settings, 'PUT', pathOf(name))) as Summary;
      print(settings, summary, () => lineOf(summary));
    },
  );
  withRemote(snapshots.command('restore <name>').description('go back to one')).action(
    async (name: string, settings: RemoteSettings) => {
      await say(settings, 'POST', `${pathOf(name)}/restore`);
      print(settings, {restored: name}, () => `The sandbox ${settings.sandbox} holds what ${name} does.`);
    },
  );
  withRemote(
    snapshots.command('export <name>').description('print one as a document that can be kept in a file'),
  ).action(async (name: string, settings: RemoteSettings) => {
    const document = await say(settings, 'GET', pathOf(name));
    print(settings, document, () => JSON.stringify(document));
  });
  withRemote(
    snapshots.command('import <name> <file>').description('keep one that a file has; - reads standard input'),
  ).action(async (name: string, file: string, settings: RemoteSettings) => {
    const body = await readDataFile(file, exitCodes.badUsage);
    const summary = (await say(settings, 'PUT', pathOf(name), {body})) as Summary;
    print(settings, summary, () => lineOf(summary));
  });
  withRemote(snapshots.command('delete <name>').description('forget one')).action(
    async (name: string, settings: RemoteSettings) => {
      await say(settings, 'DELETE', pathOf(name));
      print(settings, {deleted: name}, () => `The snapshot ${name} is gone.`);
    },
  );
}

function pathOf(name: string): string {
  return `/snapshots/${encodeURIComponent(name)}`;
}

function lineOf({name, takenAt, holdsErased, entities}: Summary): string {
  const count = Object.values(entities).reduce((sum, one) => sum + one, 0);
  return `${name}  taken ${takenAt}, ${count} entities${holdsErased ? ', holds what was erased since' : ''}`;
}
