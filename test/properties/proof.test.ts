/** The erasure proof against random use: it finds nothing of what is gone, and names a rule for what stays. */
import fc from 'fast-check';
import {expect, it} from 'vitest';
import type {ErasureProof} from '../../src/engine/index.js';
import {holds, timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {sequencesOf} from './requests.js';
import {Run} from './run.js';
import {goneWords} from './sweep.js';
import {symblWorld} from './symbl-world.js';
import type {World} from './world.js';

/** So many texts can be looked for at once. */
const most = 20;

async function proofsOf(run: Run, words: readonly string[]): Promise<readonly ErasureProof[]> {
  const chunks = Array.from({length: Math.ceil(words.length / most)}, (_, at) =>
    words.slice(at * most, (at + 1) * most),
  );
  const proofs: ErasureProof[] = [];
  for (const texts of chunks) proofs.push(await run.client.erasure({texts}));
  return proofs;
}

/** Plays a random sequence in a world, and has everything of the subject erased. */
function afterErasure(world: World, judge: (run: Run) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(sequencesOf(world.vendor), async (steps) => {
    const run = await Run.begin(world);
    await run.play(steps);
    await run.erase();
    await judge(run);
  });
  return holds(property, {runs: 10});
}

const worlds = [opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const);

it.each(worlds)(
  '%s: nothing of what was erased is found, in no disguise',
  (_, world) =>
    afterErasure(world, async (run) => {
      const words = [...new Set(goneWords(run).map(({word}) => word))];
      for (const {places, survivors} of await proofsOf(run, words)) {
        if (places.length + survivors.length === 0) continue;
        throw run.failure(`Not everything is gone:\n${JSON.stringify([...places, ...survivors], null, 2)}`);
      }
    }),
  timeout,
);

it.each([
  ['opencx', opencxWorld, /kept-(?!tag)\w+/g],
  ['dixa', dixaWorld, /kept-(?!subscription|tag)\w+/g],
] as const)(
  '%s: whatever stays stays by a rule',
  (_, world, kept) =>
    afterErasure(world, async (run) => {
      const words = [...new Set(JSON.stringify(world.seed).match(kept))];
      expect(words.length).toBeGreaterThan(0);
      for (const {places} of await proofsOf(run, words)) {
        if (places.length > 0) throw run.failure(`No rule keeps it:\n${JSON.stringify(places, null, 2)}`);
      }
    }),
  timeout,
);
