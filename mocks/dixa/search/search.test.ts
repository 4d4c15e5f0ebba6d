import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {aDay, clientWith, conversation, decodingFailure, dixaClient, message, read, seeded} from '../test-support.js';

const path = '/v1/search/conversations';
const messageId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

interface Found {
  readonly data: readonly {readonly id: number; readonly highlights: object; readonly innerHits?: readonly object[]}[];
  readonly meta?: {readonly next?: string};
}

async function search(client: VendorClient, body?: object, target = path): Promise<Found> {
  const answer = await client.call('POST', target, {...(body && {body})});
  expect(answer.status).toBe(200);
  return answer.body as Found;
}

const idsOf = ({data}: Found) => data.map(({id}) => id);
const query = (value: string, exactMatch?: boolean) => ({
  query: {value, ...(exactMatch !== undefined && {exactMatch})},
});
const mail = (id: number, subject: string) =>
  conversation(id, {
    ...{_type: 'EmailConversation', channel: 'Email', subject, createdAt: `2025-01-0${id}T00:00:00Z`},
    ...{fromEmail: 'ada@example.com', toEmail: 'support@email.dixa.io', integrationEmail: 'support@email.dixa.io'},
  });
const chat = (id: number, value: string, _type: 'Text' | 'Html' = 'Text') => ({
  ...message(messageId(id), id, {
    _type: 'ChatAttributes',
    isAutomated: false,
    attachments: [],
    content: {_type, value},
  }),
});

/** 1 to 3 with subjects, 4 with what was said, the newest last. */
function planted(): VendorClient {
  return clientWith({
    conversations: [
      mail(1, 'Cancel my order'),
      mail(2, 'Order my cancelled parcel, cancel the other'),
      mail(3, 'Something else'),
      conversation(4, {createdAt: '2025-01-04T00:00:00Z'}),
    ],
    messages: [chat(4, 'I want to CANCEL my order as soon as possible'), chat(3, '<p>Grüße, <b>Ada</b></p>', 'Html')],
  });
}

describe('a text', () => {
  it.each([
    ['cancel my order', [4, 2, 1]],
    ['ORDER', [4, 2, 1]],
    ['soon', [4]],
    ['cancel nothing', []],
    ['canc', []],
    ['canc my', []],
    ['grüße', [3]],
    ['p', []],
    ['!?', []],
    ['', []],
  ])('is found where all its words are, whatever their case and order (%j)', async (value, expected) => {
    expect(idsOf(await search(planted(), query(value)))).toEqual(expected);
  });

  it.each([
    ['cancel my order', [4, 1]],
    ['my order', [4, 1]],
    ['order my', [2]],
    ['grüße ada', [3]],
  ])('is found as it stands by exactMatch (%j)', async (value, expected) => {
    expect(idsOf(await search(planted(), query(value, true)))).toEqual(expected);
    expect(idsOf(await search(planted(), query(value, false))).length).toBeGreaterThanOrEqual(expected.length);
  });

  it('has its words marked, in the subject and in what was said', async () => {
    const {data} = await search(planted(), query('cancel my order'));
    expect(data).toEqual([
      {id: 4, highlights: {text: ['I want to <em class="highlight">CANCEL my order</em> as soon as possible']}},
      {
        id: 2,
        highlights: {
          subject: [
            '<em class="highlight">Order my</em> cancelled parcel, <em class="highlight">cancel</em> the other',
          ],
        },
      },
      {id: 1, highlights: {subject: ['<em class="highlight">Cancel my order</em>']}},
    ]);
  });

  it('shows a piece of what was said, not all of it', async () => {
    const words = Array.from({length: 200}, (_, index) => (index === 100 ? 'needle' : `word${index}`)).join(' ');
    const client = clientWith({conversations: [conversation(4)], messages: [chat(4, words)]});
    const {data} = await search(client, query('needle'));
    const [text = ''] = (data[0]?.highlights as {text: string[]}).text;
    expect(text).toMatch(/^word92 .*word99 <em class="highlight">needle<\/em> word101/);
    expect(text.length).toBeLessThan(400);
  });

  it('is looked for in mails and in what the API added', async () => {
    const client = dixaClient();
    expect(idsOf(await search(client, query('parcel')))).toEqual([10749]);
    const body = {_type: 'Inbound', content: {_type: 'Text', value: 'A purple parcel'}};
    await client.call('POST', `/v1/conversations/${seeded.open}/messages`, {body});
    expect(idsOf(await search(client, query('parcel')))).toEqual([seeded.open, 10749]);
  });

  it('takes no time that grows with the square of a hostile text', async () => {
    const hostile = '<'.repeat(200_000);
    const client = clientWith({conversations: [conversation(4)], messages: [chat(4, hostile, 'Html')]});
    expect(idsOf(await search(client, query('needle')))).toEqual([]);
    const words = Array.from({length: 50_000}, (_, index) => `w${index}`).join(' ');
    expect(idsOf(await search(client, query(words)))).toEqual([]);
  });
});

describe('POST /search/conversations', () => {
  it.each([[undefined], [{}], [{filters: {strategy: 'All'}}], [{filters: {strategy: 'Any', conditions: []}}]])(
    'finds all conversations, newest first, for %j',
    async (body) => {
      const {data} = await search(planted(), body);
      expect(data).toEqual([4, 3, 2, 1].map((id) => ({id, highlights: {}})));
    },
  );

  it.each([
    ['a query without a value', {query: {exactMatch: true}}],
    ['a query that is a text', {query: 'order'}],
    ['filters without a strategy', {filters: {conditions: []}}],
    ['another strategy', {filters: {strategy: 'None', conditions: []}}],
    ['a condition without a field', {filters: {strategy: 'All', conditions: [{}]}}],
    [
      'an unknown field',
      {filters: {strategy: 'All', conditions: [{field: {_type: 'Mood', operator: {_type: 'IsEmpty'}}}]}},
    ],
  ])('DIXA-9 refuses %s', async (_, body) => {
    expect(await dixaClient().call('POST', path, {body})).toMatchObject({status: 400, body: decodingFailure});
  });

  it('takes a text and filters together', async () => {
    const filters = {
      strategy: 'All',
      conditions: [{field: {_type: 'ConversationId', operator: {_type: 'IsNotOneOf', values: ['4']}}}],
    };
    expect(idsOf(await search(planted(), {...query('cancel my order'), filters}))).toEqual([2, 1]);
  });
});

describe('GET /search/conversations', () => {
  it('finds the same by a text alone, with messages apart', async () => {
    const client = planted();
    const {data} = await read<Found['data']>(client, `${path}?query=cancel+my+order&exactMatch=true`).then((found) => ({
      data: found,
    }));
    expect(data).toEqual([
      {
        id: 4,
        highlights: {},
        innerHits: [
          {
            id: messageId(4),
            highlight: {text: 'I want to <em class="highlight">CANCEL my order</em> as soon as possible'},
          },
        ],
      },
      {id: 1, highlights: {subject: ['<em class="highlight">Cancel my order</em>']}, innerHits: []},
    ]);
  });

  it.each(['', '?query=', '?exactMatch=true', '?query=x&exactMatch=maybe'])('DIXA-9 refuses %j', async (rest) => {
    expect(await dixaClient().call('GET', path + rest)).toMatchObject({status: 400, body: decodingFailure});
  });
});

describe('pages of finds', () => {
  const withConversations = (count: number) =>
    clientWith({
      conversations: Array.from({length: count}, (_, index) =>
        conversation(index + 1, {createdAt: new Date(Date.UTC(2025, 0, 1) + index * aDay).toISOString()}),
      ),
    });

  it.each(['v1', 'beta'])('DIXA-23 lead from one to the next (%s)', async (version) => {
    const client = withConversations(5);
    const target = path.replace('v1', version);
    const first = await search(client, undefined, `${target}?pageLimit=2`);
    expect(idsOf(first)).toEqual([5, 4]);
    expect(first.meta?.next?.startsWith(`${target}?pageKey=`)).toBe(true);
    const second = await search(client, undefined, first.meta?.next);
    expect(idsOf(second)).toEqual([3, 2]);
    const third = await search(client, undefined, second.meta?.next);
    expect(third).toEqual({data: [{id: 1, highlights: {}}]});
  });

  it('DIXA-23 of a text do not carry the text, which is sent again', async () => {
    const client = planted();
    const answer = await client.call('GET', `${path}?query=order&pageLimit=2`);
    const {data, meta} = answer.body as Found;
    expect(data.map(({id}) => id)).toEqual([4, 2]);
    const key = decodeURIComponent(meta?.next?.split('pageKey=')[1] ?? '');
    expect(atob(key)).not.toContain('order');
    const next = await client.call('GET', `${meta?.next ?? ''}&query=order`);
    expect(idsOf(next.body as Found)).toEqual([1]);
  });

  it('DIXA-25 hold fifty, and more than fifty are refused', async () => {
    const client = withConversations(60);
    expect((await search(client)).data).toHaveLength(50);
    expect((await search(client, undefined, `${path}?pageLimit=50`)).data).toHaveLength(50);
    for (const limit of ['51', '0', '-1', 'ten']) {
      for (const [method, rest] of [
        ['POST', `?pageLimit=${limit}`],
        ['GET', `?query=x&pageLimit=${limit}`],
      ] as const) {
        expect(await client.call(method, path + rest)).toMatchObject({status: 400, body: decodingFailure});
      }
    }
  });

  it('DIXA-25 are no larger for a key of another list', async () => {
    const key = encodeURIComponent(btoa('pageLimit=51&offset=0'));
    const answer = await dixaClient().call('POST', `${path}?pageKey=${key}`);
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-24 refuse a key that does not decode', async () => {
    expect(await dixaClient().call('POST', `${path}?pageKey=abc`)).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-26 take a key with another limit', async () => {
    const client = withConversations(6);
    const first = await search(client, undefined, `${path}?pageLimit=2`);
    expect(idsOf(await search(client, undefined, `${first.meta?.next as string}&pageLimit=3`))).toEqual([4, 3, 2]);
  });

  it('go through more conversations than are read in one go', async () => {
    const client = withConversations(1203);
    const seen: number[] = [];
    let next: string | undefined = `${path}?pageLimit=50`;
    while (next !== undefined) {
      const found: Found = await search(client, undefined, next);
      seen.push(...idsOf(found));
      next = found.meta?.next;
    }
    expect(seen).toEqual(Array.from({length: 1203}, (_, index) => 1203 - index));
  });
});

it.each([
  ['GET', '?query=x'],
  ['POST', ''],
])('DIXA-5 %s needs rights', async (method, rest) => {
  const client = dixaClient({authorization: 'dixa-demo-without-rights'});
  expect(await client.call(method, path + rest)).toMatchObject({
    status: 401,
    body: {message: 'User is unauthorized to perform an underlying operation'},
  });
});

describe('DIXA-47 an anonymized conversation', () => {
  const texts = ['parcel', 'ada', 'way', 'anonymized'];

  it('is found by no text any more, be it in the subject or in what was said', async () => {
    const client = dixaClient();
    expect(idsOf(await search(client, query('parcel')))).toEqual([seeded.closed]);
    await client.call('PATCH', `/v1/conversations/${seeded.closed}/anonymize`);
    expect(idsOf(await search(client, query('parcel')))).toEqual([seeded.closed]);
    client.advance(aDay);
    for (const text of texts) expect(idsOf(await search(client, query(text)))).not.toContain(seeded.closed);
    const answer = await client.call('GET', `${path}?query=parcel`);
    expect((answer.body as Found).data).toEqual([]);
  });

  it.each([
    ['ConversationId', ['10749']],
    ['Channel', ['email']],
    ['Status', ['closed']],
    ['QueueId', [seeded.support]],
    ['AgentId', [seeded.kim]],
    ['ContactId', [seeded.ada]],
    ['Direction', ['inbound']],
  ])('is found by %s as before', async (_type, values) => {
    const client = dixaClient();
    const body = {filters: {strategy: 'All', conditions: [{field: {_type, operator: {_type: 'IsOneOf', values}}}]}};
    const before = idsOf(await search(client, body));
    expect(before).toContain(seeded.closed);
    await client.call('PATCH', `/v1/conversations/${seeded.closed}/anonymize`);
    client.advance(aDay);
    expect(idsOf(await search(client, body))).toEqual(before);
  });

  it.each(['CreationDate', 'ClosedDate', 'AssignedDate', 'LastActivity', 'LastMessage'])(
    'is found by %s as before',
    async (_type) => {
      const client = dixaClient();
      const operator = {_type: 'Between', timestampFrom: '2021-11-30T00:00:00Z', timestampTo: '2021-12-01T23:00:00Z'};
      const body = {filters: {strategy: 'All', conditions: [{field: {_type, operator}}]}};
      expect(idsOf(await search(client, body))).toContain(seeded.closed);
      await client.call('PATCH', `/v1/conversations/${seeded.closed}/anonymize`);
      client.advance(aDay);
      expect(idsOf(await search(client, body))).toContain(seeded.closed);
    },
  );

  it('is found as what was imported without a channel of its own, too', async () => {
    const client = clientWith({conversations: [conversation(7, {_type: 'GenericConversation'})]});
    const operator = {_type: 'IsOneOf', values: ['genericapimessaging']};
    const body = {filters: {strategy: 'All', conditions: [{field: {_type: 'Channel', operator}}]}};
    expect(idsOf(await search(client, body))).toEqual([7]);
    await client.call('PATCH', '/v1/conversations/7/anonymize');
    client.advance(aDay);
    expect(idsOf(await search(client, body))).toEqual([7]);
  });

  it('is not found by the text of a message that was anonymized alone', async () => {
    const client = dixaClient();
    await client.call('PATCH', `/v1/conversations/${seeded.closed}/messages/${seeded.firstMessage}/anonymize`);
    client.advance(aDay);
    expect(idsOf(await search(client, query('please call')))).toEqual([]);
    expect(idsOf(await search(client, query('parcel')))).toEqual([seeded.closed]);
  });
});
