import {beforeEach, describe, expect, it} from 'vitest';
import type {Person} from '../../src/engine/index.js';
import {allAtOnce, ember, identifiersOf, quill, somebody} from '../../test/support/people.js';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {populate} from './populate.js';
import type {SeedEntities} from './seed-entities.js';
import {aDay, clientWith, dataOf, notFound, read, seeded} from './test-support.js';

interface Conversation {
  readonly id: number;
  readonly state: string;
  readonly subject?: string;
}

interface Message {
  readonly id: string;
  readonly authorId: string;
  readonly attributes: {
    readonly emailContent?: {readonly content: {readonly value: string}};
    readonly attachments: readonly {readonly url: string; readonly prettyName?: string}[];
  };
}

let client: VendorClient;

beforeEach(() => {
  client = clientWith(populate([quill, ember]));
});

async function userOf(email: string): Promise<string> {
  const [user] = await read<readonly {id: string}[]>(client, `/v1/endusers?email=${encodeURIComponent(email)}`);
  return user?.id ?? 'nobody';
}

/** The conversations of somebody, the oldest first. */
async function conversationsOf(email: string): Promise<readonly Conversation[]> {
  const conversations = await read<readonly Conversation[]>(
    client,
    `/v1/endusers/${await userOf(email)}/conversations`,
  );
  return [...conversations].sort((one, other) => ((one.subject ?? '') < (other.subject ?? '') ? -1 : 1));
}

const messagesOf = (id: number) => read<readonly Message[]>(client, `/v1/conversations/${id}/messages`);

/** Which of their identifiers are still in state or journal. */
async function traces(): Promise<string[]> {
  const everything = await client.everything();
  return identifiersOf(quill).filter((text) => everything.includes(text));
}

async function anonymize(path: string): Promise<void> {
  const answer = await client.call('PATCH', `${path}/anonymize?force=true`);
  expect(answer.status, answer.text).toBe(202);
  client.advance(aDay);
  expect(dataOf(await client.call('GET', `/v1/anonymization/request/${dataOf(answer).id as string}`))).toHaveProperty(
    'processedAt',
  );
}

describe('people at Dixa', () => {
  it('are end users with all that is known of them', async () => {
    expect(await read(client, `/v1/endusers/${await userOf(quill.email)}`)).toMatchObject({
      createdAt: quill.joinedAt,
      displayName: 'Quillfirst Quilllast',
      firstName: 'Quillfirst',
      lastName: 'Quilllast',
      email: quill.email,
      phoneNumber: quill.phone,
      externalId: quill.accountNumber,
      customAttributes: [
        {identifier: 'my_attribute', value: 'Quill Company'},
        {identifier: 'end_user_attribute', value: '1971-02-03, 71 Quill Street, 71071 Quillville'},
      ],
    });
  });

  it.each([
    ['address', `email=${quill.email}`],
    ['number', `phone=${encodeURIComponent(quill.phone)}`],
    ['account', `externalId=${quill.accountNumber}`],
  ])('are found by their %s', async (_, query) => {
    expect(await read(client, `/v1/endusers?${query}`)).toMatchObject([{email: quill.email}]);
  });

  it('have a conversation for each of theirs, open as long as they wait for an answer', async () => {
    expect(await conversationsOf(quill.email)).toMatchObject([
      {subject: 'Quill subject one', state: 'Closed', fromEmail: quill.email},
      {subject: 'Quill subject two', state: 'Open', fromEmail: quill.email},
    ]);
  });

  it.each(['Quill subject one', 'Quill answer two'])('are found by what was said: %s', async (value) => {
    const found = await client.call('POST', '/v1/search/conversations', {body: {query: {value, exactMatch: true}}});
    expect(dataOf<object[]>(found)).toHaveLength(1);
  });

  it('said what they said, in order, and an agent of the seed answered', async () => {
    const [, second] = await conversationsOf(quill.email);
    const user = await userOf(quill.email);
    const said = (await messagesOf(second?.id ?? 0)).map(({authorId, attributes}) => [
      authorId,
      attributes.emailContent?.content.value,
    ]);
    expect(said).toEqual([
      [user, 'Quill question two'],
      [seeded.kim, 'Quill answer two'],
      [user, 'Quill reply two'],
    ]);
  });

  it('are told in order where all was said at once', async () => {
    client = clientWith(populate([allAtOnce(quill)]));
    const [, second] = await conversationsOf(quill.email);
    const texts = (await messagesOf(second?.id ?? 0)).map(({attributes}) => attributes.emailContent?.content.value);
    expect(texts).toEqual(['Quill question two', 'Quill answer two', 'Quill reply two']);
  });

  it('sent a file with the first message, which can be opened', async () => {
    const [first] = await conversationsOf(quill.email);
    const [message, answer] = await messagesOf(first?.id ?? 0);
    const [file] = message?.attributes.attachments ?? [];
    expect(file?.prettyName).toBe('quill-file.txt');
    expect(answer?.attributes.attachments).toEqual([]);
    const path = (file?.url ?? '').replace(/^https?:\/\/[^/]+(\/dixa)?/, '');
    expect((await client.call('GET', path)).text).toBe('quill contents of a file');
  });

  it('left a rating once the conversation was closed, and the agent a note in each', async () => {
    const [closed, open] = await conversationsOf(quill.email);
    expect(await read(client, `/v1/conversations/${closed?.id}/ratings`)).toMatchObject([
      {ratingScore: 5, ratingComment: 'Quick and friendly! Quillfirst Quilllast, quill-mail@customer.example'},
    ]);
    expect(await read(client, `/v1/conversations/${open?.id}/ratings`)).toEqual([]);
    for (const {id} of [closed, open] as readonly Conversation[]) {
      expect(await read(client, `/v1/conversations/${id}/notes`)).toMatchObject([
        {
          authorId: seeded.kim,
          message:
            'Spoke with Quillfirst Quilllast (account quill-account-71, 71 Quill Street, 71071 Quillville) at ' +
            '+12025550171; will write to quill-mail@customer.example.',
        },
      ]);
    }
  });

  it('have the topic as a tag where the organization has such a tag', async () => {
    const [refund, order] = await conversationsOf(quill.email);
    expect(await read(client, `/v1/conversations/${refund?.id}/tags`)).toMatchObject([{name: 'refund'}]);
    expect(await read(client, `/v1/conversations/${order?.id}/tags`)).toEqual([]);
  });

  it('DIXA-78 are in the activity log', async () => {
    const [closed, open] = await conversationsOf(quill.email);
    const logOf = async (id = 0) => read<{_type: string}[]>(client, `/v1/conversations/${id}/activitylog`);
    expect((await logOf(closed?.id)).map(({_type}) => _type).sort()).toEqual([
      'ConversationClosed',
      'ConversationCreatedByCustomer',
    ]);
    expect(await logOf(open?.id)).toMatchObject([{author: {name: 'Quillfirst Quilllast', phoneNumber: quill.phone}}]);
  });

  it('are there with every letter of theirs', async () => {
    expect(await traces()).toEqual(identifiersOf(quill));
  });
});

describe('erasing one of them', () => {
  it('DIXA-45 takes everything but the custom attributes of conversations (DIXA-42)', async () => {
    await anonymize(`/v1/endusers/${await userOf(quill.email)}`);
    expect(await traces()).toEqual([quill.firstName, quill.lastName, quill.email, quill.accountNumber]);
    expect(await read(client, `/v1/endusers?email=${quill.email}`)).toEqual([]);
  });

  it('DIXA-42 takes everything when custom attributes go as well', async () => {
    client = clientWith(populate([quill, ember]), {behaviours: {'dixa.drop_custom_attributes': true}});
    await anonymize(`/v1/endusers/${await userOf(quill.email)}`);
    expect(await traces()).toEqual([]);
  });

  it('DIXA-46 takes a message and its file', async () => {
    const [first] = await conversationsOf(quill.email);
    const [message] = await messagesOf(first?.id ?? 0);
    const path = message?.attributes.attachments[0]?.url.replace(/^https?:\/\/[^/]+(\/dixa)?/, '') ?? '';
    await anonymize(`/v1/conversations/${first?.id}/messages/${message?.id}`);
    const left = await traces();
    expect(left).not.toContain('Quill question one, from quill-mail@customer.example');
    expect(left).not.toContain(quill.conversations[0]?.attachment?.base64);
    expect(left).toContain('Quill question two');
    expect(await client.call('GET', path)).toMatchObject({status: 404, body: notFound});
  });

  it('leaves the others as they were', async () => {
    const path = `/v1/endusers/${await userOf(ember.email)}`;
    const all = async () => {
      const texts = [(await client.call('GET', path)).text];
      for (const {id} of await conversationsOf(ember.email)) texts.push(JSON.stringify(await messagesOf(id)));
      return texts;
    };
    const before = await all();
    await anonymize(`/v1/endusers/${await userOf(quill.email)}`);
    expect(await all()).toEqual(before);
  });
});

describe('numbers of their conversations', () => {
  const [one, other] = [somebody({word: 'p31231', digits: '73'}), somebody({word: 'p54794', digits: '74'})];
  const numbersOf = (people: readonly Person[]) => (populate(people).conversations ?? []).map(({id}) => Number(id));

  it('differ even where two would meet', () => {
    expect(numbersOf([one])[0]).toBe(numbersOf([other])[0]);
    expect(new Set(numbersOf([one, other])).size).toBe(4);
    const messages = (populate([one, other]).messages ?? []) as readonly SeedEntities['messages'][];
    expect(new Set(messages.map(({conversationId}) => conversationId))).toEqual(new Set(numbersOf([one, other])));
  });

  it('fit where the document has 32 bits', async () => {
    client = clientWith(populate([one, other]));
    // The client fails on any answer that differs from the document.
    for (const id of numbersOf([one, other])) await read(client, `/v1/conversations/${id}/activitylog`);
  });
});
