import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkSeeds} from '../src/engine/desks.js';
import {isObject} from '../src/engine/index.js';
import {impliedSeed, type RecordedCall} from '../src/traffic/index.js';
import {holds, timeout} from './properties/check.js';
import {dixaWorld} from './properties/dixa-world.js';
import {opencxWorld} from './properties/opencx-world.js';
import {sequencesOf} from './properties/requests.js';
import {Run} from './properties/run.js';
import {readAll} from './properties/sweep.js';
import {symblWorld} from './properties/symbl-world.js';
import type {World} from './properties/world.js';
import {recordCalls, seedOfCalls} from './support/implied-seed.js';
import {VendorClient} from './support/vendor-client.js';

/** What a vendor was asked and read at random. */
async function randomCalls(
  world: World,
  {steps, isRead}: {readonly steps: Parameters<Run['play']>[0]; readonly isRead: boolean},
): Promise<readonly RecordedCall[]> {
  const run = await Run.begin(world);
  const calls = recordCalls(run.client);
  await run.play(steps);
  if (isRead) await readAll(run, {known: await run.noted(), who: 'subject'});
  return calls;
}

/** What may stand where something else was. */
const strange = [null, 0, -1, 1e300, '', 'x', '2026-13-01T00:00:00Z', true, [], [null], {}, {id: 7}, {_type: 'x'}];

/** One way to spoil a value: where, by how far one goes down, and what is put there instead. */
interface Spoiling {
  readonly picks: readonly number[];
  readonly put: number;
}

function spoil(value: unknown, {picks: [pick = 0, ...picks], put}: Spoiling): unknown {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const name = names[pick % Math.max(names.length, 1)];
  if (name === undefined || (picks.length === 0 && names.length === 0)) return strange[put % strange.length];
  if (Array.isArray(value)) {
    return value.map((item: unknown, position) => (String(position) === name ? spoil(item, {picks, put}) : item));
  }
  if (!isObject(value)) return value;
  if (picks.length > 0) return {...value, [name]: spoil(value[name], {picks, put})};
  // Half of the time a member is missing, else it is something else.
  const {[name]: _, ...rest} = value;
  return put % 2 === 0 ? rest : {...rest, [name]: strange[put % strange.length], constructor: 1};
}

function spoilt(call: RecordedCall, spoiling: Spoiling): RecordedCall {
  const {exchange} = call;
  const {body} = exchange.response;
  if (body === undefined || !/^[[{]/.test(body)) return call;
  const response = {...exchange.response, body: JSON.stringify(spoil(JSON.parse(body), spoiling))};
  return {...call, exchange: {...exchange, response}};
}

const spoilings = fc.array(fc.record({picks: fc.array(fc.nat(20), {minLength: 1, maxLength: 6}), put: fc.nat(1000)}), {
  minLength: 1,
  maxLength: 50,
});

describe.each([opencxWorld, dixaWorld, symblWorld].map((world) => [world.vendor.name, world] as const))(
  '%s, whatever it was asked',
  (name, world) => {
    it(
      'implies a seed that a stand-in starts with',
      () =>
        holds(
          fc.asyncProperty(sequencesOf(world.vendor), fc.boolean(), async (steps, isRead) => {
            const calls = await randomCalls(world, {steps, isRead});
            const client = new VendorClient(world.vendor, {seeds: await seedOfCalls(calls, world.vendor)});
            await expect(client.engine.sandbox('default')).resolves.toBeDefined();
          }),
          {runs: 15},
        ),
      timeout,
    );

    it(
      'implies a seed that a stand-in answers with as documented, however the recorded answers are spoilt',
      () =>
        holds(
          fc.asyncProperty(sequencesOf(world.vendor), spoilings, async (steps, ways) => {
            const calls = (await randomCalls(world, {steps, isRead: true})).map((call, position) =>
              spoilt(call, ways[position % ways.length] as Spoiling),
            );
            const {seeds: implied} = await impliedSeed({calls}, [world.vendor]);
            const seeds = await checkSeeds(implied, new Map([[name, world.vendor]]));
            const client = new VendorClient(world.vendor, {seeds});
            // The client throws when an answer is not as documented, and a sandbox begins with the first request.
            for (const {exchange} of calls.filter((call) => call.exchange.request.method === 'GET')) {
              const {path, query, headers} = exchange.request;
              const {status} = await client.call('GET', `${path}?${query}`, {headers});
              expect(status, path).toBeLessThan(500);
            }
          }),
          {runs: 15},
        ),
      timeout,
    );
  },
);
