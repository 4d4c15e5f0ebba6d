import {describe, expect, it} from 'vitest';
import {
  aWhile,
  invalid,
  keys,
  nobody,
  opencxClient,
  openSession,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
} from './test-support.js';

interface Found {
  readonly contacts: readonly {readonly id: string}[];
  readonly messages: readonly {readonly id: string; readonly session_id: string; readonly message: string}[];
}

const search = (client: ReturnType<typeof opencxClient>, q: string, more = '') =>
  read<Found>(client, `/chat/sessions/search?q=${encodeURIComponent(q)}${more}`);

describe('GET /chat/sessions/search', () => {
  it('OPENCX-47 finds contacts and messages by what they hold, in any letter case', async () => {
    const client = opencxClient();
    expect(await search(client, 'NOOR')).toEqual({
      contacts: [{id: seeded.noor, name: 'Noor Sample', email: 'noor@example.org', phone: '+12025550187'}],
      messages: [
        {
          id: '4be68d9f-172a-4f93-84c6-b86ea5d2f714',
          session_id: seeded.other,
          message: 'Yes, Noor, it comes tomorrow.',
          type: 'message',
        },
        {
          id: '3ad57c8e-0619-4e82-b3f5-a75d94c1e612',
          session_id: seeded.other,
          message: 'This is Noor Sample. Is my order on its way?',
          type: 'message',
        },
      ],
    });
  });

  it.each(['noor@example.org', '+12025550187', 'noor sample'])('OPENCX-47 finds a contact by %s', async (q) => {
    expect((await search(opencxClient(), q)).contacts.map(({id}) => id)).toEqual([seeded.noor]);
  });

  it('OPENCX-47 does not look into comments, summaries or custom data', async () => {
    const client = opencxClient();
    for (const q of ['wrote before', 'misses a parcel', 'ord_123']) {
      expect((await search(client, q)).messages).toEqual([]);
    }
  });

  it.each([
    ['its session', (client: ReturnType<typeof opencxClient>) => redactSession(client, seeded.session)],
    ['it', (client: ReturnType<typeof opencxClient>) => redactMessage(client, seeded.message)],
  ])('OPENCX-47 does not find a message by its old text once %s is redacted', async (_, redact) => {
    const client = opencxClient();
    const old = '12 Sample Street';
    expect((await search(client, old)).messages.map(({id}) => id)).toEqual([seeded.message]);
    await redact(client);
    expect((await search(client, old)).messages).toEqual([]);
    const placeholders = (await search(client, '[redacted]')).messages;
    expect(placeholders).toContainEqual({
      id: seeded.message,
      session_id: seeded.session,
      message: '[REDACTED]',
      type: 'message',
    });
  });

  it('OPENCX-47 keeps to one contact if one is named', async () => {
    const client = opencxClient();
    const everybody = await search(client, 'a');
    expect(new Set(everybody.messages.map(({session_id}) => session_id)).size).toBe(3);
    const noor = await search(client, 'a', `&contact_id=${seeded.noor}`);
    expect(noor.contacts.map(({id}) => id)).toEqual([seeded.noor]);
    expect(new Set(noor.messages.map(({session_id}) => session_id))).toEqual(new Set([seeded.other]));
    for (const id of [nobody, seeded.foreignAda]) {
      expect(await search(client, 'a', `&contact_id=${id}`)).toEqual({contacts: [], messages: []});
    }
  });

  it('OPENCX-47 finds no more than a page of each, the latest first', async () => {
    const client = opencxClient({page_size: 2});
    const session = await openSession(client);
    const sent = [];
    for (const text of ['needle one', 'needle two', 'needle three']) {
      client.advance(aWhile);
      sent.push(await send(client, session, text));
    }
    expect((await search(client, 'needle')).messages.map(({id}) => id)).toEqual([sent[2], sent[1]]);
  });

  it('OPENCX-67 looks through the own organization alone', async () => {
    const client = opencxClient({}, {authorization: keys.orgB});
    const found = await search(client, 'a');
    expect(found.contacts.map(({id}) => id)).toEqual([seeded.foreignAda]);
    expect(found.messages.map(({session_id}) => session_id)).toEqual([seeded.foreign]);
  });

  it.each([
    ['', 'querystring/q Invalid input: expected string, received undefined'],
    ['?q=', 'querystring/q Too small: expected string to have >=1 characters'],
    ['?q=a&q=b', 'querystring/q Invalid input: expected string, received array'],
    ['?q=a&contact_id=ada', 'querystring/contact_id Invalid UUID'],
  ])('OPENCX-47 refuses %s', async (query, message) => {
    const answer = await opencxClient().call('GET', `/chat/sessions/search${query}`);
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
  });
});
