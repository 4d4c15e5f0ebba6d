import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {
  bodyOf,
  formWith,
  history,
  images,
  opencxClient,
  openSession,
  pathOf,
  post,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
  upload,
  visitor,
  type Item,
} from './test-support.js';

/** Values that occur nowhere else, one for each field that a redaction removes. */
const canaries = {
  text: 'canary-text Quillfeather',
  agentText: 'canary-agent-text Quillfeather',
  name: 'canary-name-quillfeather.txt',
  bytes: 'canary-bytes Quillfeather',
  mimeType: 'text/plain;name=canary-mime',
  urlName: 'canary-url-name.png',
  uploadName: 'canary-upload-quillfeather.png',
  widgetName: 'canary-widget-quillfeather.pdf',
  url: 'https://files.example.com/canary-url/quillfeather.png',
} as const;

/** The contents of the two uploads: an image, as one of them must be, with a canary in it, and plain bytes. */
const uploads = {
  media: new Uint8Array([...images['image/png'], ...new TextEncoder().encode('canary-media')]),
  widget: new TextEncoder().encode('canary-widget-bytes'),
} as const;

/** How the removed values may lie about: as they are, as base64, as part of an address. */
const traces = [
  ...Object.values(canaries),
  ...[canaries.mimeType, canaries.widgetName].map(encodeURIComponent),
  ...[btoa(canaries.bytes), ...Object.values(uploads).map((bytes) => btoa(String.fromCharCode(...bytes)))],
];

/** A client whose events wait, so that there is something queued to redact. */
const waitingClient = () => opencxClient({webhook_url: 'http://127.0.0.1:9999/', webhook_delay: 'PT60S'});

/** What was planted: everything that is to be redacted, and the addresses of its files. */
interface Planted {
  readonly session: string;
  readonly messages: readonly string[];
  readonly files: readonly string[];
  /** What the widget of the contact brings. */
  readonly headers: Record<string, string>;
}

/** A session with a canary in every field that redaction removes, and one in each that it keeps. */
async function plant(client: VendorClient): Promise<Planted> {
  const session = await openSession(client, {
    custom_data: {note: 'kept-session-data'},
    contact: {email: 'kept-contact@example.com', name: 'Kept Name'},
  });
  const headers = await visitor(client, 'kept-contact@example.com');
  const media = await upload(client, formWith(uploads.media, {type: 'image/png', name: canaries.uploadName}));
  const body = formWith(uploads.widget, {name: canaries.widgetName});
  const {fileUrl} = bodyOf<{fileUrl: string}>(await client.call('POST', '/backend/widget/v2/upload', {body, headers}));
  const fromContact = await send(client, session, {
    sender: 'contact',
    message: {
      type: 'text',
      text: canaries.text,
      attachments: [
        {name: canaries.name, base64: btoa(canaries.bytes), mime_type: canaries.mimeType},
        {name: canaries.urlName, url: canaries.url, mime_type: 'image/png'},
        {name: canaries.uploadName, url: media, mime_type: 'image/png'},
        {name: canaries.widgetName, url: fileUrl, mime_type: 'application/pdf'},
      ],
    },
  });
  const fromAgent = await send(client, session, {
    sender: 'agent',
    agent: {id: 17, name: 'Kept Agent'},
    message: {type: 'text', text: canaries.agentText},
  });
  const [first] = await history(client, session);
  const [own] = first?.event.attachments ?? [];
  const files = [own?.url ?? '', media, fileUrl].map(pathOf);
  for (const file of files) expect((await client.call('GET', file)).text).toContain('canary');
  return {session, messages: [fromContact, fromAgent], files, headers};
}

/** Everything that a client can read of a session and of its messages, wherever they show. */
async function readings(client: VendorClient, {session, headers}: Planted): Promise<string> {
  const widget = '/backend/widget/v2';
  const answers = [
    await client.call('GET', `/chat/sessions/${session}`),
    await client.call('GET', `/chat/sessions/${session}/history`),
    await client.call('GET', '/chat/sessions'),
    await client.call('POST', '/chat/sessions/filter', {body: {}}),
    await client.call('GET', '/chat/sessions/search?q=canary'),
    await client.call('GET', `${widget}/poll/${session}`, {headers}),
    await client.call('GET', `${widget}/session/history/${session}`, {headers}),
    await client.call('GET', `${widget}/sessions`, {headers}),
  ];
  expect(answers.map(({status}) => status)).toEqual(answers.map(() => 200));
  return answers.map(({text}) => text).join('\n');
}

const redactions = [
  ['session', (client: VendorClient, {session}: Planted) => redactSession(client, session, 'Asked for')],
  [
    'message',
    async (client: VendorClient, {messages}: Planted) => {
      for (const id of messages) await redactMessage(client, id, 'Asked for');
    },
  ],
] as const;

describe('what a redaction removes', () => {
  it.each(redactions)('OPENCX-14, OPENCX-15, OPENCX-41 is nowhere after the redaction of a %s', async (_, redact) => {
    const client = waitingClient();
    const planted = await plant(client);
    await readings(client, planted);
    const before = await client.everything();
    for (const trace of [canaries.text, canaries.name, canaries.mimeType, canaries.url, btoa(canaries.bytes)]) {
      expect(before).toContain(trace);
    }
    expect(before).toContain('opencx.deliveries');

    await redact(client, planted);
    for (const file of planted.files) await client.call('GET', file);
    const everything = await client.everything();
    for (const trace of traces) expect(everything).not.toContain(trace);
    expect(everything.toLowerCase()).not.toContain('quillfeather');
    expect(everything).not.toContain('canary');
  });

  it.each(redactions)(
    'OPENCX-46, OPENCX-47, OPENCX-48 cannot be read anywhere after the redaction of a %s',
    async (_, redact) => {
      const client = waitingClient();
      const planted = await plant(client);
      // In history, in the search, and twice each in the widget's views: as a message and as the last one.
      expect((await readings(client, planted)).match(/canary-agent-text/g)).toHaveLength(6);
      await redact(client, planted);
      const after = await readings(client, planted);
      expect(after).not.toContain('canary');
      expect(after).toContain('[REDACTED]');
    },
  );

  it.each(redactions)('OPENCX-45 does not leave after the redaction of a %s, though it waited', async (_, redact) => {
    const client = waitingClient();
    const planted = await plant(client);
    await redact(client, planted);
    client.advance(60_000);
    await client.call('GET', '/chat/sessions');
    await client.settled();
    expect(client.sent).toHaveLength(3);
    expect(JSON.stringify(client.sent)).not.toContain('canary');
  });

  it('OPENCX-15, OPENCX-66 answers 404 where the files were', async () => {
    const client = opencxClient();
    const {session, files} = await plant(client);
    await redactSession(client, session);
    for (const file of files) {
      expect(await client.call('GET', file)).toMatchObject({status: 404, body: {message: 'File not found'}});
    }
  });

  it('OPENCX-16, OPENCX-20 is no more than that: sender, contact, custom data and context stay', async () => {
    const client = opencxClient();
    const {session} = await plant(client);
    await redactSession(client, session);
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({
      custom_data: {note: 'kept-session-data'},
      contact: {email: 'kept-contact@example.com', name: 'Kept Name'},
    });
    const senders = (await history(client, session)).map(({event}: Item) => event.sender);
    expect(senders).toEqual([
      {type: 'contact', name: 'Kept Name'},
      {type: 'human_agent', name: 'Kept Agent'},
    ]);
  });

  it('OPENCX-68 leaves other people and other organizations untouched', async () => {
    const client = opencxClient();
    const before = await history(client, seeded.other);
    await redactSession(client, seeded.session);
    await redactSession(client, seeded.closed);
    expect(await history(client, seeded.other)).toEqual(before);
    expect((await client.call('GET', pathOf(before[0]?.event.attachments?.[0]?.url ?? ''))).text).toBe(
      'Order of Noor Sample',
    );
    expect(await client.everything()).toContain('It is Ada, at another shop.');
  });

  it('OPENCX-19 takes the context with it when told to', async () => {
    const client = opencxClient({redact_context: true});
    expect(await client.everything()).toContain('shop.example/orders?email=');
    await redactSession(client, seeded.session);
    expect(await client.everything()).not.toContain('shop.example/orders?email=');
  });

  it('OPENCX-18 takes comments with it when told to', async () => {
    const client = opencxClient({redact_comments: true});
    expect(await client.everything()).toContain('Ada Example wrote before');
    await redactSession(client, seeded.session);
    expect(await client.everything()).not.toContain('Ada Example wrote before');
  });
});

describe('what a removed contact leaves', () => {
  it('is no address, number or custom data of its own', async () => {
    const client = waitingClient();
    const contact = {
      email: 'canary@example.com',
      phone: '+12025550177',
      name: 'C. N.',
      custom_data: {a: 'canary-data'},
    };
    const {id} = await post<{id: string}>(client, '/contacts', {contact});
    const session = await openSession(client, {contact_id: id});
    await send(client, session, 'Hello');
    expect(await client.everything()).toContain('canary@example.com');
    await client.call('DELETE', `/contacts/${id}`);
    const everything = await client.everything();
    for (const gone of ['canary', '+12025550177']) expect(everything).not.toContain(gone);
    client.advance(60_000);
    await client.call('GET', '/chat/sessions');
    await client.settled();
    expect(client.sent).not.toHaveLength(0);
    expect(JSON.stringify(client.sent)).not.toContain('canary');
  });
});

describe('the audit trail', () => {
  it('OPENCX-43 notes every redaction and every repeat: who, what, why and how many', async () => {
    const client = opencxClient();
    await redactMessage(client, seeded.message, 'Asked by mail');
    client.advance(1000);
    await redactSession(client, seeded.session, 'Asked again');
    await redactSession(client, seeded.session);
    const common = {vendor: 'opencx', action: 'redact', actor: 'Demo key'};
    expect((await client.engine.sandboxes.audit('default')).map(({id: _, ...line}) => line)).toEqual([
      {
        ...common,
        at: '2026-01-05T09:00:00.000Z',
        type: 'message',
        item: seeded.message,
        reason: 'Asked by mail',
        count: 1,
      },
      {
        ...common,
        at: '2026-01-05T09:00:01.000Z',
        type: 'session',
        item: seeded.session,
        reason: 'Asked again',
        count: 4,
      },
      {...common, at: '2026-01-05T09:00:01.000Z', type: 'session', item: seeded.session, count: 0},
    ]);
  });

  it('OPENCX-43 holds neither content nor the key, and nothing of what was refused', async () => {
    const client = opencxClient();
    const {session} = await plant(client);
    await redactSession(client, session);
    await client.call('POST', '/redaction/session', {body: {sessionId: 'no-such-session'}});
    const trail = JSON.stringify(await client.engine.sandboxes.audit('default'));
    expect(trail).toContain(session);
    for (const absent of ['canary', 'ocx_live', 'no-such-session']) expect(trail).not.toContain(absent);
  });

  it('OPENCX-43 is not to be read under any path of the vendor', async () => {
    const client = opencxClient();
    for (const path of ['/redaction', '/redaction/audit', '/audit']) {
      expect((await client.call('GET', path)).status).toBe(404);
    }
  });
});
