/** What a stand-in finds again in a store that lasts. The store's own tests stand beside it; those of browsers in `test/browser`. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin, type StandinOptions} from '../src/index.js';
import {NotWritten} from '../src/state/index.js';
import {createLastingStore} from '../src/state/lasting-store.js';
import {MemoryShelf} from './support/memory-shelf.js';

const start = Date.UTC(2026, 0, 5, 9);
const user = 'f28fafd6-2e42-4441-943c-388a8e0ef433';

let shelf: MemoryShelf;
let errors: unknown[];
const open: Standin[] = [];
beforeEach(() => {
  shelf = new MemoryShelf();
  errors = [];
});
afterEach(async () => {
  for (const standin of open.splice(0)) await standin.close();
});

/** A stand-in as a page makes it when it is loaded, or loaded anew. */
async function load(options: StandinOptions = {}): Promise<Standin> {
  const standin = await createStandin({
    vendors: ['dixa', 'symbl'],
    randomSeed: 1,
    clock: () => start,
    store: createLastingStore({shelf, stamp: 'test'}),
    onError: (error) => errors.push(error),
    ...options,
  });
  open.push(standin);
  return standin;
}

/** One that is loaded after the other has gone. */
async function reload(standin: Standin, options?: StandinOptions): Promise<Standin> {
  await standin.close();
  return load(options);
}

async function dixa(standin: Standin, request: string, sandbox = 'default'): Promise<{status: number; text: string}> {
  const [method = '', path = ''] = request.split(' ');
  const authorization = standin.sandbox(sandbox).info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  const answer = await standin.fetch(`/dixa/v1${path}`, {method, headers: {authorization}});
  return {status: answer.status, text: await answer.text()};
}

describe('a stand-in that is loaded anew', () => {
  it('answers byte by byte as one that was never away: ids, instants and what is due go on', async () => {
    const calls = [
      'PATCH /conversations/10749/anonymize',
      'PATCH /conversations/10750/anonymize',
      'PATCH /conversations/10750/anonymize?force=true',
      `PATCH /endusers/${user}/anonymize`,
      'GET /conversations/10749/messages',
      'PATCH /conversations/10749/anonymize',
      `GET /endusers/${user}`,
    ];
    const answers = async (between: (standin: Standin) => Promise<Standin>, options?: StandinOptions) => {
      let standin = await load(options);
      await standin.clock.freeze();
      const all: unknown[] = [];
      for (const call of calls) {
        all.push(await dixa(standin, call), await standin.clock.advance('PT1S'));
        standin = await between(standin);
      }
      return all;
    };
    const once = await answers(async (standin) => standin, {
      store: createLastingStore({shelf: new MemoryShelf(), stamp: 'test'}),
    });
    expect(once).toContainEqual([expect.objectContaining({transition: 'anonymize'})]);
    expect(once).toContainEqual(expect.objectContaining({status: 409}));
    expect(await answers(reload)).toEqual(once);
  });

  it('carries out what fell due while nobody was there', async () => {
    const first = await load();
    await dixa(first, 'PATCH /conversations/10749/anonymize');
    const second = await reload(first, {clock: () => start + 60_000});
    expect((await dixa(second, 'GET /conversations/10749/messages')).text).toContain('anonymized.invalid');
    expect(shelf.texts.get('default')?.includes('"collection":"standin.due"')).toBe(false);
  });

  it('keeps a clock that stands, behaviours that were changed and tokens that were issued', async () => {
    const first = await load();
    await first.clock.freeze();
    await first.clock.set('2026-02-03T04:05:06Z');
    await first.behaviours.set({'dixa.dates': 'plain'});
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = first.info.vendors.symbl?.env ?? {};
    const issued = await first.fetch('/symbl/oauth2/token:generate', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({type: 'application', appId, appSecret}),
    });
    const {accessToken} = (await issued.json()) as {accessToken: string};

    const second = await reload(first, {clock: () => start + 60_000});
    expect((await second.clock.now()).toISOString()).toBe('2026-02-03T04:05:06.000Z');
    expect((await second.behaviours.get())['dixa.dates']).toBe('plain');
    const headers = {authorization: `Bearer ${accessToken}`};
    expect((await second.fetch('/symbl/v1/conversations', {headers})).status).toBe(200);
  });

  it('has what is not kept anew: journal, faults, snapshots', async () => {
    const first = await load();
    await first.faults.add({vendor: 'dixa', fault: 'reset'});
    await first.snapshots.take('before');
    await dixa(first, 'GET /conversations/10749').catch(() => undefined);
    const second = await reload(first);
    expect([await second.journal.count(), await second.faults.list(), await second.snapshots.list()]).toEqual([
      0,
      [],
      [],
    ]);
  });

  it('begins anew when it is reset, with the seed that it has now', async () => {
    const first = await load();
    await dixa(first, 'PATCH /conversations/10750/anonymize?force=true');
    const second = await reload(first);
    await second.reset();
    expect((await dixa(await reload(second), 'PATCH /conversations/10750/anonymize')).status).toBe(409);
  });

  it('begins anew where what it finds is broken', async () => {
    const first = await load();
    await dixa(first, 'PATCH /conversations/10750/anonymize?force=true');
    shelf.texts.set('default', (shelf.texts.get('default') ?? '').replaceAll('"entries"', '"entrees"'));
    expect((await dixa(await reload(first), 'PATCH /conversations/10750/anonymize')).status).toBe(409);
  });
});

describe('sandboxes from an earlier time', () => {
  it('are there when they are named, and nobody makes one of their id', async () => {
    const first = await load();
    await dixa(first, 'PATCH /conversations/10750/anonymize?force=true', 'blue');
    const second = await reload(first);
    await expect(second.sandboxes.create({id: 'blue'})).rejects.toThrow(/There is a sandbox blue already/);
    const third = await reload(second);
    expect((await dixa(third, 'PATCH /conversations/10750/anonymize', 'blue')).status).toBe(202);
    expect((await dixa(third, 'PATCH /conversations/10750/anonymize')).status).toBe(409);
  });

  it('can be deleted before anybody names them', async () => {
    const first = await load();
    await dixa(first, 'GET /conversations/10750', 'blue');
    const second = await reload(first);
    expect(shelf.texts.has('blue')).toBe(true);
    await second.sandboxes.delete('blue');
    expect(shelf.texts.has('blue')).toBe(false);
  });
});

describe('a shelf that is full', () => {
  it('fails the request as a whole, and the error says why', async () => {
    const standin = await load();
    const before = shelf.texts.get('default');
    shelf.failures = 1;
    expect((await dixa(standin, 'PATCH /conversations/10750/anonymize?force=true')).status).toBe(500);
    expect(errors).toEqual([new NotWritten('The shelf is full.')]);
    expect(shelf.texts.get('default')).toBe(before);
    expect((await dixa(standin, 'PATCH /conversations/10750/anonymize')).status).toBe(409);
  });

  it('loses nothing that is due: it is carried out when there is room', async () => {
    const first = await load();
    await dixa(first, 'PATCH /conversations/10749/anonymize');
    const second = await reload(first, {clock: () => start + 60_000});
    shelf.failures = 1;
    await expect(dixa(second, 'GET /conversations/10749/messages')).rejects.toThrow('The shelf is full.');
    expect((await dixa(second, 'GET /conversations/10749/messages')).text).toContain('anonymized.invalid');
  });
});

describe('two that share a shelf', () => {
  it('do one thing after the other', async () => {
    const [left, right] = await Promise.all([load(), load()]);
    const answers = await Promise.all(
      Array.from({length: 10}, (_, turn) => dixa(turn % 2 ? left : right, 'PATCH /conversations/10749/anonymize')),
    );
    const ids = answers.map(({text}) => (JSON.parse(text) as {data: {id: string}}).data.id);
    expect(new Set(ids).size).toBe(10);
    await left.clock.advance('PT1S');
    expect((await dixa(right, 'GET /conversations/10749/messages')).text).toContain('anonymized.invalid');
  });

  it('begin it once: whoever looked before the other began finds what the other did', async () => {
    const store = createLastingStore({shelf, stamp: 'test'});
    await store.open('default');
    await dixa(await load(), 'PATCH /conversations/10750/anonymize?force=true');
    expect((await dixa(await load({store}), 'PATCH /conversations/10750/anonymize')).status).toBe(202);
  });
});
