/** The erasure proof against random use: it finds nothing of what is gone, and names a rule for what stays. */
import fc from 'fast-check';
import {expect, it} from 'vitest';
import type {ErasureProof} from '../../src/engine/index.js';
import {holds, timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {sequencesOf} from './requests.js';
import {Run, type ClientOptions} from './run.js';
import {goneWords, readAll} from './sweep.js';
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

/**
 * Plays a random sequence in a world, reads everything, and has everything of the subject erased.
 * @param judge is told what was stored just before.
 */
function afterErasure(
  world: World,
  options: ClientOptions,
  judge: (run: Run, before: string) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(sequencesOf(world.vendor), async (steps) => {
    const run = await Run.begin(world, options);
    await run.play(steps);
    await readAll(run, {known: await run.noted(), who: 'subject'});
    const before = JSON.stringify(await run.dump());
    await run.erase();
    await judge(run, before);
  });
  return holds(property, {runs: 8});
}

const worlds = [opencxWorld, dixaWorld, symblWorld];
const modes = ['tokens', 'clear'] as const;

it.each(worlds.flatMap((world) => modes.map((mode) => [world.vendor.name, mode, world] as const)))(
  '%s, journal in %s: nothing of what was erased is found, in no disguise',
  (_, journal, world) =>
    afterErasure(world, {journal}, async (run, before) => {
      const gone = [...new Set(goneWords(run).map(({word}) => word))];
      // What was overwritten earlier was not erased, so a journal in clear still shows it.
      const words = journal === 'clear' ? gone.filter((word) => before.includes(word)) : gone;
      for (const {places, survivors} of await proofsOf(run, words)) {
        if (places.length + survivors.length === 0) continue;
        throw run.failure(`Not everything is gone:\n${JSON.stringify([...places, ...survivors], null, 2)}`);
      }
    }),
  timeout,
);

it.each([
  ['opencx', opencxWorld, /kept-\w+/g],
  // A subscription, and a tag that was taken off, are the organization's.
  ['dixa', dixaWorld, /kept-(?!subscription|tag)\w+/g],
] as const)(
  '%s: whatever stays stays by a rule',
  (_, world, kept) =>
    afterErasure(world, {}, async (run) => {
      const words = [...new Set(JSON.stringify(world.seed).match(kept))];
      expect(words.length).toBeGreaterThan(0);
      for (const {places} of await proofsOf(run, words)) {
        if (places.length > 0) throw run.failure(`No rule keeps it:\n${JSON.stringify(places, null, 2)}`);
      }
    }),
  timeout,
);
