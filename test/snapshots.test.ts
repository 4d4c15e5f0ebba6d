import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Outgoing, type SandboxControl, type SnapshotDocument, type Standin} from '../src/index.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');
let standin: Standin;
let wall: number;

beforeEach(async () => {
  wall = start;
  standin = await createStandin({clock: () => wall, randomSeed: 1, outgoing: noReceiver});
});

const noReceiver: Outgoing = {send: () => Promise.resolve({failure: 'Nobody there.'})};

/** Asks Dixa in a sandbox, as a client would that has its key. */
async function dixa(
  path: string,
  method = 'GET',
  place: Pick<SandboxControl, 'info' | 'fetch'> = standin.sandbox('default'),
) {
  const headers = {authorization: place.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  const answer = await place.fetch(`/dixa${path}`, {method, headers});
  const text = await answer.text();
  return {status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as unknown};
}

async function control(method: string, path: string, body?: unknown) {
  const answer = await standin.fetch(`/_standin/snapshots${path}`, {
    method,
    ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  return {status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as {readonly detail: string}};
}

const conversation = '/v1/conversations/10749';
const ada = 'ada@example.com';

describe('a snapshot', () => {
  it('is taken under a name, and told of with when it was taken and what it holds', async () => {
    await standin.clock.set('2026-03-01T12:00:00Z');
    expect((await control('PUT', '/before')).status).toBe(201);
    expect(await standin.snapshots.list()).toEqual([
      {
        version: 1,
        name: 'before',
        sandbox: 'default',
        takenAt: '2026-03-01T12:00:00.000Z',
        holdsErased: false,
        entities: await counts(),
      },
    ]);
  });

  it('takes the place of one of the same name', async () => {
    await standin.snapshots.take('before');
    await standin.state.collection('dixa', 'messages').clear();
    expect((await control('PUT', '/before')).status).toBe(200);
    expect((await standin.snapshots.list()).map(({entities}) => entities)).toEqual([await counts()]);
  });

  it('is gone back to: what was changed, added and removed since is as it was', async () => {
    const before = await standin.state.read();
    await standin.snapshots.take('before');
    await dixa('/v1/conversations/10750/close', 'PUT');
    await standin.state.collection('dixa', 'endUsers').clear();
    await standin.state.patch({symbl: {apps: [{id: 'new', appSecret: 'new', accountId: 'new'}]}});
    await standin.snapshots.restore('before');
    expect(await standin.state.read()).toEqual(before);
  });

  it('may be gone back to again and again', async () => {
    await standin.snapshots.take('before');
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await dixa(`${conversation}/anonymize`, 'PATCH')).status).toBe(202);
      await standin.clock.advance('P1D');
      expect((await dixa(conversation)).body).toMatchObject({data: {_type: 'AnonymizedConversation'}});
      await standin.snapshots.restore('before');
      expect((await dixa(conversation)).body).toMatchObject({data: {fromEmail: ada}});
    }
  });

  it('brings back the ids that come next: the same calls get the same answers', async () => {
    await standin.snapshots.take('before');
    const first = await dixa(`${conversation}/anonymize`, 'PATCH');
    await standin.snapshots.restore('before');
    expect(await dixa(`${conversation}/anonymize`, 'PATCH')).toEqual(first);
  });

  it('brings back what waited for its time, with as much time left', async () => {
    await standin.behaviours.set({'dixa.anonymization_delay': 'PT1H'});
    await dixa(`${conversation}/anonymize`, 'PATCH');
    wall += 50 * 60_000;
    await standin.snapshots.take('pending');
    wall += 86_400_000;
    expect((await dixa(conversation)).body).toMatchObject({data: {_type: 'AnonymizedConversation'}});
    await standin.snapshots.restore('pending');
    wall += 9 * 60_000;
    expect((await dixa(conversation)).body).toMatchObject({data: {fromEmail: ada}});
    wall += 2 * 60_000;
    expect((await dixa(conversation)).body).toMatchObject({data: {_type: 'AnonymizedConversation'}});
  });

  it('brings back behaviours and the scenario', async () => {
    await standin.scenarios.use('open-conversation');
    await standin.behaviours.set({'dixa.dates': 'plain'});
    const before = await standin.behaviours.get();
    await standin.snapshots.take('before');
    await standin.scenarios.use('happy-path');
    await standin.snapshots.restore('before');
    expect(await standin.behaviours.get()).toEqual(before);
    expect(await standin.scenarios.current()).toBe('open-conversation');
    expect((await dixa(`${conversation}/anonymize`, 'PATCH')).status).toBe(409);
  });

  it('begins a new life: an empty journal, the faults of the scenario, the clock from when it was taken', async () => {
    await standin.snapshots.take('before');
    await standin.faults.add({fault: '500'});
    await dixa(conversation);
    await standin.clock.set('2030-01-01T00:00:00Z');
    await standin.snapshots.restore('before');
    expect(await standin.journal.entries()).toEqual([]);
    expect(await standin.faults.list()).toEqual([]);
    expect(await standin.faults.add({fault: '500'})).toMatchObject([{id: 'fault-1'}]);
    expect((await standin.clock.now()).toISOString()).toBe('2026-01-05T09:00:00.000Z');
    wall += 1000;
    expect((await standin.clock.now()).toISOString()).toBe('2026-01-05T09:00:01.000Z');
  });

  it('brings a clock back that stood still', async () => {
    await standin.clock.freeze();
    await standin.snapshots.take('before');
    await standin.clock.resume();
    await standin.snapshots.restore('before');
    wall += 60_000;
    expect((await standin.clock.now()).toISOString()).toBe('2026-01-05T09:00:00.000Z');
  });

  it('forgets webhooks that were under way', async () => {
    const waiting: (() => void)[] = [];
    const sent: string[] = [];
    const outgoing: Outgoing = {
      send: ({body}) =>
        new Promise((resolve) => {
          sent.push(body);
          waiting.push(() => resolve({status: 200, body: ''}));
        }),
    };
    await using slow = await createStandin({clock: () => wall, randomSeed: 1, outgoing});
    const id = '0d6f4f6e-52c1-4c65-8a53-7b1f0c1a9d01';
    const by = {createdAt: '2026-01-04T12:00:00Z', createdBy: id, updatedAt: '2026-01-04T12:00:00Z', updatedBy: id};
    const board = {id, name: 'Board', url: 'http://127.0.0.1:9/', subscribedEvents: ['ConversationClosed']};
    await slow.state.patch({dixa: {webhookSubscriptions: [{...board, ...by, secretKey: 'a'.repeat(64)}]}});
    await dixa('/v1/conversations/10750/close', 'PUT', slow.sandbox('default'));
    await expect.poll(() => sent.length).toBe(1);
    await slow.snapshots.take('underWay');
    const [delivery] = await slow.state.collection('dixa', 'webhookDeliveries').list();
    await slow.snapshots.restore('underWay');
    for (const answer of waiting) answer();
    await slow.settled();
    // What the receiver says to the life before is not written down in this one.
    expect(delivery).not.toHaveProperty('detail');
    expect(await slow.state.collection('dixa', 'webhookDeliveries').list()).toEqual([delivery]);
  });

  it('outlives a reset, but not its sandbox', async () => {
    const blue = standin.sandbox('blue');
    await blue.snapshots.take('before');
    await blue.reset();
    expect(await blue.snapshots.list()).toHaveLength(1);
    await standin.sandboxes.delete('blue');
    expect(await blue.snapshots.list()).toEqual([]);
    expect(await standin.snapshots.list()).toEqual([]);
  });

  it('is forgotten when it is deleted', async () => {
    await standin.snapshots.take('before');
    expect((await control('DELETE', '/before')).status).toBe(204);
    expect(await standin.snapshots.list()).toEqual([]);
  });

  it.each([
    ['GET', '/before'],
    ['DELETE', '/before'],
    ['POST', '/before/restore'],
  ])('%s %s is not there, and the answer says what is', async (method, path) => {
    expect(await control(method, path)).toMatchObject({
      status: 404,
      body: {detail: 'There is no snapshot "before": this sandbox has none.'},
    });
    await standin.snapshots.take('one');
    await standin.snapshots.take('two');
    expect((await control(method, path)).body.detail).toBe('There is no snapshot "before": there are one, two.');
  });

  it.each(['.hidden', 'a b', 'x'.repeat(65), '../up'])('cannot be called %j', async (name) => {
    expect((await control('PUT', `/${encodeURIComponent(name)}`)).status).toBe(400);
  });

  it('is one of twenty at most', async () => {
    for (let count = 1; count <= 20; count += 1) await standin.snapshots.take(`s${count}`);
    expect(await control('PUT', '/s21')).toMatchObject({
      status: 409,
      body: {detail: 'This sandbox has 20 snapshots already; delete one of them first.'},
    });
    expect((await control('PUT', '/s20')).status).toBe(200);
  });
});

describe('a snapshot that was taken before an erasure', () => {
  it('keeps what was erased, and says so', async () => {
    await standin.snapshots.take('before');
    await dixa(`${conversation}/anonymize`, 'PATCH');
    expect((await summary('before')).holdsErased).toBe(false);
    await standin.clock.advance('P1D');
    await standin.snapshots.take('after');
    expect((await summary('before')).holdsErased).toBe(true);
    expect((await summary('after')).holdsErased).toBe(false);
    expect((await standin.snapshots.export('before')).holdsErased).toBe(true);
    expect(JSON.stringify(await standin.snapshots.export('before'))).toContain('Where is the parcel for Ada Example?');
    expect(JSON.stringify(await standin.snapshots.export('after'))).not.toContain(
      'Where is the parcel for Ada Example?',
    );
  });

  it('says nothing of an erasure of what it does not hold', async () => {
    await standin.state.replace({dixa: {}});
    await standin.snapshots.take('empty');
    await standin.reset();
    await dixa(`${conversation}/anonymize`, 'PATCH');
    await standin.clock.advance('P1D');
    expect((await summary('empty')).holdsErased).toBe(false);
  });
});

describe('a snapshot in a file', () => {
  it('holds everything, and is the same when it comes back', async () => {
    await dixa(`${conversation}/anonymize`, 'PATCH');
    await standin.snapshots.take('before');
    const file = await standin.snapshots.export('before');
    expect(file).toMatchObject({
      version: 1,
      name: 'before',
      sandbox: 'default',
      state: {dixa: {conversations: expect.any(Array) as unknown}},
      engine: {scenario: 'happy-path', due: [{transition: 'anonymize'}], behaviours: {'symbl.jobs': 'both'}},
    });
    expect((await control('PUT', '/again', file)).status).toBe(201);
    expect(await standin.snapshots.export('again')).toEqual({...file, name: 'again'});
  });

  it('starts another stand-in off where it was taken', async () => {
    await dixa(`${conversation}/anonymize`, 'PATCH');
    await standin.snapshots.take('before');
    const file = JSON.parse(JSON.stringify(await standin.snapshots.export('before'))) as SnapshotDocument;
    await using other = await createStandin({clock: () => wall + 1e9, randomSeed: 7});
    await other.snapshots.import('moved', file);
    await other.snapshots.restore('moved');
    expect(await other.state.read()).toEqual(await standin.state.read());
    expect((await other.clock.advance('P1D')).map(({transition}) => transition)).toEqual(['anonymize']);
    expect(await other.state.collection('dixa', 'conversations').get(10749)).not.toHaveProperty('fromEmail');
  });

  it('knows the credentials of the sandbox it comes into', async () => {
    await standin.snapshots.take('before');
    const blue = standin.sandbox('blue');
    await blue.snapshots.import('moved', await standin.snapshots.export('before'));
    await blue.snapshots.restore('moved');
    expect((await dixa(conversation, 'GET', blue)).status).toBe(200);
  });

  it('leaves vendors alone that it does not tell of', async () => {
    await using small = await createStandin({vendors: ['dixa'], clock: () => wall, randomSeed: 1});
    await small.state.collection('dixa', 'endUsers').clear();
    await small.snapshots.take('dixa');
    await standin.state.collection('symbl', 'members').clear();
    await standin.snapshots.import('dixa', await small.snapshots.export('dixa'));
    expect((await summary('dixa')).entities).not.toHaveProperty('symbl');
    await standin.snapshots.restore('dixa');
    expect(await standin.state.collection('dixa', 'endUsers').list()).toEqual([]);
    expect(await standin.state.collection('symbl', 'members').list()).toEqual([]);
    expect(await standin.state.collection('symbl', 'conversations').list()).not.toEqual([]);
    expect(await standin.state.collection('opencx', 'apiKeys').list()).not.toEqual([]);
  });

  it.each([
    ['of another version', {version: 2}, /version must be/],
    ['with a member too many', {more: 1}, /more/],
    ['of an unknown vendor', {state: {zendesk: {}}}, '/zendesk: no such vendor; use opencx, dixa, symbl.'],
    [
      'with an entity that cannot be',
      {state: {dixa: {endUsers: [{id: 5}]}}},
      /^\/dixa\/endUsers\/0\/createdAt: is missing; add it\./,
    ],
    [
      'with an unknown behaviour',
      {engine: {behaviours: {'dixa.nothing': 1}}},
      /^There is no behaviour dixa\.nothing: use /,
    ],
    ['with an unknown scenario', {engine: {scenario: 'worst-path'}}, /scenario/],
    [
      'with a transition that nobody can carry out',
      {engine: {due: [{id: '1', at: 0, vendor: 'dixa', transition: 'toString', payload: 1, leaves: false}]}},
      '/engine/due/0: dixa has no transition toString; leave it out.',
    ],
    [
      'with one of an unknown vendor',
      {engine: {due: [{id: '1', at: 0, vendor: 'zendesk', transition: 'deliver', payload: 1, leaves: false}]}},
      '/engine/due/0: zendesk has no transition deliver; leave it out.',
    ],
    ['with a clock that no clock is', {engine: {clock: {mode: 'running', offset: 0, speed: -1}}}, /speed/],
  ])('%s is refused, and nothing is kept', async (_, change, detail) => {
    await standin.snapshots.take('before');
    const file = await standin.snapshots.export('before');
    const engine = 'engine' in change ? {...file.engine, ...change.engine} : file.engine;
    const answer = await control('PUT', '/broken', {...file, ...change, engine});
    expect(answer.status).toBe(400);
    if (detail instanceof RegExp) expect(answer.body.detail).toMatch(detail);
    else expect(answer.body.detail).toBe(detail);
    expect(await standin.snapshots.list()).toHaveLength(1);
  });
});

async function summary(name: string) {
  const found = (await standin.snapshots.list()).find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no snapshot ${name}.`);
  return found;
}

/** How many entities each vendor has now. */
async function counts(): Promise<Record<string, number>> {
  const state = await standin.state.read();
  return Object.fromEntries(
    standin.vendors.map(({name}) => [name, Object.values(state[name] as unknown as object).flat().length]),
  );
}

describe('a document that comes from elsewhere', () => {
  it('is refused before it is kept when its instant is none', async () => {
    const standin = await createStandin({vendors: ['dixa']});
    await standin.snapshots.take('a');
    const document = {...(await standin.snapshots.export('a')), takenAt: '2016-12-31T23:59:60Z'};
    await expect(standin.snapshots.import('b', document)).rejects.toThrow('/takenAt: must be an instant');
    expect((await standin.snapshots.list()).map(({name}) => name)).toEqual(['a']);
  });

  it('does not bring the credentials of another sandbox along', async () => {
    const standin = await createStandin({vendors: ['dixa']});
    const [blue, red] = [standin.sandbox('blue'), standin.sandbox('red')];
    await blue.snapshots.take('a');
    await red.snapshots.import('a', await blue.snapshots.export('a'));
    await red.snapshots.restore('a');
    const status = async (token = '') =>
      (await red.fetch('/dixa/v1/conversations/10749', {headers: {authorization: token}})).status;
    expect(await status(blue.info.vendors.dixa?.env.DIXA_API_KEY)).toBe(401);
    expect(await status(red.info.vendors.dixa?.env.DIXA_API_KEY)).toBe(200);
  });
});
