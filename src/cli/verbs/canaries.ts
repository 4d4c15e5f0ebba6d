import {InvalidArgumentError, Option, type Command} from 'commander';
import type {CanaryReport, PlantedCanary} from '../../index.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Planting {
  readonly vendor?: readonly string[];
  readonly people?: number;
}

/** `standin canaries …`: plants invented people, and tells what a client's erasure has left of them. */
export function addCanaries(program: Command): void {
  const canaries = program.command('canaries').description('plant invented people, and look for them').exitOverride();
  withRemote(
    canaries.command('report', {isDefault: true}).description('what is left of them, as a score (the default)'),
  ).action(async (settings: RemoteSettings) => {
    const report = (await say(settings, 'GET', '/canaries')) as CanaryReport;
    print(settings, report, () => textOf(report, settings));
  });
  const plant = canaries
    .command('plant')
    .description('plant people, and print what they are known by')
    .addOption(new Option('--vendor <names>', 'where, separated by commas; at all when absent').argParser(namesOf))
    .addOption(new Option('--people <number>', 'how many, from 1 to 20').argParser(numberOf));
  withRemote(plant).action(async ({vendor, people, ...settings}: RemoteSettings & Planting) => {
    const body = {...(vendor && {vendors: vendor}), ...(people !== undefined && {people})};
    const answer = (await say(settings, 'POST', '/canaries', {body})) as {canaries: readonly PlantedCanary[]};
    print(settings, answer, () => answer.canaries.map(plantedText).join('\n'));
  });
  withRemote(canaries.command('remove').description('take them away, and forget them')).action(
    async (settings: RemoteSettings) => {
      await say(settings, 'DELETE', '/canaries');
      print(settings, {canaries: []}, () => `The sandbox ${settings.sandbox} has no canaries any more.`);
    },
  );
}

function plantedText({id, identifiers, planted}: PlantedCanary): string {
  const known = Object.entries(identifiers).map(([name, text]) => `  ${name.padEnd(13)}  ${text}`);
  const entities = Object.entries(planted).flatMap(([vendor, collections]) =>
    Object.entries(collections).map(([collection, ids]) => `  ${vendor} ${collection}  ${ids.join(' ')}`),
  );
  return [id, ...known, ...entities].join('\n');
}

/** Most places that are printed; all are in the answer. */
const mostPrinted = 200;

function textOf({canaries, vendors, ...whole}: CanaryReport, {sandbox}: RemoteSettings): string {
  if (canaries.length === 0) return `The sandbox ${sandbox} has no canaries; plant some with standin canaries plant.`;
  const left = canaries.flatMap(({id, places}) =>
    places
      .filter(({fate}) => fate !== 'gone')
      .map(
        ({fate, pointer, of, rule}) => `  ${id}  ${fate}  ${pointer}  ${of}${rule === undefined ? '' : `  ${rule}`}`,
      ),
  );
  const scores = Object.entries(vendors).map(([vendor, score]) => `  ${vendor}  ${scoreText(score)}`);
  const rest = left.length > mostPrinted ? [`  and ${left.length - mostPrinted} more; --json tells all`] : [];
  return [`score ${scoreText(whole)}`, ...scores, ...left.slice(0, mostPrinted), ...rest].join('\n');
}

type Score = Omit<CanaryReport, 'canaries' | 'vendors'>;

function scoreText({score, planted, gone, survived, kept}: Score): string {
  return `${score}: of ${planted} places ${gone} gone, ${survived} left, ${kept} kept by rules`;
}

function namesOf(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

function numberOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a number.');
}
