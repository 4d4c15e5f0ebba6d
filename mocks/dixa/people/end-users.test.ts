import {describe, expect, it} from 'vitest';
import {aDay, dataOf, decodingFailure, dixaClient, nobody, notFound, read, seeded, stateOf} from '../test-support.js';

const full = {
  displayName: 'Una Invented',
  email: 'una@customer.example',
  phoneNumber: '+15555550130',
  additionalEmails: ['una.private@customer.example'],
  additionalPhoneNumbers: ['+15555550131'],
  firstName: 'Una',
  lastName: 'Invented',
  middleNames: ['Uma'],
  externalId: 'customer-1',
};

describe('POST /endusers', () => {
  it('DIXA-83 creates an end user with everything that was told', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/endusers', {body: {...full, avatarUrl: 'http://avatar.url'}});
    expect(answer.status).toBe(201);
    const created = dataOf(answer);
    expect(created).toEqual({
      ...full,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: '2026-01-05T09:00:00Z',
      avatarUrl: expect.stringMatching(/^https:\/\/files\.dixa\.io\/public\//),
      customAttributes: [],
    });
    expect(await read(client, `/v1/endusers/${String(created.id)}`)).toEqual(created);
  });

  it.each(['email', 'phoneNumber'] as const)('DIXA-83 refuses a second end user with the same %s', async (field) => {
    const client = dixaClient();
    expect((await client.call('POST', '/v1/endusers', {body: full})).status).toBe(201);
    const before = await stateOf(client);
    const answer = await client.call('POST', '/v1/endusers', {body: {[field]: full[field]}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-83 lets other fields be the same', async () => {
    const client = dixaClient();
    const {displayName, externalId, firstName} = full;
    for (let times = 0; times < 2; times += 1) {
      const answer = await client.call('POST', '/v1/endusers', {body: {displayName, externalId, firstName}});
      expect(answer.status).toBe(201);
    }
  });

  it.each(['email', 'phoneNumber'] as const)(
    'DIXA-47 DIXA-83 has the %s of an anonymized user free again',
    async (field) => {
      const client = dixaClient();
      const {id} = dataOf(await client.call('POST', '/v1/endusers', {body: full}));
      await client.call('PATCH', `/v1/endusers/${String(id)}/anonymize`);
      expect((await client.call('POST', '/v1/endusers', {body: {[field]: full[field]}})).status).toBe(400);
      client.advance(aDay);
      expect((await client.call('POST', '/v1/endusers', {body: {[field]: full[field]}})).status).toBe(201);
    },
  );
});

it('DIXA-85 shows custom attributes in the single GET', async () => {
  expect(await read(dixaClient(), `/v1/endusers/${seeded.ada}`)).toMatchObject({
    customAttributes: [{identifier: 'plan', value: 'premium'}],
  });
});

const lists = {additionalEmails: [], additionalPhoneNumbers: [], middleNames: []};
const ada = `/v1/endusers/${seeded.ada}`;
const plan = {id: '3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01', name: 'Plan', identifier: 'plan', value: 'premium'};
const seededAda = {
  id: seeded.ada,
  createdAt: '2020-12-16T09:41:43Z',
  displayName: 'Ada Example',
  email: 'ada@example.com',
  phoneNumber: '+12025550143',
  additionalEmails: ['ada.private@example.com'],
  additionalPhoneNumbers: [],
  firstName: 'Ada',
  lastName: 'Example',
  middleNames: [],
  externalId: 'customer-4711',
  customAttributes: [plan],
};

describe('PUT /endusers/{userId}', () => {
  it('DIXA-86 clears what is left out, apart from custom attributes', async () => {
    const client = dixaClient();
    const answer = await client.call('PUT', ada, {body: {displayName: 'Nobody'}});
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toEqual({
      id: seeded.ada,
      createdAt: '2020-12-16T09:41:43Z',
      displayName: 'Nobody',
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
      customAttributes: [plan],
    });
    expect(await read(client, ada)).toEqual(dataOf(answer));
    expect(await read(client, '/v1/endusers?email=ada@example.com')).toEqual([]);
  });

  it('DIXA-86 takes everything there is', async () => {
    const client = dixaClient();
    const answer = await client.call('PUT', ada, {body: {...full, avatarUrl: 'http://avatar.url'}});
    expect(dataOf(answer)).toMatchObject({
      ...full,
      avatarUrl: expect.stringMatching(/^https:\/\/files\.dixa\.io\/public\//) as string,
    });
    expect(await stateOf(client)).not.toContain('avatar.url');
    expect(await read(client, `/v1/endusers?email=${full.email}`)).toHaveLength(1);
  });
});

describe('PATCH /endusers/{userId}', () => {
  it('DIXA-86 leaves what is left out', async () => {
    const client = dixaClient();
    expect(await read(client, ada)).toEqual(seededAda);
    const patch = {lastName: 'Changed', middleNames: ['Augusta'], externalId: 'customer-1'};
    const answer = await client.call('PATCH', ada, {body: patch});
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toEqual({...seededAda, ...patch});
    expect(await read(client, ada)).toEqual({...seededAda, ...patch});
    expect(await read(client, '/v1/endusers?externalId=customer-1')).toHaveLength(1);
    expect(await read(client, '/v1/endusers?externalId=customer-4711')).toEqual([]);
  });
});

describe('PUT and PATCH /endusers/{userId}', () => {
  it.each(['PUT', 'PATCH'])('DIXA-83 let an end user keep their own address and number (%s)', async (method) => {
    const body = {displayName: 'Ada', email: 'ada@example.com', phoneNumber: '+12025550143'};
    expect((await dixaClient().call(method, ada, {body})).status).toBe(200);
  });

  it.each([
    ['PUT', {}],
    ['PUT', {email: 'ada@example.com'}],
    ['PUT', {displayName: null}],
    ['PUT', {displayName: 'Ada', email: 'noor@example.org'}],
    ['PUT', {displayName: 'Ada', phoneNumber: '+12025550187'}],
    ['PATCH', {}],
    ['PATCH', {display_name: 'Ada'}],
    ['PATCH', {customAttributes: []}],
    ['PATCH', {middleNames: 'Augusta'}],
    ['PATCH', {email: 'noor@example.org'}],
    ['PATCH', {phoneNumber: '+12025550187'}],
  ])('DIXA-9 DIXA-83 DIXA-86 refuse %s %j', async (method, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call(method, ada, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(['PUT', 'PATCH'])('DIXA-12 find no agent and nobody (%s)', async (method) => {
    for (const id of [seeded.kim, nobody]) {
      const answer = await dixaClient().call(method, `/v1/endusers/${id}`, {body: {displayName: 'Ada'}});
      expect(answer).toMatchObject({status: 404, body: notFound});
    }
  });

  it.each(['PUT', 'PATCH'])(
    'DIXA-39 write until the anonymization is carried out, and lose that too (%s)',
    async (method) => {
      const client = dixaClient();
      await client.call('PATCH', `${ada}/anonymize?force=true`);
      const body = {displayName: 'Canary', email: 'canary@customer.example', externalId: 'canary-1'};
      expect((await client.call(method, ada, {body})).status).toBe(200);
      client.advance(aDay);
      const left = {id: seeded.ada, createdAt: seededAda.createdAt, ...lists, customAttributes: []};
      expect(await read(client, ada)).toEqual(left);
      expect(await client.everything()).not.toMatch(/canary/i);

      // DIXA-45, DIXA-47: nothing is written to what is left, so nobody is found by it.
      expect(await client.call(method, ada, {body})).toMatchObject({status: 400, body: decodingFailure});
      expect(await read(client, ada)).toEqual(left);
      for (const filter of ['email=canary@customer.example', 'externalId=canary-1']) {
        expect(await read(client, `/v1/endusers?${filter}`)).toEqual([]);
      }
      expect(await client.everything()).not.toMatch(/canary/i);
    },
  );

  it('DIXA-45 write to an end user of whom nothing was ever known', async () => {
    const client = dixaClient();
    const {id} = dataOf(await client.call('POST', '/v1/endusers', {body: {}}));
    const answer = await client.call('PATCH', `/v1/endusers/${String(id)}`, {body: {displayName: 'Una'}});
    expect(answer.status).toBe(200);
  });
});
