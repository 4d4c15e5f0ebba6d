import fc from 'fast-check';
import type {
  CheckName,
  CheckReport,
  Counts,
  Failure,
  LeftOutReport,
  RuleReference,
  Severity,
  StepReport,
  Subject,
  TrafficPlace,
  VendorReport,
  WorkflowReport,
} from '../report.js';
import type {Covered} from '../coverage.js';
import {countsOfWorkflows} from './failures.js';

/** Two rules of a made-up vendor. */
export const closed: RuleReference = {
  id: 'NOTES-3',
  statement: 'A note that is closed keeps its text. It answers 409.',
  mark: 'documented',
  source: 'https://notes.example/docs/closing',
};
export const guessed: RuleReference = {id: 'NOTES-7', statement: 'Titles are trimmed.', mark: 'assumed'};

/** A failure with everything that one can have, but for what is given. */
export function aFailure(changes: Partial<Failure> = {}): Failure {
  return {
    check: 'body',
    severity: 'broken',
    message: 'The answer has a value of the wrong type.',
    pointer: '/data/0/title',
    expected: 'a string',
    got: '7',
    mark: 'documented',
    rules: [closed],
    spec: {file: 'specs/notes/openapi.yaml', line: 81, column: 17},
    contract: {file: 'contracts/notes/closing.arazzo.yaml', line: 12, column: 9},
    curl: 'curl -H "Authorization: $NOTES_API_KEY" http://127.0.0.1:4010/v1/notes',
    ...changes,
  };
}

export function aStep(changes: Partial<StepReport> = {}): StepReport {
  return {
    id: 'list',
    operation: 'getNotes',
    outcome: 'passed',
    rules: [],
    request: 'GET /v1/notes',
    status: 200,
    milliseconds: 4,
    failures: [],
    ...changes,
  };
}

/** A step with one failure. */
export function aFailedStep(id: string, changes: Partial<Failure> = {}): StepReport {
  const failure = aFailure(changes);
  return aStep({id, outcome: failure.severity, failures: [failure]});
}

export function aWorkflow(id: string, steps: readonly StepReport[]): WorkflowReport {
  return {id, summary: `What ${id} proves.`, file: 'contracts/notes/closing.arazzo.yaml', steps};
}

export function aVendor(workflows: readonly WorkflowReport[], changes: Partial<VendorReport> = {}): VendorReport {
  const covered: Covered = {covered: 2, total: 3, missing: ['getTags']};
  return {
    vendor: 'notes',
    title: 'Notes',
    target: 'built-in',
    workflows,
    coverage: {
      operations: covered,
      statuses: covered,
      mediaTypes: {covered: 1, total: 1, missing: []},
      parameters: {covered: 0, total: 0, missing: []},
      refusals: covered,
      share: 0.7,
    },
    ...changes,
  };
}

export function aReport(...vendors: readonly VendorReport[]): CheckReport {
  return {
    subject: 'steps',
    version: '0.1.0',
    startedAt: '2026-03-01T10:00:00.000Z',
    milliseconds: 1234,
    vendors,
    counts: countsOfWorkflows(vendors.flatMap(({workflows}) => workflows)),
  };
}

/** A request that breaks something, with everything that a breach can have, but for what is given. */
export function aBreach(changes: Partial<Failure> = {}): Failure {
  const {
    contract: _,
    curl: __,
    ...failure
  } = aFailure({
    check: 'ignored',
    message: 'The body has `limit`, and the vendor does not read a body here.',
    pointer: '/request/body/limit',
    expected: '',
    got: '',
    instead: 'Send `limit` in the query.',
    traffic: {file: 'logs/traffic.har', line: 88, column: 11, pointer: '/log/entries/3/request/postData/text'},
    ...changes,
  });
  return failure;
}

/** The requests of one operation; its last ones are only counted. */
function requestsOf(id: string, steps: readonly StepReport[], more?: Counts): WorkflowReport {
  return {id, summary: 'List notes', steps, ...(more && {more})};
}

/** Requests of each outcome: one that is broken in two ways, one for no operation, and some that are only counted. */
export const judged: CheckReport = {
  ...aReport(
    aVendor(
      [
        requestsOf(
          'getNotes',
          [
            aStep({id: 'entry 1'}),
            aStep({
              id: 'entry 4',
              outcome: 'broken',
              failures: [aBreach(), aBreach({check: 'unfollowed', pointer: '/response', rules: []})],
            }),
            aStep({
              id: 'entry 5',
              outcome: 'learned',
              failures: [aBreach({severity: 'learned', rules: [guessed], mark: 'assumed'})],
            }),
          ],
          {total: 12, passed: 12, broken: 0, learned: 0, error: 0, skipped: 0},
        ),
        requestsOf('unknown operations', [
          aStep({
            id: 'entry 9',
            operation: 'unknown operation',
            outcome: 'broken',
            failures: [
              aBreach({
                check: 'unknown-operation',
                message: 'The vendor has no operation GET /v1/note.',
                rules: [],
                spec: undefined,
                traffic: {file: 'http://127.0.0.1:4020/_standin/journal/req-9', pointer: '/request/path'},
                pointer: '/request/path',
              }),
            ],
          }),
        ]),
      ],
      {target: 'logs/traffic.har'},
    ),
  ),
  subject: 'requests',
  leftOut: [
    {why: 'The call has no answer.', count: 1},
    {
      why: 'The call is to none of the vendors.',
      count: 7,
      first: {file: 'logs/traffic.har', line: 9, column: 5, pointer: '/log/entries/0'},
    },
  ],
};

/** One of each outcome, and a step that is broken in two ways and taught something. */
export const mixed = aReport(
  aVendor([
    aWorkflow('closing', [
      aStep({id: 'create'}),
      aFailedStep('close'),
      aFailedStep('read-again', {
        severity: 'learned',
        rules: [guessed],
        mark: 'assumed',
        message: 'The title has a blank.',
      }),
      aStep({
        id: 'close-twice',
        outcome: 'broken',
        failures: [
          aFailure({check: 'status', pointer: '', expected: '409', got: '200', rules: []}),
          aFailure({message: 'The answer lacks a field.', pointer: '/data'}),
          aFailure({
            severity: 'learned',
            message: 'A header is new.',
            pointer: 'header: x-new',
            rules: [],
            mark: 'inferred',
          }),
        ],
      }),
    ]),
    aWorkflow('tags', [
      aFailedStep('list', {check: 'run', severity: 'error', message: 'The connection was refused.', rules: []}),
      aStep({id: 'rename', outcome: 'skipped', reason: 'The target is read only.'}),
      aStep({id: 'remove', outcome: 'skipped', reason: 'The target is read only.'}),
      aStep({id: 'read', outcome: 'skipped', reason: 'The step list failed.'}),
    ]),
  ]),
);

/** What breaks formats: line ends, ends of sections, control characters, halves of pairs, commands. */
const poison = [
  ...['\n', '\r\n', '\u0000', '\u001b[31m', '\ufffe', '\ud800', '\udc00', '😀', ']]>', '<!--', '&amp;', '"', "'", '|'],
  ...[
    '`',
    '```',
    '::error::x',
    '\n::stop-commands::x',
    '##[error]x',
    '%0A',
    ',',
    ':',
    '\\',
    '<script>',
    '\u2028',
    '\u202e',
    '../',
  ],
];

/** Text as a hostile server would write it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...poison), fc.string({unit: 'binary', maxLength: 8})), {maxLength: 8})
  .map((parts) => parts.join(''));

const mark = fc.constantFrom<Failure['mark']>('documented', 'inferred', 'assumed');
const place = fc.record({
  file: hostileText,
  line: fc.integer({min: 1, max: 9999}),
  column: fc.integer({min: 1, max: 99}),
});
const rule = fc.record({id: hostileText, statement: hostileText, mark, source: hostileText});
const checks = {
  steps: fc.constantFrom<CheckName>('criterion', 'status', 'content-type', 'header', 'body', 'erased', 'run'),
  requests: fc.constantFrom<CheckName>('unknown-operation', 'authentication', 'request', 'ignored', 'unfollowed'),
};
const address = fc
  .webUrl({validSchemes: ['http']})
  .map((url) => `${new URL(url).origin}/s/canary/_standin/journal/req-9`);
const traffic: fc.Arbitrary<TrafficPlace> = fc.oneof(
  place.chain((at) => hostileText.map((pointer) => ({...at, pointer}))),
  fc.record({file: fc.oneof(hostileText, address), pointer: hostileText}),
);

const hostileFailure = (subject: Subject): fc.Arbitrary<Failure> => {
  const ofAll = {
    check: checks[subject],
    severity: fc.constantFrom<Severity>('broken', 'learned', 'error'),
    message: hostileText,
    pointer: hostileText,
    expected: hostileText,
    got: hostileText,
    mark,
    rules: fc.array(rule, {maxLength: 2}),
  };
  return subject === 'steps'
    ? fc.record(
        {...ofAll, spec: place, contract: place, curl: hostileText},
        {requiredKeys: ['check', 'severity', 'message', 'pointer', 'expected', 'got', 'mark', 'rules']},
      )
    : fc.record(
        {...ofAll, spec: place, instead: hostileText, traffic},
        {requiredKeys: ['check', 'severity', 'message', 'pointer', 'expected', 'got', 'mark', 'rules', 'traffic']},
      );
};

const hostileStep = (subject: Subject): fc.Arbitrary<StepReport> =>
  fc.record(
    {
      id: hostileText,
      operation: hostileText,
      outcome: fc.constantFrom<StepReport['outcome']>('passed', 'broken', 'learned', 'error', 'skipped'),
      reason: hostileText,
      rules: fc.constant([]),
      request: hostileText,
      status: fc.integer({min: 100, max: 599}),
      milliseconds: fc.double({min: 0, max: 90_000, noNaN: true}),
      failures: fc.array(hostileFailure(subject), {maxLength: 3}),
    },
    {requiredKeys: ['id', 'operation', 'outcome', 'rules', 'milliseconds', 'failures']},
  );

const counted: fc.Arbitrary<Counts> = fc.nat(99).map((passed) => ({
  ...{total: passed + 1, passed, broken: 1, learned: 0, error: 0, skipped: 0},
}));

const hostileWorkflow = (subject: Subject): fc.Arbitrary<WorkflowReport> => {
  const ofAll = {id: hostileText, summary: hostileText, steps: fc.array(hostileStep(subject), {maxLength: 4})};
  return subject === 'steps'
    ? fc.record({...ofAll, file: hostileText}, {requiredKeys: ['id', 'summary', 'steps']})
    : fc.record({...ofAll, more: counted}, {requiredKeys: ['id', 'summary', 'steps']});
};

const hostileLeftOut: fc.Arbitrary<readonly LeftOutReport[]> = fc.array(
  fc.record({why: hostileText, count: fc.integer({min: 1, max: 99}), first: traffic}, {requiredKeys: ['why', 'count']}),
  {maxLength: 2},
);

const hostileOf = (subject: Subject): fc.Arbitrary<CheckReport> =>
  fc
    .array(
      fc
        .record({
          title: hostileText,
          target: hostileText,
          workflows: fc.array(hostileWorkflow(subject), {maxLength: 3}),
        })
        .map(({title, target, workflows}) => aVendor(workflows, {title, target})),
      {maxLength: 2},
    )
    .map((vendors) => ({...aReport(...vendors), subject}));

/** Reports on requests in which every text is hostile. */
export const hostileJudged: fc.Arbitrary<CheckReport> = fc
  .tuple(hostileOf('requests'), hostileLeftOut)
  .map(([report, leftOut]) => ({...report, leftOut}));

/** Reports, on steps or on requests, in which every text is hostile. */
export const hostileReport: fc.Arbitrary<CheckReport> = fc.oneof(hostileOf('steps'), hostileJudged);
