import {describe, expect, it} from 'vitest';
import {
  aDay,
  clientWith,
  conversation,
  decodingFailure,
  dixaClient,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

const child = `/v1/conversations/${seeded.open}`;
const parent = `/v1/conversations/${seeded.closed}`;
const link = (parentId: number, linkType = 'SideConversation') => ({body: {parentId, linkType}});

describe('PUT /conversations/{conversationId}/link', () => {
  it.each([
    ['SideConversation', 'SideConversation'],
    // There is no kind of link of that name, so what it shows as is assumed.
    ['Related', 'FollowUp'],
  ])('makes a conversation the child of another (%s)', async (linkType, _type) => {
    const client = dixaClient();
    expect(await client.call('PUT', `${child}/link`, link(seeded.closed, linkType))).toMatchObject({
      status: 204,
      text: '',
    });
    expect(await read(client, child)).toMatchObject({link: {parentId: seeded.closed, _type}});
    expect(await read(client, `${parent}/linked`)).toMatchObject([{id: seeded.open, link: {_type}}]);
  });

  it('DIXA-78 stands in the logs of both', async () => {
    const client = dixaClient();
    await client.call('PUT', `${child}/link`, link(seeded.other));
    const attributes = {child: seeded.open, parent: seeded.other, linkType: 'SideConversation'};
    expect(await read(client, `${child}/activitylog`)).toMatchObject([
      {_type: 'ConversationLinkedToParent', attributes},
    ]);
    const other = await read(client, `/v1/conversations/${seeded.other}/activitylog`);
    expect(other).toMatchObject([{_type: 'ConversationLinkedFromChild', attributes}]);
  });

  it('changes nothing when it is repeated', async () => {
    const client = dixaClient();
    await client.call('PUT', `${child}/link`, link(seeded.closed));
    const before = await stateOf(client);
    expect((await client.call('PUT', `${child}/link`, link(seeded.closed, 'Related'))).status).toBe(204);
    expect(await stateOf(client)).toBe(before);
  });

  it('allows one parent, no grandchildren and nobody as their own parent', async () => {
    const client = dixaClient();
    await client.call('PUT', `${child}/link`, link(seeded.closed));
    const before = await stateOf(client);
    for (const [path, parentId] of [
      [child, seeded.other],
      [`/v1/conversations/${seeded.other}`, seeded.open],
      [parent, seeded.other],
      [`/v1/conversations/${seeded.other}`, seeded.other],
    ] as const) {
      const answer = await client.call('PUT', `${path}/link`, link(parentId));
      expect(answer, `${path} ${parentId}`).toMatchObject({status: 400, body: decodingFailure});
    }
    expect(await stateOf(client)).toBe(before);
  });

  it('allows a hundred children', async () => {
    const children = Array.from({length: 99}, (_, index) =>
      conversation(1000 + index, {link: {parentId: 1, _type: 'FollowUp'}}),
    );
    const client = clientWith({conversations: [conversation(1), conversation(2), conversation(3), ...children]});
    expect((await client.call('PUT', '/v1/conversations/2/link', link(1))).status).toBe(204);
    const answer = await client.call('PUT', '/v1/conversations/3/link', link(1));
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
    expect(await read(client, '/v1/conversations/1/linked')).toHaveLength(100);
  });

  it.each([
    ['the name that the CLI sends', {parentConversationId: seeded.closed}],
    ['no kind', {parentId: seeded.closed}],
    ['no parent', {linkType: 'Related'}],
    ['a kind that only answers have', {parentId: seeded.closed, linkType: 'FollowUp'}],
    ['a parent that is a text', {parentId: '10749', linkType: 'Related'}],
  ])('DIXA-9 refuses %s', async (_, body) => {
    const answer = await dixaClient().call('PUT', `${child}/link`, {body});
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-12 does not find an unknown child, parent or list', async () => {
    const client = dixaClient();
    for (const [method, path, options] of [
      ['PUT', '/v1/conversations/999999/link', link(seeded.closed)],
      ['PUT', `${child}/link`, link(999_999)],
      ['GET', '/v1/conversations/999999/linked', {}],
    ] as const) {
      expect(await client.call(method, path, options)).toMatchObject({status: 404, body: notFound});
    }
  });

  it('DIXA-42 keeps the link of an anonymized conversation', async () => {
    const client = dixaClient();
    await client.call('PUT', `${child}/link`, link(seeded.closed));
    await client.call('PATCH', `${child}/anonymize?force=true`);
    client.advance(aDay);
    expect(await read(client, `${parent}/linked`)).toMatchObject([
      {_type: 'AnonymizedConversation', id: seeded.open, link: {parentId: seeded.closed}},
    ]);
  });

  it.each([
    [1, 2],
    [2, 1],
  ])('DIXA-51 is refused where either side is anonymized (%i is the child of %i)', async (childId, parentId) => {
    const client = clientWith({conversations: [conversation(1), conversation(2)]});
    await client.call('PATCH', '/v1/conversations/1/anonymize');
    client.advance(aDay);
    const answer = await client.call('PUT', `/v1/conversations/${childId}/link`, link(parentId));
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });
});

it('GET /conversations/{conversationId}/linked leaves custom attributes to the single GET, and lists the oldest first', async () => {
  const linked = {link: {parentId: 1, _type: 'FollowUp'}};
  const customAttributes = [{id: seeded.ada, name: 'Plan', identifier: 'plan', value: 'premium'}];
  const client = clientWith({
    conversations: [
      conversation(1),
      conversation(2, {...linked, createdAt: '2025-01-03T00:00:00Z', customAttributes}),
      conversation(3, linked),
    ],
  });
  const listed = await read<{id: number}[]>(client, '/v1/conversations/1/linked');
  expect(listed.map(({id}) => id)).toEqual([3, 2]);
  expect(listed[1]).not.toHaveProperty('customAttributes');
});
