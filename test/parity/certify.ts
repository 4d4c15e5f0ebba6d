import {createStandin} from '../../src/index.js';
import {Client} from './client.js';
import {differenceOf, type Difference} from './compare.js';
import type {Connect, Face, FaceName, Outcome, Step} from './face.js';
import {Stage} from './stage.js';
import type {Entry, Transcript} from './transcript.js';

/** A transcript with what HTTP made of it. */
export interface Recording {
  readonly transcript: Transcript;
  readonly steps: readonly Step[];
  readonly outcomes: readonly Outcome[];
}

/** How one transcript went on one face. */
export interface Measurement {
  readonly entry: Entry;
  readonly face: FaceName;
  /** Where it differs from HTTP; undefined where it does not. */
  readonly difference?: Difference;
}

/** Plays a transcript over HTTP, step by step. @throws Error when it goes another way than it is meant to. */
export async function record(transcript: Transcript, reference: Connect): Promise<Recording> {
  const stage = await Stage.open(createStandin, reference, transcript.situation);
  const client = new Client(stage);
  try {
    await transcript.run(client);
  } finally {
    await stage.close();
  }
  return {transcript, steps: client.steps, outcomes: client.outcomes};
}

/** Plays all that was recorded once more on these faces, word for word, and compares. */
export async function measure(
  faces: readonly Face[],
  recordings: readonly Recording[],
): Promise<readonly Measurement[]> {
  const here = async () => {
    const found: Measurement[] = [];
    // One after the other: MSW puts its own `fetch` in the place of this process's.
    for (const face of faces.filter(({isApart}) => !isApart)) found.push(...(await measureOne(face, recordings)));
    return found;
  };
  const apart = faces.filter(({isApart}) => isApart).map((face) => measureOne(face, recordings));
  return (await Promise.all([here(), ...apart])).flat();
}

async function measureOne(face: Face, recordings: readonly Recording[]): Promise<Measurement[]> {
  const player = await face.open();
  try {
    const found: Measurement[] = [];
    for (const {transcript, steps, outcomes} of recordings) {
      if (!transcript.faces.includes(face.name)) continue;
      const played = await player.play(transcript.situation, steps);
      const difference = differenceOf(steps, {expected: outcomes, found: played});
      found.push({entry: transcript, face: face.name, ...(difference && {difference})});
    }
    return found;
  } finally {
    await player.close();
  }
}
