import {describe, expect, it} from 'vitest';
import {aDay, dataOf, decodingFailure, dixaClient, nobody, notFound, read, seeded, stateOf} from '../test-support.js';

const path = `/v1/conversations/${seeded.closed}`;
const attributes = `${path}/custom-attributes`;
/** Set in the seed. */
const order = {id: '7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902', name: 'Order', identifier: 'order_number', value: 'A-1001'};
const text = '2f5515b6-7e98-4f4d-9010-bfd2a27d4f35';
const choice = 'e14708a6-eed9-495c-9d88-c72331e9e247';
const ofEndUsers = '3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01';

describe('PATCH /conversations/{conversationId}/custom-attributes', () => {
  it('sets what it names, leaves the rest, and answers all that are set', async () => {
    const client = dixaClient();
    const answer = await client.call('PATCH', attributes, {body: {[text]: '012345', [choice]: ['str1', 'str2']}});
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toEqual([
      order,
      {id: text, name: 'Conversation attribute', identifier: 'conversation_attribute', value: '012345'},
      {id: choice, name: 'My Attribute', identifier: 'my_attribute', value: ['str1', 'str2']},
    ]);
    expect(await read(client, path)).toMatchObject({customAttributes: dataOf(answer)});
  });

  it('unsets by null', async () => {
    const client = dixaClient();
    const answer = await client.call('PATCH', attributes, {body: {[order.id]: null, [text]: null}});
    expect(dataOf(answer)).toEqual([]);
    expect(await read(client, path)).toMatchObject({customAttributes: []});
  });

  it('DIXA-78 stands in the activity log', async () => {
    const client = dixaClient();
    await client.call('PATCH', attributes, {body: {[text]: '012345', [order.id]: null}});
    const log = await read<object[]>(client, `${path}/activitylog`);
    expect(log.at(-1)).toMatchObject({
      _type: 'ConversationCustomAttributesUpdated',
      author: {id: seeded.admin},
      attributes: {updatedAttributeIds: [text, order.id], updatedAttributeValues: {[text]: '012345'}},
    });
  });

  it.each([
    ['an unknown attribute', {[nobody]: 'x'}],
    ['an attribute of end users', {[ofEndUsers]: 'x'}],
    ['a list for a text', {[text]: ['x']}],
    ['a text for a choice', {[choice]: 'str1'}],
    ['a choice that is not there', {[choice]: ['str3']}],
    ['a number', {[text]: 7}],
    ['a key that is no id', {order_number: 'x'}],
    ['one wrong among right ones', {[text]: 'x', [nobody]: 'x'}],
  ])('DIXA-9 refuses %s and changes nothing', async (_, body) => {
    const client = dixaClient();
    await client.call('GET', path);
    const before = await stateOf(client);
    expect(await client.call('PATCH', attributes, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-5 needs rights', async () => {
    const client = dixaClient({authorization: 'dixa-demo-without-rights'});
    expect(await client.call('PATCH', attributes, {body: {[text]: 'x'}})).toMatchObject({
      status: 401,
      body: {message: 'User is unauthorized to perform an underlying operation'},
    });
  });

  it('DIXA-12 does not find an unknown conversation', async () => {
    const target = '/v1/conversations/999999/custom-attributes';
    expect(await dixaClient().call('PATCH', target, {body: {}})).toMatchObject({status: 404, body: notFound});
  });

  it.each([false, true])(
    'DIXA-42 DIXA-51 an anonymized conversation keeps them unless the switch says otherwise, and takes none (%s)',
    async (drop) => {
      const client = dixaClient({behaviours: {'dixa.drop_custom_attributes': drop}});
      await client.call('PATCH', attributes, {body: {[text]: 'canary'}});
      await client.call('PATCH', `${path}/anonymize`);
      client.advance(aDay);
      const [left, log] = [await client.call('GET', path), await client.call('GET', `${path}/activitylog`)];
      for (const {text: answer} of [left, log]) expect(answer.includes('canary')).toBe(!drop);
      expect((await client.everything()).includes('canary')).toBe(!drop);
      const answer = await client.call('PATCH', attributes, {body: {[text]: 'x'}});
      expect(answer).toMatchObject({status: 400, body: decodingFailure});
    },
  );
});
