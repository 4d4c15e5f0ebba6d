import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {holds} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {sequencesOf} from './requests.js';
import {Run} from './run.js';
import {remnantsOf} from './sweep.js';
import {symblWorld} from './symbl-world.js';

const worlds = [opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const);

describe.each(worlds)('%s', (_, world) => {
  const sequences = sequencesOf(world.vendor);

  it('answers as its document says, whatever it is asked', async () => {
    await holds(
      fc.asyncProperty(sequences, async (steps) => {
        const run = await Run.begin(world);
        await run.play(steps);
        expect(run.lines.filter(({status}) => status >= 500)).toEqual([]);
      }),
      20,
    );
  });

  it('keeps nothing of what was erased', async () => {
    await holds(
      fc.asyncProperty(sequences, async (steps) => {
        const run = await Run.begin(world);
        await run.play(steps);
        await run.erase();
        const remnants = await remnantsOf(run, run.client.sent.length);
        if (remnants.length > 0) throw run.failure(`Not everything is gone.\n${remnants.join('\n')}`);
      }),
      20,
    );
  });
});
