import {describe, expect, it} from 'vitest';
import {checkSeeds} from '../../src/engine/desks.js';
import {symbl} from './index.js';
import {getMessages, otherApp, poll, seeded, signedIn, texts, tokenOf, transcript} from './test-support.js';

/** An example of the document. */
function example(name: string): unknown {
  return (symbl.document.components?.examples?.[name] as {value: unknown}).value;
}

describe('the seed', () => {
  it('SYMBL-32 SYMBL-39 SYMBL-46 SYMBL-50 gives the sample of the redaction page, to the byte', async () => {
    const client = await signedIn();
    expect((await getMessages(client, seeded.page, 'redact=true')).body).toEqual(example('MessagesDocumented'));
  });

  it.each([
    ['5815170693595136', 'redact=true&exclude=["LOCATION_CITY"]', 'MessagesCityExcluded'],
    ['6194229873033216', 'sentiment=true&verbose=true', 'MessagesWordsAndSentiment'],
  ])('SYMBL-29 has the conversation %s of the document’s examples', async (id, query, name) => {
    const client = await signedIn();
    expect((await getMessages(client, id, query)).body).toEqual(example(name));
  });

  it('SYMBL-20 SYMBL-29 has the conversation, members and job that the pages print', async () => {
    const client = await signedIn();
    const path = `/v1/conversations/${seeded.others}`;
    expect((await client.call('GET', path)).body).toEqual(example('ConversationDocumented'));
    expect((await client.call('GET', `${path}/members`)).body).toEqual(example('MembersDocumented'));
    expect(await poll(client, '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d')).toBe('completed');
  });

  it('SYMBL-39 SYMBL-46 has a call of Ada Example, and one of Noor Sample, with what redaction hides', async () => {
    const client = await signedIn();
    expect(await texts(client, seeded.ada)).toContain('Please call me at +1 202 555 0143 or write to ada@example.com.');
    expect(await texts(client, seeded.ada, 'redact=true')).toContain(
      'Please call me at [PHONE_NUMBER] or write to [EMAIL_ADDRESS].',
    );
    for (const [id, personal] of [
      [seeded.ada, /Ada|0143|ada@/],
      [seeded.noor, /Noor|0187|noor@/],
    ] as const) {
      expect((await getMessages(client, id)).text).toMatch(personal);
      expect((await getMessages(client, id, 'redact=true&verbose=true')).text).not.toMatch(personal);
    }
  });

  it('has the conversations of the document’s examples for labels and lists', async () => {
    const client = await signedIn();
    const [startTime, endTime] = ['2021-07-20T18:30:00.000Z', '2021-07-27T18:30:00.000Z'];
    for (const more of [
      'limit=2&order=desc&sort=conversation.name&filter=conversation.type==meeting',
      'filter=conversation.metadata.label==Business',
    ]) {
      const answer = await client.call('GET', `/v1/conversations?startTime=${startTime}&endTime=${endTime}&${more}`);
      expect(answer.body).toEqual(example('ConversationsDocumented'));
    }
    const body = example('UpdateConversationDocumented');
    const labelled = await client.call('PUT', `/v1/conversations/${seeded.labelled}`, {body});
    expect(labelled.body).toEqual(example('UpdatedConversationDocumented'));
  });

  it('SYMBL-34 has the phrase of the older messages page', async () => {
    const client = await signedIn();
    const [message] = await transcript(client, '6749556955938816');
    expect(message?.phrases).toEqual([{type: 'action_phrase', text: 'submit the documents'}]);
  });

  it('SYMBL-13 has a conversation of another account, redacted as the others are', async () => {
    const client = await signedIn();
    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect(await texts(client, seeded.foreign, 'redact=true')).toEqual([
      'My name is [PERSON_NAME] and my number is [PHONE_NUMBER].',
    ]);
  });
});

describe('a seed of one’s own', () => {
  const message = {
    id: '1000000000000001',
    conversationId: '1000000000000000',
    text: 'Please call Tony Stark.',
    startTime: '2024-01-01T00:00:00.000Z',
    endTime: '2024-01-01T00:00:01.000Z',
  };
  const conversation = {
    id: '1000000000000000',
    type: 'meeting',
    name: 'Mine',
    startTime: message.startTime,
    endTime: message.endTime,
  };
  const seedOf = (...messages: readonly object[]) =>
    checkSeeds({symbl: {conversations: [conversation], messages}}, new Map([['symbl', symbl]]));

  it('SYMBL-39 SYMBL-51 needs no more than what was said; what is personal in it is found', async () => {
    const phrases = [
      {type: 'action_phrase', text: 'call Tony Stark'},
      {type: 'action_phrase', text: 'greet Jane Doe'},
    ];
    const client = await signedIn({}, {seeds: await seedOf({...message, phrases})});
    expect(await transcript(client, conversation.id, 'redact=true')).toMatchObject([
      {
        text: 'Please call [PERSON_NAME].',
        from: {},
        phrases: [{text: 'call [PERSON_NAME]'}, {text: 'greet [PERSON_NAME]'}],
      },
    ]);
    expect((await getMessages(client, seeded.page)).status).toBe(404);
  });

  it('SYMBL-55 can hold a message in which nothing was looked for', async () => {
    const client = await signedIn({}, {seeds: await seedOf({...message, spans: []})});
    expect(await texts(client, conversation.id, 'redact=true')).toEqual([message.text]);
  });
});
