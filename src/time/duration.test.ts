import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseDuration} from './index.js';

describe('a duration', () => {
  it.each([
    ['PT0S', 0],
    ['PT10S', 10_000],
    ['PT0.5S', 500],
    ['PT1.005S', 1005],
    ['PT2M', 120_000],
    ['PT3H', 10_800_000],
    ['P1D', 86_400_000],
    ['P2W', 1_209_600_000],
    ['P1DT12H', 129_600_000],
    ['P1DT1H1M1.5S', 90_061_500],
  ])('%s is %i milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', 'P', 'PT', 'P1DT', '10S', 'PT10', 'PT1M2H', 'P1Y', 'P1M', '-PT1S', 'PT-1S', 'pt1s', 'PT1.S', ' PT1S'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('is the sum of its parts', () => {
    const part = fc.nat(1000);
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, milliseconds) => {
        const text = `P${days}DT${hours}H${minutes}M${(milliseconds / 1000).toFixed(3)}S`;
        expect(parseDuration(text)).toBe(days * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + milliseconds);
      }),
    );
  });
});
