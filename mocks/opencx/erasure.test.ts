import {describe, expect, it} from 'vitest';
import type {VendorClient} from '../../test/support/vendor-client.js';
import {
  history,
  opencxClient,
  openSession,
  pathOf,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
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
  url: 'https://files.example.com/canary-url/quillfeather.png',
} as const;

/** How the removed values may lie about: as they are, as base64, as part of an address. */
const traces = [...Object.values(canaries), btoa(canaries.bytes), encodeURIComponent(canaries.mimeType)];

/** A session with a canary in every field that redaction removes, and one in each that it keeps. */
async function plant(client: VendorClient): Promise<{session: string; messages: string[]; file: string}> {
  const session = await openSession(client, {
    custom_data: {note: 'kept-session-data'},
    contact: {email: 'kept-contact@example.com', name: 'Kept Name'},
  });
  const fromContact = await send(client, session, {
    sender: 'contact',
    message: {
      type: 'text',
      text: canaries.text,
      attachments: [
        {name: canaries.name, base64: btoa(canaries.bytes), mime_type: canaries.mimeType},
        {name: canaries.urlName, url: canaries.url, mime_type: 'image/png'},
      ],
    },
  });
  const fromAgent = await send(client, session, {
    sender: 'agent',
    agent: {id: 17, name: 'Kept Agent'},
    message: {type: 'text', text: canaries.agentText},
  });
  const [first] = await history(client, session);
  const file = pathOf(first?.event.attachments?.[0]?.url ?? '');
  expect((await client.call('GET', file)).text).toBe(canaries.bytes);
  return {session, messages: [fromContact, fromAgent], file};
}

describe('what a redaction removes', () => {
  it.each([
    ['session', (client: VendorClient, {session}: {session: string}) => redactSession(client, session, 'Asked for')],
    [
      'message',
      async (client: VendorClient, {messages}: {messages: string[]}) => {
        for (const id of messages) await redactMessage(client, id, 'Asked for');
      },
    ],
  ])('OPENCX-14, OPENCX-15, OPENCX-41 is nowhere after the redaction of a %s', async (_, redact) => {
    const client = opencxClient();
    const planted = await plant(client);
    const before = await client.everything();
    for (const trace of [canaries.text, canaries.name, canaries.mimeType, canaries.url, btoa(canaries.bytes)]) {
      expect(before).toContain(trace);
    }

    await redact(client, planted);
    await client.call('GET', planted.file);
    const everything = await client.everything();
    for (const trace of traces) expect(everything).not.toContain(trace);
    expect(everything.toLowerCase()).not.toContain('quillfeather');
    expect(everything).not.toContain('canary');
  });

  it('OPENCX-15 answers 404 where the file was', async () => {
    const client = opencxClient();
    const {session, file} = await plant(client);
    await redactSession(client, session);
    expect(await client.call('GET', file)).toMatchObject({status: 404, body: {message: 'File not found'}});
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

  it('OPENCX-44, OPENCX-45 a redaction sends nothing and schedules nothing', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const {partition} = await client.engine.sandbox('default');
    const collections = new Set((await partition.dump()).map(({collection}) => collection));
    expect([...collections].filter((name) => /due|webhook|deliver|outgoing/.test(name))).toEqual([]);
  });
});
