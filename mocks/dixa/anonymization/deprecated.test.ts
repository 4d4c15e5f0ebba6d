/** `POST /anonymization`, which the three PATCHes replaced. */
import {describe, expect, it} from 'vitest';
import {aDay, dataOf, decodingFailure, dixaClient, nobody, read, seeded, stateOf} from '../test-support.js';

const path = '/v1/anonymization';

describe('POST /anonymization', () => {
  it.each([
    ['Conversation', '10749'],
    ['Message', `10749_${seeded.firstMessage}`],
    ['User', seeded.noor],
  ])('DIXA-50 accepts a %s with 200', async (_type, entityId) => {
    const client = dixaClient();
    const answer = await client.call('POST', path, {body: {_type, entityId}});
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({data: {_type, targetEntityId: entityId}});
    client.advance(aDay);
    const request = await read(client, `/v1/anonymization/request/${String(dataOf(answer).id)}`);
    expect(request).toHaveProperty('processedAt');
  });

  it.each(['UserAnonymizationType', 'User'])(
    'DIXA-50 takes entityType %s where _type is missing',
    async (entityType) => {
      const answer = await dixaClient().call('POST', path, {body: {entityType, entityId: seeded.noor}});
      expect(answer).toMatchObject({status: 200, body: {data: {_type: 'User'}}});
    },
  );

  it.each([
    ['no type', {entityId: seeded.noor}],
    ['an unknown type', {entityId: seeded.noor, entityType: 'UnknownAnonymizationType'}],
    ['no id', {_type: 'User'}],
    ['a number for an id', {_type: 'Conversation', entityId: 10749}],
    ["a user's id for a conversation", {_type: 'Conversation', entityId: seeded.noor}],
    ["a conversation's id for a user", {_type: 'User', entityId: '10749'}],
    ["a message's id for a conversation", {_type: 'Conversation', entityId: `10749_${seeded.firstMessage}`}],
    ["a conversation's id for a message", {_type: 'Message', entityId: '10749'}],
    ['a bare message id', {_type: 'Message', entityId: seeded.firstMessage}],
    ['something behind the id', {_type: 'Message', entityId: `10749_${seeded.firstMessage}_x`}],
    ['a space', {_type: 'Conversation', entityId: ' 10749'}],
    ['an unknown conversation', {_type: 'Conversation', entityId: '999999'}],
    ['an unknown user', {_type: 'User', entityId: nobody}],
    ['an agent', {_type: 'User', entityId: seeded.kim}],
    ["another conversation's message", {_type: 'Message', entityId: `10749_${seeded.otherMessage}`}],
    ['an open conversation', {_type: 'Conversation', entityId: '10750'}],
    ['a message of an open conversation', {_type: 'Message', entityId: `10750_${seeded.openMessage}`}],
    ['a user with an open conversation', {_type: 'User', entityId: seeded.ada}],
    ['force in the wrong member', {_type: 'Conversation', entityId: '10750', force: true}],
  ])('DIXA-50 refuses %s with 400', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('POST', path, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-50 does not take force from the query', async () => {
    const body = {_type: 'Conversation', entityId: '10750'};
    expect((await dixaClient().call('POST', `${path}?force=true`, {body})).status).toBe(400);
  });

  it.each([
    ['Conversation', '10750', 'Closed'],
    ['User', seeded.ada, 'Closed'],
    ['Message', `10750_${seeded.openMessage}`, 'Open'],
  ])('DIXA-50 accepts by force what is not closed (%s)', async (_type, entityId, state) => {
    const client = dixaClient();
    const body = {_type, entityId, forceAnonymization: true};
    expect((await client.call('POST', path, {body})).status).toBe(200);
    expect(await read(client, `/v1/conversations/${seeded.open}`)).toMatchObject({state});
  });

  it('DIXA-50 names the target as the answers do, however it was written', async () => {
    const body = {_type: 'Conversation', entityId: '0010749'};
    expect((await dixaClient().call('POST', path, {body})).body).toMatchObject({data: {targetEntityId: '10749'}});
  });

  it('DIXA-48 refuses a repeat with 400 where the switch says so', async () => {
    const client = dixaClient({behaviours: {'dixa.repeat': 'conflict'}});
    const body = {_type: 'User', entityId: seeded.noor};
    expect((await client.call('POST', path, {body})).status).toBe(200);
    expect(await client.call('POST', path, {body})).toMatchObject({status: 400, body: decodingFailure});
  });
});
