/** Every field and every operator of a search, one by one. */
import {describe, expect, it} from 'vitest';
import {
  clientWith,
  conversation,
  decodingFailure,
  dataOf,
  dixaClient,
  message,
  nobody,
  seeded,
} from '../test-support.js';

const path = '/v1/search/conversations';
const [refund, example] = ['4b1c0de2-93a5-4c71-8f0e-6d2a7c9b5e01', 'b794a74a-625b-4303-8237-9b11668a9605'];
const attribute = 'db5f673b-1c40-41e7-b71f-caab342f0607';
const at = (hour: number) => `2025-01-01T${String(hour).padStart(2, '0')}:00:00Z`;
const valued = (value: unknown) => [{id: attribute, name: 'Reason', identifier: 'contact_reason', value}];
const chat = {_type: 'ChatAttributes', isAutomated: false, attachments: []} as const;
const activity = (id: number, conversationId: number, hour: number) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  ...{conversationId, activityTimestamp: at(hour), _type: 'TagAdded'},
});

const said = (id: string, conversationId: number, hour: number) => ({
  ...{...message(id, conversationId, chat), createdAt: at(hour)},
});
const tagging = (conversationId: number, tagId: string) => ({
  id: `${conversationId} ${tagId}`,
  ...{conversationId, tagId},
});

/** 1: closed after an hour, assigned, in a queue, with two tags. 2: open. 3: pending, Noor's. */
const client = () =>
  clientWith({
    conversations: [
      conversation(1, {
        ...{_type: 'EmailConversation', channel: 'Email', fromEmail: '', toEmail: '', integrationEmail: ''},
        ...{createdAt: at(1), state: 'Closed', stateUpdatedAt: at(2), customAttributes: valued(['payment', 'card'])},
        assignment: {agentId: seeded.kim, assignedAt: at(1)},
        queue: {id: seeded.support, queuedAt: at(1)},
      }),
      conversation(2, {createdAt: at(3), state: 'Open', direction: 'Outbound', customAttributes: valued('plain')}),
      conversation(3, {
        ...{createdAt: at(5), state: 'AwaitingPending', requesterId: seeded.noor, direction: 'Internal'},
        ...{_type: 'PstnPhoneConversation', channel: 'PstnPhone', queue: {id: seeded.billing}},
        assignment: {agentId: seeded.sam, assignedAt: at(6)},
      }),
    ],
    messages: [said(seeded.firstMessage, 1, 1), said(seeded.otherMessage, 3, 7)],
    activities: [activity(1, 1, 1), activity(2, 1, 9), activity(3, 2, 4)],
    conversationTags: [tagging(1, refund), tagging(1, example), tagging(3, refund)],
  });

const values = (_type: string, ...list: unknown[]) => ({_type, values: list});
const between = (from: number, to: number) => ({_type: 'Between', timestampFrom: at(from), timestampTo: at(to)});
const hours = (count: number) => count * 3_600_000;

describe('a filter by', () => {
  it.each([
    ['ConversationId', values('IsOneOf', '1', '3', '999'), [3, 1]],
    ['ConversationId', values('IsNotOneOf', '1'), [3, 2]],
    ['ContactId', values('IsOneOf', seeded.noor), [3]],
    ['ContactId', values('IsNotOneOf', seeded.noor), [2, 1]],
    ['AgentId', values('IsOneOf', seeded.kim, seeded.sam), [3, 1]],
    ['AgentId', values('IsNotOneOf', seeded.kim), [3, 2]],
    ['AgentId', {_type: 'IsEmpty'}, [2]],
    ['AgentId', {_type: 'IsNotEmpty'}, [3, 1]],
    ['AgentId', {_type: 'IsOneOf'}, []],
    ['QueueId', values('IsOneOf', seeded.support), [1]],
    ['QueueId', values('IsNotOneOf', seeded.support), [3, 2]],
    ['QueueId', {_type: 'IsEmpty'}, [2]],
    ['QueueId', {_type: 'IsNotEmpty'}, [3, 1]],
    ['Channel', values('IsOneOf', 'email', 'phone'), [3, 1]],
    ['Channel', values('IsOneOf', 'dixamessenger'), [2]],
    ['Channel', values('IsNotOneOf', 'email'), [3, 2]],
    ['Direction', values('IsOneOf', 'inbound'), [1]],
    ['Direction', values('IsOneOf', 'internal', 'outbound'), [3, 2]],
    ['Direction', values('IsNotOneOf', 'inbound'), [3, 2]],
    ['Status', values('IsOneOf', 'open'), [2]],
    ['Status', values('IsOneOf', 'pending', 'closed'), [3, 1]],
    ['Status', values('IsNotOneOf', 'closed'), [3, 2]],
    ['TagId', values('IncludesOne', refund, nobody), [3, 1]],
    ['TagId', values('IncludesAll', refund, example), [1]],
    ['TagId', values('ExcludesOne', refund, example), [3, 2]],
    ['TagId', values('ExcludesAll', refund, example), [2]],
    ['TagId', values('ExcludesAll', example), [3, 2]],
    ['TagId', {_type: 'IsEmpty'}, [2]],
    ['TagId', {_type: 'IsNotEmpty'}, [3, 1]],
    ['CustomAttribute', values('IsOneOf', ['plain']), [2]],
    ['CustomAttribute', values('IsOneOf', ['payment', 'card']), [1]],
    ['CustomAttribute', values('IsOneOf', ['payment']), [1]],
    ['CustomAttribute', values('IsOneOf', ['card'], ['payment', 'bank_transfer']), []],
    ['CustomAttribute', values('IsNotOneOf', ['payment']), [3, 2]],
    ['CustomAttribute', {_type: 'IsEmpty'}, [3]],
    ['CustomAttribute', {_type: 'IsNotEmpty'}, [2, 1]],
    ['CreationDate', between(1, 3), [2, 1]],
    ['CreationDate', {_type: 'Since', timestamp: at(3)}, [3, 2]],
    ['CreationDate', {_type: 'Until', timestamp: `${at(3)}[GMT]`}, [2, 1]],
    ['ClosedDate', {_type: 'Since', timestamp: at(0)}, [1]],
    ['ClosedDate', between(3, 9), []],
    ['AssignedDate', {_type: 'Since', timestamp: at(2)}, [3]],
    ['AssignedDate', {_type: 'Until', timestamp: at(2)}, [1]],
    ['LastActivity', between(4, 9), [2, 1]],
    ['LastActivity', between(0, 3), []],
    ['LastMessage', {_type: 'Since', timestamp: at(2)}, [3]],
    ['LastMessage', {_type: 'Until', timestamp: at(23)}, [3, 1]],
    ['Duration', {_type: 'Between', min: hours(1), max: hours(1)}, [1]],
    ['Duration', {_type: 'LongerThanOrEqualTo', duration: hours(1)}, [1]],
    ['Duration', {_type: 'LongerThanOrEqualTo', duration: hours(1) + 1}, []],
    ['Duration', {_type: 'ShorterThanOrEqualTo', duration: hours(1) - 1}, []],
    ['Duration', {_type: 'ShorterThanOrEqualTo', duration: hours(24)}, [1]],
  ])('%s, %j', async (_type, operator, expected) => {
    const field = {_type, operator, ...(_type === 'CustomAttribute' && {attributeId: attribute})};
    const answer = await client().call('POST', path, {body: {filters: {strategy: 'All', conditions: [{field}]}}});
    expect(answer.status).toBe(200);
    expect(dataOf<{id: number}[]>(answer).map(({id}) => id)).toEqual(expected);
  });

  it.each([
    ['All', [1]],
    ['Any', [3, 1]],
  ])('several conditions: %s', async (strategy, expected) => {
    const conditions = [
      {field: {_type: 'TagId', operator: values('IncludesOne', refund)}},
      {field: {_type: 'Channel', operator: values('IsOneOf', 'email')}},
    ];
    const answer = await client().call('POST', path, {body: {filters: {strategy, conditions}}});
    expect(dataOf<{id: number}[]>(answer).map(({id}) => id)).toEqual(expected);
  });

  it.each([
    ['an operator of another field', {_type: 'AgentId', operator: {_type: 'Since', timestamp: at(1)}}],
    ['tags with an operator of single values', {_type: 'TagId', operator: values('IsOneOf', refund)}],
    ['a queue with an operator of several values', {_type: 'QueueId', operator: values('IncludesAll', seeded.support)}],
    ['a channel by its name in answers', {_type: 'Channel', operator: values('IsOneOf', 'WidgetChat')}],
    ['a channel that may be empty', {_type: 'Channel', operator: {_type: 'IsEmpty'}}],
    ['no channels', {_type: 'Channel', operator: values('IsOneOf')}],
    ['a direction in capitals', {_type: 'Direction', operator: values('IsOneOf', 'Inbound')}],
    ['an unknown status', {_type: 'Status', operator: values('IsOneOf', 'awaitingpending')}],
    ['a custom attribute without an id', {_type: 'CustomAttribute', operator: {_type: 'IsEmpty'}}],
    [
      'custom values that are no lists',
      {_type: 'CustomAttribute', attributeId: attribute, operator: values('IsOneOf', 'x')},
    ],
    ['half a stretch', {_type: 'CreationDate', operator: {_type: 'Between', timestampFrom: at(1)}}],
    ['a day', {_type: 'CreationDate', operator: {_type: 'Since', timestamp: '2025-01-01'}}],
    ['a time that is none', {_type: 'CreationDate', operator: {_type: 'Since', timestamp: '2021-12-31T23:59:60Z'}}],
    ['a length that is a text', {_type: 'Duration', operator: {_type: 'LongerThanOrEqualTo', duration: '1'}}],
    ['a length between times', {_type: 'Duration', operator: between(1, 2)}],
    ['no operator', {_type: 'AgentId'}],
    ['an operator without a kind', {_type: 'AgentId', operator: {values: []}}],
  ])('DIXA-9 is refused with %s', async (_, field) => {
    const body = {filters: {strategy: 'All', conditions: [{field}]}};
    expect(await dixaClient().call('POST', path, {body})).toMatchObject({status: 400, body: decodingFailure});
  });
});
