import type {Command} from 'commander';
import type {AuditRecord} from '../../index.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin audit`: what was erased, as the vendors' own audit trails have it. */
export function addAudit(program: Command): void {
  withRemote(program.command('audit').description("tell what was erased, as the vendors' audit trails have it")).action(
    async (settings: RemoteSettings) => {
      const answer = (await say(settings, 'GET', '/audit')) as {entries: readonly AuditRecord[]};
      print(settings, answer, () => answer.entries.map(lineOf).join('\n') || 'Nothing was erased.');
    },
  );
}

function lineOf({at, vendor, action, type, item, actor, reason}: AuditRecord): string {
  return `${at}  ${vendor}  ${action} ${type} ${item} by ${actor}${reason === undefined ? '' : `: ${reason}`}`;
}
