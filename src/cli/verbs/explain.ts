import type {Command} from 'commander';
import type {Explanation} from '../../index.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

/** `standin explain <request>`: why a request was answered as it was. */
export function addExplain(program: Command): void {
  withRemote(
    program
      .command('explain')
      .description('tell why a request was answered as it was')
      .argument('<request>', 'the id of an entry of the journal, such as req-7'),
  ).action(async (request: string, settings: RemoteSettings) => {
    const explanation = (await say(settings, 'GET', `/explain/${encodeURIComponent(request)}`)) as Explanation;
    print(settings, explanation, () => textOf(explanation));
  });
}

function textOf({vendor, operation, status, step, fault, spec, rules, behaviours, ...touched}: Explanation): string {
  const {read, written, scheduled, findings} = touched;
  const lines = [
    `${vendor} ${operation ?? 'no operation'} answered ${status}${answeredBy({step, fault})}`,
    ...(spec ? [`spec      ${spec.file}${spec.response ?? spec.operation} (${spec.mark})`] : []),
    ...findings.map(({message}) => `finding   ${message}`),
    ...rules.map(
      ({id, mark, statement, source}) => `${id.padEnd(10)}${mark}: ${statement.trim()}${source ? ` ${source}` : ''}`,
    ),
    ...Object.entries(behaviours).map(([name, value]) => `switch    ${name}=${String(value)}`),
    ...read.map(({collection, id}) => `read      ${collection} ${id}`),
    ...written.map(({collection, id, change}) => `${change.padEnd(10)}${collection} ${id}`),
    ...scheduled.map(({transition, at}) => `scheduled ${transition} at ${at}`),
  ];
  return lines.join('\n');
}

function answeredBy({step, fault}: {readonly step: Explanation['step']; readonly fault: string | undefined}): string {
  if (fault !== undefined) return ` by the fault ${fault}`;
  if (step === undefined) return '';
  return step === 'handle' ? '' : ` at the step ${step}`;
}
