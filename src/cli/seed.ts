import {createWriteStream} from 'node:fs';
import {basename} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createStandin, type VendorName} from '../index.js';
import type {ImpliedSeed, LeftOut, Recording} from '../traffic/index.js';
import {CommandError, exitCodes} from './exit.js';
import {cannotWrite} from './files.js';
import {byReason} from './left-out.js';

/** What `standin seed` was told. */
export interface SeedSettings {
  readonly people: number;
  /** A recording to be read, in place of people to be made up; `-` for standard input. */
  readonly from?: string;
  readonly randomSeed: number;
  readonly vendor?: readonly VendorName[];
  readonly at?: string;
  readonly out?: string;
  readonly json: boolean;
}

/** From this many people on, a start with their seed as YAML takes seconds, and with JSON still a moment. */
const many = 200;

/** How many things that were left out are told one by one. */
const mostTold = 10;

/**
 * `standin seed`: writes a seed of made-up people, or of what a recording tells, to a file or to standard output; piece by
 * piece, as fast as it is taken, since that of many people is larger than what should be in memory at once.
 */
export async function seed(settings: SeedSettings): Promise<void> {
  const {from, out} = settings;
  const text = await (from === undefined ? peopleIn(settings) : trafficIn(settings, from));
  await (out === undefined ? writeOut(text) : writeFile(text, out));
}

async function peopleIn({
  people: count,
  randomSeed,
  vendor: vendors,
  at,
  json,
}: SeedSettings): Promise<Iterable<string>> {
  // Faker is needed here alone.
  const {makePeople, seedFile} = await import('../people/index.js');
  const people = await makePeople({count, randomSeed, ...(at !== undefined && {at})});
  const text = await seedFile(people, {format: formatOf({json}), ...(vendors && {vendors})});
  if (!json && count >= many) {
    process.stderr.write('standin: So many people take a while to read as YAML; with --json they start much faster.\n');
  }
  return text;
}

/** What the vendors' answers in a HAR or a Pact imply. How much that is goes to standard error. */
async function trafficIn({vendor: names, json}: SeedSettings, file: string): Promise<Iterable<string>> {
  const {impliedSeed, impliedSeedText} = await import('../traffic/index.js');
  const {recordingIn} = await import('./recording.js');
  const {vendors} = await createStandin(names ? {vendors: names} : {});
  const {name, recording} = await recordingIn(file, vendors);
  const implied = await impliedSeed(recording, vendors);
  const sentences = told(recording, implied).map((sentence) => `standin: ${sentence}\n`);
  process.stderr.write(sentences.join(''));
  if (Object.keys(implied.seeds).length === 0) {
    throw new CommandError(exitCodes.couldNotStart, `${name} tells nothing of the vendors' data, so there is no seed.`);
  }
  return impliedSeedText(implied, {format: formatOf({json}), from: file === '-' ? name : basename(file)});
}

/** Sentences about what became of a recording. They count and name places; they show nothing of what it holds. */
function told(recording: Recording, {seeds, leftOut}: ImpliedSeed): string[] {
  const found = Object.entries(seeds).map(([vendor, data]) => {
    const counts = Object.entries(data).map(([collection, {length}]) => `${length} ${collection}`);
    return `${vendor}: ${counts.join(', ')}.`;
  });
  const more = leftOut.length - mostTold;
  return [
    ...found,
    ...unread(recording.leftOut),
    ...leftOut.slice(0, mostTold).map((sentence) => `Left out: ${sentence}`),
    ...(more > 0 ? [`Left out: ${more} more.`] : []),
  ];
}

/** What is no call to the vendors, by reasons, each with its first place. */
function unread(leftOut: readonly LeftOut[]): string[] {
  return byReason(leftOut).map(({why, first, all}) => {
    const others = all.length > 1 ? ` and ${all.length - 1} more` : '';
    return `Left out: ${first.pointer}${others}: ${why}`;
  });
}

function formatOf({json}: Pick<SeedSettings, 'json'>): 'json' | 'yaml' {
  return json ? 'json' : 'yaml';
}

async function writeFile(text: Iterable<string>, file: string): Promise<void> {
  try {
    await pipeline(Readable.from(text), createWriteStream(file));
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** Whoever reads may have seen enough, as `head` has: that is no failure. */
async function writeOut(text: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, {end: false});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
