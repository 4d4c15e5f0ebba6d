import type {Command} from 'commander';
import {behavioursOf} from '../settings.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin behaviours`: tells what is assumed of the vendors, or assumes something else. */
export function addBehaviours(program: Command): void {
  const behaviours = program
    .command('behaviours')
    .description('tell what is assumed of the vendors, or assume something else')
    .exitOverride();
  withRemote(behaviours.command('show', {isDefault: true}).description('all of them (the default)')).action(
    async (settings: RemoteSettings) => tell(settings, await say(settings, 'GET', '/behaviours')),
  );
  const set = behaviours
    .command('set <name=value...>')
    .description('set those that are named; all others are as they were at first');
  withRemote(set).action(async (pairs: readonly string[], settings: RemoteSettings) => {
    const body = pairs.reduce<Readonly<Record<string, string>>>((all, pair) => behavioursOf(pair, all), {});
    tell(settings, await say(settings, 'PUT', '/behaviours', {body}));
  });
}

function tell(settings: RemoteSettings, answer: unknown): void {
  const lines = Object.entries(answer as Record<string, unknown>).map(([name, value]) => `${name}=${String(value)}`);
  print(settings, answer, () => lines.join('\n'));
}
