import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CheckReport, StepReport} from '../report.js';
import {githubReport} from './github.js';
import {aFailedStep, aReport, aVendor, aWorkflow, hostileReport, hostileText, judged, mixed} from './test-report.js';

interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A line as GitHub's runner reads it. */
function read(line: string): Annotation | undefined {
  const match = /^::(error|warning|notice) ([^:]*)::(.*)$/u.exec(line);
  if (match === null) return undefined;
  const [, command = '', properties = '', message = ''] = match;
  const pairs = properties.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [
      pair.slice(0, at),
      unescape(pair.slice(at + 1))
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ','),
    ] as const;
  });
  return {command, properties: Object.fromEntries(pairs), message: unescape(message)};
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

const linesOf = (report: CheckReport): readonly string[] => githubReport(report).split('\n').slice(0, -1);
const reportOf = (steps: readonly StepReport[]): CheckReport => aReport(aVendor([aWorkflow('w', steps)]));
const many = (count: number, prefix: string, changes: Parameters<typeof aFailedStep>[1]): readonly StepReport[] =>
  Array.from({length: count}, (_, index) => aFailedStep(`${prefix}-${index}`, changes));

describe('github', () => {
  it('says error for what is broken, warning for what could not run, notice for what was learned: the worst first', () => {
    expect(linesOf(mixed).map((line) => read(line)?.command)).toEqual([
      ...['error', 'error', 'error', 'warning', 'notice', 'notice'],
    ]);
  });

  it('points to the line of the document', () => {
    const [first = ''] = linesOf(mixed);
    expect(
      first.startsWith('::error file=specs/notes/openapi.yaml,line=81,col=17,title=Notes%3A getNotes%2C body::'),
    ).toBe(true);
    expect(read(first)?.message).toMatch(/^The answer has a value of the wrong type\.\noperation getNotes/);
  });

  it('points to the workflow where the document says nothing, and nowhere where neither does', () => {
    const steps = [aFailedStep('a', {spec: undefined}), aFailedStep('b', {spec: undefined, contract: undefined})];
    const [workflow, nowhere] = linesOf(reportOf(steps)).map((line) => read(line)?.properties);
    expect(workflow).toMatchObject({file: 'contracts/notes/closing.arazzo.yaml', line: '12'});
    expect(Object.keys(nowhere ?? {})).toEqual(['title']);
  });

  it('points to the line of a request, or to the document where requests have none', () => {
    const [first, second, unknown] = linesOf(judged).map((line) => read(line));
    expect(first?.properties).toMatchObject({file: 'logs/traffic.har', line: '88', col: '11'});
    expect(first?.message).toContain('\ninstead   Send `limit` in the query.\nsent in   logs/traffic.har:88:11 (/log/');
    expect(second?.properties.title).toBe('Notes: getNotes, unfollowed');
    expect(Object.keys(unknown?.properties ?? {})).toEqual(['title']);
    expect(unknown?.message).toContain('\nsent in   http://127.0.0.1:4020/_standin/journal/req-9\n');
  });

  it('tells at the end what was left out, the most frequent reason first', () => {
    expect(linesOf(judged).slice(-2)).toEqual([
      'Left out: 7 × The call is to none of the vendors., the first at logs/traffic.har:9:5 (/log/entries/0)',
      'Left out: 1 × The call has no answer.',
    ]);
  });

  it('tells documented rules before assumed ones', () => {
    const steps = [aFailedStep('a', {mark: 'assumed', message: 'Second.'}), aFailedStep('b', {message: 'First.'})];
    expect(linesOf(reportOf(steps)).map((line) => read(line)?.message.split('\n')[0])).toEqual(['First.', 'Second.']);
  });

  it('writes ten of each kind, as GitHub shows no more, and counts the others in one last line', () => {
    const lines = linesOf(
      reportOf([...many(12, 'a', {}), ...many(10, 'b', {severity: 'error'}), ...many(13, 'c', {severity: 'learned'})]),
    );
    const commands = lines.map((line) => read(line)?.command);
    expect(['error', 'warning', 'notice'].map((name) => commands.filter((one) => one === name).length)).toEqual([
      10, 10, 10,
    ]);
    expect(lines).toHaveLength(31);
    expect(lines.at(-1)).toBe(
      'Without an annotation: 2 more broken, 3 more learned. The summary of the step has them.',
    );
  });

  it('is empty when there is nothing to say', () => {
    expect(githubReport(reportOf([]))).toBe('');
  });

  it('keeps texts that look like escapes or commands', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const report = aReport(
          aVendor([aWorkflow('w', [aFailedStep('s', {got: '100%0A, 5:6'})])], {title: `x${title}`}),
        );
        const lines = linesOf(report);
        expect(lines).toHaveLength(1);
        const {properties, message} = read(lines[0]!)!;
        expect(Object.keys(properties)).toEqual(['file', 'line', 'col', 'title']);
        expect(message).toContain('\ngot       100%0A, 5:6\n');
      }),
    );
  });

  it('writes nothing but annotations, whatever servers say', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const lines = linesOf(report).filter((line) => !/^(Without an annotation|Left out): /.test(line));
        expect(lines.map(read)).not.toContain(undefined);
        expect(githubReport(report)).not.toMatch(/[\r\u0000\u001b\u2028]/);
      }),
      {numRuns: 80},
    );
  });
});
