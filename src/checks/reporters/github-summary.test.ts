import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {githubSummary} from './github-summary.js';
import {aFailedStep, aReport, aVendor, aWorkflow, hostileReport, judged, mixed} from './test-report.js';

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const rowsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));

describe('summary of a step at GitHub', () => {
  it('begins with the totals', () => {
    expect(githubSummary(mixed).split('\n')[0]).toBe(
      '## standin check: 1 passed, 2 broken, 1 could not run, 1 learned, 3 skipped',
    );
  });

  it('has every vendor and every failure, the worst first', () => {
    const rows = rowsOf(githubSummary(mixed));
    expect(rows).toHaveLength(2 + 1 + 6);
    expect(rows[1]).toContain(
      '| Notes | built-in | 1 passed, 2 broken, 1 could not run, 1 learned, 3 skipped | 70 % |',
    );
    expect(rows.slice(3).map((row) => row.split(' | ')[0])).toEqual([
      ...['| ❌ broken', '| ❌ broken', '| ❌ broken', '| ⚠️ could not run', '| 💡 learned', '| 💡 learned'],
    ]);
    expect(rows[3]).toContain('| a string | 7 | NOTES-3 (documented) | specs/notes/openapi.yaml:81:17 |');
  });

  it('tells of requests where they were sent, what to send instead, and what was left out or only counted', () => {
    const text = githubSummary(judged);
    expect(text.split('\n')[0]).toBe('## standin judge: 13 passed, 2 broken, 1 learned');
    expect(text).toContain('\n12 more requests judged and only counted.\n');
    expect(text).toContain('\nLeft out: 7 × The call is to none of the vendors., the first at logs/traffic.har:9:5');
    const rows = rowsOf(text);
    expect(rows[0]).toBe('| Vendor | Target | Requests | Coverage | Of these |');
    expect(rows[2]).toBe('|  | Operation | Request | What | At | Instead | Rule | Sent in | Said in |');
    expect(rows).toHaveLength(3 + 4);
    expect(rows[3]).toContain('| entry 4: GET /v1/notes → 200 |');
    expect(rows[3]).toContain(
      '| Send &#96;limit&#96; in the query. | NOTES-3 (documented) | logs/traffic.har:88:11 (/log/entries/3/request/postData/text) | specs/notes/openapi.yaml:81:17 |',
    );
  });

  it('has no table of failures when there are none', () => {
    expect(rowsOf(githubSummary(aReport(aVendor([]))))).toHaveLength(2);
  });

  it('escapes what is markup in tables, Markdown and HTML', () => {
    const report = aReport(aVendor([aWorkflow('w', [aFailedStep('s', {got: 'a|b `c` <img> &amp; [d](e) *f*'})])]));
    expect(githubSummary(report)).toContain(
      '| a&#124;b &#96;c&#96; &#60;img&#62; &#38;amp; &#91;d&#93;(e) &#42;f&#42; |',
    );
  });

  it('stays below its limit and counts what is left out, however much there is to tell', () => {
    const got = '😀'.repeat(500_000);
    const steps = Array.from({length: 800}, (_, index) => aFailedStep(`s-${index}`, {got}));
    const report = aReport(aVendor([aWorkflow('w', steps)]));
    const whole = githubSummary(report);
    expect(bytes(whole)).toBeLessThan(1_048_576);
    const cut = githubSummary(report, {limit: 20_000});
    expect(bytes(cut)).toBeLessThanOrEqual(20_000);
    const kept = rowsOf(cut).length - 3;
    expect(kept).toBeGreaterThan(5);
    expect(cut).toMatch(new RegExp(`\\n\\n${800 - kept} more failures left out here: a summary has its limits\\.\\n$`));
  });

  it('keeps its tables whole, whatever servers say', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = githubSummary(report);
        const found = report.vendors.flatMap(({workflows}) => workflows).flatMap(({steps}) => steps);
        const failures = found.flatMap((step) => step.failures).length;
        const pipes = text.split('\n').flatMap((line) => (line.startsWith('|') ? [line.split('|').length - 1] : []));
        expect(pipes.filter((count) => count === 6)).toHaveLength(2 + report.vendors.length);
        const columns = report.subject === 'steps' ? 10 : 9;
        expect(pipes.filter((count) => count === columns + 1)).toHaveLength(failures === 0 ? 0 : 2 + failures);
        expect(text).not.toMatch(/[<>`\\\r\u0000\u001b]/);
      }),
      {numRuns: 60},
    );
  });
});
