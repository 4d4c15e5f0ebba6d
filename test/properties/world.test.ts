import {describe, expect, it} from 'vitest';
import {dixaWorld} from './dixa-world.js';
import {opencxWorld} from './opencx-world.js';
import {Run} from './run.js';
import {bystandersData, decodedIn, goneWords, remnantsOf} from './sweep.js';
import {symblWorld} from './symbl-world.js';

/** What is written in a value, also what is in base64. */
function clear(value: unknown): string {
  const text = JSON.stringify(value);
  return text + decodedIn(text);
}

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  'the world of %s',
  (_, world) => {
    it('has something of the subject in every collection, or says why not', () => {
      const filled = Object.keys(world.seed).filter((name) => /(erased|kept)-/.test(clear(world.seed[name])));
      const known = new Set([...filled, ...Object.keys(world.impersonal)]);
      expect(Object.keys(world.vendor.collections).filter((name) => !known.has(name))).toEqual([]);
    });

    it('shows everything as long as nothing is erased', async () => {
      const run = await Run.begin(world);
      const remnants = (await remnantsOf(run)).join('\n');
      for (const {word} of goneWords(run)) expect(remnants).toContain(word);
    });

    it('loses what the rules say, keeps what they say, and leaves the bystander alone', async () => {
      const run = await Run.begin(world);
      const before = await bystandersData(run);
      const readable = [...before].filter(([place, text]) => place.startsWith('GET ') && text.includes('noor-'));
      expect(readable.length).toBeGreaterThan(3);
      await run.erase();
      expect(await remnantsOf(run)).toEqual([]);
      const left = clear(await run.dump());
      for (const word of clear(world.seed).match(/(kept|noor)-[\w-]+/g) ?? []) expect(left).toContain(word);
      expect(await bystandersData(run)).toEqual(before);
    });
  },
);
