import {describe, expect, it} from 'vitest';
import {aDay, dataOf, decodingFailure, dixaClient, read, seeded, stateOf} from './test-support.js';

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
