import {beforeAll, describe, expect, it} from 'vitest';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {derivedIds} from '../../src/checks/derived/index.js';
import type {CheckReport} from '../../src/checks/index.js';
import {packageRoot} from '../../src/cli/package-root.js';
import {changed, checkLiar, dropped, type Lie, type VendorName} from './lies.js';

/** One lie, and what must be found of it: `<check> <pointer>`. */
interface Told extends Lie {
  readonly what: string;
  readonly finds: readonly string[];
}

const says =
  (change: Partial<{status: number; body: string}>): NonNullable<Lie['says']> =>
  (truth) => ({...truth, ...change});
const ofType =
  (type?: string): NonNullable<Lie['says']> =>
  ({headers: {'content-type': _, ...headers}, ...truth}) => ({
    ...truth,
    headers: {...headers, ...(type !== undefined && {'content-type': type})},
  });
const cutOff: NonNullable<Lie['says']> = (truth) => ({...truth, body: truth.body.slice(0, -1)});
const later = {status: 429, body: '{"message":"Too Many Requests","error":"Too Many Requests","statusCode":429}'};

/** Each operation is called once with its document's example, so one run can tell each of them another lie. */
const told: Readonly<Record<VendorName, readonly Told[]>> = {
  dixa: [
    {what: 'an undocumented status', operation: 'getTags', says: says({status: 418}), finds: ['broken status']},
    {what: 'a field less', operation: 'getTagsTagid', says: dropped('/data/name'), finds: ['broken body /data/name']},
    {
      what: 'a field more',
      operation: 'getAgentsAgentid',
      says: changed('/data/password', 'x'),
      finds: ['broken body /data/password'],
    },
    {
      what: 'another type',
      operation: 'getQueuesConversation-positionCsid',
      says: changed('/data/position', '1'),
      finds: ['broken body /data/position'],
    },
    {
      what: 'a word that is not listed',
      operation: 'getConversationsConversationidRatings',
      says: changed('/data/0/ratingStatus', 'Lost'),
      finds: ['broken body /data/0/ratingStatus'],
    },
    {
      what: 'another form',
      operation: 'getConversationsConversationidNotes',
      says: changed('/data/0/id', '12'),
      finds: ['broken body /data/0/id'],
    },
    {
      what: 'another content type',
      operation: 'getQueues',
      says: ofType('text/html'),
      finds: ['broken content-type header: content-type'],
    },
    {
      what: 'no content type',
      operation: 'getContact-endpoints',
      says: ofType(),
      finds: ['broken content-type header: content-type'],
    },
    {what: 'broken JSON', operation: 'getWebhooks', says: cutOff, finds: ['broken body']},
    {what: 'no body', operation: 'getCustom-attributes', says: says({body: ''}), finds: ['broken body']},
    {
      what: 'a failure of its own',
      operation: 'getQueuesQueueid',
      says: says({status: 500, body: '{"message":"Oops"}'}),
      finds: ['broken criterion'],
    },
    {what: 'nothing at all', operation: 'getConversationsFlows', says: () => 'nothing', finds: ['error run']},
  ],
  opencx: [
    {
      what: 'an undocumented status',
      operation: 'updateChatSession',
      says: says({status: 418}),
      finds: ['broken status'],
    },
    {what: 'a field less', operation: 'getChatSession', says: dropped('/id'), finds: ['broken body /id']},
    {
      what: 'a field more',
      operation: 'createContact',
      says: changed('/password', 'x'),
      finds: ['broken body /password'],
    },
    {
      what: 'another type',
      operation: 'redactSession',
      says: changed('/affectedCount', '1'),
      finds: ['broken body /affectedCount'],
    },
    {
      what: 'a word that is not listed',
      operation: 'listChatSessions',
      says: changed('/items/0/status', 'lost'),
      finds: ['broken body /items/0/status'],
    },
    {
      what: 'another form',
      operation: 'listContacts',
      says: changed('/items/0/created_at', 'yesterday'),
      finds: ['broken body /items/0/created_at'],
    },
    {
      what: 'a header of another type',
      operation: 'filterChatSessions',
      says: (truth) => ({...truth, ...later, headers: {...truth.headers, 'retry-after': 'soon'}}),
      finds: ['broken header header: retry-after'],
    },
    {
      what: 'another content type',
      operation: 'redactMessage',
      says: ofType('text/html'),
      finds: ['broken content-type header: content-type'],
    },
    {
      what: 'no content type',
      operation: 'getChatSessionHistory',
      says: ofType(),
      finds: ['broken content-type header: content-type'],
    },
    {what: 'broken JSON', operation: 'uploadMedia', says: cutOff, finds: ['broken body']},
    {what: 'no body', operation: 'uploadWidgetFile', says: says({body: ''}), finds: ['broken body']},
    {what: 'a body where none is', operation: 'updateContact', says: says({body: '{}'}), finds: ['broken body']},
    {
      what: 'a failure of its own',
      operation: 'sendMessage',
      says: says({status: 500, body: '{"message":"Oops"}'}),
      finds: ['broken criterion'],
    },
    {what: 'nothing at all', operation: 'createChatSession', says: () => 'nothing', finds: ['error run']},
  ],
  symbl: [
    {
      what: 'an undocumented status',
      operation: 'listConversations',
      says: says({status: 418}),
      finds: ['broken status'],
    },
    {what: 'a field less', operation: 'getConversation', says: dropped('/id'), finds: ['broken body /id']},
    {what: 'a field more', operation: 'getJob', says: changed('/worker', 'x'), finds: ['broken body /worker']},
    {
      what: 'another type',
      operation: 'getAnalytics',
      says: changed('/metrics/0/seconds', '39'),
      finds: ['broken body /metrics/0/seconds'],
    },
    {
      what: 'a word that is not listed',
      operation: 'getActionItems',
      says: changed('/actionItems/0/type', 'lost'),
      finds: ['broken body /actionItems/0/type'],
    },
    {
      what: 'another form',
      operation: 'getSummary',
      says: changed('/summary/0/id', 'first'),
      finds: ['broken body /summary/0/id'],
    },
    {
      what: 'another content type',
      operation: 'getMembers',
      says: ofType('text/html'),
      finds: ['broken content-type header: content-type'],
    },
    {
      what: 'no content type',
      operation: 'getTopics',
      says: ofType(),
      finds: ['broken content-type header: content-type'],
    },
    {what: 'broken JSON', operation: 'getTrackers', says: cutOff, finds: ['broken body']},
    {what: 'no body', operation: 'getEntities', says: says({body: ''}), finds: ['broken body']},
    {
      what: 'a failure of its own',
      operation: 'getInsights',
      says: says({status: 500, body: '{"message":"Oops"}'}),
      finds: ['broken criterion'],
    },
    {what: 'nothing at all', operation: 'getQuestions', says: () => 'nothing', finds: ['error run']},
  ],
};

const workflow = 'every-operation-with-its-examples';

describe.each(Object.entries(told) as [VendorName, readonly Told[]][])('a server that lies of %s', (vendor, lies) => {
  let report: CheckReport;
  beforeAll(async () => {
    report = await checkLiar(vendor, [workflow], lies);
  }, 120_000);

  it.each(lies.map(({what, operation, finds}) => [what, operation, finds] as const))(
    'is found out that says %s at %s',
    (_, operation, finds) => {
      const workflows = report.vendors[0]?.workflows ?? [];
      const examples = workflows.find(({id}) => id === derivedIds.examples);
      const step = examples?.steps.find((one) => one.id === operation);
      expect(step?.failures.map(({severity, check, pointer}) => `${severity} ${check} ${pointer}`.trimEnd())).toEqual(
        finds,
      );
      expect(step?.operation).toBe(operation);
      for (const {spec, message} of step?.failures ?? []) {
        expect(message).toMatch(/\.$/);
        expect(spec?.line).toBeGreaterThan(1);
        expect(existsSync(join(packageRoot(), spec?.file ?? 'nowhere'))).toBe(true);
      }
    },
  );

  it('is blamed for nothing that is true', () => {
    const lied = new Set(lies.map(({operation}) => operation));
    const steps = report.vendors.flatMap(({workflows}) => workflows.flatMap((one) => one.steps));
    const blamed = steps.filter(({outcome}) => outcome !== 'passed');
    expect(blamed.length).toBeGreaterThanOrEqual(lies.length);
    expect(blamed.filter(({operation}) => !lied.has(operation))).toEqual([]);
  });
});
