import type {Command} from 'commander';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Scenario {
  readonly name: string;
  readonly about: string;
  readonly vendors: Readonly<Record<string, string>>;
}

/** `standin scenarios` lists them; `standin scenario [name]` tells a sandbox's, or starts it anew in another. */
export function addScenarios(program: Command): void {
  withRemote(
    program.command('scenarios').description('list the scenarios: what each is for, and at which vendor'),
  ).action(async (settings: RemoteSettings) => {
    const answer = (await say(settings, 'GET', '/scenarios')) as {scenarios: readonly Scenario[]};
    print(settings, answer, () => answer.scenarios.map(textOf).join('\n\n'));
  });
  const scenario = program
    .command('scenario [name]')
    .description('tell which scenario a sandbox is in, or start it anew in another');
  withRemote(scenario).action(async (name: string | undefined, settings: RemoteSettings) => {
    const asked =
      name === undefined ? say(settings, 'GET', '/scenario') : say(settings, 'PUT', '/scenario', {body: {name}});
    const answer = (await asked) as {name: string};
    const text = name === undefined ? answer.name : `The sandbox ${settings.sandbox} began anew in ${answer.name}.`;
    print(settings, answer, () => text);
  });
}

function textOf({name, about, vendors}: Scenario): string {
  const width = Math.max(...Object.keys(vendors).map((vendor) => vendor.length));
  const parts = Object.entries(vendors).map(([vendor, text]) => `  ${vendor.padEnd(width)}  ${text}`);
  return [`${name}: ${about}`, ...parts].join('\n');
}
