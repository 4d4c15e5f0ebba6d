import {describe, expect, it} from 'vitest';
import {aDay, decodingFailure, dixaClient, nobody, notFound, read, seeded, stateOf} from '../test-support.js';

const path = `/v1/conversations/${seeded.open}`;
const transfer = `${path}/transfer/queue`;

describe('PUT /conversations/{conversationId}/transfer/queue', () => {
  it('DIXA-67 puts the conversation into the queue and takes it from its agent', async () => {
    const client = dixaClient();
    await client.call('PUT', `${path}/claim`, {body: {agentId: seeded.kim}});
    client.advance(60_000);
    const answer = await client.call('PUT', transfer, {body: {queueId: seeded.billing, userId: seeded.sam}});
    expect(answer).toMatchObject({status: 204, text: ''});
    const after = await read(client, path);
    expect(after).toMatchObject({state: 'Open', queue: {id: seeded.billing, queuedAt: '2026-01-05T09:01:00Z'}});
    expect(after).not.toHaveProperty('assignment');
  });

  it('DIXA-67 DIXA-78 logs that it began and that it went well', async () => {
    const client = dixaClient();
    await client.call('PUT', transfer, {body: {queueId: seeded.billing, userId: seeded.sam}});
    const attributes = {
      transferType: 'Queue',
      destinationType: 'Queue',
      destinationId: seeded.billing,
      destinationLabel: 'Billing',
    };
    expect(await read(client, `${path}/activitylog`)).toMatchObject([
      {_type: 'TransferInitiated', activityType: 'TransferInitiatedActivityType', author: {id: seeded.sam}, attributes},
      {_type: 'TransferSuccessful', author: {id: seeded.sam}, attributes},
    ]);
  });

  it('DIXA-67 is done by the user behind the token where nobody is named', async () => {
    const client = dixaClient();
    await client.call('PUT', transfer, {body: {queueId: seeded.billing}});
    expect(await read(client, `${path}/activitylog`)).toMatchObject([{author: {id: seeded.admin}}, {}]);
  });

  it('DIXA-67 leaves a closed conversation closed', async () => {
    const client = dixaClient();
    const closed = `/v1/conversations/${seeded.closed}`;
    await client.call('PUT', `${closed}/transfer/queue`, {body: {queueId: seeded.billing}});
    expect(await read(client, closed)).toMatchObject({state: 'Closed', queue: {id: seeded.billing}});
  });

  it.each([
    ['an unknown queue', {queueId: nobody}],
    ['a queue that is no id', {queueId: 'billing'}],
    ['no queue', {userId: seeded.kim}],
    ['an unknown user', {queueId: seeded.billing, userId: nobody}],
    ['an end user', {queueId: seeded.billing, userId: seeded.ada}],
  ])('DIXA-67 refuses %s and changes nothing', async (_, body) => {
    const client = dixaClient();
    await client.call('GET', path);
    const before = await stateOf(client);
    expect(await client.call('PUT', transfer, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-12 does not find an unknown conversation', async () => {
    const body = {queueId: seeded.billing};
    const answer = await dixaClient().call('PUT', '/v1/conversations/999999/transfer/queue', {body});
    expect(answer).toMatchObject({status: 404, body: notFound});
  });

  it('DIXA-51 refuses an anonymized conversation', async () => {
    const client = dixaClient();
    await client.call('PATCH', `${path}/anonymize?force=true`);
    client.advance(aDay);
    const answer = await client.call('PUT', transfer, {body: {queueId: seeded.billing}});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});
