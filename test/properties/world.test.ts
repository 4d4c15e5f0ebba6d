import {describe, expect, it} from 'vitest';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {Run} from './run.js';
import {bystandersData, goneWords, remnantsOf} from './sweep.js';
import {symblWorld} from './symbl-world.js';

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  'the world of %s',
  (_, world) => {
    it('has something of the subject in every collection, or says why not', () => {
      const missing = Object.keys(world.vendor.collections).filter((name) => !(name in world.impersonal));
      const filled = Object.keys(world.seed).filter((name) => /erased-|kept-/.test(JSON.stringify(world.seed[name])));
      expect(missing.filter((name) => !filled.includes(name))).toEqual([]);
    });

    it('shows everything as long as nothing is erased', async () => {
      const run = await Run.begin(world);
      const remnants = (await remnantsOf(run)).join('\n');
      for (const {word} of goneWords(run)) expect(remnants).toContain(word);
    });

    it('loses what the rules say, keeps what they say, and leaves the bystander alone', async () => {
      const run = await Run.begin(world);
      const before = await bystandersData(run);
      expect(before.size).toBeGreaterThan(5);
      await run.erase();
      expect(await remnantsOf(run)).toEqual([]);
      const everything = await run.client.everything();
      for (const word of JSON.stringify(world.seed).match(/(kept|noor)-[\w-]+/g) ?? []) {
        const isThere = everything.includes(word) || everything.includes(btoa(word));
        expect(isThere || word === 'noor-bytes', word).toBe(true);
      }
      expect(await bystandersData(run)).toEqual(before);
    });
  },
);
