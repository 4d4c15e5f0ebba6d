import {describe, expect, it} from 'vitest';
import {aDay, dataOf, dixaClient, nobody, read, seeded} from './test-support.js';

type Json = Record<string, unknown>;

const closed = `/v1/conversations/${seeded.closed}`;

const sms = {
  _type: 'Sms',
  requesterId: seeded.ada,
  contactEndpointId: '+15555550100',
  message: {_type: 'Outbound', agentId: seeded.kim, content: {_type: 'Text', value: 'Hello'}},
};
const imported = {
  _type: 'GenericConversationImport',
  genericChannelName: 'genericapimessaging',
  requesterId: seeded.ada,
  direction: 'Inbound',
  createdAt: '2021-12-01T12:46:36.581Z',
};

describe('bodies', () => {
  it.each([
    closed,
    `${closed}/messages`,
    `${closed}/activitylog`,
    `/v1/endusers/${seeded.ada}`,
    `/v1/endusers/${seeded.ada}/conversations`,
  ])('DIXA-17 wraps the answer of GET %s in data', async (path) => {
    const answer = await dixaClient().call('GET', path);
    expect(Object.keys(answer.body as Json)).toEqual(['data']);
    expect(answer.headers['Content-Type']).toBe('application/json');
  });

  it('DIXA-17 answers 204 without a body and without a content type', async () => {
    const answer = await dixaClient().call('PUT', `${closed}/close`);
    expect(answer).toMatchObject({status: 204, text: '', headers: {}});
    expect(Object.keys(answer.headers)).toEqual([]);
  });

  it('DIXA-18 leaves absent scalars out and shows empty arrays', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/endusers', {body: {}});
    const {id, createdAt, ...rest} = dataOf(answer);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(createdAt).toBe('2026-01-05T09:00:00Z');
    expect(rest).toEqual({additionalEmails: [], additionalPhoneNumbers: [], middleNames: [], customAttributes: []});
  });

  it.each([
    ['created', '/v1/conversations', sms],
    ['imported', '/v1/conversations/import', imported],
  ])('DIXA-18 shows custom attributes of a conversation that has none, but for lists (%s)', async (_, path, body) => {
    const client = dixaClient();
    const {id} = dataOf<{id: number}>(await client.call('POST', path, {body}));
    for (const one of [id, seeded.open]) {
      expect(await read(client, `/v1/conversations/${one}`)).toMatchObject({customAttributes: []});
    }
    for (const item of await read<object[]>(client, `/v1/endusers/${seeded.ada}/conversations`)) {
      expect(item).not.toHaveProperty('customAttributes');
    }
    await client.call('PATCH', `/v1/conversations/${id}/anonymize?force=true`);
    client.advance(aDay);
    const left = {_type: 'AnonymizedConversation', customAttributes: []};
    expect(await read(client, `/v1/conversations/${id}`)).toMatchObject(left);
  });

  it('DIXA-18 never answers null', async () => {
    const client = dixaClient();
    const paths = [closed, `${closed}/messages`, `${closed}/activitylog`, `/v1/endusers/${seeded.noor}`];
    for (const path of paths) expect((await client.call('GET', path)).text).not.toContain('null');
  });

  it('DIXA-19 names the kind of every union member', async () => {
    const client = dixaClient();
    const [message] = await read<Json[]>(client, `${closed}/messages`);
    expect(await read(client, closed)).toHaveProperty('_type', 'EmailConversation');
    expect(await read(client, '/v1/conversations/1')).toHaveProperty('link._type', 'SideConversation');
    expect(message).toMatchObject({
      attributes: {_type: 'EmailAttributes', emailContent: {_type: 'Regular', content: {_type: 'Text'}}},
    });
  });

  it.each<readonly [string, string, string, unknown, unknown]>([
    [
      'bulk outcomes and errors',
      'PATCH',
      '/v1/endusers',
      {data: [{id: seeded.ada, displayName: 'Ada'}, {id: nobody}]},
      [{_type: 'BulkActionSuccess'}, {_type: 'BulkActionFailure', error: {_type: 'NotFound'}}],
    ],
    [
      'bulk outcomes of notes',
      'POST',
      `${closed}/notes/bulk`,
      {data: [{message: 'Call back'}, {message: 'Call back', agentId: nobody}]},
      [{_type: 'BulkActionSuccess'}, {_type: 'BulkActionFailure'}],
    ],
    [
      'rating results',
      'POST',
      `${closed}/ratings/33cf4e5e-9ce9-461c-b668-be9b712b717c/submit`,
      {ratingResult: {_type: 'Csat', value: 5}},
      {ratingResult: {_type: 'Csat'}},
    ],
    [
      'contents of new messages',
      'POST',
      `${closed}/messages`,
      {_type: 'Inbound', content: {_type: 'Html', value: '<p>Hello</p>'}},
      {content: {_type: 'Html'}},
    ],
    ['contact endpoints', 'GET', '/v1/contact-endpoints/support@email.dixa.io', undefined, {_type: 'EmailEndpoint'}],
  ])('DIXA-19 names the kind of %s', async (_, method, path, body, expected) => {
    const answer = await dixaClient().call(method, path, {...(body !== undefined && {body})});
    expect(dataOf<unknown>(answer)).toMatchObject(expected as object);
  });

  it.each(['Related', 'SideConversation'])(
    'DIXA-19 names the kind of a link that was asked for as %s',
    async (linkType) => {
      const client = dixaClient();
      await client.call('PUT', `${closed}/link`, {body: {parentId: seeded.open, linkType}});
      expect(await read(client, closed)).toHaveProperty('link._type', expect.any(String));
    },
  );
});

describe('times', () => {
  const documented = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\[GMT\]$/;
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
  const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  it.each([
    ['documented', documented],
    ['plain', milliseconds],
  ] as const)('DIXA-20 spells the bracketed fields %s', async (dates, spelling) => {
    const client = dixaClient({behaviours: {'dixa.dates': dates}});
    const accepted = dataOf(await client.call('PATCH', `${closed}/anonymize`));
    expect(accepted.initiatedAt).toMatch(spelling);
    const [message] = await read<Json[]>(client, `${closed}/messages`);
    expect(message?.createdAt).toMatch(spelling);
    const [activity] = await read<Json[]>(client, `${closed}/activitylog`);
    expect(activity?.activityTimestamp).toMatch(spelling);
    client.advance(aDay);
    const request = await read(client, `/v1/anonymization/request/${String(accepted.id)}`);
    expect(request.processedAt).toMatch(spelling);
  });

  it.each(['documented', 'plain'])('DIXA-20 spells all other times plainly (%s)', async (dates) => {
    const client = dixaClient({behaviours: {'dixa.dates': dates}});
    const open = `/v1/conversations/${seeded.open}`;
    await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}});
    await client.call('PUT', `${open}/close`);
    const {createdAt, stateUpdatedAt, assignment, queue} = await read<{
      createdAt: string;
      stateUpdatedAt: string;
      assignment: {assignedAt: string};
      queue: {queuedAt: string};
    }>(client, open);
    for (const time of [createdAt, stateUpdatedAt, assignment.assignedAt, queue.queuedAt])
      expect(time).toMatch(seconds);
    expect((await read(client, `/v1/endusers/${seeded.ada}`)).createdAt).toMatch(seconds);
    const body = {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}};
    expect(dataOf(await client.call('POST', `${open}/messages`, {body})).createdAt).toMatch(milliseconds);
  });

  it.each([
    '2026-01-05T09:00:10Z',
    '2026-01-05T09:00:10.000Z',
    '2026-01-05T09:00:10Z[GMT]',
    '2026-01-05T10:00:10+01:00',
  ])('DIXA-20 takes %s in a request', async (timestamp) => {
    const client = dixaClient();
    const path = `/v1/conversations/${seeded.open}`;
    expect((await client.call('PUT', `${path}/followup`, {body: {timestamp}})).status).toBe(204);
    client.advance(9_999);
    expect(await read(client, path)).toMatchObject({state: 'Pending'});
    client.advance(1);
    expect(await read(client, path)).toMatchObject({state: 'Open'});
  });
});

describe('anonymization requests', () => {
  it.each([
    ['Conversation', `${closed}/anonymize`, '10749'],
    ['Message', `${closed}/messages/${seeded.firstMessage}/anonymize`, `10749_${seeded.firstMessage}`],
    ['User', `/v1/endusers/${seeded.noor}/anonymize`, seeded.noor],
  ])('DIXA-21 DIXA-22 names kind and target of a %s request as strings', async (kind, path, target) => {
    const answer = await dixaClient().call('PATCH', path);
    expect(answer.body).toMatchObject({
      data: {_type: kind, entityType: `${kind}AnonymizationType`, targetEntityId: target},
    });
  });
});
