import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {pactOf, rehearsalOf, type Material} from '../../src/export/index.js';
import {createStandin, type Standin} from '../../src/index.js';
import type {VendorName} from '../../src/registry.js';
import {callsOf, clients, hurriedStandin} from './pact-clients.js';
import {verify, whyNot} from './pact-verifier.js';

const names = Object.keys(clients) as VendorName[];
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `standin export pact` writes of a journal, with invented data, goes as it says at another stand-in. */
describe.skipIf(whyNot)("Pact's verifier, of what is exported from a journal", {timeout: 120_000}, () => {
  let material: Material;
  let standin: Standin;
  let url: string;

  beforeAll(async () => {
    await using busy = await hurriedStandin();
    // One after the other at one stand-in: each vendor's ids come after those of the ones before.
    for (const name of names) await callsOf(clients[name], {vendor: name, standin: busy});
    material = (await (await busy.fetch('/_standin/journal/export')).json()) as Material;
    standin = await createStandin();
    ({url} = await standin.listen({port: 0}));
  }, 120_000);

  afterAll(() => standin.close());

  it.each(names)('at %s finds that all goes as in the Pact, and nothing of the real calls is in it', async (name) => {
    const {calls, leftOut, vendors} = await rehearsalOf(material, {
      root,
      randomSeed: 7,
      vendors: [name],
      repeatsFaults: false,
    });
    const {scenario, behaviours} = material;
    const pact = pactOf(calls, {vendor: vendors[0]!, consumer: 'shop', version: '0', scenario, behaviours});
    const made = material.entries.filter(({vendor}) => vendor === name);
    // A body that is no JSON is in the journal as a token alone.
    expect(leftOut.map(({why}) => why)).toEqual(name === 'opencx' ? [expect.stringContaining('no JSON')] : []);
    expect(pact.interactions).toHaveLength(made.length - leftOut.length);
    expect(JSON.stringify(pact)).not.toMatch(/juno|tok_/i);
    const {isGreen, output} = await verify(pact, {url});
    expect(isGreen, output).toBe(true);
  });
});
