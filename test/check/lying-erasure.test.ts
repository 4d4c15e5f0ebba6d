import {describe, expect, it} from 'vitest';
import {personalValue} from '../../src/checks/people.js';
import type {CheckReport} from '../../src/checks/index.js';
import {changed, checkLiar, dropped, findingsIn, type Lie} from './lies.js';

const inBase64 = (text: string) => Buffer.from(text).toString('base64');

/** The value of an input in the runs of {@link checkLiar}. */
function person(workflow: string, input: string): string {
  return personalValue(workflow, input, 'lies') ?? '';
}

/** What the lies of Dixa are told by: they change with what is anonymized by now. */
function dixaLies(): readonly Lie[] {
  const done = new Set<string>();
  const text = person('anonymize-message', 'canaryText');
  let logs = 0;
  return [
    {
      operation: 'getAnonymizationRequestRequestid',
      says: (truth, target) => {
        const {data} = JSON.parse(truth.body) as {data: {_type: string; initiatedAt: string; processedAt?: string}};
        if (data.processedAt !== undefined) done.add(data._type);
        // End users seem to be done at once, conversations never, messages when they are.
        if (data._type === 'User') return changed('/data/processedAt', data.initiatedAt)(truth, target);
        return data._type === 'Conversation' ? dropped('/data/processedAt')(truth, target) : truth;
      },
    },
    {
      operation: 'getConversationsConversationidMessages',
      says: (truth, target) => (done.has('Message') ? changed('/data/1/externalId', text)(truth, target) : truth),
    },
    {
      operation: 'getConversationsConversationidActivitylog',
      says: (truth, target) => {
        if (!done.has('Message')) return truth;
        const disguised = logs++ === 0 ? text.toUpperCase() : inBase64(text);
        return changed('/data/0/author/name', disguised)(truth, target);
      },
    },
    {
      operation: 'getEndusersUserid',
      says: (truth, target) => {
        const isBystander = truth.body.includes(person('anonymize-conversation', 'bystanderEmail'));
        return isBystander && done.has('Conversation') ? changed('/data/displayName', 'Nobody')(truth, target) : truth;
      },
    },
  ];
}

function opencxLies(): readonly Lie[] {
  const workflow = 'redact-session';
  let redacted = '';
  return [
    {
      operation: 'redactSession',
      says: (truth) => {
        redacted = (JSON.parse(truth.body) as {itemId: string}).itemId;
        return truth;
      },
    },
    {
      operation: 'getChatSessionHistory',
      when: (target) => redacted !== '' && target.includes(redacted),
      says: changed('/items/0/event/sender/name', person(workflow, 'canaryName')),
    },
    {
      operation: 'listChatSessions',
      when: () => redacted !== '',
      says: changed('/items/0/language', person(workflow, 'canaryEmail').toUpperCase()),
    },
    {
      operation: 'searchChatSessions',
      when: () => redacted !== '',
      says: (truth) => ({...truth, headers: {...truth.headers, 'x-cached': inBase64(person(workflow, 'canaryText'))}}),
    },
    {
      operation: 'getChatSession',
      when: (target) => redacted !== '' && !target.includes(redacted),
      says: changed('/updated_at', '2020-01-01T00:00:00.000Z'),
    },
  ];
}

function symblLies(): readonly Lie[] {
  const workflow = 'redaction-hides-the-person';
  const submitted: {readonly conversationId: string; readonly jobId: string}[] = [];
  let isDeleted = false;
  const leak = (target: string): string => {
    if (target.includes('verbose=')) return person(workflow, 'canaryName').toUpperCase();
    return target.includes('exclude=') ? inBase64(person(workflow, 'canaryEmail')) : person(workflow, 'canaryEmail');
  };
  return [
    {
      operation: 'submitText',
      says: (truth) => {
        submitted.push(JSON.parse(truth.body) as (typeof submitted)[number]);
        return truth;
      },
    },
    {
      operation: 'getJob',
      says: (truth, target) => {
        const position = submitted.findIndex(({jobId}) => target.endsWith(jobId));
        // The third job seems to be done at once, those of added text never, the others when they are.
        if (position === 2) return changed('/status', 'completed')(truth, target);
        return position === -1 ? changed('/status', 'in_progress')(truth, target) : truth;
      },
    },
    {
      operation: 'getMessagesByConversationId',
      when: (target) => target.includes('redact=true') && target.includes(submitted[2]?.conversationId ?? '-'),
      says: (truth, target) =>
        truth.body.includes('REDACTED') ? changed('/messages/1/from/email', leak(target))(truth, target) : truth,
    },
    {
      operation: 'deleteConversation',
      says: (truth) => {
        isDeleted ||= truth.status === 200;
        return truth;
      },
    },
    {
      operation: 'getMembers',
      when: (target) => isDeleted && target.includes(submitted[1]?.conversationId ?? '-'),
      says: changed('/members/0/name', 'Nobody'),
    },
  ];
}

/** What came back at a step, and how it was disguised; no report says the value itself. */
function gotAt({vendors}: CheckReport, stepId: string, workflow?: string): string | undefined {
  const steps = vendors.flatMap(({workflows}) =>
    workflows.flatMap(({id, steps: own}) => (id === (workflow ?? id) ? own : [])),
  );
  const failures = steps.filter(({id, failures}) => id === stepId && failures.some(({check}) => check === 'erased'));
  const [failure] = failures.flatMap((step) => step.failures.filter(({check}) => check === 'erased'));
  expect(failure?.contract?.file).toMatch(/^contracts\/.*\.arazzo\.yaml$/);
  expect(failure?.contract?.line).toBeGreaterThan(1);
  return failure?.got;
}

describe('a server that lies of what it erased', () => {
  const told = {
    dixa: ['anonymize-conversation', 'anonymize-end-user', 'anonymize-message'],
    opencx: ['redact-session'],
    symbl: ['conversation-deleted', 'redaction-hides-the-person', 'text-appended'],
  } as const;

  it('is found out at Dixa: too early, never, still there, somebody else too', async () => {
    const report = await checkLiar('dixa', told.dixa, dixaLies());
    const found = findingsIn(report);
    expect(found).toEqual(
      expect.arrayContaining([
        'anonymize-conversation/done: broken criterion',
        'anonymize-conversation/bystander-person-after: broken unchanged /data/displayName',
        'anonymize-end-user/not-yet: broken criterion',
        'anonymize-end-user/after: broken erased /data/email',
        'anonymize-end-user/after: broken erased /data/additionalPhoneNumbers/0',
      ]),
    );
    // What nobody lied of is as it was: nothing else of a message comes back than what was put there.
    expect(found.filter((one) => one.startsWith('anonymize-message/'))).toEqual([
      'anonymize-message/after: broken erased /data/1/externalId',
      'anonymize-message/log: broken erased /data/0/author/name',
      'anonymize-message/after-again: broken erased /data/1/externalId',
      'anonymize-message/log-again: broken erased /data/0/author/name',
    ]);
    expect(gotAt(report, 'after', 'anonymize-message')).toBe('canaryText');
    expect(gotAt(report, 'log', 'anonymize-message')).toMatch(/^canaryText disguised by .*case/);
    expect(gotAt(report, 'log-again', 'anonymize-message')).toMatch(/^canaryText disguised by .*base64/);
  }, 120_000);

  it('is found out at OpenCX: still there, somebody else too', async () => {
    const report = await checkLiar('opencx', told.opencx, opencxLies());
    expect(findingsIn(report)).toEqual(
      expect.arrayContaining([
        'redact-session/texts-are-gone: broken erased /items/0/event/sender/name',
        'redact-session/not-found-by-what-was-said: broken erased header: x-cached',
        'redact-session/list-holds-no-text: broken erased /items/0/language',
      ]),
    );
    expect(findingsIn(report).filter((one) => one.includes('/bystander-session'))).toEqual([
      'redact-session/bystander-session-stays: broken unchanged /updated_at',
    ]);
    expect(gotAt(report, 'texts-are-gone')).toBe('canaryName');
    expect(gotAt(report, 'list-holds-no-text')).toMatch(/^canaryEmail/);
    expect(gotAt(report, 'not-found-by-what-was-said')).toMatch(/^canaryText disguised by .*base64/);
  }, 120_000);

  it('is found out at Symbl.ai: too early, never, still there, somebody else too', async () => {
    const report = await checkLiar('symbl', told.symbl, symblLies());
    expect(findingsIn(report)).toEqual(
      expect.arrayContaining([
        'conversation-deleted/bystander-members-after: broken unchanged /members/0/name',
        'redaction-hides-the-person/running: broken criterion /status',
        'redaction-hides-the-person/redacted: broken erased /messages/1/from/email',
        'redaction-hides-the-person/redacted-with-words: broken erased /messages/1/from/email',
        'redaction-hides-the-person/redacted-but-for-cities: broken erased /messages/1/from/email',
        'text-appended/last-finished: broken criterion /status',
      ]),
    );
    expect(gotAt(report, 'redacted')).toBe('canaryEmail');
    expect(gotAt(report, 'redacted-with-words')).toMatch(/^canaryName/);
    expect(gotAt(report, 'redacted-but-for-cities')).toMatch(/^canaryEmail disguised by .*base64/);
  }, 120_000);

  it.each(['dixa', 'opencx', 'symbl'] as const)(
    'is told from an honest one: %s',
    async (vendor) => {
      const report = await checkLiar(vendor, told[vendor]);
      expect(findingsIn(report)).toEqual([]);
      expect(report.counts.passed).toBe(report.counts.total);
      expect(report.counts.total).toBeGreaterThan(20);
    },
    120_000,
  );
});
