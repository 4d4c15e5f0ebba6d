import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {holds, timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {sequencesOf} from './requests.js';
import {Run} from './run.js';
import {readAll} from './sweep.js';
import {symblWorld} from './symbl-world.js';

/** Words of the worlds' seeds: the subject's, which go, and the bystander's. */
const subjectsWord = /erased-[a-z0-9-]+/gi;
const bystandersWord = /noor-[a-z0-9-]+/gi;

const wordsIn = (value: unknown, word: RegExp) => new Set(JSON.stringify(value).match(word) ?? []);

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  '%s, with a journal in clear',
  (_, world) => {
    it(
      'shows nothing any more of what was erased, and the bystander all the same',
      () =>
        holds(
          fc.asyncProperty(sequencesOf(world.vendor, {maxLength: 15}), async (steps) => {
            const run = await Run.begin(world, {journal: 'clear'});
            const known = await run.noted();
            await readAll(run, {known, who: 'subject'});
            await readAll(run, {known, who: 'bystander'});
            await run.play(steps);
            // What was overwritten before was not erased.
            const held = wordsIn(await run.dump(), subjectsWord);
            await run.erase();
            const journal = await run.client.journal();
            const left = [...wordsIn(journal, subjectsWord)].filter((word) => held.has(word));
            if (left.length > 0) throw run.failure(`The journal still shows ${left.join(', ')}.`);
            expect(wordsIn(journal, bystandersWord).size).toBeGreaterThan(0);
          }),
          {runs: 8},
        ),
      timeout,
    );

    it('shows nothing any more of files either', async () => {
      const run = await Run.begin(world, {journal: 'clear'});
      await readAll(run, {known: await run.noted(), who: 'subject'});
      expect(wordsIn(await run.client.journal(), subjectsWord).size).toBeGreaterThan(0);
      await run.erase();
      expect([...wordsIn(await run.client.journal(), subjectsWord)]).toEqual([]);
    });
  },
);
