import {createInterface} from 'node:readline/promises';
import type {Effect, Target} from '../checks/index.js';
import {isLoopbackHost} from '../faces/loopback.js';
import {createStandin, type VendorName} from '../index.js';
import {startBuiltIn} from './check-built-in.js';
import type {CheckSettings} from './check-settings.js';
import {CommandError, exitCodes} from './exit.js';

/** What is checked, and how it is let go afterwards. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly close: () => Promise<void>;
}

/**
 * The servers that are asked for; a stand-in for every vendor without one.
 * @throws RangeError when there is no such vendor.
 * @throws CommandError when what cannot be undone was not confirmed.
 */
export async function targetsOf(settings: CheckSettings): Promise<Targets> {
  const {url: urls = {}} = settings;
  const names = settings.vendor ?? (Object.keys(urls).length > 0 ? (Object.keys(urls) as VendorName[]) : undefined);
  const {vendors} = await createStandin(names ? {vendors: names} : {});
  const strays = Object.keys(urls).filter((name) => !vendors.some((one) => one.name === name));
  if (strays.length > 0)
    throw new RangeError(`--url names ${strays.join(', ')}, which is not among the vendors to check.`);
  const closing: (() => Promise<void>)[] = [];
  const targets = await Promise.all(
    vendors.map(async (vendor): Promise<Target> => {
      const base = urls[vendor.name];
      if (base !== undefined) return remoteTarget(vendor, base, settings);
      const {close, ...builtIn} = await startBuiltIn(vendor.name);
      closing.push(close);
      return {
        ...builtIn,
        builtIn: true,
        isLocal: true,
        mark: settings.mark ?? 'assumed',
        ...permissionsOf(settings, true),
      };
    }),
  );
  const close = async () => void (await Promise.all(closing.map((one) => one())));
  try {
    await confirm(targets, settings);
  } catch (error) {
    await close();
    throw error;
  }
  return {targets, close};
}

async function remoteTarget(vendor: Target['vendor'], base: string, settings: CheckSettings): Promise<Target> {
  const isLocal = await isLoopbackHost(new URL(base).hostname.replace(/^\[|\]$/g, '')).catch(() => false);
  return {
    vendor,
    base,
    builtIn: false,
    isLocal,
    credentials: fromEnvironment(),
    mark: settings.mark ?? (isLocal ? 'assumed' : 'documented'),
    ...permissionsOf(settings, isLocal),
  };
}

/** What may be done. What is not on this machine may be real: there the document's examples only read, whatever was allowed. */
function permissionsOf(
  {readOnly, allowIrreversible}: CheckSettings,
  isLocal: boolean,
): Pick<Target, 'mayDo' | 'examplesMayDo'> {
  const onlyReads = readOnly ?? !isLocal;
  const mayDo = (effect: Effect): boolean => {
    if (effect === 'reads') return true;
    return !onlyReads && (effect === 'writes' || isLocal || allowIrreversible);
  };
  return {mayDo, examplesMayDo: (effect) => mayDo(effect) && (isLocal || effect === 'reads')};
}

/** All variables: which of them are credentials, the contracts say. */
function fromEnvironment(): Readonly<Record<string, string>> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Asks once more, where somebody is there to be asked. */
async function confirm(targets: readonly Target[], {allowIrreversible}: CheckSettings): Promise<void> {
  const real = targets.filter(
    ({builtIn, mayDo, examplesMayDo}) => !builtIn && mayDo('erases') && !examplesMayDo('erases'),
  );
  if (!allowIrreversible || real.length === 0 || !process.stdin.isTTY) return;
  const question = createInterface({input: process.stdin, output: process.stderr});
  const bases = real.map(({base}) => base).join(', ');
  const answer = await question.question(
    `This anonymizes, redacts and deletes at ${bases}, for good. Type yes to go on: `,
  );
  question.close();
  if (answer.trim() !== 'yes') throw new CommandError(exitCodes.badUsage, 'Nothing was done.');
}
