import {beforeAll, describe, expect, it} from 'vitest';
import {judgementOf} from '../../src/checks/conduct/index.js';
import type {JournalEntry} from '../../src/engine/index.js';
import {vendorsNamed, type KnownVendor, type VendorName} from '../../src/registry.js';
import {entriesOf, readRecording} from '../../src/traffic/index.js';
import type {PactV4, WrittenInteraction} from '../../src/traffic/pact/format.js';
import {pactOf, type PactCall} from '../../src/traffic/pact/write.js';
import {clients, recorded} from './pact-clients.js';

/** A Pact that was written is read by ourselves as it was meant. */
describe.each(Object.keys(clients) as VendorName[])('at %s', {timeout: 120_000}, (name) => {
  let vendor: KnownVendor;
  let calls: readonly PactCall[];
  let pact: PactV4;

  beforeAll(async () => {
    vendor = (await vendorsNamed([name]))[0] as KnownVendor;
    calls = await recorded(name);
    pact = pactOf(calls, {vendor, consumer: 'shop', version: '0', scenario: 'happy-path'});
  }, 120_000);

  async function judged(judged: PactV4) {
    const recording = readRecording(JSON.stringify(judged, undefined, 2), {vendors: [vendor]});
    const entries = await entriesOf(recording, [vendor]);
    const judgement = judgementOf([vendor], {isOrdered: recording.isOrdered});
    const during = recording.calls.flatMap(({sandbox, origin, hasCredentials}, position) =>
      judgement.judge({entry: entries[position] as JournalEntry, sandbox, origin, hasCredentials}),
    );
    return {recording, entries, breaches: [...during, ...judgement.end()]};
  }

  it('holds the same calls with the same answers', async () => {
    const {recording, entries} = await judged(pact);
    expect(recording.leftOut).toEqual([]);
    expect(entries.map(({operation, response}) => [operation, response.status])).toEqual(
      calls.map(({operation, exchange}) => [operation, exchange.response.status]),
    );
    const {calls: read} = recording;
    expect(read.map(({exchange: {request}}) => [request.method, request.path, request.body])).toEqual(
      calls.map(({exchange: {request}}) => [request.method, request.path, request.body]),
    );
  });

  it('is judged right, and wrong once a call has no credential', async () => {
    expect((await judged(pact)).breaches).toEqual([]);
    const position = pact.interactions.findLastIndex(({response}) => response.status < 300);
    const bare = pact.interactions.map((one, at) => (at === position ? withoutCredential(one) : one));
    const {breaches} = await judged({...pact, interactions: bare});
    expect(breaches).toMatchObject([{kind: 'authentication', entry: `call-${position + 1}`}]);
  });
});

function withoutCredential(interaction: WrittenInteraction): WrittenInteraction {
  const {authorization: _, ...headers} = interaction.request.headers ?? {};
  return {...interaction, request: {...interaction.request, headers}};
}
