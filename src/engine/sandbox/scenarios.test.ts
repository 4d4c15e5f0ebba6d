import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor, type LogEntry} from '../../../test/support/tiny-vendor.js';
import {VendorClient} from '../../../test/support/vendor-client.js';
import {createMemoryStore, type Store} from '../../state/index.js';
import {Engine} from '../engine.js';
import type {ScenarioName} from '../scenarios.js';
import type {Vendor} from '../vendor.js';

type Scenarios = NonNullable<NonNullable<Parameters<typeof tinyVendor>[0]>['scenarios']>;
type Arrange = NonNullable<NonNullable<Scenarios[ScenarioName]>['arrange']>;

const authorization = `Bearer ${tinyToken('admin')}`;
const start = '2026-01-05T09:00:00.000Z';

const clientOf = (scenarios: Scenarios, options: ConstructorParameters<typeof VendorClient>[1] = {}) =>
  new VendorClient(tinyVendor({scenarios}), {authorization, ...options});

/** A client whose sandboxes begin in a scenario that arranges something. */
const arranged = (arrange: Arrange) =>
  clientOf({flaky: {about: 'Something was done before.', arrange}}, {scenario: 'flaky'});

const noteOf = async (client: VendorClient, id = 'seeded') => (await client.call('GET', `/v1/notes/${id}`)).body;
const stored = async (client: VendorClient) =>
  JSON.stringify(await (await client.engine.sandbox('default')).partition.dump());
const logOf = async (client: VendorClient) => {
  const {partition} = await client.engine.sandbox('default');
  const entries = (await partition.find('tiny.log', {index: 'all', by: 'all'})) as unknown as readonly LogEntry[];
  return entries.map(({what, at}) => `${what} at ${new Date(at).toISOString()}`);
};

describe('what a vendor arranges', () => {
  it('is done to what was planted, before anyone calls', async () => {
    const client = arranged(async ({state}) => {
      const note = await state.notes.get('seeded');
      if (note) state.notes.save({...note, text: 'Bread'});
    });
    expect(await noteOf(client)).toMatchObject({text: 'Bread', author: 'anna'});
  });

  it('lay before the sandbox began: what it schedules is done, however long it takes', async () => {
    const client = arranged(async ({schedule}) => schedule('review', 'seeded', {after: 3_600_000}));
    expect(await noteOf(client)).toMatchObject({text: ''});
    expect(await logOf(client)).toEqual([`review seeded at ${start}`, `erase seeded at ${start}`]);
    client.advance(1e9);
    await noteOf(client);
    expect(await logOf(client)).toHaveLength(2);
  });

  it('has no webhooks leave, and the vendor is told so', async () => {
    const client = arranged(async ({schedule, deliver}) => {
      deliver('seeded');
      schedule('announce', 'seeded', {after: 0});
    });
    const told = `told seeded: Not sent: this stand-in has no way out. at ${start}`;
    expect(await logOf(client)).toEqual([told, told]);
    client.advance(1e9);
    await noteOf(client);
    await client.settled();
    expect(client.sent).toEqual([]);
    expect(await client.journal()).toMatchObject([{kind: 'request'}]);
  });

  it('gives no ids that come again', async () => {
    const client = arranged(async ({state, ids}) => {
      state.notes.save({id: ids.uuid(), number: ids.next('note'), text: 'First'});
    });
    const body = {text: 'Second'};
    expect(await client.call('POST', '/v1/notes', {body})).toMatchObject({status: 201, body: {number: 2}});
    const ids = [...(await stored(client)).matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBeGreaterThanOrEqual(2);
  });

  it('leaves the sandbox as it was when it fails', async () => {
    const client = clientOf({
      flaky: {
        about: 'It cannot be arranged.',
        behaviours: {loud: true},
        faults: [{fault: '500'}],
        arrange: async ({state}) => {
          state.notes.remove('seeded');
          throw new Error('It cannot be arranged.');
        },
      },
    });
    await client.call('POST', '/v1/notes', {body: {text: 'Bread'}});
    const before = await stored(client);
    await expect(client.engine.sandboxes.changeScenario('default', 'flaky')).rejects.toThrow('cannot be arranged');
    expect(await stored(client)).toBe(before);
    expect(await client.engine.sandboxes.scenario('default')).toBe('happy-path');
    expect(await noteOf(client)).toMatchObject({text: 'Milk'});
  });
});

describe('a scenario', () => {
  const scenarios: Scenarios = {
    flaky: {
      about: 'Loud, slow and broken.',
      behaviours: {loud: true, delay: 'PT2M'},
      faults: [{fault: '500', operation: 'getNote', every: 2}],
    },
    'revoked-key': {
      about: 'Nobody is known.',
      arrange: async ({state}) => {
        state.accounts.remove('admin');
      },
    },
  };
  const statuses = async (client: VendorClient, count: number) => {
    const all: number[] = [];
    for (let call = 0; call < count; call += 1) all.push((await client.call('GET', '/v1/notes/seeded')).status);
    return all;
  };

  it('lays its behaviours over those of the start, and those set later over its own', async () => {
    const client = clientOf(scenarios, {behaviours: {'tiny.delay': 'PT1S'}, scenario: 'flaky'});
    const {sandboxes} = client.engine;
    expect(await sandboxes.behaviours('default')).toEqual({'tiny.delay': 'PT2M', 'tiny.loud': true});
    await sandboxes.changeBehaviours('default', {'tiny.delay': 'PT3S'});
    expect(await sandboxes.behaviours('default')).toEqual({'tiny.delay': 'PT3S', 'tiny.loud': true});
    await sandboxes.changeScenario('default', 'happy-path');
    expect(await sandboxes.behaviours('default')).toEqual({'tiny.delay': 'PT1S', 'tiny.loud': false});
  });

  it('has faults of its own, which count from the beginning each time', async () => {
    const client = clientOf(scenarios, {scenario: 'flaky'});
    expect(await statuses(client, 3)).toEqual([200, 500, 200]);
    await client.engine.sandboxes.reset('default');
    expect(await statuses(client, 3)).toEqual([200, 500, 200]);
    const {faults} = await client.engine.sandbox('default');
    expect(faults.list()).toMatchObject([{id: 'fault-1', vendor: 'tiny', operation: 'getNote', hits: 1}]);
  });

  it('leaves nothing behind when another one comes', async () => {
    const client = clientOf(scenarios);
    const {sandboxes} = client.engine;
    const fresh = await stored(client);
    await sandboxes.changeScenario('default', 'flaky');
    await client.call('POST', '/v1/notes', {body: {text: 'Bread'}});
    await sandboxes.changeClock('default', () => ({mode: 'frozen', at: 0}));
    await sandboxes.changeScenario('default', 'revoked-key');
    expect(await statuses(client, 1)).toEqual([401]);
    await sandboxes.changeScenario('default', 'happy-path');
    expect(await stored(client)).toBe(fresh);
    expect(await client.journal()).toEqual([]);
    expect((await client.engine.sandbox('default')).faults.list()).toEqual([]);
    expect(await sandboxes.clock('default')).toMatchObject({state: {mode: 'running', speed: 1}});
  });

  it('that a sandbox began with is the one a reset goes back to', async () => {
    const client = clientOf(scenarios, {scenario: 'flaky'});
    const {sandboxes} = client.engine;
    const own = await sandboxes.create({id: 'own', scenario: 'revoked-key'});
    expect(own.scenario).toBe('revoked-key');
    for (const [id, began] of [
      ['default', 'flaky'],
      ['own', 'revoked-key'],
    ] as const) {
      await sandboxes.changeScenario(id, 'happy-path');
      expect(await sandboxes.scenario(id)).toBe('happy-path');
      await sandboxes.reset(id);
      expect(await sandboxes.scenario(id)).toBe(began);
    }
  });

  it('with a value that a behaviour cannot have is refused at the start', () => {
    expect(() => clientOf({flaky: {about: '', behaviours: {delay: 'soon'}}})).toThrow(
      'The behaviour tiny.delay cannot be "soon"',
    );
  });
});

describe('a store that lasts', () => {
  const engineOn = (store: Store, vendor: Vendor, scenario?: ScenarioName) =>
    new Engine({
      vendors: [vendor],
      seeds: {},
      behaviours: {},
      time: () => 5000,
      randomSeed: 1,
      journalKey: new Uint8Array(32),
      auth: 'strict',
      store,
      ...(scenario && {scenario}),
    });
  const vendor = tinyVendor({
    scenarios: {flaky: {about: '', behaviours: {loud: true}, faults: [{fault: '500'}]}},
  });

  it('opens again in the scenario that it was left in, with its behaviours and faults', async () => {
    const store = createMemoryStore();
    const first = engineOn(store, vendor);
    await first.sandboxes.create({id: 'blue', expiresAfter: 60_000});
    await first.sandboxes.changeScenario('blue', 'flaky');

    const second = engineOn(store, vendor, 'legacy-docs');
    expect(await second.sandboxes.scenario('blue')).toBe('flaky');
    expect(await second.sandboxes.behaviours('blue')).toMatchObject({'tiny.loud': true});
    expect((await second.sandbox('blue')).faults.list()).toMatchObject([{fault: '500', vendor: 'tiny'}]);
    expect(await second.sandboxes.status('blue')).toMatchObject({createdAt: 5000, expiresAt: 65_000});
    await second.sandboxes.reset('blue');
    expect(await second.sandboxes.scenario('blue')).toBe('happy-path');
  });

  it('knows a sandbox of an earlier run, which is not made a second time', async () => {
    const store = createMemoryStore();
    await engineOn(store, vendor).sandboxes.create({id: 'sandbox-1'});
    const second = engineOn(store, vendor);
    await expect(second.sandboxes.create({id: 'sandbox-1'})).rejects.toThrow('There is a sandbox sandbox-1 already');
    expect((await second.sandboxes.create({})).id).toBe('sandbox-2');
  });
});
