import {beforeAll, describe, expect, it} from 'vitest';
import {runCommand} from '../support/command.js';

interface Report {
  readonly counts: {readonly total: number; readonly passed: number};
  readonly vendors: readonly {
    readonly vendor: string;
    readonly coverage: {readonly operations: {readonly missing: readonly string[]}};
  }[];
}

describe('the built-in stand-in', () => {
  let report: Report;
  let status: number | null;
  beforeAll(async () => {
    const answer = await runCommand(['check', '--reporter', 'json']);
    status = answer.code;
    report = JSON.parse(answer.stdout) as Report;
  }, 300_000);

  it('keeps all contracts of all vendors, with not a step left out', () => {
    expect(status).toBe(0);
    expect(report.counts.total).toBeGreaterThan(2_500);
    expect(report.counts.passed).toBe(report.counts.total);
  });

  it('answers every operation with success, but for one that is there only with a switch', () => {
    const missing = report.vendors.map(({vendor, coverage}) => [vendor, coverage.operations.missing]);
    expect(missing).toEqual([
      ['opencx', ['getContact']],
      ['dixa', []],
      ['symbl', []],
    ]);
  });
});
