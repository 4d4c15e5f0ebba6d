import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CheckReport} from '../report.js';
import {sarifReport} from './sarif.js';
import {
  aFailedStep,
  aFailure,
  aReport,
  aStep,
  aVendor,
  aWorkflow,
  aBreach,
  closed,
  guessed,
  hostileReport,
  judged,
  mixed,
} from './test-report.js';

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: {readonly uri: string; readonly uriBaseId: string};
    readonly region: {readonly startLine: number; readonly startColumn: number};
  };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: {readonly text: string};
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Run {
  readonly tool: {readonly driver: {readonly rules: readonly {readonly id: string; readonly helpUri?: string}[]}};
  readonly originalUriBaseIds: Readonly<Record<string, {readonly uri?: string}>>;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly startTimeUtc?: string;
    readonly endTimeUtc?: string;
    readonly toolExecutionNotifications: readonly {readonly level: string; readonly message: {readonly text: string}}[];
  }[];
  readonly results: readonly Result[];
}

function read(report: CheckReport): Run {
  const log = JSON.parse(sarifReport(report)) as {readonly version: string; readonly runs: readonly Run[]};
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

const fingerprints = (run: Run): readonly (string | undefined)[] =>
  run.results.map(({partialFingerprints}) => partialFingerprints['standinFailure/v1']);
const reportOf = (...changes: readonly Parameters<typeof aFailure>[0][]): CheckReport =>
  aReport(aVendor([aWorkflow('w', [aStep({outcome: 'broken', failures: changes.map((change) => aFailure(change))})])]));

describe('sarif', () => {
  const run = read(mixed);

  it('has broken contracts as errors and what was learned as notes', () => {
    expect(run.results.map(({level, ruleId}) => `${level} ${ruleId}`)).toEqual([
      ...['error NOTES-3', 'error notes/status', 'error NOTES-3', 'note notes/body', 'note NOTES-7'],
    ]);
  });

  it('has what could not be carried out as a notification, and an invocation that was not successful', () => {
    const [invocation] = run.invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications.map(({level}) => level)).toEqual(['error']);
    expect(invocation?.toolExecutionNotifications[0]?.message.text).toMatch(/^The connection was refused\.\n/);
    expect(read(reportOf({})).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('tells when the run was', () => {
    expect(run.invocations[0]).toMatchObject({
      startTimeUtc: '2026-03-01T10:00:00.000Z',
      endTimeUtc: '2026-03-01T10:00:01.234Z',
    });
  });

  it('lists each rule once, with its source as the place of help', () => {
    expect(run.tool.driver.rules.map(({id}) => id)).toEqual([
      ...['NOTES-3', 'NOTES-7', 'notes/body', 'notes/run', 'notes/status'],
    ]);
    expect(run.tool.driver.rules[0]).toEqual({
      id: 'NOTES-3',
      name: 'Notes3',
      shortDescription: {text: 'A note that is closed keeps its text.'},
      fullDescription: {text: 'A note that is closed keeps its text. It answers 409.'},
      helpUri: 'https://notes.example/docs/closing',
      help: {
        text: 'A note that is closed keeps its text. It answers 409. This is documented. Source: https://notes.example/docs/closing',
      },
      defaultConfiguration: {level: 'error'},
      properties: {tags: ['contract', 'notes', 'documented']},
    });
    expect(run.tool.driver.rules[1]).not.toHaveProperty('helpUri');
  });

  it('points to the exact place in the document, and to the step beside it', () => {
    const [first] = run.results;
    expect(first?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: {uri: 'specs/notes/openapi.yaml', uriBaseId: 'SRCROOT'},
      region: {startLine: 81, startColumn: 17},
    });
    expect(first?.relatedLocations?.[0]?.physicalLocation.region).toEqual({startLine: 12, startColumn: 9});
  });

  it('points to the step where the document says nothing, and to the top of the workflow where no line is known', () => {
    const [step, top] = read(reportOf({spec: undefined}, {spec: undefined, contract: undefined})).results;
    const at = (result: Result | undefined) => result?.locations[0]?.physicalLocation;
    expect(at(step)).toMatchObject({
      artifactLocation: {uri: 'contracts/notes/closing.arazzo.yaml'},
      region: {startLine: 12},
    });
    expect(step).not.toHaveProperty('relatedLocations');
    expect(at(top)).toMatchObject({
      artifactLocation: {uri: 'contracts/notes/closing.arazzo.yaml'},
      region: {startLine: 1},
    });
  });

  it('names no absolute place', () => {
    expect(run.originalUriBaseIds.SRCROOT).not.toHaveProperty('uri');
    expect(
      read(reportOf({spec: {file: '/a/../b c.yaml', line: 1, column: 1}})).results[0]?.locations[0]?.physicalLocation,
    ).toMatchObject({artifactLocation: {uri: 'a/b%20c.yaml'}});
  });

  it('knows a failure again in another run, whatever it got this time', () => {
    const later = {...reportOf({got: '8', expected: 'text'}), startedAt: '2026-04-01T00:00:00.000Z', milliseconds: 9};
    expect(fingerprints(read(later))).toEqual(fingerprints(read(reportOf({got: '7'}))));
  });

  it('tells failures apart by operation, check, pointer, rule, workflow and step, and those about the same by number', () => {
    const all = [
      reportOf({}, {}, {check: 'status'}, {pointer: '/x'}, {rules: [guessed]}, {rules: [closed, guessed]}),
      aReport(aVendor([aWorkflow('v', [aFailedStep('list')]), aWorkflow('w', [aFailedStep('other')])])),
      aReport(aVendor([aWorkflow('w', [aStep({operation: 'x', outcome: 'broken', failures: [aFailure()]})])])),
      aReport(aVendor([aWorkflow('w', [aFailedStep('list')])], {vendor: 'tasks'})),
    ].flatMap((report) => fingerprints(read(report)));
    expect(all).toHaveLength(10);
    expect(new Set(all).size).toBe(10);
  });

  it('points to a request in the file that it was sent in, and to the document beside it', () => {
    const {results, invocations} = read(judged);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: {uri: 'logs/traffic.har'},
      region: {startLine: 88, startColumn: 11},
    });
    expect(results[0]?.relatedLocations?.[0]?.physicalLocation.artifactLocation).toEqual({
      ...{uri: 'specs/notes/openapi.yaml', uriBaseId: 'SRCROOT'},
    });
    expect(results[0]?.message.text).toContain('\ninstead: Send `limit` in the query.\n');
    const journal = results.find(({ruleId}) => ruleId === 'notes/unknown-operation');
    expect(journal?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'http://127.0.0.1:4020/_standin/journal/req-9',
    });
    expect(journal).not.toHaveProperty('relatedLocations');
    expect(invocations[0]?.executionSuccessful).toBe(true);
    expect(invocations[0]?.toolExecutionNotifications.map(({level, message}) => [level, message.text])).toEqual([
      ['note', 'Left out: 7 × The call is to none of the vendors., the first at logs/traffic.har:9:5 (/log/entries/0)'],
      ['note', 'Left out: 1 × The call has no answer.'],
    ]);
  });

  it('names a file of requests as it was given: in the folder above, or anywhere', () => {
    const at = (file: string) => {
      const breach = aBreach({traffic: {file, line: 1, column: 1, pointer: ''}});
      const report = aReport(aVendor([aWorkflow('w', [aStep({outcome: 'broken', failures: [breach]})])]));
      return read(report).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    };
    expect(['../a b.har', '/srv/a#b.har', 'standard input'].map(at)).toEqual([
      ...['../a%20b.har', 'file:///srv/a%23b.har', 'standard%20input'],
    ]);
  });

  it('knows a breach again in another recording: by another request, with tokens of another key', () => {
    const named = (id: string, token: string) => {
      const breach = aBreach({pointer: `/request/query/tok_${token}(aaa)`});
      return fingerprints(
        read(aReport(aVendor([aWorkflow('w', [aStep({id, outcome: 'broken', failures: [breach]})])]))),
      );
    };
    expect(named('entry 1', '0123456789abcdef')).toEqual(named('entry 7', 'fedcba9876543210'));
  });

  it('names its maker’s pages when it is told them', () => {
    expect(JSON.parse(sarifReport(mixed, {homepage: 'https://standin.example/'}))).toMatchObject({
      runs: [{tool: {driver: {name: 'standin', semanticVersion: '0.1.0', informationUri: 'https://standin.example/'}}}],
    });
  });

  it('refers to rules that there are, by places that URIs allow, whatever servers say', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const {tool, results, invocations} = read(report);
        for (const {ruleId, ruleIndex, locations} of results) {
          expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
          const {uri, uriBaseId} = locations[0]!.physicalLocation.artifactLocation;
          if (report.subject === 'steps') expect(uri).toMatch(/^(?!\/)[\w\-.!~*'()%/]*$/);
          // Of a request, what its sender named: a file or an address.
          else expect(new URL(uri, 'file:///project/').protocol).toMatch(/^(file|https?):$/);
          expect(uriBaseId).toBe(report.subject === 'steps' ? 'SRCROOT' : undefined);
        }
        const found = report.vendors.flatMap(({workflows}) => workflows).flatMap(({steps}) => steps);
        const failures = found.flatMap((step) => step.failures).length;
        const notifications = failures - results.length + (report.leftOut?.length ?? 0);
        expect(invocations[0]!.toolExecutionNotifications).toHaveLength(notifications);
        expect(new Set(fingerprints({...read(report)})).size).toBe(results.length);
      }),
      {numRuns: 60},
    );
  });
});
