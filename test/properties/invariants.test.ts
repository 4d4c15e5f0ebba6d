import {describe, it} from 'vitest';
import {timeout} from './check.js';
import {dixaWorld} from './dixa-world.js';
import {
  answersAsDocumented,
  bearsGaps,
  keepsNothingErased,
  leavesTheBystanderAlone,
  refusesWithoutATrace,
  repeatsItself,
  staysASeed,
  survivesAFailingStore,
} from './invariants.js';
import {opencxWorld} from './opencx-world.js';
import {symblWorld} from './symbl-world.js';

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  '%s, whatever it is asked',
  (_, world) => {
    it.each([
      ['answers as its document says', answersAsDocumented, 25],
      ['keeps nothing of what was erased', keepsNothingErased, 10],
      ['leaves the bystander alone', leavesTheBystanderAlone, 10],
      ['gives the same bytes for the same requests', repeatsItself, 8],
      ['refuses without a trace', refusesWithoutATrace, 20],
      ['stores nothing that could not stand in a seed', staysASeed, 15],
      ['bears it when something is gone', bearsGaps, 15],
      ['survives a store that fails', survivesAFailingStore, 15],
    ] as const)('%s', (_what, invariant, runs) => invariant(world, {runs}), timeout);
  },
);
