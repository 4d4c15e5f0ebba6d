import {describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor, type LogEntry} from '../../test/support/tiny-vendor.js';
import {createMemoryStore, type Partition, type Store} from '../state/index.js';
import {frozen, setTo} from '../time/index.js';
import {addressOf} from './addressing.js';
import {Engine, type EngineOptions} from './engine.js';
import {TooManySandboxes} from './sandbox/lifetimes.js';
import type {JournalEntry} from './journal/journal.js';
import type {PlainResponse} from './request.js';
import type {DueRecord} from './sandbox/sandbox.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');

interface Options extends Partial<EngineOptions> {
  readonly token?: string;
}

/** An engine with the tiny vendor, a clock that a test moves, and the violations it reported. */
function tinyEngine({token = tinyToken('admin'), ...options}: Options = {}) {
  let now = start;
  const violations: JournalEntry[] = [];
  const engine = new Engine({
    vendors: [tinyVendor()],
    seeds: {},
    behaviours: {},
    time: () => now,
    randomSeed: 1,
    journalKey: new Uint8Array(32).fill(7),
    auth: 'strict',
    onViolation: (entry) => violations.push(entry),
    ...options,
  });

  const call = (line: string, body?: object, {sandbox = 'default', as = token} = {}): Promise<PlainResponse> => {
    const [method = '', target = ''] = line.split(' ');
    const request = {
      method,
      target,
      headers: {authorization: `Bearer ${as}`, 'content-type': 'application/json', 'x-standin-sandbox': sandbox},
      body: body && new TextEncoder().encode(JSON.stringify(body)),
      origin: 'http://127.0.0.1:4020',
      vendor: 'tiny',
    };
    const address = addressOf(request, engine.vendors);
    if (address.kind !== 'vendor') throw new Error(`${line} led to ${address.kind}`);
    return engine.answer(request, address);
  };

  const create = async (text: string, sandbox = 'default') =>
    JSON.parse(String((await call('POST /v1/notes', {text}, {sandbox})).body)) as {id: string; number: number};

  /** What transitions did, in order. */
  const log = async () => {
    const {partition} = await engine.sandbox('default');
    const entries = (await partition.find('tiny.log', {index: 'all', by: 'all'})) as unknown as LogEntry[];
    return entries.map(({what, at}) => `${what} after ${(at - start) / 1000}s`);
  };

  const dump = async (sandbox = 'default') => (await engine.sandbox(sandbox)).partition.dump();
  const journal = async (sandbox = 'default') => (await engine.sandbox(sandbox)).journal.entries();
  const pass = (seconds: number) => void (now += seconds * 1000);
  return {engine, violations, call, create, log, dump, journal, pass};
}

/** A store that is slow to say that a job is done, as one behind a network is. */
function slowStore(): Store {
  const store = createMemoryStore();
  return {
    remove: (name) => store.remove(name),
    open: async (name) => {
      const partition = await store.open(name);
      const exclusive: Partition['exclusive'] = async (job) => {
        const result = await partition.exclusive(job);
        for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
        return result;
      };
      return {
        exclusive,
        get: (collection, id) => partition.get(collection, id),
        find: (collection, query) => partition.find(collection, query),
        commit: (changes) => partition.commit(changes),
        replace: (changes) => partition.replace(changes),
        dump: () => partition.dump(),
      };
    },
  };
}

describe('a request', () => {
  it('is answered by its handler, in the vendor’s words', async () => {
    const {call} = tinyEngine();
    expect(await call('GET /v1/notes/seeded')).toEqual({
      status: 200,
      headers: {'Content-Type': 'application/json; charset=utf-8'},
      body: '{"id":"seeded","number":0,"text":"Milk","author":"anna"}',
    });
    expect(await call('DELETE /v1/notes/seeded')).toEqual({status: 204, headers: {}, body: undefined});
    expect((await call('GET /v1/notes/seeded')).status).toBe(404);
  });

  it.each([
    ['GET /nothing', 404, 'unknown-route'],
    ['PUT /ping', 400, 'wrong-method'],
    ['GET /v1/notes/%', 400, 'bad-url'],
    ['POST /v1/notes', 400, 'empty-body'],
  ])('%s is refused with %i %s', async (line, status, message) => {
    const {call} = tinyEngine();
    expect(await call(line)).toMatchObject({status, body: JSON.stringify({message})});
  });

  it('needs a known credential, but for operations that the document leaves open', async () => {
    const {call} = tinyEngine({token: 'unknown'});
    expect((await call('GET /v1/notes/seeded')).status).toBe(401);
    expect((await call('GET /ping')).status).toBe(200);
  });

  it('needs the rights that the operation asks for', async () => {
    const {call} = tinyEngine({token: tinyToken('reader')});
    expect((await call('GET /v1/notes/seeded')).status).toBe(200);
    expect((await call('DELETE /v1/notes/seeded')).status).toBe(403);
  });

  it('is taken through the steps in the vendor’s own order', async () => {
    const vendors = [tinyVendor({steps: ['authenticate', 'route', 'decode', 'validate']})];
    expect((await tinyEngine({token: 'unknown'}).call('GET /nothing')).status).toBe(404);
    expect((await tinyEngine({token: 'unknown', vendors}).call('GET /nothing')).status).toBe(401);
    expect((await tinyEngine({vendors}).call('GET /nothing')).status).toBe(404);
  });
});

describe('a refused request', () => {
  it('commits nothing, whatever the handler had written before it refused', async () => {
    const {call, dump, engine} = tinyEngine();
    const before = await dump();
    expect((await call('POST /v1/notes/seeded/spoil')).status).toBe(409);
    expect(await dump()).toEqual(before);
    expect(await engine.sandboxes.audit('default')).toEqual([]);
  });

  it('advances neither ids nor counters', async () => {
    const [plain, spoiled] = [tinyEngine(), tinyEngine()];
    await spoiled.call('POST /v1/notes/seeded/spoil');
    await spoiled.call('POST /v1/notes', {surplus: true});
    expect(await spoiled.create('Milk')).toEqual(await plain.create('Milk'));
  });

  it('commits nothing when its handler breaks, and the next one is answered', async () => {
    const {call, dump, journal} = tinyEngine();
    const before = await dump();
    expect((await call('GET /v1/notes/seeded/break?how=throw')).status).toBe(500);
    expect(await dump()).toEqual(before);
    expect(await journal()).toMatchObject([{response: {status: 500}, violations: [{keyword: 'exception'}]}]);
    expect((await call('GET /ping')).status).toBe(200);
  });
});

describe('requests of one sandbox', () => {
  it('are carried out in the order in which they arrive', async () => {
    const {create, journal} = tinyEngine();
    const notes = await Promise.all(Array.from({length: 20}, (_, number) => create(`note ${number}`)));
    expect(notes.map(({number}) => number)).toEqual(Array.from({length: 20}, (_, number) => number + 1));
    expect((await journal()).map(({id}) => id)).toEqual(Array.from({length: 20}, (_, number) => `req-${number + 1}`));
  });
});

describe('an answer that differs from the document', () => {
  it.each([
    ['status', 'status', '#/paths/~1{version}~1notes~1{noteId}~1break/get/responses'],
    ['body', 'required', '#/components/schemas/Note/required'],
    ['empty', 'required', '#/paths/~1{version}~1notes~1{noteId}~1break/get/responses'],
    ['surplus', 'body', '#/paths/~1{version}~1notes~1{noteId}~1break/get/responses'],
    ['file', 'body', '#/paths/~1{version}~1notes~1{noteId}~1break/get/responses'],
  ])('in its %s is reported and journaled', async (how, keyword, schemaPath) => {
    const {call, violations, journal} = tinyEngine();
    await call(`GET /v1/notes/seeded/break?how=${how}`);
    expect(violations).toHaveLength(1);
    expect(violations[0]?.violations).toMatchObject([{location: 'response', keyword, schemaPath}]);
    expect(await journal()).toEqual(violations);
  });

  it('is not reported where there is none, nor where no operation matched', async () => {
    const {call, violations} = tinyEngine();
    await call('GET /v1/notes/seeded');
    await call('POST /v1/notes', {surplus: true});
    await call('GET /nothing');
    expect(violations).toEqual([]);
  });
});

describe('the journal', () => {
  it('tells what was asked, what was answered and what was wrong', async () => {
    const {call, journal, pass} = tinyEngine();
    pass(60);
    await call('POST /v1/notes', {text: 'Milk', surplus: true});
    const [entry] = await journal();
    expect(entry).toMatchObject({
      id: 'req-1',
      at: '2026-01-05T09:01:00.000Z',
      kind: 'request',
      vendor: 'tiny',
      operation: 'createNote',
      request: {method: 'POST', path: '/v1/notes', query: {}},
      response: {status: 400},
      violations: [],
    });
    expect(entry?.findings).toMatchObject([{location: 'body', keyword: 'additionalProperties'}]);
    expect(entry).not.toHaveProperty('fault');
  });

  it('holds preflights apart, which no vendor ever saw', async () => {
    const {engine, journal} = tinyEngine();
    const request = {method: 'OPTIONS', target: '/ping', headers: {}, body: undefined, origin: '', vendor: 'tiny'};
    await engine.recordPreflight(request, addressOf(request, engine.vendors) as never);
    expect(await journal()).toMatchObject([{kind: 'preflight', response: {status: 204}}]);
  });
});

describe('what falls due', () => {
  it('is carried out before the next request is looked at, and not a millisecond early', async () => {
    const {call, pass} = tinyEngine();
    await call('POST /v1/notes/seeded/erase');
    pass(9.999);
    expect((await call('GET /v1/notes/seeded')).body).toContain('Milk');
    pass(0.001);
    expect((await call('GET /v1/notes/seeded')).body).not.toContain('Milk');
  });

  it('takes as long as the behaviour says', async () => {
    const {call, log, pass} = tinyEngine({behaviours: {'tiny.delay': 'PT2S'}});
    await call('POST /v1/notes/seeded/erase');
    pass(100);
    await call('GET /ping');
    expect(await log()).toEqual(['erase seeded after 2s']);
  });

  it('is settled in order of due time, each at its own instant, with what it schedules itself', async () => {
    const {call, log, pass} = tinyEngine();
    await call('POST /v1/notes/late/erase?after=9000&transition=erase');
    await call('POST /v1/notes/first/erase?after=5000&transition=review');
    await call('POST /v1/notes/second/erase?after=7000&transition=review');
    await call('POST /v1/notes/third/erase?after=7000&transition=erase');
    pass(3600);
    await call('GET /ping');
    expect(await log()).toEqual([
      'review first after 5s',
      'review second after 7s',
      'erase third after 7s',
      'erase first after 8s',
      'erase late after 9s',
      'erase second after 10s',
    ]);
  });

  it('leaves what a transition schedules beyond now for later', async () => {
    const {call, log, pass} = tinyEngine();
    await call('POST /v1/notes/a/erase?after=5000&transition=review');
    pass(7);
    await call('GET /ping');
    expect(await log()).toEqual(['review a after 5s']);
    pass(1);
    await call('GET /ping');
    expect(await log()).toEqual(['review a after 5s', 'erase a after 8s']);
  });

  it('keeps the order of acceptance in a queue, even when the delay shrinks', async () => {
    const {call, log, pass} = tinyEngine();
    await call('POST /v1/notes/a/erase?after=60000');
    pass(1);
    await call('POST /v1/notes/b/erase?after=1000');
    await call('POST /v1/notes/outside/erase?after=1000&transition=erase');
    pass(1);
    await call('POST /v1/notes/c/erase?after=0');
    pass(3600);
    await call('GET /ping');
    expect(await log()).toEqual([
      'erase outside after 2s',
      'erase a after 60s',
      'erase b after 60s',
      'erase c after 60s',
    ]);
  });

  it.each([18, 19, 20, 21])('is due for a handler by the very instant that it sees: after %i ms', async (after) => {
    // A machine's clock ticks between any two looks at it.
    let now = start;
    const {call, dump, journal} = tinyEngine({time: () => (now += 1)});
    await call(`POST /v1/notes/seeded/erase?after=${after}`);
    const {at} = (await dump()).find(({collection}) => collection === 'standin.due')?.entity as DueRecord;
    for (let count = 0; count < 40; count += 1) {
      const {body} = await call('GET /v1/notes/seeded');
      const seenAt = Date.parse((await journal()).at(-1)?.at ?? '');
      expect(String(body).includes('Milk')).toBe(seenAt < at);
    }
    expect(now).toBeGreaterThan(at);
  });
});

describe('a sandbox’s clock', () => {
  it('carries out what falls due when it is moved on, and tells what it did', async () => {
    const {engine, call, log} = tinyEngine();
    await call('POST /v1/notes/seeded/erase');
    const settled = await engine.sandboxes.changeClock('default', (clock, time) => setTo(clock, start + 15_000, time));
    expect(settled).toEqual([{vendor: 'tiny', transition: 'erase', at: '2026-01-05T09:00:10.000Z'}]);
    expect(await log()).toEqual(['erase seeded after 10s']);
    expect(await engine.sandboxes.clock('default')).toEqual({
      state: {mode: 'running', offset: 15_000, speed: 1},
      now: start + 15_000,
    });
  });

  it('does nothing while it is frozen, however much time passes outside', async () => {
    const {engine, call, log, pass} = tinyEngine();
    await engine.sandboxes.changeClock('default', frozen);
    await call('POST /v1/notes/seeded/erase');
    pass(3600);
    await call('GET /ping');
    expect(await log()).toEqual([]);
    expect((await engine.sandboxes.clock('default')).now).toBe(start);
  });

  it('is its own: another sandbox does not see it move', async () => {
    const {engine} = tinyEngine();
    await engine.sandboxes.changeClock('blue', (clock, time) => setTo(clock, start + 1, time));
    expect((await engine.sandboxes.clock('blue')).now).toBe(start + 1);
    expect((await engine.sandboxes.clock('red')).now).toBe(start);
  });

  it('is not undone by requests that follow', async () => {
    const {engine, create} = tinyEngine();
    await engine.sandboxes.changeClock('default', (clock, time) => setTo(clock, 0, time));
    await create('Milk');
    expect((await engine.sandboxes.clock('default')).now).toBe(0);
  });
});

describe('sandboxes', () => {
  it('share neither state nor journal nor ids', async () => {
    const {create, call, journal} = tinyEngine();
    const [blue, red] = [await create('Milk', 'blue'), await create('Milk', 'red')];
    expect(blue.id).not.toBe(red.id);
    expect([blue.number, red.number]).toEqual([1, 1]);
    expect((await call(`GET /v1/notes/${blue.id}`, undefined, {sandbox: 'red'})).status).toBe(404);
    expect(await journal('blue')).toHaveLength(1);
    expect(await journal('red')).toHaveLength(2);
  });

  it('know the credentials issued for them, and those alone', async () => {
    const {call} = tinyEngine();
    const as = tinyToken('issued-blue');
    expect((await call('GET /v1/notes/seeded', undefined, {sandbox: 'blue', as})).status).toBe(200);
    expect((await call('GET /v1/notes/seeded', undefined, {sandbox: 'red', as})).status).toBe(401);
  });

  it('are a thousand at most, and one more is refused in a sentence', async () => {
    const {engine} = tinyEngine();
    await Promise.all(Array.from({length: 1000}, (_, number) => engine.sandbox(`s${number}`)));
    await expect(engine.sandbox('s1000')).rejects.toThrow(TooManySandboxes);
    await expect(engine.sandbox('s1000')).rejects.toThrow('There are 1000 sandboxes already; delete one');
    expect((await engine.sandbox('s999')).id).toBe('s999');
  });

  it('that could not be filled are tried again', async () => {
    let broken = true;
    const prepare = (_: string, entity: {id: string | number}) => {
      if (broken) throw new Error('The seed is broken.');
      return entity;
    };
    const {engine, call} = tinyEngine({vendors: [{...tinyVendor(), prepare}]});
    await expect(engine.sandbox('default')).rejects.toThrow('The seed is broken.');
    broken = false;
    expect((await call('GET /v1/notes/seeded')).status).toBe(200);
  });
});

describe('a reset', () => {
  it('starts anew: the seed, the same ids again, a clock that runs, nothing due, an empty journal', async () => {
    const {engine, create, call, dump, journal, log, pass} = tinyEngine();
    await engine.sandbox('default');
    const fresh = await dump();
    const first = await create('Milk');
    await call('DELETE /v1/notes/seeded');
    await call(`POST /v1/notes/${first.id}/erase`);
    await engine.sandboxes.changeClock('default', frozen);
    await engine.sandboxes.reset('default');

    expect(await dump()).toEqual(fresh);
    expect(await journal()).toEqual([]);
    expect(await engine.sandboxes.audit('default')).toEqual([]);
    expect((await engine.sandboxes.clock('default')).state).toEqual({mode: 'running', offset: 0, speed: 1});
    pass(3600);
    expect(await create('Milk')).toEqual(first);
    expect(await log()).toEqual([]);
  });

  it('waits for its turn, and requests behind it find the new life and its journal', async () => {
    const {engine, call, journal} = tinyEngine({store: slowStore()});
    const removed = call('DELETE /v1/notes/seeded');
    const reset = engine.sandboxes.reset('default');
    const found = call('GET /v1/notes/seeded');
    await Promise.all([removed, reset]);
    expect((await found).status).toBe(200);
    expect(await journal()).toHaveLength(1);
  });

  it('that fails leaves everything as it was', async () => {
    let broken = false;
    const arrange = async () => {
      if (broken) throw new Error('The scenario is broken.');
    };
    const vendors = [tinyVendor({scenarios: {flaky: {about: 'It breaks.', arrange}}})];
    const {engine, create, dump} = tinyEngine({vendors, scenario: 'flaky'});
    await create('Milk');
    const before = await dump();
    broken = true;
    await expect(engine.sandboxes.reset('default')).rejects.toThrow('The scenario is broken.');
    expect(await dump()).toEqual(before);
  });
});

describe('two engines', () => {
  it('share nothing, even with the same vendor', async () => {
    const vendors = [tinyVendor()];
    const [one, other] = [tinyEngine({vendors}), tinyEngine({vendors})];
    await one.call('DELETE /v1/notes/seeded');
    await one.engine.sandboxes.changeClock('default', frozen);
    const note = await one.create('Milk');

    expect((await other.call('GET /v1/notes/seeded')).status).toBe(200);
    expect((await other.call(`GET /v1/notes/${note.id}`)).status).toBe(404);
    expect(await other.journal()).toHaveLength(2);
    expect((await other.engine.sandboxes.clock('default')).state.mode).toBe('running');
  });

  it('answer the same bytes to the same calls, and other ids under another seed', async () => {
    const bodies = async (randomSeed: number) => {
      const {call, pass} = tinyEngine({randomSeed});
      const first = await call('POST /v1/notes', {text: 'Milk'});
      pass(5);
      return [first, await call('POST /v1/notes/seeded/erase'), await call('POST /v1/notes', {text: 'Bread'})];
    };
    expect(await bodies(1)).toEqual(await bodies(1));
    expect(await bodies(1)).not.toEqual(await bodies(2));
  });
});
