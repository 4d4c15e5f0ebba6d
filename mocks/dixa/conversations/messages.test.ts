import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../../test/support/vendor-client.js';
import {
  aDay,
  clientWith,
  conversation,
  dataOf,
  decodingFailure,
  dixaClient,
  endUser,
  message,
  nobody,
  notFound,
  read,
  seeded,
  stateOf,
} from '../test-support.js';

interface Shown {
  readonly id: string;
  readonly attributes: {readonly _type: string; readonly attachments: readonly {readonly url: string}[]};
}

const content = {_type: 'Text', value: 'Hello'};
const markdown = {_type: 'Markdown', value: '*Hello*'};
const inbound = {_type: 'Inbound', content};
const outbound = {_type: 'Outbound', agentId: seeded.kim, content};
const pdf = {url: 'https://files.example.org/receipt.pdf', prettyName: 'Receipt.pdf'};
const png = {url: 'https://files.example.org/photo.png'};

const add = (client: VendorClient, body: object, id: number = seeded.open) =>
  client.call('POST', `/v1/conversations/${id}/messages`, {body});
const list = (client: VendorClient, id: number = seeded.open) =>
  read<Shown[]>(client, `/v1/conversations/${id}/messages`);

/** Ada with one conversation, number 7, of a channel. */
function onChannel(channel: string, _type: string, more: object = {}): VendorClient {
  const one = conversation(7, {_type, channel, state: 'Open', ...more});
  return clientWith({endUsers: [endUser(seeded.ada, {email: 'ada@example.com'})], conversations: [one]});
}

const mail = {fromEmail: 'ada@example.com', toEmail: 's@email.dixa.io', integrationEmail: 's@email.dixa.io'};
const channels: Readonly<Record<string, () => VendorClient>> = {
  Email: () => onChannel('Email', 'EmailConversation', mail),
  ContactForm: () => onChannel('ContactForm', 'ContactFormConversation', mail),
  WidgetChat: () => onChannel('WidgetChat', 'ChatConversation'),
  Messenger: () => onChannel('Messenger', 'MessengerConversation'),
  Sms: () => onChannel('Sms', 'SmsConversation'),
  WhatsApp: () => onChannel('WhatsApp', 'WhatsAppConversation'),
  PstnPhone: () => onChannel('PstnPhone', 'PstnPhoneConversation'),
  Voicemail: () => onChannel('Voicemail', 'PstnPhoneConversation'),
  Callback: () => onChannel('Callback', 'PstnPhoneConversation'),
  Twitter: () => onChannel('Twitter', 'TwitterConversation', {conversationType: 'Tweet'}),
  FacebookMessenger: () => onChannel('FacebookMessenger', 'FacebookMessengerConversation'),
};
const on = (channel: string) => (channels[channel] as () => VendorClient)();

describe('GET /conversations/{id}/messages', () => {
  it('DIXA-68 lists oldest first, without pages', async () => {
    const texts = Array.from({length: 60}, (_, index) => ({
      ...message(`00000000-0000-4000-8000-0000000000${String(99 - index)}`, 7, {
        _type: 'ChatAttributes',
        isAutomated: false,
        attachments: [],
      }),
      createdAt: new Date(Date.UTC(2025, 0, 1) + index * aDay).toISOString(),
    }));
    const client = clientWith({endUsers: [], conversations: [conversation(7)], messages: texts});
    expect((await list(client, 7)).map(({id}) => id)).toEqual(texts.map(({id}) => id));
  });

  it('DIXA-68 lists messages of one instant in the order in which they were added', async () => {
    const client = dixaClient();
    const ids: unknown[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(dataOf(await add(client, inbound)).messageId);
    expect((await list(client)).slice(1).map(({id}) => id)).toEqual(ids);
  });

  it('DIXA-68 is empty when there are none', async () => {
    const client = clientWith({endUsers: [], conversations: [conversation(7)]});
    expect(await list(client, 7)).toEqual([]);
  });
});

describe('POST /conversations/{id}/messages', () => {
  it.each([
    ['Inbound', inbound, seeded.ada],
    ['Outbound', outbound, seeded.kim],
  ])('DIXA-69 adds an %s message', async (direction, body, authorId) => {
    const client = dixaClient();
    const answer = await add(client, {...body, externalId: 'mine-1'});
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      data: {
        messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        direction,
        authorId,
        content,
        externalId: 'mine-1',
        createdAt: '2026-01-05T09:00:00.000Z',
      },
    });
    expect((await list(client)).at(-1)).toEqual({
      id: dataOf(answer).messageId,
      authorId,
      externalId: 'mine-1',
      createdAt: '2026-01-05T09:00:00.000Z[GMT]',
      attributes: {_type: 'ChatAttributes', content, direction, isAutomated: false, attachments: []},
    });
  });

  it.each([
    ['Email', 'EmailAttributes', outbound],
    ['ContactForm', 'EmailAttributes', outbound],
    ['WidgetChat', 'ChatAttributes', outbound],
    ['Messenger', 'ChatAttributes', outbound],
    ['Sms', 'SmsAttributes', outbound],
    ['WhatsApp', 'WhatsAppAttributes', {...outbound, content: markdown}],
  ])('DIXA-69 gives a message on %s %s', async (channel, expected, body) => {
    const client = on(channel);
    expect((await add(client, body, 7)).status).toBe(200);
    expect((await list(client, 7))[0]?.attributes._type).toBe(expected);
  });

  it('DIXA-69 sends copies of a mail to the users whose ids it names', async () => {
    const client = dixaClient();
    await add(client, {...outbound, cc: [seeded.noor], bcc: [seeded.sam]}, seeded.closed);
    expect((await list(client, seeded.closed)).at(-1)?.attributes).toMatchObject({
      from: {email: 'support@email.dixa.io'},
      to: [{email: 'ada@example.com', name: 'Ada Example'}],
      cc: [{email: 'noor@example.org', name: 'Noor Sample'}],
      bcc: [{email: 'sam.agent@example.org', name: 'Sam Agent'}],
    });
  });

  it('DIXA-69 refuses to send a copy to nobody', async () => {
    const client = dixaClient();
    const answer = await add(client, {...outbound, cc: [nobody]}, seeded.closed);
    expect(answer).toMatchObject({status: 400, body: decodingFailure});
  });

  it('DIXA-69 does not find an unknown agent', async () => {
    for (const agentId of [nobody, seeded.ada]) {
      expect(await add(dixaClient(), {...outbound, agentId})).toMatchObject({status: 404, body: notFound});
    }
  });

  it.each([
    ['an outbound message without agentId', {_type: 'Outbound', content}],
    ['an inbound message without content', {_type: 'Inbound'}],
    ['an outbound message without content', {_type: 'Outbound', agentId: seeded.kim}],
    ['an attachment without content', {_type: 'Outbound', agentId: seeded.kim, attachments: [pdf]}],
  ])('DIXA-70 refuses %s', async (_, body) => {
    const client = dixaClient();
    const before = await stateOf(client);
    expect(await add(client, body)).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it('DIXA-70 takes an attachment without content on WhatsApp', async () => {
    const answer = await add(on('WhatsApp'), {_type: 'Outbound', agentId: seeded.kim, attachments: [pdf]}, 7);
    expect(answer.status).toBe(200);
    expect(dataOf(answer)).not.toHaveProperty('content');
  });

  it('DIXA-71 refuses an externalId that is in use anywhere in the organization', async () => {
    const client = dixaClient();
    expect((await add(client, {...inbound, externalId: 'mine-1'})).status).toBe(200);
    expect(await add(client, {...inbound, externalId: 'mine-1'})).toMatchObject({status: 400, body: decodingFailure});
    const elsewhere = await add(client, {...inbound, externalId: 'mine-1'}, seeded.other);
    expect(elsewhere).toMatchObject({status: 400, body: decodingFailure});
    expect((await add(client, {...inbound, externalId: 'mail-0001'})).status).toBe(400);
  });

  it.each([
    ['Sms', 'inbound', inbound],
    ['WhatsApp', 'inbound', {...inbound, content: markdown}],
    ['WhatsApp', 'plain text', outbound],
    ['WhatsApp', 'nothing at all', {_type: 'Outbound', agentId: seeded.kim}],
    ['WhatsApp', 'two attachments', {...outbound, content: markdown, attachments: [pdf, png]}],
    [
      'WhatsApp',
      'a file type it does not take',
      {...outbound, content: markdown, attachments: [{...pdf, prettyName: 'a.exe'}]},
    ],
    ['PstnPhone', 'a message', outbound],
    ['Voicemail', 'a message', outbound],
    ['Callback', 'a message', outbound],
    ['Twitter', 'a message', outbound],
    ['FacebookMessenger', 'a message', inbound],
  ])('DIXA-72 refuses on %s %s', async (channel, _, body) => {
    const client = on(channel);
    expect(await add(client, body, 7)).toMatchObject({status: 400, body: decodingFailure});
    expect(await list(client, 7)).toEqual([]);
  });

  it.each(['jpg', 'JPEG', 'png', 'pdf', 'doc', 'docx', 'pptx', 'xlsx'])(
    'DIXA-72 takes .%s on WhatsApp',
    async (type) => {
      const body = {...outbound, content: markdown, attachments: [{...pdf, prettyName: `file.${type}`}]};
      expect((await add(on('WhatsApp'), body, 7)).status).toBe(200);
    },
  );

  it('DIXA-74 leaves a closed conversation closed', async () => {
    const client = dixaClient();
    const before = await read(client, `/v1/conversations/${seeded.closed}`);
    expect((await add(client, inbound, seeded.closed)).status).toBe(200);
    expect(await read(client, `/v1/conversations/${seeded.closed}`)).toEqual(before);
  });
});

describe('attachments', () => {
  it('DIXA-73 are copied in and served by the stand-in, to whoever has the address', async () => {
    const client = dixaClient();
    expect((await add(client, {...inbound, attachments: [pdf, png]})).status).toBe(200);
    const attachments = (await list(client)).at(-1)?.attributes.attachments ?? [];
    expect(attachments).toEqual([
      {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4020\/private\/[\w-]+\/attachment\/[\w-]+$/),
        prettyName: 'Receipt.pdf',
      },
      {url: expect.any(String)},
    ]);
    const file = await client.call('GET', new URL(attachments[0]!.url).pathname, {authorization: null});
    expect(file).toMatchObject({status: 200, headers: {'Content-Type': 'application/pdf'}});
    expect(file.text).toBe('%PDF-1.4\n%%EOF\n');
    const image = await client.call('GET', new URL(attachments[1]!.url).pathname);
    expect(image.headers['Content-Type']).toBe('image/png');
  });

  it('DIXA-73 have an address of the caller, whatever it was when they were added', async () => {
    const [first] = await list(dixaClient(), seeded.closed);
    expect(first?.attributes.attachments[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:4020\/private\//);
  });

  it('DIXA-73 are refused when they cannot be fetched, and none of them is kept', async () => {
    const client = dixaClient();
    const before = await stateOf(client);
    const body = {...inbound, attachments: [pdf, {url: 'https://unreachable.example/file.pdf'}]};
    expect(await add(client, body)).toMatchObject({status: 400, body: decodingFailure});
    expect(await stateOf(client)).toBe(before);
  });

  it.each(['attachment/unknown', 'attachment/0c5a8a86-3f6e-4c0c-9a41-1f6b0b7b2d01'])(
    'DIXA-73 are not found where there are none (%s)',
    async (rest) => {
      const answer = await dixaClient().call('GET', `/private/another-organization/${rest}`);
      expect(answer).toMatchObject({status: 404, body: notFound});
    },
  );

  it.each([
    ['the message', `/v1/conversations/${seeded.closed}/messages/${seeded.firstMessage}/anonymize`],
    ['the conversation', `/v1/conversations/${seeded.closed}/anonymize`],
    ['the end user', `/v1/endusers/${seeded.ada}/anonymize?force=true`],
  ])('DIXA-73 DIXA-43 are gone once %s is anonymized', async (_, path) => {
    const client = dixaClient();
    const [first] = await list(client, seeded.closed);
    const {pathname} = new URL(first!.attributes.attachments[0]!.url);
    expect((await client.call('GET', pathname)).status).toBe(200);
    await client.call('PATCH', path);
    expect((await client.call('GET', pathname)).status).toBe(200);
    client.advance(aDay);
    expect(await client.call('GET', pathname)).toMatchObject({status: 404, body: notFound});
  });
});
