import {Option, type Command} from 'commander';
import type {ErasureProof, Remnant} from '../../index.js';
import {exitCodes} from '../exit.js';
import {print, say, withRemote, type RemoteSettings} from '../remote.js';

interface Person {
  readonly name?: readonly string[];
  readonly email?: readonly string[];
  readonly phone?: readonly string[];
  readonly text?: readonly string[];
}

/** `standin erasure`: tells where something of a person is left; ends with 1 when they are not erased. */
export function addErasure(program: Command): void {
  const erasure = program
    .command('erasure')
    .description('tell whether a person is gone, and where something of them is left')
    .addOption(
      repeatable('--name <name>', 'a name of the person, in full; may be given several times, as all of these'),
    )
    .addOption(repeatable('--email <address>', 'an e-mail address'))
    .addOption(repeatable('--phone <number>', 'a telephone number, best with the country code'))
    .addOption(repeatable('--text <text>', 'anything else that tells who they are, such as an account number'));
  withRemote(erasure).action(async (settings: RemoteSettings & Person) => {
    const {name: names, email: emails, phone: phones, text: texts} = settings;
    const body = {subject: {names, emails, phones, texts}};
    const proof = (await say(settings, 'POST', '/erasure', {body})) as ErasureProof;
    print(settings, proof, () => textOf(proof));
    if (!proof.erased) process.exitCode = exitCodes.contractBroken;
  });
}

function repeatable(flags: string, description: string): Option {
  const add = (value: string, before: readonly string[] = []) => [...before, value];
  return new Option(flags, description).argParser(add);
}

function textOf({erased, places, survivors, snapshots, counted}: ErasureProof): string {
  return [
    erased ? 'Erased: nothing is left that no rule keeps.' : `Not erased: ${times(counted.places)} left.`,
    ...listOf(places, counted.places),
    ...(counted.survivors > 0 ? [`Kept by rules: ${times(counted.survivors)}.`] : []),
    ...listOf(survivors, counted.survivors),
    ...(counted.snapshots > 0 ? [`Kept by snapshots: ${times(counted.snapshots)}.`] : []),
    ...listOf(snapshots, counted.snapshots),
  ].join('\n');
}

function times(places: number): string {
  return places === 1 ? '1 place' : `${places} places`;
}

function listOf(remnants: readonly Remnant[], count: number): readonly string[] {
  const rest = count - remnants.length;
  return [...remnants.map(lineOf), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

function lineOf({where, pointer, of, as, inName, rule}: Remnant): string {
  const how = [...(inName ? ['in the name'] : []), ...as].join(', ');
  return `  ${where.padEnd(8)}  ${pointer}  ${of}${how === '' ? '' : ` (${how})`}${rule === undefined ? '' : `  ${rule}`}`;
}
