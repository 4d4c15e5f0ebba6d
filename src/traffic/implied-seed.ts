import type {SeedData, Seeds, Vendor} from '../engine/index.js';
import {seedText, type SeedFormat} from '../engine/sandbox/seed-text.js';
import {answersOf} from './answers.js';
import type {Recording} from './recording.js';
import {fitting} from './fitting.js';

/** What a recording says of the vendors' state. */
export interface ImpliedSeed {
  /** By vendor and collection. A vendor of which nothing is implied is not named, so that its own seed stays. */
  readonly seeds: Seeds;
  /** What was implied and does not fit into a seed, whole sentences without anything personal. */
  readonly leftOut: readonly string[];
}

/** A seed of what recorded answers imply: the entities as they were when they were last answered. */
export async function impliedSeed(
  recording: Pick<Recording, 'calls'>,
  vendors: readonly Vendor[],
): Promise<ImpliedSeed> {
  const seeds: Record<string, SeedData> = {};
  const leftOut: string[] = [];
  for (const vendor of vendors) {
    const answers = answersOf(recording, vendor);
    const implied = answers.length === 0 ? {} : await vendor.implied(answers);
    const {data, problems} = await fitting(implied, vendor);
    leftOut.push(...problems);
    if (Object.keys(data).length > 0) seeds[vendor.name] = data;
  }
  return {seeds, leftOut};
}

/**
 * Such a seed as the text of a file, piece by piece.
 * @param from the name of the file that was read.
 */
export function impliedSeedText(
  {seeds}: Pick<ImpliedSeed, 'seeds'>,
  {format, from}: {readonly format: SeedFormat; readonly from: string},
): Iterable<string> {
  const parts = Object.entries(seeds).map(([name, data]) => ({name, data: () => data}));
  const file = from.replaceAll(/\p{Cc}/gu, ' ');
  return seedText(parts, {format, remark: `From ${file}: it holds whatever the traffic held, personal data too.`});
}
