import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  atSpeed,
  frozen,
  instantOf,
  latestInstant,
  resumed,
  runningClock,
  setTo,
  waitFor,
  type ClockState,
} from './index.js';

/** A time source that a test moves by hand. */
function handMoved(now = 1000) {
  const source = () => now;
  return {source, pass: (milliseconds: number) => void (now += milliseconds)};
}

describe('a clock', () => {
  it('runs with its source', () => {
    const {source, pass} = handMoved();
    pass(500);
    expect(instantOf(runningClock, source)).toBe(1500);
  });

  it('stands still once it is frozen, and goes on from there when it is resumed', () => {
    const {source, pass} = handMoved();
    const stopped = frozen(runningClock, source);
    pass(500);
    expect(instantOf(stopped, source)).toBe(1000);
    const going = resumed(stopped, source);
    expect(instantOf(going, source)).toBe(1000);
    pass(70);
    expect(instantOf(going, source)).toBe(1070);
  });

  it('takes freezing a frozen clock and resuming a running one for nothing', () => {
    const {source, pass} = handMoved();
    const stopped = frozen(runningClock, source);
    const ahead = setTo(runningClock, 9000, source);
    pass(500);
    expect(frozen(stopped, source)).toEqual(stopped);
    expect(resumed(ahead, source)).toEqual(ahead);
  });

  it('shows the instant it was set to, running or frozen as it was before', () => {
    const {source, pass} = handMoved();
    const running = setTo(runningClock, 5000, source);
    const stopped = setTo(frozen(runningClock, source), 5000, source);
    expect([instantOf(running, source), instantOf(stopped, source)]).toEqual([5000, 5000]);
    pass(10);
    expect([instantOf(running, source), instantOf(stopped, source)]).toEqual([5010, 5000]);
  });

  it('runs so many times as fast as its source, from what it shows on, until it is stopped', () => {
    const {source, pass} = handMoved();
    pass(500);
    const fast = atSpeed(runningClock, 60, source);
    expect(instantOf(fast, source)).toBe(1500);
    pass(100);
    expect(instantOf(fast, source)).toBe(7500);
    const set = setTo(fast, 10_000, source);
    pass(10);
    expect(instantOf(set, source)).toBe(10_600);
    const going = resumed(frozen(set, source), source);
    pass(7);
    expect(instantOf(going, source)).toBe(10_607);
    const slow = atSpeed(frozen(going, source), 0.5, source);
    pass(8);
    expect(instantOf(slow, source)).toBe(10_611);
  });

  it('tells how long to wait for an instant', () => {
    const {source} = handMoved();
    expect(waitFor(1000, runningClock, source)).toBe(0);
    expect(waitFor(900, frozen(runningClock, source), source)).toBe(0);
    expect(waitFor(4000, runningClock, source)).toBe(3000);
    expect(waitFor(4001, atSpeed(runningClock, 60, source), source)).toBe(51);
    expect(waitFor(4000, frozen(runningClock, source), source)).toBeUndefined();
  });

  it('never jumps by being frozen or resumed, and jumps exactly as far as it is set', () => {
    const change = fc.oneof(
      fc.record({kind: fc.constantFrom('freeze', 'resume'), by: fc.constant(0)}),
      fc.record({kind: fc.constant('advance'), by: fc.integer({min: -100_000, max: 100_000})}),
      fc.record({kind: fc.constant('pass'), by: fc.nat(100_000)}),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const {source, pass} = handMoved(1_000_000_000);
        let clock: ClockState = runningClock;
        for (const {kind, by} of changes) {
          const before = instantOf(clock, source);
          const runs = clock.mode === 'running';
          if (kind === 'freeze') clock = frozen(clock, source);
          if (kind === 'resume') clock = resumed(clock, source);
          if (kind === 'advance') clock = setTo(clock, before + by, source);
          if (kind === 'pass') pass(by);
          expect(instantOf(clock, source) - before).toBe(kind === 'pass' && !runs ? 0 : by);
        }
      }),
    );
  });

  it('can show nothing later than a date with a year of four digits', () => {
    expect(new Date(latestInstant).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    expect(new Date(latestInstant + 1).toISOString()).toMatch(/^\+010000/);
  });
});
