import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {jsonReport} from './json.js';
import {hostileReport, judged, mixed} from './test-report.js';

/** The same value with its keys made in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, turned(inner)]);
  return Object.fromEntries(entries.reverse());
}

describe('json', () => {
  it('is the report, with the name of its format in front', () => {
    const text = jsonReport(mixed);
    expect(text.startsWith('{\n  "format": "standin-check/1",\n  "version": "0.1.0",')).toBe(true);
    expect(JSON.parse(text)).toEqual({format: 'standin-check/1', ...mixed});
  });

  it('has the same keys in the same order, however the report was made', () => {
    expect(jsonReport(turned(mixed) as typeof mixed)).toBe(jsonReport(mixed));
  });

  it('has another name where requests were judged, and tells what was left out and what to send instead', () => {
    const text = jsonReport(judged);
    expect(text.startsWith('{\n  "format": "standin-judge/1",\n  "version": "0.1.0",')).toBe(true);
    expect(JSON.parse(text)).toEqual({format: 'standin-judge/1', ...judged});
  });

  it('loses nothing that a hostile server says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const format = report.subject === 'steps' ? 'standin-check/1' : 'standin-judge/1';
        expect(JSON.parse(jsonReport(report))).toEqual({format, ...report});
      }),
    );
  });
});
