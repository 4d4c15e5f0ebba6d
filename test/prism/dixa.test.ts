import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {dixa} from '../../mocks/dixa/index.js';
import {receiver} from '../support/receiver.js';
import {Referee, type Ask} from '../support/referee.js';
import {refusesWhatIsTypical} from '../support/refusals.js';

/** Dixa through Prism: every operation with success under `/v1`, some under `/beta`, and what is refused. */
const nobody = '00000000-0000-4000-8000-000000000000';
const kim = '5a556159-9c21-4f3e-a44f-d323deb80d16';
const sam = 'bac5a02c-15b3-44da-ae1e-ab7b9db4aa89';
const support = 'support@email.dixa.io';
const hotline = '+15555550100';
const widget = '5e9d4f0c-53fb-4d5a-8c0e-6c6f2a1d9a10';
const queue = 'cd87b232-64c8-4ad5-b81a-6f9233352d97';
/** Custom attributes of the seed. */
const orderNumber = '7b0f6b4c-2a57-4c39-9a0e-58d2c1a3e902';
const plan = '3c1d6f9a-1f0e-4d64-8a3b-2b7f7f9f6f01';
/** What names nothing, where it is no UUID. */
const wellFormed: Readonly<Record<string, string>> = {
  ...{version: 'v1', conversationId: '999999', csid: '999999'},
  ...{contactEndpointId: 'nobody@customer.example', event: 'ConversationClosed'},
};
const photo = {url: 'https://files.example.org/photo.png', prettyName: 'photo.png'};
const text = (value: string) => ({value, _type: 'Text'});

interface Data<T = {readonly id: string}> {
  readonly data: T;
}

let referee: Referee;
let hooks: Awaited<ReturnType<typeof receiver>>;
let ask: Ask;
let stranger: Ask;
let person: string;

beforeAll(async () => {
  hooks = await receiver();
  referee = await Referee.start('dixa');
  ask = referee.as({authorization: referee.env.DIXA_API_KEY ?? ''});
  stranger = referee.as({});
  const events = ['ConversationCreated', 'ConversationClosed', 'ConversationNoteAdded', 'ConversationMessageAdded'];
  await make('/v1/webhooks', {name: 'Receiver', url: hooks.url, authorization: {_type: 'NoAuth'}, events});
  person = await newPerson('lee');
}, 120_000);

afterAll(async () => {
  await referee.stop();
  hooks.close();
});

/** Makes something and gives its id. */
async function make(path: string, body: unknown, status = 201): Promise<string> {
  return String((await ask<Data>('POST', path, status, {body})).body.data.id);
}

function newPerson(name: string): Promise<string> {
  return make('/v1/endusers', {displayName: name, email: `${name}@customer.example`, externalId: name});
}

/** A conversation that an end user begins. Gives its path. */
async function newConversation(requesterId = person, version = 'v1'): Promise<string> {
  const id = await make(`/${version}/conversations`, {
    ...{_type: 'Email', requesterId, emailIntegrationId: support, subject: 'Order A-1', language: 'en'},
    message: {_type: 'Inbound', content: text('My order has not come.'), attachments: [photo]},
  });
  return `/${version}/conversations/${id}`;
}

const numberOf = (path: string) => Number(path.split('/').at(-1));
const data = async <T>(path: string) => (await ask<Data<T>>('GET', path, 200)).body.data;
const day = () => referee.standin.clock.advance('P1D');

describe('a conversation', () => {
  it('goes from its first message to its close', async () => {
    const path = await newConversation();
    await ask('PUT', `${path}/claim`, 204, {body: {agentId: kim, force: false}});
    const copied = await newPerson('nika');
    const answer = {_type: 'Outbound', content: text('Let me look.'), agentId: kim, cc: [copied]};
    await make(`${path}/messages`, answer, 200);
    await make(`${path}/messages`, {_type: 'Inbound', content: {value: '<p>Thanks</p>', _type: 'Html'}}, 200);
    await ask('PUT', `${path}/followup`, 204, {body: {timestamp: '2030-01-08T08:31:25Z', userId: kim}});
    await ask('PUT', `${path}/reopen`, 204, {body: {userId: kim}});
    await ask('PUT', `${path}/transfer/queue`, 204, {body: {queueId: queue, userId: kim}});
    await ask('GET', `/v1/queues/conversation-position/${numberOf(path)}`, 200);
    await ask('PUT', `${path}/close`, 204, {body: {userId: kim}});
    for (const part of ['', '/messages', '/activitylog']) await ask('GET', path + part, 200);
  });

  it.each([
    ['Chat', {widgetId: widget, message: {_type: 'Outbound', content: text('Hello'), agentId: sam}}],
    ['ContactForm', {emailIntegrationId: support, message: {_type: 'Inbound', content: text('Hello')}, subject: 'A-2'}],
    ['Callback', {contactEndpointId: hotline, direction: 'Inbound', queueId: queue}],
    ['Sms', {contactEndpointId: hotline, message: {_type: 'Outbound', content: text('Hello'), agentId: sam}}],
  ])('is held by %s', async (_type, more) => {
    const id = await make('/v1/conversations', {_type, requesterId: person, ...more});
    await ask('GET', `/v1/conversations/${id}`, 200);
    await ask('GET', `/v1/conversations/${id}/messages`, 200);
  });

  it('has notes, ratings, tags, links and attributes', async () => {
    const path = await newConversation();
    await make(`${path}/notes`, {message: 'Calls back', agentId: kim, createdAt: '2021-12-01T12:46:36.581Z[GMT]'}, 200);
    await ask('POST', `${path}/notes/bulk`, 200, {body: {data: [{message: 'One'}, {message: 'Two', agentId: nobody}]}});
    for (const [ratingType, value] of [
      ['Csat', 4],
      ['Nps', 9],
      ['ThumbsUpOrDown', 1],
    ]) {
      const rating = await make(`${path}/ratings/offer`, {ratingType, agentId: kim});
      const ratingResult = {_type: ratingType, value};
      await ask('POST', `${path}/ratings/${rating}/submit`, 201, {body: {ratingResult, comment: 'Fine'}});
    }
    const [tag] = await data<{id: string}[]>('/v1/tags');
    await ask('PUT', `${path}/tags/${tag?.id ?? ''}`, 204);
    await ask('POST', `${path}/tags/bulk`, 202, {body: {data: [{name: 'parcel'}, {name: 'late'}]}});
    await ask('GET', `${path}/tags`, 200);
    await ask('DELETE', `${path}/tags/${tag?.id ?? ''}`, 204);
    const parent = await newConversation();
    await ask('PUT', `${path}/link`, 204, {body: {parentId: numberOf(parent), linkType: 'SideConversation'}});
    await ask('PATCH', `${path}/custom-attributes`, 200, {body: {[orderNumber]: 'A-1'}});
    for (const part of ['', '/notes', '/rating', '/ratings', '/tags', '/activitylog'])
      await ask('GET', path + part, 200);
    await ask('GET', `${parent}/linked`, 200);
  });

  it('comes in from elsewhere, and is found', async () => {
    const content = text('A parcel of long ago');
    const createdAt = '2021-12-01T13:00:00.003Z';
    await make('/v1/conversations/import', {
      ...{_type: 'GenericConversationImport', genericChannelName: 'genericapimessaging', requesterId: person},
      ...{direction: 'Inbound', createdAt, closing: {closedAt: createdAt, closedBy: kim}},
      messages: [
        {_type: 'InboundImport', content, createdAt, externalId: 'old-1', attachments: [{...photo, url: 'http://0'}]},
        {_type: 'OutboundImport', content, createdAt, agentId: kim},
      ],
    });
    await ask('GET', '/v1/search/conversations?query=parcel&exactMatch=true&pageLimit=5', 200);
    const field = {_type: 'Direction', operator: {_type: 'IsOneOf', values: ['inbound']}};
    await ask('POST', '/v1/search/conversations', 200, {
      body: {query: {value: 'parcel'}, filters: {strategy: 'All', conditions: [{field}]}},
    });
    await ask('GET', `/v1/endusers/${person}/conversations`, 200);
    await ask('GET', '/v1/conversations/activitylog?fromDatetime=2020-01-01T00:00:00Z', 200);
  });

  it('has files, which are served to whoever has the address', async () => {
    const conversation = await newConversation();
    const [message] = await data<{attributes: {attachments: {url: string}[]}}[]>(`${conversation}/messages`);
    const path = referee.pathOf(message?.attributes.attachments[0]?.url ?? '');
    await stranger('GET', path, 200);
  });
});

it.each([1, 10749, 10750, 10751])('the seed’s conversation %i is read', async (id) => {
  for (const part of ['', '/messages', '/activitylog', '/notes', '/ratings', '/tags', '/linked']) {
    await ask('GET', `/v1/conversations/${id}${part}`, 200);
  }
});

describe('an end user', () => {
  const alix = {displayName: 'Alix', email: 'alix@elsewhere.example', firstName: 'Alix', middleNames: ['J.']};

  it('is made, read and changed', async () => {
    const id = await newPerson('robin');
    await ask('GET', `/v1/endusers/${id}`, 200);
    await ask('GET', '/v1/endusers?email=robin@customer.example', 200);
    await ask('PUT', `/v1/endusers/${id}`, 200, {body: alix});
    await ask('PATCH', `/v1/endusers/${id}`, 200, {body: {lastName: 'Muster', phoneNumber: '+15555550177'}});
    await ask('PATCH', `/v1/endusers/${id}/custom-attributes`, 200, {body: {[plan]: 'premium'}});
    await ask('GET', `/v1/endusers/${id}`, 200);
  });

  it('is made and changed together with others, some of whom fail', async () => {
    const body = {data: [{displayName: 'Noa', email: 'noa@customer.example'}, {email: 'noa@customer.example'}]};
    const {body: made} = await ask<Data<{data: {id: string}}[]>>('POST', '/v1/endusers/bulk', 201, {body});
    const id = JSON.stringify(made).match(/[0-9a-f-]{36}/)?.[0];
    await ask('PUT', '/v1/endusers', 200, {
      body: {
        data: [
          {id, ...alix, email: 'noa@elsewhere.example'},
          {id: nobody, displayName: 'Nobody'},
        ],
      },
    });
    await ask('PATCH', '/v1/endusers', 200, {body: {data: [{id, lastName: 'Sample'}, {id: nobody}]}});
  });

  it('has its pages', async () => {
    for (const path of ['/v1/endusers', `/v1/endusers/${person}/conversations`, '/v1/conversations/activitylog']) {
      const {body} = await ask<{meta: {next: string}}>('GET', `${path}?pageLimit=1`, 200);
      await ask('GET', referee.pathOf(body.meta.next), 200);
    }
  });
});

describe('an agent', () => {
  it('is made, read, changed and deleted', async () => {
    const body = {displayName: 'Robin Agent', email: 'robin.agent@example.org', additionalEmails: []};
    const id = await make('/v1/agents', body);
    const path = `/v1/agents/${id}`;
    await ask('GET', path, 200);
    await ask('GET', '/v1/agents?pageLimit=2', 200);
    await ask('GET', '/v1/agents?email=robin.agent@example.org', 200);
    await ask('PUT', path, 200, {body: {displayName: 'Robin', phoneNumber: '+15555550178'}});
    await ask('PATCH', path, 200, {body: {firstName: 'Robin'}});
    await ask('PUT', '/v1/agents', 200, {
      body: [
        {id, displayName: 'Robin'},
        {id: nobody, displayName: 'Nobody'},
      ],
    });
    await ask('PATCH', '/v1/agents', 200, {body: [{id, lastName: 'Agent'}, {id: nobody}]});
    await ask('DELETE', path, 204);
    await ask('GET', path, 404);
  });
});

describe('the set-up', () => {
  it('has tags', async () => {
    const id = await make('/v1/tags', {name: 'promotion', color: '#00aa00'}, 200);
    await ask('GET', '/v1/tags?includeDeactivated=true', 200);
    await ask('GET', `/v1/tags/${id}`, 200);
    await ask('PATCH', `/v1/tags/${id}/deactivate`, 204);
    await ask('PATCH', `/v1/tags/${id}/activate`, 204);
    await ask('DELETE', `/v1/tags/${id}`, 204);
    await ask('GET', `/v1/tags/${id}`, 404);
  });

  it('has queues', async () => {
    const request = {name: 'Returns', callFunctionality: false, isDefault: false, isDoNotOfferEnabled: true};
    const id = await make('/v1/queues', {request: {...request, queueThresholds: {WaitingConversations: 10}}});
    await ask('GET', `/v1/queues/${id}`, 200);
    await ask('GET', '/v1/queues', 200);
  });

  it('has an organization, contact endpoints, flows and custom attributes', async () => {
    await ask('GET', '/v1/organization', 200);
    await ask('GET', '/v1/contact-endpoints?_type=EmailEndpoint', 200);
    await ask('GET', `/v1/contact-endpoints/${support}`, 200);
    await ask('GET', `/v1/contact-endpoints/${encodeURIComponent(hotline)}`, 200);
    await ask('GET', '/v1/conversations/flows', 200);
    await ask('GET', '/v1/custom-attributes', 200);
    await ask('GET', `/v1/custom-attributes/${plan}`, 200);
  });

  it('has webhooks, and tells how their deliveries went', async () => {
    const name = 'Second';
    const authorization = {_type: 'BasicAuth', username: 'user', password: 'secret'};
    const filters = {
      Conversation: {
        ...{_type: 'CombinedFilters', strategy: 'All'},
        conditions: [{field: 'InitialChannel', values: ['email'], _type: 'IsOneOf'}],
      },
    };
    const events = ['ConversationCreated'];
    const id = await make('/v1/webhooks', {name, url: hooks.url, authorization, events, filters});
    const path = `/v1/webhooks/${id}`;
    const before = hooks.bodies.length;
    await newConversation();
    await referee.standin.settled();
    expect(hooks.bodies.length).toBeGreaterThan(before + 1);
    await ask('GET', '/v1/webhooks', 200);
    await ask('GET', path, 200);
    await ask('GET', `${path}/delivery-status`, 200);
    await ask('GET', `${path}/delivery-status/logs/ConversationCreated`, 200);
    await ask('PATCH', path, 200, {body: {name: 'Third', authorization: {_type: 'TokenAuth', value: 'token'}}});
    await ask('DELETE', path, 204);
    await ask('GET', path, 404);
  });
});

describe.each(['v1', 'beta'])('anonymization under /%s', (version) => {
  it('takes a message, a conversation, and then the end user', async () => {
    const who = await newPerson(`remy-${version}`);
    const path = await newConversation(who, version);
    await ask('PATCH', `${path}/anonymize`, 409);
    await ask('PUT', `${path}/close`, 204, {body: {userId: kim}});
    const [message] = await data<{id: string}[]>(`${path}/messages`);
    await ask('PATCH', `${path}/messages/${message?.id ?? ''}/anonymize`, 202);
    const accepted = await ask<Data>('PATCH', `${path}/anonymize?force=false`, 202);
    const request = `/${version}/anonymization/request/${accepted.body.data.id}`;
    await ask('GET', request, 200);
    await day();
    expect(await data(request)).toHaveProperty('processedAt');
    expect(await data(path)).toMatchObject({_type: 'AnonymizedConversation'});
    await ask('GET', `${path}/messages`, 200);
    await ask('GET', `${path}/activitylog`, 200);
    await ask('GET', `/${version}/search/conversations?query=Order`, 200);
    await ask('PATCH', `/${version}/endusers/${who}/anonymize?force=true`, 202);
    await day();
    expect(await data(`/${version}/endusers/${who}`)).toMatchObject({id: who, additionalEmails: []});
    await ask('GET', `/${version}/endusers/${who}/conversations`, 200);
  });

  it('takes an end user the old way', async () => {
    const entityId = await newPerson(`toni-${version}`);
    await ask('POST', `/${version}/anonymization`, 200, {body: {entityId, _type: 'User'}});
    await day();
    await ask('GET', `/${version}/endusers/${entityId}`, 200);
  });
});

refusesWhatIsTypical({
  vendor: dixa,
  referee: () => referee,
  ask: () => ask,
  unknown: {authorization: 'nobody'},
  nothing: (name) => wellFormed[name] ?? nobody,
});

describe('what is refused besides', () => {
  it('a conversation that another agent has', async () => {
    const path = await newConversation();
    await ask('PUT', `${path}/claim`, 204, {body: {agentId: kim, force: false}});
    await ask('PUT', `${path}/claim`, 409, {body: {agentId: sam, force: false}});
  });

  it('whoever lacks the right', async () => {
    const body = {[plan]: 'premium'};
    const powerless = referee.as({authorization: 'dixa-demo-without-rights'});
    await powerless('PATCH', `/v1/endusers/${person}/custom-attributes`, 401, {body});
    await powerless('GET', `/v1/anonymization/request/${nobody}`, 401);
  });

  it('ids that are none, and bodies that are too large', async () => {
    await ask('GET', '/v1/conversations/none', 400, {request: 'wrong'});
    await ask('GET', '/v1/endusers/none', 400, {request: 'wrong'});
    await ask('GET', '/v2/endusers', 404, {request: 'wrong'});
    await ask('POST', '/v1/tags', 413, {body: {name: 'x'.repeat(1024 * 1024)}, request: 'either'});
  });

  it('one call too many', async () => {
    await referee.standin.clock.freeze();
    await referee.standin.behaviours.set({'dixa.limiter': 'on'});
    for (let i = 0; i < 14; i++) await ask('GET', '/v1/organization', 200);
    await ask('GET', '/v1/organization', 429);
    await referee.standin.behaviours.set({'dixa.limiter': 'off'});
  });
});

it('every operation was answered through Prism', () => {
  expect(referee.unconfirmed).toEqual([]);
});

it('every operation was answered under /v1, and some under /beta', () => {
  const under = (version: string) =>
    [...referee.confirmed].filter(([, paths]) => [...paths].some((path) => path.startsWith(version))).map(([id]) => id);
  // The address of a file has no version.
  expect(under('/v1/')).toEqual([...referee.confirmed.keys()].filter((id) => id !== 'getPrivateFile'));
  expect(under('/beta/').length).toBeGreaterThan(9);
});
