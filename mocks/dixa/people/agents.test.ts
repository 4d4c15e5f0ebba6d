import {describe, expect, it} from 'vitest';
import {
  aDay,
  clientWith,
  dataOf,
  decodingFailure,
  dixaClient,
  invalidValue,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const kim = `/v1/agents/${seeded.kim}`;
const una = {
  displayName: 'Una Invented',
  email: 'una@example.org',
  phoneNumber: '+15555550130',
  additionalEmails: ['una.private@example.org'],
  additionalPhoneNumbers: ['+15555550131'],
  firstName: 'Una',
  lastName: 'Invented',
  middleNames: ['Uma'],
};
const seededKim = {
  id: seeded.kim,
  createdAt: '2020-12-16T09:41:43Z',
  displayName: 'Kim Agent',
  email: 'kim.agent@example.org',
  additionalEmails: [],
  additionalPhoneNumbers: [],
  middleNames: [],
  roles: ['Agent'],
};

describe('POST /agents', () => {
  it('creates an agent who can act at once', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/agents', {body: {...una, avatarUrl: 'http://avatar.url'}});
    expect(answer.status).toBe(201);
    const agent = dataOf(answer);
    expect(agent).toEqual({
      ...una,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: '2026-01-05T09:00:00Z',
      avatarUrl: expect.stringMatching(/^https:\/\/files\.dixa\.io\/public\//),
      roles: ['Agent'],
    });
    expect(await read(client, `/beta/agents/${String(agent.id)}`)).toEqual(agent);
    const claim = {body: {agentId: agent.id}};
    expect((await client.call('PUT', `/v1/conversations/${seeded.open}/claim`, claim)).status).toBe(204);
  });

  it('DIXA-11 keeps no external id, which agents do not have', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/agents', {body: {...una, externalId: 'x-1', roles: ['Admin']}});
    expect(dataOf(answer)).toMatchObject({roles: ['Agent']});
    expect(await stateOf(client)).not.toContain('x-1');
  });

  it.each([
    ['no e-mail address', {displayName: 'Una'}],
    ['no name', {email: 'una@example.org'}],
    ["another agent's e-mail address", {...una, email: 'kim.agent@example.org'}],
    ['a list that is none', {...una, middleNames: 'Uma'}],
  ])('DIXA-9 DIXA-83 refuses %s', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('POST', '/v1/agents', {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it("DIXA-83 refuses another agent's phone number, and takes an end user's", async () => {
    const client = dixaClient();
    expect((await client.call('POST', '/v1/agents', {body: una})).status).toBe(201);
    const again = {...una, email: 'another@example.org'};
    expect((await client.call('POST', '/v1/agents', {body: again})).status).toBe(400);
    const shared = {displayName: 'Una', email: 'ada@example.com', phoneNumber: '+12025550143'};
    expect((await client.call('POST', '/v1/agents', {body: shared})).status).toBe(201);
  });
});

describe('one agent', () => {
  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])(
    'DIXA-12 is not found under the id of an end user or of nobody (%s)',
    async (method) => {
      const client = dixaClient();
      const before = await stateOf(client);
      for (const id of [seeded.ada, nobody]) {
        const options = method.startsWith('P') ? {body: {displayName: 'Una'}} : {};
        expect(await client.call(method, `/v1/agents/${id}`, options)).toMatchObject({status: 404, body: notFound});
      }
      expect(await stateOf(client)).toBe(before);
    },
  );

  it('DIXA-8 is asked for by a UUID', async () => {
    expect(await dixaClient().call('GET', '/v1/agents/kim')).toMatchObject({status: 400, body: invalidValue});
  });

  it('is read with its lists, empty if need be', async () => {
    expect(await read(dixaClient(), kim)).toEqual(seededKim);
  });

  it('is replaced but for e-mail address and roles', async () => {
    const client = clientWith({
      agents: [{...una, id: seeded.kim, ...{createdAt: '2025-01-01T00:00:00Z', roles: ['Admin']}}],
    });
    const answer = await client.call('PUT', kim, {body: {displayName: 'New Name', email: 'new@example.org'}});
    expect(answer).toMatchObject({status: 200});
    expect(dataOf(answer)).toEqual({
      id: seeded.kim,
      createdAt: '2025-01-01T00:00:00Z',
      displayName: 'New Name',
      email: 'una@example.org',
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
      roles: ['Admin'],
    });
    expect(await read(client, kim)).toEqual(dataOf(answer));
    expect(await stateOf(client)).not.toMatch(/una\.private|1555555013|new@example/);
  });

  it('is changed in what the patch names', async () => {
    const client = dixaClient();
    const patch = {phoneNumber: '+15555550130', middleNames: ['Uma']};
    const answer = await client.call('PATCH', kim, {body: patch});
    expect(answer).toMatchObject({status: 200});
    expect(dataOf(answer)).toEqual({...seededKim, ...patch});
    expect(await read(client, kim)).toEqual({...seededKim, ...patch});
  });

  it('may keep its own phone number', async () => {
    const client = dixaClient();
    const body = {displayName: 'Kim', phoneNumber: '+15555550130'};
    for (const method of ['PUT', 'PATCH', 'PUT']) expect((await client.call(method, kim, {body})).status).toBe(200);
  });

  it.each([
    ['PUT', {}],
    ['PUT', {phoneNumber: '+15555550130'}],
    ['PUT', {displayName: 'Kim', phoneNumber: '+15555550199'}],
    ['PATCH', {}],
    ['PATCH', {display_name: 'Kim'}],
    ['PATCH', {email: 'kim@example.org'}],
    ['PATCH', {displayName: null}],
    ['PATCH', {phoneNumber: '+15555550199'}],
  ])('DIXA-9 is neither replaced nor changed by %s %j', async (method, body) => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/agents/${seeded.sam}`, {body: {phoneNumber: '+15555550199'}});
    const before = await stateOf(client);
    expect(await client.call(method, kim, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });
});

describe('DELETE /agents/{agentId}', () => {
  it('makes an end user of the agent, under the same id', async () => {
    const client = dixaClient();
    await client.call('PATCH', kim, {body: una});
    expect(await client.call('DELETE', kim)).toMatchObject({status: 204, text: ''});
    expect((await client.call('GET', kim)).status).toBe(404);
    const {email: _, ...details} = una;
    expect(await read(client, `/v1/endusers/${seeded.kim}`)).toEqual({
      ...details,
      id: seeded.kim,
      createdAt: '2020-12-16T09:41:43Z',
      email: 'kim.agent@example.org',
      customAttributes: [],
    });
    expect(await read(client, '/v1/endusers?email=kim.agent@example.org')).toHaveLength(1);
    expect(await read(client, '/v1/agents?email=kim.agent@example.org')).toEqual([]);
  });

  it('DIXA-37 DIXA-57 DIXA-65 leaves nobody who could close, claim or be refused anonymization as an agent', async () => {
    const client = dixaClient();
    const open = `/v1/conversations/${seeded.open}`;
    const anonymize = `/v1/endusers/${seeded.kim}/anonymize`;
    expect((await client.call('PATCH', anonymize)).status).toBe(404);
    await client.call('DELETE', kim);
    expect((await client.call('PUT', `${open}/close`, {body: {userId: seeded.kim}})).status).toBe(400);
    expect((await client.call('PUT', `${open}/claim`, {body: {agentId: seeded.kim}})).status).toBe(404);
    expect((await client.call('PATCH', anonymize)).status).toBe(202);
    client.advance(aDay);
    expect(await read(client, `/v1/endusers/${seeded.kim}`)).not.toHaveProperty('displayName');
  });

  it('DIXA-2 leaves a token of theirs without an owner', async () => {
    const client = dixaClient();
    const authorization = 'dixa-demo-without-rights';
    expect((await client.call('GET', kim, {authorization})).status).toBe(200);
    await client.call('DELETE', `/v1/agents/${seeded.sam}`);
    expect((await client.call('GET', kim, {authorization})).status).toBe(401);
  });

  it.each([
    ['email', 'kim.agent@example.org'],
    ['phoneNumber', '+15555550130'],
  ])('DIXA-83 is refused where an end user has the same %s', async (field, value) => {
    const client = dixaClient();
    await client.call('PATCH', kim, {body: {phoneNumber: '+15555550130'}});
    expect((await client.call('POST', '/v1/endusers', {body: {[field]: value}})).status).toBe(201);
    const before = await stateOf(client);
    expect(await client.call('DELETE', kim)).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('is refused for the agent behind the token', async () => {
    const answer = await dixaClient().call('DELETE', `/v1/agents/${seeded.admin}`);
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});
