/** What an anonymization removes and what it leaves. Every text that must go is a canary, every text that stays is kept. */
import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import type {Activity, ActivityAttributes, Attributes, Message} from '../entities.js';
import {aDay, clientWith, conversation, dataOf, dixaClient, endUser, message, nobody, read} from '../test-support.js';
import {seeded} from '../test-support.js';

const stored = (name: string) => `/private/canary-organization/attachment/canary-${name}`;
const files = ['attachment', 'inline', 'original', 'large', 'recording', 'form'].map((name) => ({
  id: stored(name),
  type: 'text/plain',
  base64: btoa(`canary-file-${name}`),
}));
const contact = (name: string) => ({email: `canary-${name}@customer.example`, name: `canary-${name}`});
const text = {_type: 'Text', value: 'canary-text'} as const;
const nobodysAddress = {email: 'anonymized@anonymized.invalid'};

const mail = {
  emailContent: {_type: 'Regular', content: text},
  to: [contact('to')],
  cc: [contact('cc')],
  bcc: [contact('bcc')],
  isAutoReply: true,
  inlineImages: [{url: stored('inline'), prettyName: 'canary-inline'}],
  attachments: [{url: stored('attachment'), prettyName: 'canary-attachment'}],
  deliveryFailureReason: 'canary-failure',
  direction: 'Inbound',
  originalContentUrl: {url: stored('original'), prettyName: 'canary-original'},
} as const;
const emptyMail = {to: [], cc: [], bcc: [], isAutoReply: true, inlineImages: [], attachments: [], direction: 'Inbound'};
const said = {
  content: text,
  direction: 'Inbound',
  attachments: [{url: stored('attachment'), prettyName: 'canary'}],
} as const;
const unsaid = {direction: 'Inbound', attachments: []};
const formFile = {
  url: stored('form'),
  name: 'canary-form',
  mediaType: {primary: 'text', sub: 'plain'},
  bytesLength: 1,
  checksum: {algorithm: 'md5', hex: 'canary'},
} as const;

/** Every kind of message: what it held, and what is left of it. */
const kinds: readonly (readonly [Attributes, object])[] = [
  [
    {_type: 'EmailAttributes', from: contact('from'), ...mail},
    {_type: 'EmailAttributes', from: nobodysAddress, ...emptyMail},
  ],
  [
    {
      ...{_type: 'EmailAttributes', from: contact('from'), ...mail},
      emailContent: {_type: 'TooLarge', file: {url: stored('large'), prettyName: 'canary-large'}},
    },
    {_type: 'EmailAttributes', from: nobodysAddress, ...emptyMail},
  ],
  [
    {_type: 'ContactFormAttributes', from: contact('from'), replyDefaultToEmails: [contact('reply')], ...mail},
    {_type: 'ContactFormAttributes', from: nobodysAddress, replyDefaultToEmails: [], ...emptyMail},
  ],
  [
    {_type: 'ContactFormAttributes', replyDefaultToEmails: [contact('reply')], ...mail},
    {_type: 'ContactFormAttributes', replyDefaultToEmails: [], ...emptyMail},
  ],
  [
    {_type: 'ChatAttributes', isAutomated: true, ...said},
    {_type: 'ChatAttributes', isAutomated: true, ...unsaid},
  ],
  ...(
    [
      'SmsAttributes',
      'WhatsAppAttributes',
      'FacebookMessengerAttributes',
      'TwitterAttributes',
      'GenericAttributes',
    ] as const
  ).map((_type) => [{_type, ...said} as Attributes, {_type, ...unsaid}] as const),
  [
    {
      _type: 'MessengerFormAttributes',
      formSubmission: {values: {'canary-label': 'canary-value', list: ['canary-item'], files: [formFile]}},
      direction: 'Inbound',
      content: {_type: 'Html', value: 'canary-html'},
    },
    {_type: 'MessengerFormAttributes', formSubmission: {values: {}}, direction: 'Inbound'},
  ],
  [
    {_type: 'PhoneAttributes', from: 'canary-from', to: 'canary-to', direction: 'Inbound', duration: 61},
    {_type: 'PhoneAttributes', from: 'anonymized', to: 'anonymized', direction: 'Inbound', duration: 61},
  ],
  [
    {_type: 'CallRecordingAttributes', recording: stored('recording'), duration: 62},
    {_type: 'CallRecordingAttributes', recording: 'anonymized', duration: 62},
  ],
  [
    {_type: 'TranscriptAttributes', content: text, utterance_start_ms: 0, utterance_end_ms: 9, direction: 'Inbound'},
    {_type: 'TranscriptAttributes', utterance_start_ms: 0, utterance_end_ms: 9, direction: 'Inbound'},
  ],
];

const common = {
  queue: {id: seeded.support, queuedAt: '2025-01-02T00:00:00Z'},
  assignment: {agentId: seeded.kim, assignedAt: '2025-01-02T00:00:00Z'},
  link: {parentId: 4711, _type: 'FollowUp'},
  transportExpiresAt: '2025-02-01T00:00:00Z',
  customAttributes: [{id: nobody, name: 'Plan', identifier: 'plan', value: 'kept-custom-attribute'}],
};
const mailFields = {
  fromEmail: 'canary-from@customer.example',
  toEmail: 'canary-to@customer.example',
  integrationEmail: 'canary-integration@email.dixa.io',
  language: 'canary-language',
  subject: 'canary-subject',
};
const browserInfo = {name: 'canary', version: 'canary', ipAddress: 'canary', originatingUrl: 'canary'};

/** Every kind of conversation with its own fields. */
const conversations = [
  {_type: 'ChatConversation', channel: 'WidgetChat', browserInfo, language: 'canary-language'},
  {_type: 'MessengerConversation', channel: 'Messenger', browserInfo, language: 'canary-language'},
  {_type: 'EmailConversation', channel: 'Email', ...mailFields},
  {_type: 'ContactFormConversation', channel: 'ContactForm', ...mailFields},
  {_type: 'SmsConversation', channel: 'Sms', fromNumber: 'canary', toNumber: 'canary'},
  {
    _type: 'TwitterConversation',
    channel: 'Twitter',
    conversationType: 'DirectMessage',
    contactPointTwitterId: 'canary',
    endUserTwitterId: 'canary',
  },
  {_type: 'GenericConversation', channel: 'Callback', fromContactPointId: 'canary', toContactPointId: 'canary'},
  {_type: 'FacebookMessengerConversation', channel: 'FacebookMessenger'},
  {_type: 'PstnPhoneConversation', channel: 'PstnPhone'},
  {_type: 'WhatsAppConversation', channel: 'WhatsApp'},
].map((own, index) => conversation(index + 1, {...common, ...own}));

const adaAsAuthor = {id: seeded.ada, name: 'canary-ada', email: 'canary-ada@example.com', phoneNumber: 'canary'};
/** What an entry says of an agent stays, whatever it is. */
const kimAsAuthor = {id: seeded.kim, name: 'kept-agent', email: 'kept-agent@example.org'};

/** Every attribute of the activity log: what it held, and what is left of it. */
const attributes: readonly (readonly [ActivityAttributes, object | undefined])[] = [
  [{subject: 'canary-subject'}, undefined],
  [{oldSubject: 'canary-old', newSubject: 'canary-new'}, undefined],
  [{_type: 'NoteAddedAttribute', message: 'canary-note', avatarUrl: 'canary-avatar'}, {_type: 'NoteAddedAttribute'}],
  [{messageId: nobody, fromEndpoint: 'canary-endpoint', avatarUrl: 'canary-avatar'}, {messageId: nobody}],
  [
    {
      transferType: 'Queue',
      destinationType: 'Queue',
      destinationId: 'q',
      destinationLabel: 'kept-queue',
      reason: 'canary',
    },
    {transferType: 'Queue', destinationType: 'Queue', destinationId: 'q', destinationLabel: 'kept-queue'},
  ],
  [{channelReference: 'canary-reference'}, undefined],
  [{isSuccessful: false, failureReason: 'canary-reason'}, {isSuccessful: false}],
  [
    {agent: adaAsAuthor, score: 5, message: 'canary-comment'},
    {agent: {id: seeded.ada}, score: 5},
  ],
  [{agent: kimAsAuthor}, {agent: kimAsAuthor}],
  [
    {user: adaAsAuthor, ratingScheduledTime: 'later'},
    {user: {id: seeded.ada}, ratingScheduledTime: 'later'},
  ],
  [
    {oldUser: {...adaAsAuthor, id: seeded.noor}, newUser: adaAsAuthor},
    {oldUser: {id: seeded.noor}, newUser: {id: seeded.ada}},
  ],
  [
    {agentId: seeded.kim, agentName: 'kept-name'},
    {agentId: seeded.kim, agentName: 'kept-name'},
  ],
  [
    {agentNames: ['kept-name'], queueLabel: 'kept-queue'},
    {agentNames: ['kept-name'], queueLabel: 'kept-queue'},
  ],
  [{tag: 'kept-tag'}, {tag: 'kept-tag'}],
  [
    {updatedAttributeIds: [nobody], updatedAttributeValues: {plan: 'kept-custom-attribute'}},
    {updatedAttributeIds: [nobody], updatedAttributeValues: {plan: 'kept-custom-attribute'}},
  ],
];

const activities: readonly Activity[] = attributes.map(([held], index) => ({
  id: `00000000-0000-4000-8000-0000000002${String(index).padStart(2, '0')}`,
  conversationId: 1,
  activityTimestamp: '2025-01-02T00:00:00.000Z',
  activityType: 'NoteAddedActivityType',
  _type: 'NoteAdded',
  author: index % 2 === 0 ? adaAsAuthor : kimAsAuthor,
  attributes: held,
}));

const messageId = (index: number) => `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`;

/** Ada with a canary wherever something personal can stand; a bystander with what must stay. */
function planted(behaviours: Readonly<Record<string, unknown>> = {}): VendorClient {
  const ada = endUser(seeded.ada, {
    displayName: 'canary-display',
    email: 'canary-ada@example.com',
    phoneNumber: 'canary-phone',
    additionalEmails: ['canary-email'],
    additionalPhoneNumbers: ['canary-phone'],
    firstName: 'canary-first',
    lastName: 'canary-last',
    middleNames: ['canary-middle'],
    avatarUrl: 'canary-avatar',
    externalId: 'canary-external',
    customAttributes: [{id: nobody, name: 'Plan', identifier: 'plan', value: 'canary-custom'}],
  });
  const bystander = endUser(seeded.noor, {displayName: 'kept-bystander', email: 'kept-bystander@customer.example'});
  const other = conversation(99, {...common, requesterId: seeded.noor, language: 'kept-language'});
  const theirs = message(seeded.otherMessage, 99, {
    ...{_type: 'ChatAttributes', isAutomated: false, attachments: []},
    content: {_type: 'Text', value: 'kept-text'},
  });
  const messages: readonly Message[] = [
    ...kinds.map(([held], index) => ({...message(messageId(index), 1, held), externalId: `canary-${index}`})),
    {...theirs, authorId: seeded.noor},
  ];
  return clientWith(
    {
      endUsers: [ada, bystander],
      conversations: [...conversations, other],
      messages,
      activities,
      files,
    },
    {behaviours},
  );
}

/** Has it anonymized and waits until that is done. */
async function erase(client: VendorClient, path: string): Promise<void> {
  expect((await client.call('PATCH', `${path}/anonymize`)).status).toBe(202);
  client.advance(aDay);
  await client.call('GET', path);
}

/** All canaries that are anywhere in the sandbox: state, index keys, audit trail, journal. */
async function canaries(client: VendorClient): Promise<string[]> {
  return [...new Set((await client.everything()).match(/canary[\w-]*/g))];
}

describe('an anonymized conversation', () => {
  it.each(conversations.map((before) => [before._type, before] as const))(
    'DIXA-42 is left with what any anonymized conversation has (%s)',
    async (_, {id, channel}) => {
      const client = planted();
      await erase(client, `/v1/conversations/${id}`);
      expect(await read(client, `/v1/conversations/${id}`)).toEqual({
        _type: 'AnonymizedConversation',
        id,
        requesterId: seeded.ada,
        channel,
        createdAt: '2025-01-02T00:00:00Z',
        direction: 'Inbound',
        state: 'Closed',
        stateUpdatedAt: '2025-01-03T00:00:00Z',
        anonymizedAt: '2026-01-05T09:00:01.000Z',
        link: common.link,
        transportExpiresAt: common.transportExpiresAt,
        customAttributes: common.customAttributes,
      });
    },
  );

  it('DIXA-42 was anonymized when its request was processed', async () => {
    const client = planted();
    const {id} = dataOf(await client.call('PATCH', '/v1/conversations/1/anonymize'));
    client.advance(aDay);
    const {anonymizedAt} = await read(client, '/v1/conversations/1');
    const {processedAt} = await read(client, `/v1/anonymization/request/${String(id)}`);
    expect(processedAt).toBe(`${String(anonymizedAt)}[GMT]`);
  });

  it('DIXA-42 loses its custom attributes where the switch says so, in the activity log too', async () => {
    const client = planted({'dixa.drop_custom_attributes': true});
    await erase(client, '/v1/conversations/1');
    expect(await read(client, '/v1/conversations/1')).not.toHaveProperty('customAttributes');
    expect((await client.call('GET', '/v1/conversations/1/activitylog')).text).not.toContain('kept-custom-attribute');
  });

  it.each(kinds.map(([held, left], index) => [held._type, index, left] as const))(
    'DIXA-43 has its messages emptied (%s, %i)',
    async (_, index, left) => {
      const client = planted();
      await erase(client, '/v1/conversations/1');
      const messages = await read<{id: string}[]>(client, '/v1/conversations/1/messages');
      expect(messages).toHaveLength(kinds.length);
      expect(messages.find(({id}) => id === messageId(index))).toEqual({
        id: messageId(index),
        authorId: seeded.ada,
        createdAt: '2025-01-02T00:00:00.000Z[GMT]',
        attributes: left,
      });
    },
  );

  it.each(activities.map(({id}, index) => [index, id] as const))(
    'DIXA-44 keeps what happened and which agent did it, not what was said and by whom (%i)',
    async (index, id) => {
      const client = planted();
      await erase(client, '/v1/conversations/1');
      const log = await read<{id: string}[]>(client, '/v1/conversations/1/activitylog');
      expect(log).toHaveLength(activities.length);
      const left = attributes[index]?.[1];
      expect(log.find((entry) => entry.id === id)).toEqual({
        id,
        conversationId: 1,
        activityTimestamp: '2025-01-02T00:00:00.000Z[GMT]',
        activityType: 'NoteAddedActivityType',
        _type: 'NoteAdded',
        author: index % 2 === 0 ? {id: seeded.ada} : kimAsAuthor,
        ...(left && {attributes: left}),
      });
    },
  );

  it('DIXA-42 DIXA-43 DIXA-44 leaves nothing of the conversation anywhere, and the user as they were', async () => {
    const client = planted();
    const user = await read(client, `/v1/endusers/${seeded.ada}`);
    for (const {id} of conversations) await erase(client, `/v1/conversations/${id}`);
    expect(await read(client, `/v1/endusers/${seeded.ada}`)).toEqual(user);
    expect((await canaries(client)).sort()).toEqual([
      'canary-ada',
      'canary-avatar',
      'canary-custom',
      'canary-display',
      'canary-email',
      'canary-external',
      'canary-first',
      'canary-last',
      'canary-middle',
      'canary-phone',
    ]);
  });

  it('DIXA-62 is not woken by a follow-up that was waiting', async () => {
    const client = dixaClient({behaviours: {'dixa.anonymization_delay': 'PT10S'}});
    const path = `/v1/conversations/${seeded.closed}`;
    await client.call('PATCH', `${path}/anonymize`);
    await client.call('PUT', `${path}/followup`, {body: {timestamp: '2026-01-05T09:01:00Z'}});
    client.advance(10_000);
    const [anonymized, log] = [await read(client, path), await read(client, `${path}/activitylog`)];
    expect(anonymized).toMatchObject({_type: 'AnonymizedConversation', state: 'Pending'});
    const {partition} = await client.engine.sandbox('default');
    expect((await partition.dump()).filter(({collection}) => collection === 'dixa.followups')).toEqual([]);
    client.advance(aDay);
    expect(await read(client, path)).toEqual(anonymized);
    expect(await read(client, `${path}/activitylog`)).toEqual(log);
  });
});

describe('an anonymized end user', () => {
  const path = `/v1/endusers/${seeded.ada}`;

  it('DIXA-45 is left with an id, a time and empty lists', async () => {
    const client = planted();
    await erase(client, path);
    expect(await read(client, path)).toEqual({
      id: seeded.ada,
      createdAt: '2025-01-01T00:00:00Z',
      additionalEmails: [],
      additionalPhoneNumbers: [],
      middleNames: [],
      customAttributes: [],
    });
  });

  it('DIXA-45 has all their conversations and messages anonymized', async () => {
    const client = planted();
    await erase(client, path);
    const listed = await read<{_type: string}[]>(client, `${path}/conversations`);
    expect(listed).toHaveLength(conversations.length);
    expect(new Set(listed.map(({_type}) => _type))).toEqual(new Set(['AnonymizedConversation']));
    const messages = await read<{id: string; attributes: object}[]>(client, '/v1/conversations/1/messages');
    for (const [index, [, left]] of kinds.entries()) {
      expect(messages.find(({id}) => id === messageId(index))?.attributes).toEqual(left);
    }
  });

  it('DIXA-45 DIXA-47 leaves no trace in state, indexes, files, audit trail and journal', async () => {
    const client = planted();
    await client.call('GET', path);
    await client.call('GET', '/v1/conversations/1/messages');
    await client.call('GET', '/v1/conversations/1/activitylog');
    expect((await canaries(client)).length).toBeGreaterThan(30);

    await erase(client, path);

    expect(await canaries(client)).toEqual([]);
    const {partition} = await client.engine.sandbox('default');
    expect((await partition.dump()).filter(({collection}) => collection === 'dixa.files')).toEqual([]);
    const all = await client.everything();
    for (const file of files) expect(all).not.toContain(file.base64);
  });

  it('DIXA-42 DIXA-44 DIXA-45 leaves what the rules keep, and everybody else', async () => {
    const client = planted();
    await erase(client, path);
    const all = await client.everything();
    const kept = ['agent', 'name', 'queue', 'tag', 'custom-attribute', 'bystander', 'language', 'text'];
    for (const name of kept) expect(all).toContain(`kept-${name}`);
    expect(await read(client, '/v1/conversations/99')).toMatchObject({_type: 'MessengerConversation'});
  });

  it('DIXA-45 leaves no trace of what came in through the API', async () => {
    const client = dixaClient();
    const body = {
      displayName: 'canary-display',
      email: 'canary@customer.example',
      phoneNumber: 'canary-phone',
      externalId: 'canary-external',
      avatarUrl: 'http://canary.example/picture',
      additionalEmails: ['canary-email'],
      middleNames: ['canary-middle'],
      'canary-unknown': 'canary-unknown',
    };
    const requesterId = String(dataOf(await client.call('POST', '/v1/endusers', {body})).id);
    const opening = {
      _type: 'Email',
      requesterId,
      emailIntegrationId: 'support@email.dixa.io',
      subject: 'canary-subject',
      message: {_type: 'Inbound', content: {_type: 'Text', value: 'canary-text'}, externalId: 'canary-id'},
    };
    const {id} = dataOf(await client.call('POST', '/v1/conversations', {body: opening}));
    const conversationPath = `/v1/conversations/${String(id)}`;
    const attachments = [{url: 'http://attachment.url', prettyName: 'canary-file'}];
    const content = {_type: 'Html', value: '<p>canary-html</p>'};
    const reply = {_type: 'Outbound', agentId: seeded.kim, content, attachments};
    expect((await client.call('POST', `${conversationPath}/messages`, {body: reply})).status).toBe(200);
    for (const rest of ['', '/messages', '/activitylog']) await client.call('GET', conversationPath + rest);
    await client.call('GET', `/v1/endusers/${requesterId}/conversations?canary=canary`);
    await client.call('PUT', `${conversationPath}/close`);
    expect((await canaries(client)).length).toBeGreaterThan(8);

    await erase(client, `/v1/endusers/${requesterId}`);

    expect(await canaries(client)).toEqual([]);
  });

  it('DIXA-45 covers conversations that began after the request was accepted', async () => {
    const client = planted();
    await client.call('PATCH', `${path}/anonymize`);
    const body = {
      _type: 'Chat',
      requesterId: seeded.ada,
      widgetId: seeded.widget,
      message: {_type: 'Inbound', content: {_type: 'Text', value: 'canary-late'}},
    };
    expect((await client.call('POST', '/v1/conversations', {body})).status).toBe(201);
    client.advance(aDay);
    await client.call('GET', path);
    expect(await canaries(client)).toEqual([]);
  });
});

describe('an anonymized message', () => {
  it('DIXA-46 is the only thing that changes, and the log tells it', async () => {
    const client = planted();
    const others = async () =>
      (await read<{id: string}[]>(client, '/v1/conversations/1/messages')).filter(({id}) => id !== messageId(0));
    const [before, log] = [await others(), await read<object[]>(client, '/v1/conversations/1/activitylog')];
    const whole = await read(client, '/v1/conversations/1');

    await erase(client, `/v1/conversations/1/messages/${messageId(0)}`);

    expect(await read(client, '/v1/conversations/1')).toEqual(whole);
    expect(await others()).toEqual(before);
    const messages = await read<{id: string}[]>(client, '/v1/conversations/1/messages');
    expect(messages.find(({id}) => id === messageId(0))).toEqual({
      id: messageId(0),
      authorId: seeded.ada,
      createdAt: '2025-01-02T00:00:00.000Z[GMT]',
      attributes: kinds[0]?.[1],
    });
    expect(await read(client, '/v1/conversations/1/activitylog')).toEqual([
      ...log,
      {
        id: expect.any(String),
        conversationId: 1,
        activityTimestamp: '2026-01-05T09:00:01.000Z[GMT]',
        activityType: 'ConversationMessageRedactedActivityType',
        _type: 'ConversationMessageRedacted',
        attributes: {messageId: messageId(0), wasTextRedacted: true, numberOfDeletedFiles: 2},
      },
    ]);
  });

  it.each(
    kinds.map(([held], index) => [held._type, index, 'attachments' in held ? held.attachments.length : 0] as const),
  )('DIXA-46 counts attachments and inline images (%s, %i)', async (type, index, attachments) => {
    const client = planted();
    await erase(client, `/v1/conversations/1/messages/${messageId(index)}`);
    const log = await read<{attributes: object}[]>(client, '/v1/conversations/1/activitylog');
    const inlineImages = type === 'EmailAttributes' || type === 'ContactFormAttributes' ? 1 : 0;
    expect(log.at(-1)?.attributes).toHaveProperty('numberOfDeletedFiles', attachments + inlineImages);
  });

  it('DIXA-46 has its own text and externalId gone from everywhere', async () => {
    const client = dixaClient();
    const body = {_type: 'Inbound', content: {_type: 'Text', value: 'canary-text'}, externalId: 'canary-id'};
    const path = `/v1/conversations/${seeded.closed}/messages`;
    const {messageId: id} = dataOf(await client.call('POST', path, {body}));
    expect(await canaries(client)).toEqual(['canary-id', 'canary-text']);
    await erase(client, `${path}/${String(id)}`);
    expect(await canaries(client)).toEqual([]);
    expect((await client.call('POST', path, {body: {...body, content: {_type: 'Text', value: 'x'}}})).status).toBe(200);
  });
});
