import type {VendorName} from '../index.js';
import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {CommandError, exitCodes} from './exit.js';

/** What `standin seed` was told. */
export interface SeedSettings {
  readonly people: number;
  readonly randomSeed: number;
  readonly vendor?: readonly VendorName[];
  readonly at?: string;
  readonly out?: string;
  readonly json: boolean;
}

/** From this many people on, a start with their seed as YAML takes seconds, and with JSON still a moment. */
const many = 200;

/**
 * `standin seed`: writes a seed of made-up people, to a file or to standard output; piece by piece, as fast as it is taken,
 * since that of many people is larger than what should be in memory at once.
 */
export async function seed({people: count, randomSeed, vendor: vendors, at, out, json}: SeedSettings): Promise<void> {
  // Faker is needed here alone.
  const {makePeople, seedFile} = await import('../people/index.js');
  const people = await makePeople({count, randomSeed, ...(at !== undefined && {at})});
  const text = await seedFile(people, {format: json ? 'json' : 'yaml', ...(vendors && {vendors})});
  if (!json && count >= many) {
    process.stderr.write('standin: So many people take a while to read as YAML; with --json they start much faster.\n');
  }
  await (out === undefined ? writeOut(text) : writeFile(text, out));
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
