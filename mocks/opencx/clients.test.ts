/** What real clients of OpenCX send and read, with the mistakes that they make. */
import {describe, expect, it} from 'vitest';
import {
  aWhile,
  invalid,
  nobody,
  noRoute,
  opencxClient,
  openSession,
  post,
  read,
  redactSession,
  seeded,
  send,
  stateOf,
  visitor,
  type Page,
} from './test-support.js';

describe('an extractor that follows $.next (tap-opencx)', () => {
  it('OPENCX-61, OPENCX-62 pages with updated_after and cursor together', async () => {
    const client = opencxClient({page_size: 1});
    const seen: unknown[] = [];
    const since = 'updated_after=2026-01-02T23%3A00%3A00Z';
    for (let cursor = ''; ;) {
      const page: Page<Record<string, unknown>> = await read(client, `/chat/sessions?${since}${cursor}`);
      seen.push(...page.items.map(({id}) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toEqual([seeded.session, seeded.other, seeded.empty]);
  });

  it('OPENCX-20, OPENCX-62 never notices a redaction by updated_at, unless that is switched on', async () => {
    for (const [bumps, ids] of [
      [false, []],
      [true, [seeded.session]],
    ] as const) {
      const client = opencxClient({redaction_bumps_updated_at: bumps});
      client.advance(aWhile);
      await redactSession(client, seeded.session);
      const {items} = await read<Page<{id: string}>>(client, '/chat/sessions?updated_after=2026-01-05T09:00:00Z');
      expect(items.map(({id}) => id)).toEqual(ids);
    }
  });

  it('OPENCX-20, OPENCX-49 goes on reading personal data in summaries after the redaction', async () => {
    const client = opencxClient();
    await redactSession(client, seeded.session);
    const {items} = await read<Page<{id: string; summary?: string; handoff?: {summary: string}}>>(
      client,
      '/chat/sessions?handed_off=true',
    );
    expect(items[0]?.summary).toContain('+1 202 555 0143');
    expect(items[0]?.handoff?.summary).toContain('ada@example.com');
  });

  it('OPENCX-63 finds nothing at $.items of a filter, whose envelope is another', async () => {
    const answer = await post(opencxClient(), '/chat/sessions/filter', {});
    expect(answer).not.toHaveProperty('items');
    expect(answer).not.toHaveProperty('next');
    expect(answer.data).toHaveLength(4);
  });
});

describe('a bot (discord-bot-opencx)', () => {
  it('OPENCX-50…54 adds a contact with empty texts, opens a session and sends', async () => {
    const client = opencxClient();
    const contact = {email: 'user@example.com', phone: '', name: '', custom_data: {}};
    const {id: contact_id} = await post<{id: string}>(client, '/contacts', {contact});
    const session = await openSession(client, {contact_id, channel: {type: 'email'}});
    const message = {type: 'text', text: 'Hello'};
    const answer = await post(client, `/chat/sessions/${session}/send`, {
      sender: 'contact',
      message,
      contact: {email: 'user@example.com'},
    });
    expect(answer).toMatchObject({success: true});
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({
      contact: {id: contact_id, email: 'user@example.com', phone_number: null, name: null},
    });
  });
});

describe('names that are easily mixed up', () => {
  it.each([
    ['/redaction/session', {session_id: seeded.session}, 'sessionId'],
    ['/redaction/session', {sessionID: seeded.session}, 'sessionId'],
    ['/redaction/session', {id: seeded.session}, 'sessionId'],
    ['/redaction/message', {message_id: seeded.message}, 'messageId'],
    ['/redaction/message', {sessionId: seeded.session}, 'messageId'],
  ])('OPENCX-30, OPENCX-40 %s does not take %j', async (path, body, member) => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', path, {body});
    const message = `body/${member} Invalid input: expected string, received undefined`;
    expect(answer).toMatchObject({status: 400, body: invalid(message)});
    expect(await stateOf(client)).toBe(before);
  });

  it('OPENCX-8 a contact’s number is phone in /contacts and phone_number elsewhere; the other name is ignored', async () => {
    const client = opencxClient();
    const numberOf = async (contact_id: string) => {
      const session = await openSession(client, {contact_id});
      return (await read<{contact: {phone_number: unknown}}>(client, `/chat/sessions/${session}`)).contact.phone_number;
    };
    const create = async (contact: object) => (await post<{id: string}>(client, '/contacts', {contact})).id;
    expect(await numberOf(await create({phone: '+12025550101'}))).toBe('+12025550101');
    expect(await numberOf(await create({phone_number: '+12025550102'}))).toBeNull();
    const session = await openSession(client, {contact: {email: 'p@example.com', phone: '+12025550103'}});
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({contact: {phone_number: null}});
  });
});

describe('an SDK that production disagrees with (workflow-sdk)', () => {
  it.each([seeded.ada, nobody])('OPENCX-64 GET /contacts/%s is an unknown route', async (id) => {
    const answer = await opencxClient().call('GET', `/contacts/${id}`);
    expect(answer).toMatchObject({status: 404, body: noRoute(`GET:/contacts/${id}`)});
  });
});

describe('an open widget, which adds the ids it does not know and never looks at the others again', () => {
  it('OPENCX-48 goes on showing what was redacted until it is loaded anew', async () => {
    const client = opencxClient();
    const headers = await visitor(client);
    const shown = new Map<string, string | null>();
    const poll = async () => {
      const answer = await client.call('GET', `/backend/widget/v2/poll/${seeded.session}`, {headers});
      const {history} = answer.body as {history: {publicId: string; content: {text: string | null}}[]};
      for (const {publicId, content} of history) if (!shown.has(publicId)) shown.set(publicId, content.text);
      return history;
    };
    await poll();
    await redactSession(client, seeded.session);
    await send(client, seeded.session, 'Thank you.');
    const fresh = await poll();
    expect(shown.get(seeded.message)).toContain('12 Sample Street');
    expect([...shown.values()]).toContain('Thank you.');
    expect(fresh.find(({publicId}) => publicId === seeded.message)?.content.text).toBe('[REDACTED]');
  });
});
