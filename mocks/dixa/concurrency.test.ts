import {describe, expect, it} from 'vitest';
import {aDay, dataOf, dixaClient, read, seeded, stateOf} from './test-support.js';

const closed = `/v1/conversations/${seeded.closed}`;
const open = `/v1/conversations/${seeded.open}`;

describe('calls at the same time', () => {
  it.each([
    ['reopen', closed],
    ['close', open],
  ])('DIXA-38 behave as if one came after the other (two anonymize, one %s)', async (change, path) => {
    const calls = [
      ['PATCH', `${path}/anonymize?force=true`],
      ['PUT', `${path}/${change}`],
      ['PATCH', `${path}/anonymize?force=true`],
    ] as const;
    const [together, oneByOne] = [dixaClient(), dixaClient()];
    const answers = await Promise.all(calls.map(([method, target]) => together.call(method, target)));
    const expected = [];
    for (const [method, target] of calls) expected.push(await oneByOne.call(method, target));

    expect(answers).toEqual(expected);
    expect(answers.map(({status}) => status)).toEqual([202, 204, 202]);
    for (const client of [together, oneByOne]) {
      client.advance(aDay);
      expect(await read(client, path)).toMatchObject({_type: 'AnonymizedConversation'});
    }
    expect(await stateOf(together)).toBe(await stateOf(oneByOne));
  });

  it('DIXA-28 see what the call before them left', async () => {
    const client = dixaClient();
    const answers = await Promise.all([
      client.call('PUT', `${closed}/reopen`),
      client.call('PATCH', `${closed}/anonymize`),
      client.call('PUT', `${closed}/close`),
      client.call('PATCH', `${closed}/anonymize`),
    ]);
    expect(answers.map(({status}) => status)).toEqual([204, 409, 204, 202]);
  });

  it('DIXA-71 cannot use one externalId twice', async () => {
    const client = dixaClient();
    const body = {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}, externalId: 'mine'};
    const answers = await Promise.all(Array.from({length: 8}, () => client.call('POST', `${open}/messages`, {body})));
    expect(answers.map(({status}) => status)).toEqual([200, 400, 400, 400, 400, 400, 400, 400]);
    expect(await read(client, `${open}/messages`)).toHaveLength(2);
  });

  it('DIXA-52 never share an id', async () => {
    const client = dixaClient();
    const body = {
      _type: 'Chat',
      requesterId: seeded.ada,
      widgetId: seeded.widget,
      message: {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}},
    };
    const answers = await Promise.all(Array.from({length: 20}, () => client.call('POST', '/v1/conversations', {body})));
    expect(new Set(answers.map((answer) => dataOf(answer).id)).size).toBe(20);
  });
});

describe('all or nothing', () => {
  const content = {_type: 'Text', value: 'Hello'};

  it.each([
    [
      'a conversation whose message cannot fetch its second attachment',
      'POST',
      '/v1/conversations',
      {
        _type: 'Chat',
        requesterId: seeded.ada,
        widgetId: seeded.widget,
        message: {
          _type: 'Inbound',
          content,
          attachments: [{url: 'http://attachment.url'}, {url: 'http://nowhere.example'}],
        },
      },
    ],
    [
      'a message that copies to nobody',
      'POST',
      `${open}/messages`,
      {
        _type: 'Outbound',
        agentId: seeded.kim,
        content,
        attachments: [{url: 'http://attachment.url'}],
        cc: [seeded.widget],
      },
    ],
  ])('%s leaves no trace', async (_, method, path, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect((await client.call(method, path, {body})).status).toBe(400);
    expect(await stateOf(client)).toBe(before);
  });
});
