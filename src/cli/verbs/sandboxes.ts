import {Option, type Command} from 'commander';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Sandbox {
  readonly id: string;
  readonly scenario: string;
  readonly lastUsedAt: string;
  readonly expiresAt?: string;
  readonly counts: {readonly requests: number};
}

interface Details extends Sandbox {
  readonly vendors: Readonly<Record<string, {readonly env: Readonly<Record<string, string>>}>>;
}

/** `standin sandboxes …`: lists the isolated states of a stand-in, makes and removes them. */
export function addSandboxes(program: Command): void {
  const sandboxes = program.command('sandboxes').description('list sandboxes, make or remove them').exitOverride();
  withRemote(sandboxes.command('list', {isDefault: true}).description('all of them (the default)')).action(
    async (settings: RemoteSettings) => {
      const answer = (await say(settings, 'GET', '/sandboxes')) as {sandboxes: readonly Sandbox[]};
      print(settings, answer, () => answer.sandboxes.map(lineOf).join('\n'));
    },
  );
  withRemote(sandboxes.command('show <id>').description('one of them, with its credentials')).action(
    async (id: string, settings: RemoteSettings) => tell(settings, await say(settings, 'GET', pathOf(id))),
  );
  const create = sandboxes
    .command('create [id]')
    .description('make one, and print its credentials; without an id one is made up')
    .addOption(new Option('--scenario <name>', 'the scenario that it begins with'))
    .addOption(new Option('--expires-after <duration>', 'when it goes if it is not used, such as PT1H'));
  withRemote(create).action(async (id: string | undefined, settings: RemoteSettings & NewSandbox) => {
    const {scenario, expiresAfter} = settings;
    tell(settings, await say(settings, 'POST', '/sandboxes', {body: {id, scenario, expiresAfter}}));
  });
  withRemote(sandboxes.command('delete <id>').description('remove one, with all that is in it')).action(
    async (id: string, settings: RemoteSettings) => {
      await say(settings, 'DELETE', pathOf(id));
      print(settings, {deleted: id}, () => `The sandbox ${id} is gone.`);
    },
  );
}

interface NewSandbox {
  readonly scenario?: string;
  readonly expiresAfter?: string;
}

function pathOf(id: string): string {
  return `/sandboxes/${encodeURIComponent(id)}`;
}

function tell(settings: RemoteSettings, answer: unknown): void {
  const details = answer as Details;
  const variables = Object.values(details.vendors).flatMap(({env}) => Object.entries(env));
  const lines = variables.map(([name, value]) => `  ${name}=${value}`);
  print(settings, details, () => [lineOf(details), ...lines].join('\n'));
}

function lineOf({id, scenario, lastUsedAt, expiresAt, counts}: Sandbox): string {
  const end = expiresAt === undefined ? '' : `, until ${expiresAt} if not used`;
  return `${id}  ${scenario}  ${counts.requests} requests, last used ${lastUsedAt}${end}`;
}
