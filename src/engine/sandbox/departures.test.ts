import {afterEach, describe, expect, it} from 'vitest';
import {tinyToken, tinyVendor, type LogEntry} from '../../../test/support/tiny-vendor.js';
import {frozen, setTo, type ClockState} from '../../time/index.js';
import {addressOf} from '../addressing.js';
import type {Timer} from './departures.js';
import {Engine} from '../engine.js';
import type {Outgoing, OutgoingRequest, OutgoingResult} from '../outgoing.js';

const start = Date.parse('2026-01-05T09:00:00.000Z');

/** Timers that a test lets go off. */
function handMadeTimer() {
  const alarms: {milliseconds: number; ring(): void}[] = [];
  const timer: Timer = (milliseconds, callback) => {
    const alarm = {milliseconds, ring: callback};
    alarms.push(alarm);
    return {cancel: () => void alarms.splice(alarms.indexOf(alarm), 1)};
  };
  return {timer, alarms};
}

function announcing({outgoing, timer}: {outgoing?: Outgoing; timer?: Timer} = {}) {
  let now = start;
  const sent: OutgoingRequest[] = [];
  const errors: unknown[] = [];
  const engine = new Engine({
    vendors: [tinyVendor()],
    seeds: {},
    behaviours: {},
    time: () => now,
    randomSeed: 1,
    journalKey: new Uint8Array(32),
    auth: 'strict',
    onError: (error) => errors.push(error),
    outgoing: {
      send: (request, signal) => {
        sent.push(request);
        return outgoing?.send(request, signal) ?? Promise.resolve({status: 200, body: ''});
      },
    },
    ...(timer && {timer}),
  });
  const announce = async (query: string, sandbox = 'default', note = 'seeded') => {
    const target = `/v1/notes/${note}/erase?${query}`;
    const headers = {authorization: `Bearer ${tinyToken('admin')}`, 'x-standin-sandbox': sandbox};
    const request = {method: 'POST', target, headers, body: undefined, origin: 'http://127.0.0.1', vendor: 'tiny'};
    const address = addressOf(request, engine.vendors);
    if (address.kind !== 'vendor') throw new Error('No address');
    expect((await engine.answer(request, address)).status).toBe(202);
  };
  const log = async (sandbox = 'default') => {
    const {partition} = await engine.sandbox(sandbox);
    const entries = (await partition.find('tiny.log', {index: 'all', by: 'all'})) as unknown as LogEntry[];
    return entries.map(({what}) => what);
  };
  return {engine, sandboxes: engine.sandboxes, sent, errors, announce, log, pass: (ms: number) => void (now += ms)};
}

/** A receiver that answers when the test says so. */
function slowReceiver() {
  const waiting: ((result: OutgoingResult) => void)[] = [];
  const outgoing: Outgoing = {send: () => new Promise((resolve) => waiting.push(resolve))};
  const arrived = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return {outgoing, waiting, arrived};
}

const ends: Engine[] = [];
afterEach(async () => {
  for (const engine of ends.splice(0)) await engine.sandboxes.clockwork.end();
});

describe('a webhook', () => {
  it('leaves by itself once the call that causes it is done, and how it went is written down', async () => {
    const {announce, sandboxes, sent, log} = announcing();
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled('default');
    expect(sent).toEqual([
      {url: 'http://board.example/notes', headers: {'X-At': String(start)}, body: 'Milk', timeout: 1000},
    ]);
    expect(await log()).toEqual(['told seeded: 200']);
  });

  it('leaves when the clock gets there, and moving the clock waits for it', async () => {
    const {announce, sandboxes, sent, log} = announcing();
    await announce('transition=deliver&after=5000');
    await sandboxes.clockwork.settled('default');
    expect(sent).toEqual([]);
    const settled = await sandboxes.changeClock('default', (state, time) => setTo(state, start + 5000, time));
    expect(settled).toEqual([{vendor: 'tiny', transition: 'deliver', at: '2026-01-05T09:00:05.000Z'}]);
    expect(await log()).toEqual(['told seeded: 200']);
  });

  it('is not waited for any longer than anyone should by who moves the clock, nor is what was under way before', async () => {
    const {timer, alarms} = handMadeTimer();
    const {outgoing, waiting, arrived} = slowReceiver();
    const {announce, sandboxes} = announcing({outgoing, timer});
    await announce('transition=deliver&after=0', 'default');
    await arrived(1);
    const later = (state: ClockState, time: () => number) => setTo(state, time() + 5000, time);
    expect(await sandboxes.changeClock('default', later)).toEqual([]);

    await announce('transition=deliver&after=1000');
    const moved = sandboxes.changeClock('default', (state, time) => setTo(state, start + 60_000, time));
    await expect.poll(() => alarms.map(({milliseconds}) => milliseconds)).toContain(15_000);
    alarms.find(({milliseconds}) => milliseconds === 15_000)?.ring();
    expect(await moved).toHaveLength(1);
    expect(waiting).toHaveLength(1);
  });

  it('is made when it leaves: what is gone by then is not sent', async () => {
    const {announce, sandboxes, sent, log} = announcing();
    await announce('transition=deliver&after=5000');
    const {partition} = await sandboxes.get('default');
    const waiting = await partition.find('standin.due', {index: 'leaving', by: 'all'});
    expect(waiting).toHaveLength(1);
    expect(JSON.stringify(waiting)).not.toContain('Milk');
    await announce('transition=erase&after=1000');
    await sandboxes.changeClock('default', (state, time) => setTo(state, start + 9000, time));
    expect(sent.map(({body}) => body)).toEqual(['']);
    await announce('transition=deliver&after=0', 'default', 'nothing');
    await sandboxes.clockwork.settled('default');
    expect(sent).toHaveLength(1);
    expect(await log()).toEqual(['erase seeded', 'told seeded: 200']);
  });

  it('leaves a clock that stands still if it is due, and waits if it is not', async () => {
    const {timer, alarms} = handMadeTimer();
    const {announce, sandboxes, sent} = announcing({timer});
    await sandboxes.changeClock('default', frozen);
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled('default');
    expect(sent).toHaveLength(1);
    await announce('transition=deliver&after=5000');
    expect(alarms).toEqual([]);
  });

  it('tells a failure as it tells an answer', async () => {
    const outgoing = {send: () => Promise.resolve({failure: 'Nobody there.'})};
    const {announce, sandboxes, log} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled('default');
    expect(await log()).toEqual(['told seeded: Nobody there.']);
  });

  it('tells of a way out that throws as of any other failure', async () => {
    const outgoing = {send: () => Promise.reject(new Error('broken'))};
    const {announce, sandboxes, log} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled('default');
    expect(await log()).toEqual(['told seeded: Not sent: the way out failed.']);
  });

  it('goes out after the one before it to the same receiver, while the vendor answers on', async () => {
    const {outgoing, waiting, arrived} = slowReceiver();
    const {announce, sandboxes, sent, log} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await arrived(1);
    await announce('transition=deliver&after=0');
    await announce('transition=deliver&after=0', 'other');
    await arrived(2);
    // The second of the first sandbox waits; another sandbox's does not.
    expect(sent).toHaveLength(2);
    for (const answer of waiting.splice(0)) answer({status: 201, body: ''});
    await arrived(1);
    waiting[0]?.({status: 202, body: ''});
    await sandboxes.clockwork.settled();
    expect(await log()).toEqual(['told seeded: 201', 'told seeded: 202']);
    expect(await log('other')).toEqual(['told seeded: 201']);
  });

  it('that a reset overtakes leaves nothing in the new life', async () => {
    const {outgoing, waiting, arrived} = slowReceiver();
    const {announce, sandboxes, log} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await announce('transition=deliver&after=0');
    await arrived(1);
    await sandboxes.reset('default');
    waiting[0]?.({status: 200, body: ''});
    await sandboxes.clockwork.settled();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await log()).toEqual([]);
    expect(waiting).toHaveLength(1);
  });

  it('is broken off when the stand-in ends', async () => {
    const outgoing: Outgoing = {
      send: (_, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve({failure: 'Broken off.'}))),
    };
    const {announce, sandboxes, log} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await new Promise((resolve) => setImmediate(resolve));
    await sandboxes.clockwork.end();
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled();
    expect(await log()).toEqual([]);
  });

  it('that cannot be written down is an error of ours, and nobody else waits for it', async () => {
    const outgoing = {
      send: () =>
        Promise.resolve({
          get status(): number {
            throw new Error('broken');
          },
          body: '',
        }),
    };
    const {announce, sandboxes, errors} = announcing({outgoing});
    await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled();
    expect(errors).toEqual([new Error('broken')]);
  });
});

describe('the journal', () => {
  it('tells of every webhook that left and what came of it, and of nothing in it', async () => {
    const results: OutgoingResult[] = [
      {status: 201, body: 'I have Milk'},
      {
        failure:
          'Not sent: board.example is not this machine; start with --allow-webhook-host board.example to reach it.',
      },
    ];
    const outgoing = {send: () => Promise.resolve(results.shift() as OutgoingResult)};
    const {announce, sandboxes} = announcing({outgoing});
    for (const _ of results.slice()) await announce('transition=deliver&after=0');
    await sandboxes.clockwork.settled();
    const {journal} = await sandboxes.get('default');
    const told = journal.entries().filter(({kind}) => kind === 'webhook');
    expect(told).toMatchObject([
      {at: '2026-01-05T09:00:00.000Z', vendor: 'tiny', request: {method: 'POST'}, response: {status: 201}},
      {response: {status: 0}, failure: expect.stringMatching(/^Not sent: tok_/) as string},
    ]);
    const text = JSON.stringify(told);
    for (const secret of ['Milk', 'board.example', 'X-At', String(start)]) expect(text).not.toContain(secret);
  });
});

describe('a sandbox in which a webhook falls due', () => {
  it('is woken for it, and only for what leaves', async () => {
    const {timer, alarms} = handMadeTimer();
    const {announce, sandboxes, sent, pass, log} = announcing({timer});
    await announce('transition=erase&after=1000');
    expect(alarms).toEqual([]);
    await announce('transition=announce&after=4000');
    await announce('transition=deliver&after=9000');
    expect(alarms.map(({milliseconds}) => milliseconds)).toEqual([4000]);

    pass(4000);
    alarms.shift()?.ring();
    await sandboxes.clockwork.settled();
    expect(sent).toHaveLength(1);
    expect(await log()).toEqual(['erase seeded', 'told seeded: 200']);
    expect(alarms.map(({milliseconds}) => milliseconds)).toEqual([5000]);
  });

  it('sleeps on when it is woken too early', async () => {
    const {timer, alarms} = handMadeTimer();
    const {announce, sandboxes, sent, pass} = announcing({timer});
    await announce('transition=deliver&after=4000');
    pass(3999);
    alarms.shift()?.ring();
    await sandboxes.clockwork.settled();
    expect(sent).toEqual([]);
    expect(alarms.map(({milliseconds}) => milliseconds)).toEqual([1]);

    pass(1);
    alarms.shift()?.ring();
    await sandboxes.clockwork.settled();
    expect(sent).toHaveLength(1);
    expect(alarms).toEqual([]);
  });

  it('is looked at again when its clock is moved', async () => {
    const {timer, alarms} = handMadeTimer();
    const {announce, sandboxes} = announcing({timer});
    await announce('transition=deliver&after=9000');
    await sandboxes.changeClock('default', (state, time) => setTo(state, start + 6000, time));
    expect(alarms.map(({milliseconds}) => milliseconds)).toEqual([3000]);
    await sandboxes.changeClock('default', frozen);
    expect(alarms).toEqual([]);
  });

  it('sleeps no longer than timers can, and not at all after a reset', async () => {
    const {timer, alarms} = handMadeTimer();
    const {announce, sandboxes} = announcing({timer});
    await announce(`transition=deliver&after=${2 ** 40}`);
    expect(alarms.map(({milliseconds}) => milliseconds)).toEqual([2 ** 30]);
    await sandboxes.reset('default');
    expect(alarms).toEqual([]);
  });
});
