import type {Command} from 'commander';
import {exitCodes} from '../exit.js';
import {readDataFile} from '../files.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin state …`: reads and changes the data of a sandbox. */
export function addState(program: Command): void {
  const state = program.command('state').description("read and change a sandbox's data").exitOverride();
  withRemote(
    state
      .command('show [vendor] [collection] [id]', {isDefault: true})
      .description('all data, or a part of it; all of it is a seed (the default)'),
  ).action(async (...given: [string?, string?, string?, RemoteSettings?]) => {
    const settings = given[3] as RemoteSettings;
    const answer = await say(settings, 'GET', pathOf(given.slice(0, 3) as (string | undefined)[]));
    tell(settings, answer);
  });
  addChange(state, 'replace', "put a file's data in place of that of the vendors it names", 'PUT');
  addChange(state, 'add', "add a file's data to what there is", 'PATCH');
  addEntityChange(state, 'put', 'add an entity, or put it in place of the one with its id', 'PUT');
  addEntityChange(state, 'patch', 'change an entity by a JSON Merge Patch', 'PATCH');
  withRemote(
    state.command('delete <vendor> <collection> [id]').description('remove an entity, or all of a collection'),
  ).action(async (vendor: string, collection: string, id: string | undefined, settings: RemoteSettings) => {
    const path = pathOf([vendor, collection, id]);
    await say(settings, 'DELETE', path);
    print(settings, {deleted: path}, () => `${path.slice(1)} is gone.`);
  });
}

function addChange(state: Command, name: string, description: string, method: string): void {
  withRemote(
    state.command(`${name} <file>`).description(`${description} (YAML or JSON); - reads standard input`),
  ).action(async (file: string, settings: RemoteSettings) => {
    await say(settings, method, '/state', {body: await readDataFile(file, exitCodes.badUsage)});
    print(settings, {changed: settings.sandbox}, () => `The data of the sandbox ${settings.sandbox} is changed.`);
  });
}

function addEntityChange(state: Command, name: string, description: string, method: string): void {
  withRemote(
    state
      .command(`${name} <vendor> <collection> <id> <file>`)
      .description(`${description} (YAML or JSON); - reads standard input`),
  ).action(async (vendor: string, collection: string, id: string, file: string, settings: RemoteSettings) => {
    const body = await readDataFile(file, exitCodes.badUsage);
    tell(settings, await say(settings, method, pathOf([vendor, collection, id]), {body}));
  });
}

function pathOf(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined);
  return ['/state', ...given.map(encodeURIComponent)].join('/');
}

function tell(settings: RemoteSettings, answer: unknown): void {
  print(settings, answer, () => JSON.stringify(answer, null, 2));
}
