/** What real clients get wrong about Dixa: the stand-in must show it, not forgive it. */
import {describe, expect, it} from 'vitest';
import {decodingFailure, dixaClient, invalidValue, notFound, read, seeded, stateOf} from './test-support.js';

const open = `/v1/conversations/${seeded.open}`;

describe('Dixa CLI', () => {
  it('DIXA-30 puts force into the body, where it does nothing', async () => {
    const client = dixaClient();
    for (const path of [open, `${open}/messages/${seeded.openMessage}`, `/v1/endusers/${seeded.ada}`]) {
      expect((await client.call('PATCH', `${path}/anonymize`, {body: {force: true}})).status).toBe(409);
    }
    expect(await read(client, open)).toMatchObject({_type: 'ChatConversation', state: 'Open'});
  });

  it.each([
    ['/v1/conversations/activity-log', 400, invalidValue],
    [`${open}/activity-log`, 404, notFound],
    [`${open}/flows`, 404, notFound],
  ])('DIXA-13 asks for %s, which is no operation', async (path, status, body) => {
    expect(await dixaClient().call('GET', path)).toMatchObject({status, body});
  });

  it('DIXA-61 puts off without a time', async () => {
    const answer = await dixaClient().call('PUT', `${open}/followup`, {body: {followUp: true}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-9 creates a conversation with a flat message', async () => {
    const body = {
      _type: 'Email',
      requesterId: seeded.ada,
      emailIntegrationId: 'support@email.dixa.io',
      subject: 'Hello',
      message_content: 'Hello',
      message_type: 'Inbound',
    };
    const answer = await dixaClient().call('POST', '/v1/conversations', {body});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});

describe("Dixa's MCP server", () => {
  it.each([
    ['false', 409],
    ['true', 202],
  ])('DIXA-31 always sends force=%s for a conversation', async (force, status) => {
    expect((await dixaClient().call('PATCH', `${open}/anonymize?force=${force}`)).status).toBe(status);
  });

  it('DIXA-59 reopens with a content type and no body', async () => {
    const headers = {'content-type': 'application/json'};
    const answer = await dixaClient().call('PUT', `/v1/conversations/${seeded.closed}/reopen`, {headers});
    expect(answer.status).toBe(204);
  });

  it('DIXA-9 puts agentId beside the message instead of inside', async () => {
    const body = {
      _type: 'Chat',
      requesterId: seeded.ada,
      widgetId: seeded.widget,
      agentId: seeded.kim,
      message: {_type: 'Outbound', content: {_type: 'Text', value: 'Hello'}},
    };
    expect((await dixaClient().call('POST', '/v1/conversations', {body})).status).toBe(400);
  });
});

describe('Pipedream', () => {
  it('DIXA-11 closes in the name of agentId, which is ignored', async () => {
    const client = dixaClient();
    expect((await client.call('PUT', `${open}/close`, {body: {agentId: seeded.kim}})).status).toBe(204);
    expect(await read(client, `${open}/activitylog`)).toMatchObject([{author: {id: seeded.admin}}]);
  });

  it('DIXA-11 pages with page=, which is ignored', async () => {
    const path = `/v1/endusers/${seeded.ada}/conversations`;
    const client = dixaClient();
    expect((await client.call('GET', `${path}?page=2`)).text).toBe((await client.call('GET', path)).text);
  });
});

describe('others', () => {
  it.each([
    ['snake case', {agent_id: seeded.kim}],
    ['another name', {userId: seeded.kim}],
  ])('DIXA-65 claim with %s', async (_, body) => {
    const answer = await dixaClient().call('PUT', `${open}/claim`, {body});
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });

  it.each([
    ['the older API', {entity_id: seeded.noor, entity_type: 'user', force_anonymization: true}],
    ['lower case', {entityId: seeded.noor, _type: 'user'}],
  ])('DIXA-50 ask for an anonymization in the words of %s', async (_, body) => {
    const answer = await dixaClient().call('POST', '/v1/anonymization', {body});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-11 create an end user in snake case and find nothing of it kept', async () => {
    const client = dixaClient();
    const body = {display_name: 'Una', phone_number: '+15555550130'};
    const answer = await client.call('POST', '/v1/endusers', {body});
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain('Una');
    expect(await stateOf(client)).not.toContain('+15555550130');
  });

  it.each([
    ['POST', `${open}/transfer/queue`],
    ['POST', `${open}/claim`],
    ['GET', '/v1/conversations/search'],
    ['PUT', `${open}/anonymize`],
    ['POST', `${open}/anonymize`],
    ['DELETE', `/v1/endusers/${seeded.ada}`],
    ['GET', `${open}/messages/${seeded.openMessage}`],
  ])('DIXA-13 call %s %s, which is no operation', async (method, path) => {
    const answer = await dixaClient().call(method, path, {...(method === 'POST' && {body: {}})});
    expect(answer.status).toBe(path.endsWith('/search') ? 400 : 404);
  });
});
