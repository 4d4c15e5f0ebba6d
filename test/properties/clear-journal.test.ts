import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {holds, timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {sequencesOf} from './requests.js';
import {Run} from './run.js';
import {readAll} from './sweep.js';
import {symblWorld} from './symbl-world.js';

/** Words of the worlds' seeds: the subject's that go, and the bystander's. */
const erasedWord = /erased-[a-z0-9-]+/i;
const bystandersWord = /noor-[a-z0-9-]+/i;

const idsWith = async (run: Run, word: RegExp) =>
  (await run.client.journal()).filter((entry) => word.test(JSON.stringify(entry))).map(({id}) => id);

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  '%s, with a journal in clear',
  (_, world) => {
    it(
      'shows no entry with what was erased any more, and the bystander’s all the same',
      () =>
        holds(
          fc.asyncProperty(sequencesOf(world.vendor, {maxLength: 15}), async (steps) => {
            const run = await Run.begin(world, {journal: 'clear'});
            const known = await run.noted();
            await readAll(run, {known, who: 'subject'});
            await readAll(run, {known, who: 'bystander'});
            expect((await idsWith(run, erasedWord)).length).toBeGreaterThan(0);
            await run.play(steps);
            await run.erase();
            const left = await idsWith(run, erasedWord);
            if (left.length > 0) throw run.failure(`The journal still shows it in ${left.join(', ')}.`);
            expect((await idsWith(run, bystandersWord)).length).toBeGreaterThan(0);
          }),
          {runs: 8},
        ),
      timeout,
    );
  },
);
