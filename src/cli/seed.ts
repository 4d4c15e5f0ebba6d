import {createWriteStream} from 'node:fs';
import {basename} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createStandin, type VendorName} from '../index.js';
import type {ImpliedSeed, LeftOut, Recording} from '../traffic/index.js';
import {CommandError, exitCodes} from './exit.js';
import {readTextFile} from './files.js';

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
  const {impliedSeed, impliedSeedText, readRecording} = await import('../traffic/index.js');
  const {vendors} = await createStandin(names ? {vendors: names} : {});
  const name = file === '-' ? 'standard input' : file;
  const text = await readTextFile(file, exitCodes.badUsage);
  const recording = readingOf(name, () => readRecording(text, {vendors}));
  const implied = await impliedSeed(recording, vendors);
  process.stderr.write(
    told(name, recording, implied)
      .map((sentence) => `standin: ${sentence}\n`)
      .join(''),
  );
  return impliedSeedText(implied, {format: formatOf({json}), from: file === '-' ? name : basename(file)});
}

/** Bad input is one sentence, which names the file. */
function readingOf(name: string, read: () => Recording): Recording {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(exitCodes.badUsage, `${name}: ${error.message}`);
    throw error;
  }
}

/** Sentences about what became of a recording. They count and name places; they show nothing of what it holds. */
function told(name: string, recording: Recording, {seeds, leftOut}: ImpliedSeed): string[] {
  const found = Object.entries(seeds).map(([vendor, data]) => {
    const counts = Object.entries(data).map(([collection, {length}]) => `${length} ${collection}`);
    return `${vendor}: ${counts.join(', ')}.`;
  });
  const nothing = `${name} tells nothing of the vendors' data, so the seed names no vendor.`;
  const more = leftOut.length - mostTold;
  return [
    ...(found.length === 0 ? [nothing] : found),
    ...unread(recording.leftOut),
    ...leftOut.slice(0, mostTold).map((sentence) => `Left out: ${sentence}`),
    ...(more > 0 ? [`Left out: ${more} more.`] : []),
  ];
}

/** What is no call to the vendors, by reasons, each with its first place. */
function unread(leftOut: readonly LeftOut[]): string[] {
  const reasons = new Map<string, {readonly first: string; readonly count: number}>();
  for (const {why, pointer} of leftOut) {
    const known = reasons.get(why);
    reasons.set(why, {first: known?.first ?? pointer, count: (known?.count ?? 0) + 1});
  }
  return [...reasons].map(([why, {first, count}]) => {
    const others = count > 1 ? ` and ${count - 1} more` : '';
    return `Left out: ${first}${others}: ${why}`;
  });
}

function formatOf({json}: Pick<SeedSettings, 'json'>): 'json' | 'yaml' {
  return json ? 'json' : 'yaml';
}

async function writeFile(text: Iterable<string>, file: string): Promise<void> {
  try {
    await pipeline(Readable.from(text), createWriteStream(file));
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    throw new CommandError(exitCodes.badUsage, `${file} cannot be written (${code ?? message}); check the path.`);
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
