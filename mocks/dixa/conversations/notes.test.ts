import {describe, expect, it} from 'vitest';
import {
  aDay,
  clientWith,
  conversation,
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

const notes = `/v1/conversations/${seeded.open}/notes`;
const bulk = `${notes}/bulk`;
const time = '2021-12-01T12:46:36.581Z';

describe('POST /conversations/{conversationId}/notes', () => {
  it('DIXA-75 adds a note and answers 200', async () => {
    const client = dixaClient();
    const body = {message: 'Call back', agentId: seeded.kim, createdAt: `${time}[GMT]`};
    const answer = await client.call('POST', notes, {body});
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toEqual({
      id: expect.any(String),
      authorId: seeded.kim,
      createdAt: `${time}[GMT]`,
      csid: seeded.open,
      message: 'Call back',
    });
    expect(await read(client, notes)).toEqual([{...dataOf(answer), createdAt: '2021-12-01T12:46:36Z'}]);
  });

  it('DIXA-4 DIXA-75 is written by the user behind the token, and now, unless told otherwise', async () => {
    const answer = await dixaClient().call('POST', notes, {body: {message: 'Call back'}});
    expect(dataOf(answer)).toMatchObject({authorId: seeded.admin, createdAt: '2026-01-05T09:00:00.000Z[GMT]'});
  });

  it.each([time, `${time}[GMT]`, '2021-12-01T13:46:36.581+01:00'])('DIXA-20 takes the time %s', async (createdAt) => {
    const answer = await dixaClient().call('POST', notes, {body: {message: 'x', createdAt}});
    expect(dataOf(answer)).toMatchObject({createdAt: `${time}[GMT]`});
  });

  it('DIXA-20 spells its time plainly where the switch says so', async () => {
    const client = dixaClient({behaviours: {'dixa.dates': 'plain'}});
    expect(dataOf(await client.call('POST', notes, {body: {message: 'x', createdAt: time}}))).toMatchObject({
      createdAt: time,
    });
    const data = dataOf<unknown[]>(await client.call('POST', bulk, {body: {data: [{message: 'x', createdAt: time}]}}));
    expect(data).toMatchObject([{data: {createdAt: time}}]);
  });

  it.each([
    ['an unknown agent', {message: 'x', agentId: nobody}],
    ['an end user as agent', {message: 'x', agentId: seeded.ada}],
    ['an agent that is no id', {message: 'x', agentId: 'kim'}],
    ['an unreadable time', {message: 'x', createdAt: 'yesterday'}],
    ['a time that is none', {message: 'x', createdAt: '2021-12-31T23:59:60Z'}],
    ['a year of five digits', {message: 'x', createdAt: '9999-12-31T23:59:59-01:00'}],
    ['a day that the month does not have', {message: 'x', createdAt: '2021-02-29T12:00:00Z[GMT]'}],
    ['no message', {agentId: seeded.kim}],
    ['a message that is no text', {message: 7}],
  ])('DIXA-75 refuses %s and changes nothing', async (_, body) => {
    const client = dixaClient();
    await client.call('GET', notes);
    const before = await stateOf(client);
    expect(await client.call('POST', notes, {body})).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-78 stands in the activity log with what it says', async () => {
    const client = dixaClient();
    await client.call('POST', notes, {body: {message: 'Call back', agentId: seeded.kim}});
    expect(await read(client, `/v1/conversations/${seeded.open}/activitylog`)).toMatchObject([
      {
        _type: 'NoteAdded',
        activityType: 'NoteAddedActivityType',
        author: {id: seeded.kim, name: 'Kim Agent'},
        attributes: {message: 'Call back'},
      },
    ]);
  });
});

describe('GET /conversations/{conversationId}/notes', () => {
  it('DIXA-75 lists the oldest first, whenever they were added', async () => {
    const client = dixaClient();
    for (const [message, createdAt] of [
      ['second', '2025-01-02T00:00:00Z'],
      ['first', '2025-01-01T00:00:00Z'],
      ['third', '2025-01-02T00:00:00Z'],
    ]) {
      await client.call('POST', notes, {body: {message, createdAt}});
    }
    const listed = await read<{message: string}[]>(client, notes);
    expect(listed.map(({message}) => message)).toEqual(['first', 'second', 'third']);
  });

  it('DIXA-75 has an empty list where there are none', async () => {
    expect(await read(dixaClient(), notes)).toEqual([]);
  });
});

describe('POST /conversations/{conversationId}/notes/bulk', () => {
  it('DIXA-76 answers one outcome per note, and an unknown agent fails that one alone', async () => {
    const client = dixaClient();
    const data = [{message: 'one', agentId: seeded.kim}, {message: 'two', agentId: nobody}, {message: 'three'}];
    const answer = await client.call('POST', bulk, {body: {data}});
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).toMatchObject([
      {_type: 'BulkActionSuccess', data: {message: 'one', authorId: seeded.kim}},
      {_type: 'BulkActionFailure', error: {message: `An agent with id:${nobody} cannot be found in org.`}},
      {_type: 'BulkActionSuccess', data: {message: 'three', authorId: seeded.admin}},
    ]);
    const listed = await read<{message: string}[]>(client, notes);
    expect(listed.map(({message}) => message)).toEqual(['one', 'three']);
  });

  it.each([{}, {data: []}, {notes: [{message: 'x'}]}])('DIXA-76 adds nothing for %j', async (body) => {
    const client = dixaClient();
    expect(await client.call('POST', bulk, {body})).toMatchObject({status: 200, body: {data: []}});
    expect(await read(client, notes)).toEqual([]);
  });

  it.each([
    ['a note without a message', {data: [{message: 'x'}, {agentId: seeded.kim}]}],
    ['data that is no list', {data: {message: 'x'}}],
    ['null', {data: null}],
    ['a time that is none', {data: [{message: 'x'}, {message: 'x', createdAt: '2021-12-31T23:59:60Z'}]}],
  ])('DIXA-9 refuses %s as a whole', async (_, body) => {
    const client = dixaClient();
    expect(await client.call('POST', bulk, {body})).toMatchObject({status: 400, body: invalidValue});
    expect(await read(client, notes)).toEqual([]);
  });
});

it.each([
  ['GET', 'notes', undefined],
  ['POST', 'notes', {message: 'x'}],
  ['POST', 'notes/bulk', {data: [{message: 'x'}]}],
])('DIXA-12 %s %s of an unknown conversation is not found', async (method, path, body) => {
  const answer = await dixaClient().call(method, `/v1/conversations/999999/${path}`, {...(body && {body})});
  expect(answer).toMatchObject({status: 404, body: notFound});
});

it.each([
  ['notes', {message: 'x'}, decodingFailure],
  ['notes/bulk', {data: [{message: 'x'}]}, invalidValue],
  ['notes/bulk', {}, invalidValue],
])('DIXA-51 an anonymized conversation takes no %s', async (path, body, refusal) => {
  const client = clientWith({conversations: [conversation(7)]});
  await client.call('PATCH', '/v1/conversations/7/anonymize');
  client.advance(aDay);
  const answer = await client.call('POST', `/v1/conversations/7/${path}`, {body});
  expect(answer).toMatchObject({status: 400, body: refusal});
  expect(await read(client, '/v1/conversations/7/notes')).toEqual([]);
});

it('DIXA-75 a closed conversation takes notes and stays closed', async () => {
  const client = dixaClient();
  const path = `/v1/conversations/${seeded.closed}`;
  expect((await client.call('POST', `${path}/notes`, {body: {message: 'x'}})).status).toBe(200);
  expect(await read(client, path)).toMatchObject({state: 'Closed'});
});
