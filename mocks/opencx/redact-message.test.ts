import {describe, expect, it} from 'vitest';
import {
  history,
  messages,
  nobody,
  notFound,
  opencxClient,
  openSession,
  pathOf,
  read,
  redactMessage,
  seeded,
  send,
  stateOf,
} from './test-support.js';

const redacted = {
  success: true,
  message: 'Message successfully redacted',
  redactionType: 'message',
  affectedCount: 1,
};

describe('POST /redaction/message', () => {
  it('OPENCX-34 answers exactly five fields, without messagesRedacted', async () => {
    const client = opencxClient();
    const answer = await client.call('POST', '/redaction/message', {
      body: {messageId: seeded.message, reason: 'Contains sensitive customer information'},
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({...redacted, itemId: seeded.message});
  });

  it('OPENCX-35 redacts that message with its images, and no other', async () => {
    const client = opencxClient();
    const before = await history(client, seeded.session);
    const images = before.find(({id}) => id === seeded.textAndImages)?.event.attachments ?? [];
    expect(images).toHaveLength(2);

    await redactMessage(client, seeded.textAndImages);
    const after = await history(client, seeded.session);
    expect(after.filter(({id}) => id !== seeded.textAndImages)).toEqual(
      before.filter(({id}) => id !== seeded.textAndImages),
    );
    const event = after.find(({id}) => id === seeded.textAndImages)?.event;
    expect(event).toMatchObject({content: {text: '[REDACTED]'}, attachments: [], sender: {name: 'Ada Example'}});
    expect(await client.call('GET', pathOf(images[0]?.url ?? ''))).toMatchObject({status: 404, body: notFound('File')});
  });

  it('OPENCX-36 takes the id that send answered, which is the id in history', async () => {
    const client = opencxClient();
    const session = await openSession(client);
    const id = await send(client, session, 'My name is Ada Example.');
    expect((await history(client, session)).map((item) => item.id)).toEqual([id]);
    expect(await redactMessage(client, id)).toEqual({...redacted, itemId: id});
    expect((await messages(client, session))[0]?.event.content?.text).toBe('[REDACTED]');
  });

  it.each([
    [1, {}],
    [0, {repeated_message_count: 0}],
  ])('OPENCX-37 a repeated call succeeds with affectedCount %i', async (affectedCount, behaviours) => {
    const client = opencxClient(behaviours);
    expect(await redactMessage(client, seeded.message)).toEqual({...redacted, itemId: seeded.message});
    const before = await history(client, seeded.session);
    expect(await redactMessage(client, seeded.message)).toEqual({...redacted, itemId: seeded.message, affectedCount});
    expect(await history(client, seeded.session)).toEqual(before);
  });

  it.each([
    ['OPENCX-38', 'an unknown id', nobody],
    ['OPENCX-38, OPENCX-67', 'a message of another organization', seeded.foreignMessage],
    ['OPENCX-38', 'the id of a session', seeded.closed],
    ['OPENCX-39', 'a handoff', seeded.handoff],
    ['OPENCX-39', 'an agent who joined', seeded.joined],
    ['OPENCX-39', 'a comment', seeded.comment],
    ['OPENCX-40', 'an id that is no UUID', 'no-such-message'],
  ])('%s does not know %s', async (_, __, messageId) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/redaction/message', {body: {messageId}});
    expect(answer).toMatchObject({status: 404, body: notFound('Message')});
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-38 can answer 200 without success, or 500, for an unknown message', async () => {
    const body = {messageId: nobody};
    const soft = opencxClient({unknown_target: '200_success_false'});
    expect((await soft.call('POST', '/redaction/message', {body})).body).toEqual({
      success: false,
      message: 'Message not found',
      itemId: nobody,
      redactionType: 'message',
      affectedCount: 0,
    });
    const hard = opencxClient({unknown_target: '500'});
    expect((await hard.call('POST', '/redaction/message', {body})).status).toBe(500);
  });

  it('OPENCX-40 takes an empty reason', async () => {
    const client = opencxClient();
    expect(await redactMessage(client, seeded.message, '')).toEqual({...redacted, itemId: seeded.message});
  });

  it('OPENCX-20 moves updated_at of the session when told to', async () => {
    const client = opencxClient({redaction_bumps_updated_at: true});
    await redactMessage(client, seeded.message);
    const {updated_at} = await read(client, `/chat/sessions/${seeded.session}`);
    expect(updated_at).toBe('2026-01-05T09:00:00.000Z');
  });
});
