import {describe, expect, it} from 'vitest';
import {tinyVendor} from '../../../test/support/tiny-vendor.js';
import type {FaultSpec} from './fault.js';
import {Faults, type Target} from './faults.js';

const tiny = tinyVendor();
const other = tinyVendor({name: 'other', title: 'Other'});

function faultsOf(...specs: readonly FaultSpec[]): Faults {
  const faults = new Faults({sandbox: 'default', vendors: [tiny, other], randomSeed: 1});
  faults.add(specs);
  return faults;
}

/** A call of an operation, or of a path that leads to none. */
function callOf(id = 'getNote', vendor = tiny): Target {
  const operation = vendor.operationList.find((one) => one.id === id);
  const context = {method: 'GET', path: '/', target: '/', operation, behaviours: {}};
  return {vendor, operation: operation?.id, say: ({status, html}) => vendor.faults(status, {...context, html})};
}

/** What hits so many calls, one after the other. */
function hits(faults: Faults, count: number, call = callOf()): (string | undefined)[] {
  return Array.from({length: count}, () => faults.hit(call)?.fault);
}

describe('a fault', () => {
  it('hits every call until it is removed', () => {
    const faults = faultsOf({fault: '500'});
    expect(hits(faults, 2)).toEqual(['500', '500']);
    expect(faults.remove('fault-1')).toBe(true);
    expect(hits(faults, 1)).toEqual([undefined]);
    expect(faults.remove('fault-1')).toBe(false);
  });

  it('hits the calls of its vendor alone', () => {
    const faults = faultsOf({fault: 'reset', vendor: 'other'});
    expect(faults.hit(callOf('getNote', tiny))).toBeUndefined();
    expect(faults.hit(callOf('getNote', other))).toBeDefined();
  });

  it('hits the calls of its operation alone, at whichever vendor has it', () => {
    const faults = faultsOf({fault: 'reset', operation: 'getNote'});
    expect(faults.hit(callOf('removeNote'))).toBeUndefined();
    expect(faults.hit(callOf('nothing'))).toBeUndefined();
    expect(faults.hit(callOf('getNote', tiny))).toBeDefined();
    expect(faults.hit(callOf('getNote', other))).toBeDefined();
  });

  it('passes by where the vendor has no words for its status, and does not count that', () => {
    const faults = faultsOf({fault: '409', skip: 1});
    expect(hits(faults, 3)).toEqual([undefined, undefined, undefined]);
    expect(hits(faults, 2, callOf('spoilNote'))).toEqual([undefined, '409']);
  });

  it('answers in the vendor’s words, for that operation', () => {
    expect(faultsOf({fault: '404'}).hit(callOf())).toEqual({
      fault: '404',
      when: 'before',
      reply: {status: 404, body: {message: 'Injected at getNote'}, injected: '404'},
    });
    expect(faultsOf({fault: '404'}).hit(callOf('nothing'))?.reply?.body).toEqual({message: 'Injected at nothing'});
  });

  it.each<[FaultSpec, object]>([
    [{fault: 'delay'}, {when: 'after', wire: {delay: 2000}}],
    [
      {fault: 'delay', delay: 'PT0.5S'},
      {when: 'after', wire: {delay: 500}},
    ],
    [{fault: 'drip'}, {when: 'after', wire: {over: 2000}}],
    [
      {fault: 'drip', over: 'PT1M', delay: 'PT1S'},
      {when: 'after', wire: {over: 60_000, delay: 1000}},
    ],
    [{fault: 'reset'}, {when: 'before', wire: {broken: 'reset'}}],
    [
      {fault: 'reset', when: 'after'},
      {when: 'after', wire: {broken: 'reset'}},
    ],
    [{fault: 'empty'}, {when: 'before', wire: {broken: 'empty'}}],
    [{fault: 'truncate'}, {when: 'after', wire: {broken: 'truncate'}}],
    [{fault: 'timeout'}, {when: 'after', wire: {delay: 30_000, broken: 'empty'}}],
    [
      {fault: 'timeout', when: 'before', for: 'PT5S'},
      {when: 'before', wire: {delay: 5000, broken: 'empty'}},
    ],
  ])('of the wire, %j, does %j', (spec, injection) => {
    expect(faultsOf(spec).hit(callOf())).toEqual({fault: spec.fault, ...injection});
  });

  it('of a status may come later, or after the work', () => {
    const {wire, when, reply} = faultsOf({fault: '500', delay: 'PT3S', when: 'after'}).hit(callOf()) ?? {};
    expect([wire, when, reply?.status]).toEqual([{delay: 3000}, 'after', 500]);
  });

  it('is told with what is meant by it, and with what it did', () => {
    const faults = faultsOf({fault: 'timeout', times: 3, vendor: 'tiny'}, {fault: '500'});
    faults.hit(callOf());
    expect(faults.list()).toEqual([
      {id: 'fault-1', fault: 'timeout', vendor: 'tiny', times: 3, for: 'PT30S', when: 'after', hits: 1, remaining: 2},
      {id: 'fault-2', fault: '500', when: 'before', hits: 0},
    ]);
    expect(faults.get('fault-2')).toEqual(faults.list()[1]);
    expect(faults.get('fault-3')).toBeUndefined();
  });
});

describe('of several faults', () => {
  it('the first one that hits wins', () => {
    const faults = faultsOf({fault: '429', times: 2}, {fault: '500', times: 1}, {fault: 'empty'});
    expect(hits(faults, 4)).toEqual(['429', '429', '500', 'empty']);
  });

  it('each counts the calls that it saw, whichever wins', () => {
    const faults = faultsOf({fault: '500', every: 3}, {fault: 'timeout', every: 5});
    const expected = Array.from({length: 30}, (_, position) => {
      const call = position + 1;
      return call % 3 === 0 ? '500' : call % 5 === 0 ? 'timeout' : undefined;
    });
    expect(hits(faults, 30)).toEqual(expected);
    expect(faults.list().map((fault) => fault.hits)).toEqual([10, 4]);
  });

  it('none changes which calls another one draws', () => {
    const spec = {fault: '500', probability: 0.5};
    const alone = hits(faultsOf(spec), 50);
    expect(alone).toContain('500');
    expect(alone).toContain(undefined);
    expect(hits(faultsOf(spec, {fault: '429', operation: 'removeNote', probability: 0.5}), 50)).toEqual(alone);
    expect(hits(faultsOf(spec), 50)).toEqual(alone);
  });

  it('each draws for itself', () => {
    const both = hits(faultsOf({fault: '500', probability: 0.5}, {fault: '429', probability: 0.5}), 50);
    expect(new Set(both)).toEqual(new Set(['500', '429', undefined]));
  });

  it('all are replaced, all are forgotten, and all begin anew', () => {
    const faults = faultsOf({fault: '500', probability: 0.5});
    const first = hits(faults, 20);
    faults.replace([{fault: '429'}, {fault: 'empty'}]);
    expect(faults.list().map(({id, fault}) => [id, fault])).toEqual([
      ['fault-2', '429'],
      ['fault-3', 'empty'],
    ]);
    faults.clear();
    expect([faults.isIdle, faults.list()]).toEqual([true, []]);
    faults.restart();
    faults.add([{fault: '500', probability: 0.5}]);
    expect(faults.list()[0]?.id).toBe('fault-1');
    expect(hits(faults, 20)).toEqual(first);
  });
});

describe('a fault that cannot be', () => {
  it.each<[FaultSpec, string]>([
    [
      {fault: 'tiemout'},
      'There is no fault "tiemout": use a status such as 429, or delay, drip, reset, empty, truncate, timeout.',
    ],
    [
      {fault: '200'},
      'There is no fault "200": use a status such as 429, or delay, drip, reset, empty, truncate, timeout.',
    ],
    [{fault: '500', vendor: 'tini'}, 'There is no vendor "tini"; the nearest are tiny, other.'],
    [
      {fault: '500', operation: 'removeNotes'},
      'There is no operation "removeNotes"; the nearest are removeNote, createNote, eraseNote.',
    ],
    [
      {fault: '500', vendor: 'tiny', operation: 'getnotes'},
      'There is no operation "getnotes" at Tiny; the nearest are getNote, getPing, createNote.',
    ],
    [{fault: '418'}, 'Tiny, Other have no words for 418: use 404, 409, 429 or 500.'],
    [{fault: '418', vendor: 'tiny'}, 'Tiny has no words for 418: use 404, 409, 429 or 500.'],
    [
      {fault: '409', vendor: 'tiny', operation: 'getNote'},
      'Tiny has no words for 409 at getNote: use 404, 429 or 500.',
    ],
    [{fault: '500', vendor: 'tiny', html: true}, 'Tiny has no HTML page for 500: use 502.'],
    [{fault: '500', times: 0}, '"times" cannot be 0: use a whole number from 1 to 1000000.'],
    [{fault: '500', every: 1.5}, '"every" cannot be 1.5: use a whole number from 1 to 1000000.'],
    [{fault: '500', skip: -1}, '"skip" cannot be -1: use a whole number from 0 to 1000000.'],
    [{fault: '500', probability: 1.1}, '"probability" cannot be 1.1: use a number from 0 to 1.'],
    [{fault: '500', probability: NaN}, '"probability" cannot be NaN: use a number from 0 to 1.'],
    [{fault: 'drip', over: '2s'}, '"over" cannot be "2s": use a duration such as PT2S, up to PT10M.'],
    [{fault: 'timeout', for: 'PT11M'}, '"for" cannot be "PT11M": use a duration such as PT2S, up to PT10M.'],
    [{fault: '500', delay: 'P1D'}, '"delay" cannot be "P1D": use a duration such as PT2S, up to PT10M.'],
    [{fault: '500', for: 'PT1S'}, '"for" belongs to timeout, not to 500: leave it out.'],
    [{fault: 'timeout', over: 'PT1S'}, '"over" belongs to drip, not to timeout: leave it out.'],
    [{fault: 'reset', html: true}, '"html" belongs to a status, not to reset: leave it out.'],
    [
      {fault: 'truncate', when: 'before'},
      'truncate needs the vendor\'s answer, so the work is done before it: leave "when" out.',
    ],
    [{fault: '500', when: 'later' as 'after'}, '"when" cannot be "later": use before or after.'],
  ])('%j is refused: %s', (spec, sentence) => {
    const faults = faultsOf();
    expect(() => faults.add([{fault: '500'}, spec])).toThrow(new RangeError(sentence));
    expect(faults.isIdle).toBe(true);
  });

  it('is the hundred and first', () => {
    const faults = faultsOf(...Array.from({length: 100}, () => ({fault: '500'})));
    expect(() => faults.add([{fault: '500'}])).toThrow('A sandbox has at most 100 faults: remove some of them first.');
    expect(faults.replace([{fault: '500'}])).toHaveLength(1);
  });
});

describe('the header of a call', () => {
  it('goes before the sandbox’s faults, which count that call all the same', () => {
    const faults = faultsOf({fault: '429', skip: 1}, {fault: 'empty'});
    expect(faults.hit(callOf(), '500')?.fault).toBe('500');
    expect(faults.hit(callOf(), '500')?.fault).toBe('500');
    expect(faults.hit(callOf())?.fault).toBe('429');
  });

  it('counts by itself, by operation and by sandbox, so that a client who always sends it gets through', () => {
    const faults = faultsOf();
    const fault = (operation: string, header: string) => faults.hit(callOf(operation), header)?.fault;
    expect([fault('getNote', '429;times=1'), fault('getNote', '429;times=1')]).toEqual(['429', undefined]);
    expect(fault('removeNote', '429;times=1')).toBe('429');
    expect(fault('getNote', '500;times=1')).toBe('500');
    expect(faultsOf().hit(callOf(), '429;times=1')?.fault).toBe('429');
    faults.restart();
    expect(fault('getNote', '429;times=1')).toBe('429');
    expect(faults.list()).toEqual([]);
  });

  it('is counted for the thousand that came last', () => {
    const faults = faultsOf();
    const first = () => faults.hit(callOf(), '429;times=1')?.fault;
    first();
    for (let skip = 0; skip < 999; skip += 1) faults.hit(callOf(), `500;skip=${skip}`);
    expect(first()).toBeUndefined();
    faults.hit(callOf(), '500;skip=1000');
    expect(first()).toBe('429');
  });

  it('has all parameters', () => {
    const {when, wire} =
      faultsOf().hit(callOf(), 'timeout; for=PT0.25S; delay=PT1S ;when=before;skip=0;every=1;probability=1') ?? {};
    expect([when, wire]).toEqual(['before', {delay: 1250, broken: 'empty'}]);
    expect(faultsOf().hit(callOf(), '502;html')?.reply?.file?.type).toBe('text/html');
  });

  const howTo = /^x-standin-fault cannot be read: write a status .* such as 429;times=1 or timeout;for=PT5S\.$/;
  it.each<[string, RegExp | string]>([
    ['', howTo],
    ['nonsense', howTo],
    ['429 times=1', howTo],
    ['429;times=many', howTo],
    ['429;operation=getNote', howTo],
    ['429, 500', howTo],
    [`429${';times=1'.repeat(100)}`, howTo],
    ['429;times=1;times=2', 'x-standin-fault says "times" twice: say it once.'],
    ['429;times=0', '"times" cannot be 0: use a whole number from 1 to 1000000.'],
    ['429;delay=PT1H', '"delay" cannot be "PT1H": use a duration such as PT2S, up to PT10M.'],
    ['409', 'Tiny has no words for 409 at getNote: use 404, 429 or 500.'],
  ])('%j is refused', (header, sentence) => {
    expect(() => faultsOf().hit(callOf(), header)).toThrow(sentence);
  });
});
