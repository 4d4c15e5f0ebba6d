/** What an organization sets up: itself, its contact endpoints, flows and queues. */
import {describe, expect, it} from 'vitest';
import {
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

const organization = {
  id: 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6',
  name: 'Example Organization',
  subdomain: 'example-org',
  status: 'Active',
};

describe('GET /organization', () => {
  it('tells about the organization', async () => {
    expect(await read(dixaClient(), '/v1/organization')).toEqual(organization);
  });

  it('is that of a seed, and every queue belongs to it', async () => {
    const other = {id: nobody, name: 'Other', subdomain: 'other', status: 'Suspended'};
    const client = clientWith({organizations: [other]});
    expect(await read(client, '/v1/organization')).toEqual(other);
    expect(await read(client, `/v1/queues/${seeded.billing}`)).toMatchObject({organizationId: nobody});
    expect(await read(clientWith({organizations: []}), '/v1/organization')).toEqual(organization);
  });
});

describe('contact endpoints', () => {
  const mail = {
    _type: 'EmailEndpoint',
    address: 'my-integration@email.dixa.io',
    senderOverride: 'orders@example.org',
    name: 'Integration',
  };
  const phone = {
    _type: 'TelephonyEndpoint',
    number: '+15555550100',
    functionality: ['Sms', 'VoiceInbound', 'VoiceOutbound'],
    name: 'Hotline',
  };

  it('DIXA-19 are addresses and numbers, told apart by _type, and no widgets', async () => {
    const endpoints = await read<object[]>(dixaClient(), '/v1/contact-endpoints');
    expect(endpoints).toEqual(expect.arrayContaining([mail, phone]));
    expect(JSON.stringify(endpoints)).not.toContain(seeded.widget);
  });

  it.each(['EmailEndpoint', 'TelephonyEndpoint'])('are listed by kind (%s)', async (kind) => {
    const client = dixaClient();
    const all = await read<{_type: string}[]>(client, '/v1/contact-endpoints');
    const ofKind = all.filter(({_type}) => _type === kind);
    expect(ofKind.length).toBeGreaterThan(1);
    expect(await read(client, `/v1/contact-endpoints?_type=${kind}`)).toEqual(ofKind);
  });

  it.each(['Email', 'emailendpoint', ''])('DIXA-10 are not listed by kind %j', async (kind) => {
    const answer = await dixaClient().call('GET', `/v1/contact-endpoints?_type=${kind}`);
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });

  it.each([
    ['my-integration@email.dixa.io', mail],
    ['+15555550100', phone],
    ['%2B15555550100', phone],
  ])('are read by address or number (%s)', async (id, endpoint) => {
    expect(await read(dixaClient(), `/v1/contact-endpoints/${id}`)).toEqual(endpoint);
  });

  it('DIXA-18 show the list of a number without functions', async () => {
    const client = clientWith({contactPoints: [{id: '+15555550101', ...{kind: 'phone'}}]});
    expect(await read(client, '/v1/contact-endpoints')).toEqual([
      {_type: 'TelephonyEndpoint', number: '+15555550101', functionality: []},
    ]);
  });

  it.each([
    ['nobody@customer.example', 404, notFound],
    ['+15555550199', 404, notFound],
    ['15555550100', 400, decodingFailure],
    ['+0555', 400, decodingFailure],
    ['+1555555010012345', 400, decodingFailure],
    ['support', 400, decodingFailure],
    ['support@dixa', 400, decodingFailure],
    [seeded.widget, 400, decodingFailure],
  ])('DIXA-12 are refused as %s', async (id, status, body) => {
    expect(await dixaClient().call('GET', `/v1/contact-endpoints/${id}`)).toMatchObject({status, body});
  });
});

describe('GET /conversations/flows', () => {
  it.each([
    ['', ['Default call flow']],
    ['?channel=PstnPhone', ['Default call flow']],
    ['?channel=Email', ['Support mails']],
    ['?channel=Messenger', []],
  ])('lists the flows of a channel, of phone calls by default (%s)', async (query, names) => {
    const flows = await read<{name: string}[]>(dixaClient(), `/v1/conversations/flows${query}`);
    expect(flows.map(({name}) => name)).toEqual(names);
  });

  it.each(['Sms', 'Twitter', 'email', ''])('DIXA-10 refuses channel=%s', async (channel) => {
    const answer = await dixaClient().call('GET', `/v1/conversations/flows?channel=${channel}`);
    expect(answer).toMatchObject({status: 400, body: invalidValue});
  });
});

describe('queues', () => {
  const wanted = {name: 'Night shift', callFunctionality: true, isDefault: false, isDoNotOfferEnabled: true};
  const settings = {
    queueThresholds: {SlaTimeLimit: 1, AvailableAgents: 2, LongestWait: 3, SlaPercentage: 4, WaitingConversations: 5},
    offerTimeout: 10,
    wrapupTimeout: 11,
    priority: 12,
    offerAbandonedConversations: false,
    doNotOfferTimeouts: {WidgetChat: 1},
    isPreferredAgentEnabled: true,
    preferredAgentTimeouts: {Email: 43_200},
    preferredAgentOfflineTimeout: 500,
    personalAgentOfflineTimeout: 501,
    isRestricted: false,
  };

  it('are listed by name and read by id', async () => {
    const client = dixaClient();
    const queues = await read<{id: string; name: string}[]>(client, '/v1/queues');
    expect(queues.map(({name}) => name)).toEqual(['Billing', 'Support']);
    for (const queue of queues) expect(await read(client, `/v1/queues/${queue.id}`)).toEqual(queue);
  });

  it('DIXA-18 of a seed need a name only', async () => {
    const client = clientWith({queues: [{id: nobody, ...{name: 'Only'}}]});
    expect(await read(client, '/v1/queues')).toEqual([
      {
        id: nobody,
        name: 'Only',
        isDefault: false,
        organizationId: organization.id,
        queueThresholds: {},
        slaCalculationMethod: 'AbandonedIgnored',
        doNotOfferTimeouts: {},
        isDoNotOfferEnabled: false,
      },
    ]);
  });

  it('are created in a wrapper, with the algorithm under another name', async () => {
    const client = dixaClient();
    const request = {...wanted, ...settings, offerAlgorithm: 'LongestIdle', colour: 'red'};
    const answer = await client.call('POST', '/v1/queues', {body: {request}});
    expect(answer.status).toBe(201);
    const {callFunctionality: _, ...shown} = wanted;
    expect(dataOf(answer)).toEqual({
      ...shown,
      ...settings,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      organizationId: organization.id,
      slaCalculationMethod: 'AbandonedIgnored',
      offeringAlgorithm: 'LongestIdle',
      memberListType: 'Default',
    });
    expect(await read(client, `/v1/queues/${String(dataOf(answer).id)}`)).toEqual(dataOf(answer));
  });

  it('DIXA-18 show what was not asked for as empty or not at all', async () => {
    const answer = await dixaClient().call('POST', '/v1/queues', {body: {request: wanted}});
    expect(dataOf(answer)).toMatchObject({queueThresholds: {}, doNotOfferTimeouts: {}});
    for (const name of Object.keys(settings)) {
      if (!name.startsWith('queueT') && !name.startsWith('doNot')) expect(dataOf(answer)).not.toHaveProperty(name);
    }
  });

  it('DIXA-55 have one default, the last one created as such', async () => {
    const client = dixaClient();
    const answer = await client.call('POST', '/v1/queues', {body: {request: {...wanted, isDefault: true}}});
    const {id} = dataOf(answer);
    const queues = await read<{id: string; isDefault: boolean}[]>(client, '/v1/queues');
    expect(queues.filter(({isDefault}) => isDefault).map((queue) => queue.id)).toEqual([id]);
    const message = {_type: 'Inbound', content: {_type: 'Text', value: 'Hello'}};
    const body = {_type: 'Chat', requesterId: seeded.ada, widgetId: seeded.widget, message};
    const created = dataOf(await client.call('POST', '/v1/conversations', {body}));
    expect(await read(client, `/v1/conversations/${String(created.id)}`)).toMatchObject({queue: {id}});
  });

  it.each([
    wanted,
    {request: {}},
    {request: {...wanted, name: undefined}},
    {request: {...wanted, isDefault: 'true'}},
    {request: {...wanted, queueThresholds: {Sla: 1}}},
    {request: {...wanted, queueThresholds: {SlaPercentage: 'high'}}},
    {request: {...wanted, queueThresholds: {SlaPercentage: 2 ** 31}}},
    {request: {...wanted, doNotOfferTimeouts: {Chat: 1}}},
    {request: {...wanted, preferredAgentTimeouts: {Email: 1.5}}},
    {request: {...wanted, offerAlgorithm: 'Random'}},
  ])('DIXA-9 are not created from %j', async (body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await client.call('POST', '/v1/queues', {body})).toMatchObject({status: 400, body: invalidValue});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-12 of another id are not found', async () => {
    expect(await dixaClient().call('GET', `/v1/queues/${nobody}`)).toMatchObject({status: 404, body: notFound});
  });
});

describe('GET /queues/conversation-position/{csid}', () => {
  const waiting = (id: number, queue: string, queuedAt: string, more: object = {}) =>
    conversation(id, {state: 'Open', queue: {id: queue, queuedAt}, ...more});
  const position = (client: ReturnType<typeof dixaClient>, id: number) =>
    read(client, `/v1/queues/conversation-position/${id}`);

  it('DIXA-20 counts who waits in the same queue for longer, and since when in milliseconds', async () => {
    const client = clientWith({
      conversations: [
        waiting(1, seeded.support, '2025-01-03T00:00:00Z'),
        waiting(2, seeded.support, '2025-01-01T00:00:00Z'),
        waiting(3, seeded.support, '2025-01-02T00:00:00Z'),
        waiting(4, seeded.billing, '2025-01-01T00:00:00Z'),
      ],
    });
    expect(await position(client, 2)).toEqual({position: 1, queuedAt: '2025-01-01T00:00:00.000Z'});
    expect(await position(client, 3)).toEqual({position: 2, queuedAt: '2025-01-02T00:00:00.000Z'});
    expect(await position(client, 1)).toEqual({position: 3, queuedAt: '2025-01-03T00:00:00.000Z'});
    expect(await position(client, 4)).toMatchObject({position: 1});

    await client.call('PUT', '/v1/conversations/2/claim', {body: {agentId: seeded.kim}});
    expect(await position(client, 2)).toEqual({queuedAt: '2025-01-01T00:00:00.000Z'});
    await client.call('PUT', '/v1/conversations/3/close');
    expect(await position(client, 3)).toEqual({queuedAt: '2025-01-02T00:00:00.000Z'});
    expect(await position(client, 1)).toMatchObject({position: 1});
  });

  it('takes the time of creation where a seed tells no other', async () => {
    const client = clientWith({conversations: [conversation(1, {state: 'Open', queue: {id: seeded.support}})]});
    expect(await position(client, 1)).toEqual({position: 1, queuedAt: '2025-01-02T00:00:00.000Z'});
  });

  it.each([
    ['999999', 404, notFound],
    [String(seeded.other), 404, notFound],
    ['abc', 400, decodingFailure],
    [seeded.support, 400, decodingFailure],
  ])('DIXA-8 DIXA-12 refuses %s', async (id, status, body) => {
    const answer = await dixaClient().call('GET', `/v1/queues/conversation-position/${id}`);
    expect(answer).toMatchObject({status, body});
  });

  it('DIXA-42 finds an anonymized conversation in no queue', async () => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/conversations/${seeded.open}/anonymize?force=true`);
    client.advance(86_400_000);
    expect((await client.call('GET', `/v1/queues/conversation-position/${seeded.open}`)).status).toBe(404);
  });
});
