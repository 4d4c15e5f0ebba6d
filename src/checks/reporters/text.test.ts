import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {oneLine} from './plain.js';
import {
  aFailedStep,
  aFailure,
  aReport,
  aStep,
  aVendor,
  aWorkflow,
  hostileReport,
  hostileText,
  judged,
  mixed,
} from './test-report.js';
import {textReport} from './text.js';

const lines = textReport(mixed).trimEnd().split('\n');

describe('text', () => {
  it('has one line for each workflow, with what came of its steps', () => {
    expect(lines).toContain('  ✗ closing: 1 passed, 2 broken, 1 learned What closing proves.');
    expect(lines).toContain('  ✗ tags: 1 could not run, 3 skipped What tags proves.');
  });

  it('tells of a failure all that a reader asks, down to a command that repeats it', () => {
    const from = lines.indexOf('1) Notes, body, broken: The answer has a value of the wrong type.');
    expect(lines.slice(from + 1, from + 10)).toEqual([
      '   operation getNotes (closing › close)',
      '   request   GET /v1/notes → 200',
      '   at        /data/0/title',
      '   expected  a string',
      '   got       7',
      '   spec      specs/notes/openapi.yaml:81:17',
      '   contract  contracts/notes/closing.arazzo.yaml:12:9',
      '   rule      NOTES-3 (documented): A note that is closed keeps its text. It answers 409. https://notes.example/docs/closing',
      '   repeat    curl -H "Authorization: $NOTES_API_KEY" http://127.0.0.1:4010/v1/notes',
    ]);
  });

  it('numbers what is broken before what could not run, and tells in one line what was learned', () => {
    expect(lines.filter((line) => /^\d\)/.test(line)).map((line) => line.split(':')[0])).toEqual([
      '1) Notes, body, broken',
      '2) Notes, status, broken',
      '3) Notes, body, broken',
      '4) Notes, run, could not run',
    ]);
    expect(lines).toContain('  getNotes /data/0/title: The title has a blank. (NOTES-7, assumed)');
  });

  it('counts what was skipped by its reasons', () => {
    const from = lines.indexOf('  Skipped: 3 steps.');
    expect(lines.slice(from + 1, from + 3)).toEqual([
      '    2 × The target is read only.',
      '    1 × The step list failed.',
    ]);
  });

  it('tells what the run touched, and ends with the totals', () => {
    expect(lines).toContain(
      '  Coverage 70 %: operations 2 of 3 (66 %), statuses 2 of 3 (66 %), media types 1 of 1 (100 %), parameters none to cover, refusals 2 of 3 (66 %).',
    );
    expect(lines.at(-1)).toBe('8 steps: 1 passed, 2 broken, 1 could not run, 1 learned, 3 skipped, in 1.2 s.');
  });

  it('tells of a request where it was sent, what to send instead, and what the document says', () => {
    const told = textReport(judged).split('\n');
    const from = told.indexOf(
      '1) Notes, ignored, broken: The body has `limit`, and the vendor does not read a body here.',
    );
    expect(told.slice(from + 1, from + 8)).toEqual([
      '   operation getNotes (entry 4)',
      '   request   GET /v1/notes → 200',
      '   at        /request/body/limit',
      '   instead   Send `limit` in the query.',
      '   sent in   logs/traffic.har:88:11 (/log/entries/3/request/postData/text)',
      '   spec      specs/notes/openapi.yaml:81:17',
      '   rule      NOTES-3 (documented): A note that is closed keeps its text. It answers 409. https://notes.example/docs/closing',
    ]);
    expect(told).toContain(
      '  getNotes in logs/traffic.har:88:11 (/log/entries/3/request/postData/text): The body has `limit`, and the vendor does not read a body here. Send `limit` in the query. (NOTES-7, assumed)',
    );
  });

  it('counts requests, with those that are not listed, and tells what was left out and why', () => {
    const told = textReport(judged).split('\n');
    expect(told).toContain('  ✗ getNotes: 13 passed, 1 broken, 1 learned List notes');
    expect(told).toContain('12 more requests judged and only counted.');
    const from = told.indexOf('Left out:');
    expect(told.slice(from + 1)).toEqual([
      '  7 × The call is to none of the vendors., the first at logs/traffic.har:9:5 (/log/entries/0)',
      '  1 × The call has no answer.',
      '',
      '16 requests: 13 passed, 2 broken, 1 learned, in 1.2 s.',
      '',
    ]);
  });

  it('never rounds up to 100 %', () => {
    const covered = {covered: 999, total: 1000, missing: ['getTags']};
    const {coverage} = aVendor([]);
    const text = textReport(aReport(aVendor([], {coverage: {...coverage, operations: covered, share: 0.999}})));
    expect(text).toContain('Coverage 99 %: operations 999 of 1000 (99 %)');
  });

  it('says nothing of failures when all is well, and that nothing was tested when nothing was', () => {
    const fine = textReport(aReport(aVendor([aWorkflow('closing', [aStep()])])));
    expect(fine).toContain('✓ closing: 1 passed');
    expect(fine).not.toMatch(/broken|Learned|Skipped/);
    expect(textReport(aReport())).toBe('0 steps, in 1.2 s.\n');
  });

  it('paints with the colors that it is given, and with none by default', () => {
    const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const colors = {
      ...{bold: paint('bold'), dim: paint('dim'), red: paint('red'), green: paint('green'), yellow: paint('yellow')},
    };
    expect(textReport(mixed, {colors})).toContain('<red>✗</red> closing');
    expect(textReport(mixed)).not.toMatch(/[<\u001b]/);
  });

  it('lets no server steer a terminal, or give commands to a CI runner', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = textReport(report);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028\u202e]/u);
        expect(text).not.toMatch(/^\s*::|##\[/m);
      }),
      {numRuns: 80},
    );
  });

  it('has as many lines for hostile values as for tame ones', () => {
    fc.assert(
      fc.property(hostileText, (got) => {
        const reportOf = (value: string) =>
          aReport(aVendor([aWorkflow('closing', [aFailedStep('close', {got: value, message: value})])]));
        expect(textReport(reportOf(`x${got}`)).split('\n')).toHaveLength(textReport(reportOf('x')).split('\n').length);
      }),
    );
  });

  it('cuts what is long, never inside a character, and says how much is left out', () => {
    const report = aReport(aVendor([aWorkflow('w', [aFailedStep('s', {got: `x${'😀'.repeat(500_000)}`})])]));
    const text = textReport(report);
    expect(text.length).toBeLessThan(10_000);
    expect(text).toContain('😀… (998002 more)');
    expect(text).not.toContain('\ufffd');
  });

  it('shows what it had to change: control characters as escapes, halves of pairs as the replacement character', () => {
    expect(oneLine('a\nb\u001b[31m\ud800 ##[error] 😀')).toBe('a\\nb\\u001b[31m\ufffd ## [error] 😀');
    expect(oneLine('::error::x')).toBe(': :error::x');
  });

  it('leaves out what is not known of a step that got no answer', () => {
    const failure = aFailure({check: 'run', severity: 'error', pointer: '', expected: '', got: '', spec: undefined});
    const {status: _, request: __, ...step} = aStep({id: 'list', outcome: 'error', failures: [failure]});
    const text = textReport(aReport(aVendor([aWorkflow('tags', [step])])));
    expect(text).not.toMatch(/^ {3}(at|expected|got|request|spec) /m);
  });
});
