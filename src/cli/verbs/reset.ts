import type {Command} from 'commander';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin reset`: starts a sandbox anew. */
export function addReset(program: Command): void {
  withRemote(program.command('reset').description("start a sandbox anew: the seed's data, an empty journal")).action(
    async (settings: RemoteSettings) => {
      await say(settings, 'POST', '/reset');
      print(settings, {reset: settings.sandbox}, () => `The sandbox ${settings.sandbox} began anew.`);
    },
  );
}
