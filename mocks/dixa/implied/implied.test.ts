import {describe, expect, it} from 'vitest';
import type {JsonValue, RecordedAnswer, SeedData} from '../../../src/engine/index.js';
import {dixa} from '../index.js';
import {clientWith, dataOf, nobody, read, seeded, stateOf} from '../test-support.js';

const at = Date.parse('2026-02-03T10:00:00Z');
const [user, agent, queue] = [
  '0a7c3a52-6c0b-4b6e-9f43-8f1f6d0f1a01',
  '0a7c3a52-6c0b-4b6e-9f43-8f1f6d0f1a02',
  '0a7c3a52-6c0b-4b6e-9f43-8f1f6d0f1a03',
];
const [message, request] = ['0a7c3a52-6c0b-4b6e-9f43-8f1f6d0f1a04', '0a7c3a52-6c0b-4b6e-9f43-8f1f6d0f1a05'];

/** An answer to a call, a second after the one before it. */
function answer(operation: string, more: Partial<RecordedAnswer> & {readonly data?: JsonValue} = {}): RecordedAnswer {
  const {data, ...rest} = more;
  return {operation, params: {}, query: {}, status: 200, at, ...(data !== undefined && {body: {data}}), ...rest};
}

const of = (id: number | string) => ({conversationId: String(id)});

/** A conversation by mail, as Dixa shows it. */
const mail = {
  _type: 'EmailConversation',
  id: 41,
  requesterId: user,
  channel: 'Email',
  createdAt: '2026-02-01T10:00:00Z',
  direction: 'Inbound',
  state: 'Closed',
  stateUpdatedAt: '2026-02-02T10:00:00Z',
  assignment: {agentId: agent, assignedAt: '2026-02-01T11:00:00Z'},
  queue: {id: queue},
  fromEmail: 'wren@customer.example',
  toEmail: 'help@example.org',
  integrationEmail: 'help@example.org',
  subject: 'clear subject',
};

/** Of all kinds of things that hang on it, one. */
const clear = [
  answer('getConversationsConversationid', {params: of(41), data: mail}),
  answer('getConversationsConversationidMessages', {
    params: of(41),
    data: [
      {
        id: message,
        authorId: user,
        createdAt: '2026-02-01T10:00:00.000Z[GMT]',
        attributes: {
          ...{_type: 'EmailAttributes', from: {email: 'wren@customer.example', name: 'clear name'}},
          emailContent: {_type: 'Regular', content: {_type: 'Text', value: 'clear text'}},
          ...{to: [], cc: [], bcc: [], isAutoReply: false, inlineImages: [], direction: 'Inbound'},
          attachments: [{url: 'https://files.dixa.io/private/org/attachment/clear-file', prettyName: 'a.txt'}],
        },
      },
    ],
  }),
  answer('getConversationsConversationidNotes', {
    params: of(41),
    data: [{id: request, authorId: agent, createdAt: '2026-02-01T12:00:00Z', csid: 41, message: 'clear note'}],
  }),
  answer('getConversationsConversationidRatings', {
    params: of(41),
    data: [
      {
        ...{id: request, ratingType: 'Csat', conversationChannel: 'Email', userId: user, ratingStatus: 'Rated'},
        ...{ratingScore: 5, ratingComment: 'clear comment', timestamps: {}},
      },
    ],
  }),
  answer('getConversationsConversationidActivitylog', {
    params: of(41),
    data: [
      {
        ...{id: request, conversationId: 41, activityTimestamp: '2026-02-01T10:00:00Z'},
        ...{_type: 'ConversationCreatedByCustomer', activityType: 'ConversationCreatedByCustomerActivityType'},
        ...{author: {id: user, name: 'clear author'}, attributes: {subject: 'clear subject'}},
      },
    ],
  }),
  answer('getEndusersUserid', {
    params: {userId: user},
    data: {
      ...{id: user, createdAt: '2026-01-01T00:00:00Z', displayName: 'clear wren', email: 'wren@customer.example'},
      ...{additionalEmails: [], additionalPhoneNumbers: [], middleNames: []},
    },
  }),
];

function processed(type: 'Conversation' | 'User' | 'Message', target: string, processedAt?: string): RecordedAnswer {
  return answer('getAnonymizationRequestRequestid', {
    params: {requestId: request},
    data: {
      ...{id: request, _type: type, entityType: `${type}AnonymizationType`, requestedBy: agent},
      ...{initiatedAt: '2026-02-03T10:00:00.000Z[GMT]', targetEntityId: target, ...(processedAt && {processedAt})},
    },
  });
}

const done = '2026-02-03T10:00:01.000Z[GMT]';
const {assignment: _, queue: __, subject: ___, fromEmail: _4, toEmail: _5, integrationEmail: _6, ...left} = mail;
const gone = answer('getConversationsConversationid', {
  params: of(41),
  data: {...left, _type: 'AnonymizedConversation', anonymizedAt: '2026-02-03T10:00:01.000Z'},
});

/** What is left of a conversation's clear texts. */
function clearTexts(seed: SeedData): string[] {
  const all = ['endUsers', 'conversations', 'messages', 'notes', 'ratings', 'activities', 'files'];
  const text = JSON.stringify(all.map((name) => seed[name]));
  return [...new Set(text.match(/clear[ -]\w+/g))].sort();
}

const ofTheConversation = ['clear author', 'clear comment', 'clear name', 'clear note', 'clear subject', 'clear text'];

describe('what was anonymized', () => {
  it('is there in clear as long as it was not', async () => {
    expect(clearTexts(await dixa.implied(clear))).toEqual([...ofTheConversation, 'clear wren', 'clear-file'].sort());
    const pending = processed('Conversation', '41');
    expect(clearTexts(await dixa.implied([...clear, pending]))).toContain('clear text');
  });

  it.each([
    ['the conversation was shown as what is left of it', [...clear, gone]],
    ['it was shown so before it was shown in clear, as in a Pact', [gone, ...clear]],
    ['the request was shown as carried out', [...clear, processed('Conversation', '41', done)]],
    ['the request was shown before everything else', [processed('Conversation', '41', done), ...clear]],
  ])('DIXA-42 does not come back with what hung on it: %s', async (_, answers) => {
    const seed = await dixa.implied(answers);
    expect(clearTexts(seed)).toEqual(['clear wren']);
    const client = clientWith(seed);
    expect(await read(client, '/v1/conversations/41')).toMatchObject({_type: 'AnonymizedConversation'});
    expect(await read(client, '/v1/conversations/41/messages')).toMatchObject([{id: message, attributes: {to: []}}]);
  });

  it('DIXA-45 an end user does not come back, nor do their conversations', async () => {
    const seed = await dixa.implied([...clear, processed('User', user, done)]);
    expect(clearTexts(seed)).toEqual([]);
    const refused = await clientWith(seed).call('PATCH', `/v1/endusers/${user}`, {body: {displayName: 'Back'}});
    expect(refused.status).toBe(400);
  });

  it('DIXA-45 an end user of whom nothing is shown after the request is one, though nobody asked how it went', async () => {
    const bare = answer('getEndusersUserid', {
      params: {userId: user},
      data: {id: user, createdAt: '2026-01-01T00:00:00Z', additionalEmails: []},
    });
    const seed = await dixa.implied([processed('User', user), bare]);
    expect(seed.endUsers).toMatchObject([{id: user, isAnonymized: true}]);
  });

  it('brings nobody back who is told of by it alone', async () => {
    const seed = await dixa.implied([...clear.slice(0, 1), processed('Conversation', '41', done)]);
    expect(seed.endUsers).toEqual([{id: user, createdAt: expect.any(String), position: 1}]);
    expect(JSON.stringify(seed)).not.toContain('wren@customer.example');
  });

  it('is there as what is left of it, though nothing else told of it', async () => {
    const seed = await dixa.implied([processed('Conversation', '41', done)]);
    expect(seed.conversations).toMatchObject([{_type: 'AnonymizedConversation', id: 41}]);
    const forgotten = await dixa.implied([processed('User', user, done)]);
    expect(forgotten.endUsers).toMatchObject([{id: user, isAnonymized: true}]);
  });

  it('DIXA-46 a message does not come back, the others do', async () => {
    const seed = await dixa.implied([...clear, processed('Message', `41_${message}`, done)]);
    expect(clearTexts(seed)).not.toContain('clear text');
    expect(clearTexts(seed)).toContain('clear note');
    expect(seed.files).toBeUndefined();
  });

  it('DIXA-47 a conversation is still found by the agent that it had', async () => {
    const client = clientWith(await dixa.implied([...clear, gone]));
    const field = {_type: 'AgentId', operator: {_type: 'IsOneOf', values: [agent]}};
    const filters = {strategy: 'All', conditions: [{field}]};
    const found = await client.call('POST', '/v1/search/conversations', {body: {filters}});
    expect(dataOf(found)).toMatchObject([{id: 41}]);
  });
});

describe('what was made and never read', () => {
  const created = answer('postConversations', {
    status: 201,
    data: {id: 77},
    request: {
      ...{_type: 'Email', requesterId: user, emailIntegrationId: 'help@example.org', subject: 'New'},
      message: {_type: 'Outbound', agentId: agent, content: {_type: 'Text', value: 'Hello there'}},
    },
  });

  it('DIXA-52 is there as it was asked for', async () => {
    const client = clientWith(await dixa.implied([created]));
    expect(await read(client, '/v1/conversations/77')).toMatchObject({
      ...{_type: 'EmailConversation', subject: 'New', state: 'Open', direction: 'Outbound', requesterId: user},
      ...{createdAt: '2026-02-03T10:00:00Z', assignment: {agentId: agent}, integrationEmail: 'help@example.org'},
    });
    expect(await read(client, '/v1/conversations/77/messages')).toMatchObject([
      {authorId: agent, attributes: {emailContent: {content: {value: 'Hello there'}}, direction: 'Outbound'}},
    ]);
  });

  it('DIXA-56 is closed if that was the last that was done to it', async () => {
    const closed = answer('putConversationsConversationidClose', {status: 204, params: of(77)});
    const client = clientWith(await dixa.implied([created, closed]));
    expect(await read(client, '/v1/conversations/77')).toMatchObject({state: 'Closed'});
  });

  it('has its messages once, if they were read', async () => {
    const shown = {
      id: message,
      authorId: agent,
      createdAt: '2026-02-03T10:00:00.000Z',
      attributes: {_type: 'EmailAttributes'},
    };
    const listed = answer('getConversationsConversationidMessages', {params: of(77), data: [shown]});
    expect((await dixa.implied([created, listed])).messages).toMatchObject([{id: message}]);
  });

  it.each([
    ['Chat', {widgetId: seeded.widget}, 'ChatConversation'],
    ['Sms', {contactEndpointId: '+15555550100'}, 'SmsConversation'],
    ['Callback', {contactEndpointId: '+15555550100', queueId: queue, direction: 'Inbound'}, 'PstnPhoneConversation'],
    ['ContactForm', {emailIntegrationId: 'help@example.org', subject: 'Form'}, 'ContactFormConversation'],
  ])('DIXA-52 has the kind of what was asked for: %s', async (_type, more, kind) => {
    const asked = answer('postConversations', {data: {id: 78}, request: {_type, requesterId: user, ...more}});
    expect(await read(clientWith(await dixa.implied([asked])), '/v1/conversations/78')).toMatchObject({_type: kind});
  });

  it('DIXA-82 is there as it was imported', async () => {
    const imported = answer('postConversationsImport', {
      data: {id: 79, partialErrors: []},
      request: {
        ...{_type: 'GenericConversationImport', genericChannelName: 'email', requesterId: user, direction: 'Inbound'},
        ...{createdAt: '2020-01-01T00:00:00Z', closing: {closedAt: '2020-01-02T00:00:00Z'}},
        attributes: {emailIntegrationId: 'help@example.org', subject: 'Old'},
        messages: [
          {_type: 'InboundImport', createdAt: '2020-01-01T00:00:00Z', content: {_type: 'Text', value: 'One'}},
          {
            _type: 'OutboundImport',
            createdAt: '2020-01-01T01:00:00Z',
            agentId: agent,
            content: {_type: 'Text', value: 'Two'},
          },
        ],
      },
    });
    const client = clientWith(await dixa.implied([imported]));
    expect(await read(client, '/v1/conversations/79')).toMatchObject({
      state: 'Closed',
      createdAt: '2020-01-01T00:00:00Z',
    });
    expect(await read<object[]>(client, '/v1/conversations/79/messages')).toMatchObject([
      {authorId: user},
      {authorId: agent},
    ]);
  });

  it('DIXA-69 is a message in its place, in the form of its channel', async () => {
    const sent = answer('postConversationsConversationidMessages', {
      params: of(41),
      data: {messageId: request, authorId: agent, direction: 'Outbound', createdAt: '2026-02-03T10:00:00.000Z'},
      request: {_type: 'Outbound', agentId: agent, content: {_type: 'Text', value: 'Later'}},
    });
    const client = clientWith(await dixa.implied([...clear, sent]));
    expect(await read(client, '/v1/conversations/41/messages')).toMatchObject([
      {id: message},
      {id: request, attributes: {_type: 'EmailAttributes', to: [{email: 'wren@customer.example'}]}},
    ]);
  });

  it('is a conversation of which only a search told', async () => {
    const found = answer('getSearchConversations', {
      data: [
        {
          id: 80,
          highlights: {subject: ['Where is my <em class="highlight">order</em>']},
          innerHits: [{id: message, highlight: {text: ['The <em class="highlight">order</em> 17']}}],
        },
      ],
    });
    const client = clientWith(await dixa.implied([found]));
    expect(await read(client, '/v1/conversations/80')).toMatchObject({subject: 'Where is my order'});
    expect(dataOf(await client.call('GET', '/v1/search/conversations?query=17'))).toMatchObject([{id: 80}]);
  });
});

describe('what is only referred to', () => {
  it('is there: who asked, who answered, and in which queue', async () => {
    const client = clientWith(await dixa.implied(clear.slice(0, 1)));
    expect(await read(client, `/v1/endusers/${user}`)).toMatchObject({email: 'wren@customer.example'});
    expect(await read(client, `/v1/agents/${agent}`)).toMatchObject({displayName: 'Agent 0a7c3a52', roles: ['Agent']});
    expect(await read(client, `/v1/queues/${queue}`)).toMatchObject({name: 'Queue 0a7c3a52', isDefault: false});
    expect(await read(client, '/v1/contact-endpoints/help@example.org')).toMatchObject({_type: 'EmailEndpoint'});
    const closed = await client.call('PUT', '/v1/conversations/41/close', {body: {userId: agent}});
    expect(closed.status).toBe(204);
  });

  it('is a custom attribute of the kind that its values are of', async () => {
    const values = [
      {id: message, name: 'Plan', identifier: 'plan', value: 'gold'},
      {id: request, name: 'Wines', identifier: 'wines', value: ['red', 'white']},
    ];
    const shown = answer('getConversationsConversationid', {params: of(41), data: {...mail, customAttributes: values}});
    const client = clientWith(await dixa.implied([shown]));
    const body = {[message]: 'silver', [request]: ['white']};
    const patched = await client.call('PATCH', '/v1/conversations/41/custom-attributes', {body});
    expect(dataOf(patched)).toMatchObject([{value: 'silver'}, {value: ['white']}]);
  });

  it('is not made up where a list of all of them does not have it', async () => {
    const agents = answer('getAgents', {data: []});
    const client = clientWith(await dixa.implied([agents, ...clear]));
    expect((await client.call('GET', `/v1/agents/${agent}`)).status).toBe(404);
    // Whoever holds the token is there all the same.
    expect((await read<{id: string}[]>(client, '/v1/agents')).map(({id}) => id)).toEqual([seeded.admin]);
  });

  it('is no agent any more who was made an end user', async () => {
    const seed = await dixa.implied([...clear, answer('deleteAgentsAgentid', {status: 204, params: {agentId: agent}})]);
    expect((await clientWith(seed).call('GET', `/v1/agents/${agent}`)).status).toBe(404);
  });
});

describe('accounts', () => {
  it('are not named while answers tell of none but those that every sandbox has', async () => {
    const kim = await read(clientWith({}), `/v1/agents/${seeded.kim}`);
    const seed = await dixa.implied([answer('getAgentsAgentid', {data: kim as unknown as JsonValue})]);
    expect(seed).toEqual({});
  });

  it('are there beside those that every sandbox has', async () => {
    const tag = {id: message, name: 'vip', state: 'Active'};
    const client = clientWith(await dixa.implied([answer('getTagsTagid', {data: tag})]));
    const names = (await read<{name: string}[]>(client, '/v1/tags')).map(({name}) => name);
    expect(names).toEqual(['example', 'refund', 'vip']);
  });

  it('take the place of those that have their name', async () => {
    const tag = {id: message, name: 'refund', state: 'Active'};
    const client = clientWith(await dixa.implied([answer('postTags', {data: tag})]));
    expect(await read(client, '/v1/tags')).toMatchObject([{name: 'example'}, {id: message, name: 'refund'}]);
  });

  it('are all there are where a list shows all of them', async () => {
    const shown = {id: queue, organizationId: nobody, name: 'Own', isDefault: true};
    const client = clientWith(await dixa.implied([answer('getQueues', {data: [shown]})]));
    expect(await read(client, '/v1/queues')).toMatchObject([{id: queue}]);
  });

  it('have one default queue', async () => {
    const shown = {id: queue, organizationId: nobody, name: 'Own', isDefault: true};
    const client = clientWith(await dixa.implied([answer('getQueuesQueueid', {data: shown})]));
    const queues = await read<{id: string; isDefault: boolean}[]>(client, '/v1/queues');
    expect(queues.filter(({isDefault}) => isDefault)).toMatchObject([{id: queue}]);
  });
});

describe('what was answered last', () => {
  it('counts', async () => {
    const later = answer('getEndusersUseridConversations', {params: {userId: user}, data: [{...mail, state: 'Open'}]});
    expect(await read(clientWith(await dixa.implied([...clear, later])), '/v1/conversations/41')).toMatchObject({
      state: 'Open',
    });
    expect(await read(clientWith(await dixa.implied([later, ...clear])), '/v1/conversations/41')).toMatchObject({
      state: 'Closed',
    });
  });

  it('DIXA-85 takes no custom attributes away where it never shows them', async () => {
    const customAttributes = [{id: message, name: 'Plan', identifier: 'plan', value: 'gold'}];
    const shown = answer('getEndusersUserid', {data: {id: user, createdAt: '2026-01-01T00:00:00Z', customAttributes}});
    const listed = answer('getEndusers', {data: [{id: user, createdAt: '2026-01-01T00:00:00Z'}]});
    const client = clientWith(await dixa.implied([shown, listed]));
    expect(await read(client, `/v1/endusers/${user}`)).toMatchObject({customAttributes});
  });

  it('is nothing where nothing is told', async () => {
    const nothing = [
      answer('getEndusers', {data: []}),
      answer('getSearchConversations', {data: []}),
      answer('getQueues'),
    ];
    expect(await dixa.implied(nothing)).toEqual({});
    expect(await dixa.implied([])).toEqual({});
  });

  it('gives the same seed for the same answers', async () => {
    expect(await dixa.implied(clear)).toEqual(await dixa.implied(clear));
    expect(await stateOf(clientWith(await dixa.implied(clear)))).toBe(
      await stateOf(clientWith(await dixa.implied(clear))),
    );
  });
});
