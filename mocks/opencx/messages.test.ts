import {describe, expect, it} from 'vitest';
import type {Session} from './entities.js';
import {opencx} from './index.js';
import {
  aWhile,
  bodyOf,
  clientWith,
  history,
  messages,
  nobody,
  notFound,
  opencxClient,
  openSession,
  pathOf,
  read,
  redactSession,
  seeded,
  send,
  stateOf,
  visitor,
  type Item,
  type Page,
} from './test-support.js';

const hello = {type: 'text', text: 'Hello'};

describe('POST /chat/sessions/{session_id}/send', () => {
  it('OPENCX-54 answers the id under which history shows the message', async () => {
    const client = opencxClient();
    const session = await openSession(client);
    client.advance(aWhile);
    const answer = await client.call('POST', `/chat/sessions/${session}/send`, {body: {message: hello}});
    const {data} = bodyOf<{data: {message: {id: string}}}>(answer);
    expect(answer.body).toEqual({success: true, data: {message: {id: data.message.id}}});
    expect(await history(client, session)).toEqual([
      {
        id: data.message.id,
        created_at: '2026-01-05T09:05:00.000Z',
        event: {type: 'message', sender: {type: 'contact'}, content: hello, attachments: [], context: {}},
      },
    ]);
    expect(await read(client, `/chat/sessions/${session}`)).toMatchObject({updated_at: '2026-01-05T09:05:00.000Z'});
  });

  it.each([
    [undefined, {type: 'contact', name: 'Ada Example'}],
    ['contact', {type: 'contact', name: 'Ada Example'}],
    ['agent', {type: 'human_agent', name: 'Sam Agent'}],
  ])('OPENCX-54 a message of sender %s is shown as of %j', async (sender, shown) => {
    const client = opencxClient();
    const body = {...(sender && {sender}), agent: {id: 17, name: 'Sam Agent'}, message: hello};
    await send(client, seeded.session, body);
    expect((await messages(client, seeded.session)).at(-1)?.event.sender).toEqual(shown);
  });

  it('OPENCX-53, OPENCX-54 merges custom data into session and contact, key by key', async () => {
    const client = opencxClient();
    await send(client, seeded.session, {
      message: hello,
      custom_data: {cart_value: 5, coupon: 'SPRING'},
      contact: {name: 'Ada E.', avatar_url: 'https://example.com/ada.png', custom_data: {plan: 'free', seat: '4'}},
    });
    expect(await read(client, `/chat/sessions/${seeded.session}`)).toMatchObject({
      custom_data: {order_id: 'ord_123', cart_value: 5, vip: true, coupon: 'SPRING'},
      contact: {name: 'Ada E.', custom_data: {plan: 'free', region: 'emea', seat: '4'}},
    });
  });

  it('OPENCX-51, OPENCX-54 links a contact to a session that had none', async () => {
    const client = opencxClient();
    await send(client, seeded.empty, {message: hello, contact: {email: 'ada@example.com'}});
    expect(await read(client, `/chat/sessions/${seeded.empty}`)).toMatchObject({contact: {id: seeded.ada}});
    expect((await history(client, seeded.empty))[0]?.event.sender).toEqual({type: 'contact', name: 'Ada Example'});
  });

  it('OPENCX-54 an unknown session is not found', async () => {
    const client = opencxClient();
    const answer = await client.call('POST', `/chat/sessions/${nobody}/send`, {body: {message: hello}});
    expect(answer).toMatchObject({status: 404, body: notFound('Session')});
  });

  it('keeps messages of the same instant in the order in which they came', async () => {
    const client = opencxClient();
    const session = await openSession(client);
    const sent: string[] = [];
    for (let count = 0; count < 12; count++) sent.push(await send(client, session, `Number ${count}`));
    expect((await history(client, session)).map(({id}) => id)).toEqual(sent);
  });
});

describe('attachments', () => {
  async function attach(attachments: readonly Record<string, string>[]) {
    const client = opencxClient();
    const session = await openSession(client);
    await send(client, session, {message: {...hello, attachments}});
    const [first] = await messages(client, session);
    return {client, session, shown: first?.event.attachments ?? []};
  }

  it('OPENCX-55 keeps what comes as base64, and serves it under an address of its own', async () => {
    const given = {name: 'Invoice für Ada.txt', base64: btoa('Invoice'), mime_type: 'text/plain'};
    const {client, shown} = await attach([given]);
    const [file] = shown;
    expect(file).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: given.name,
      size: 7,
      type: 'text/plain',
      url: `http://127.0.0.1:4020/files/${file?.id}/Invoice%20f%C3%BCr%20Ada.txt`,
    });
    const answer = await client.call('GET', pathOf(file?.url ?? ''), {authorization: null});
    expect(answer).toMatchObject({status: 200, text: 'Invoice'});
    // Not the type it came with: it must not run as a page under our address.
    expect(answer.headers['Content-Type']).toBe('application/octet-stream');
  });

  it('OPENCX-55 lists what comes by address with that address', async () => {
    const {shown} = await attach([{name: 'a.png', url: 'https://files.example.com/a.png', mime_type: 'image/png'}]);
    expect(shown).toMatchObject([{name: 'a.png', size: 0, type: 'image/png', url: 'https://files.example.com/a.png'}]);
  });

  it('OPENCX-56 base64 wins over an address', async () => {
    const {client, shown} = await attach([{url: 'https://files.example.com/a.png', base64: btoa('inside')}]);
    expect(shown).toMatchObject([{name: 'file', size: 6, type: 'application/octet-stream'}]);
    expect((await client.call('GET', pathOf(shown[0]?.url ?? ''))).text).toBe('inside');
  });

  it.each(['', '.', '..', 'a/b?c#d', '50 %.txt', '\ud800'])('OPENCX-55 serves a file named %j', async (name) => {
    const {client, shown} = await attach([{name, base64: btoa('bytes')}]);
    const {pathname, search} = new URL(shown[0]?.url ?? '');
    expect((await client.call('GET', pathname + search)).text).toBe('bytes');
  });

  it('OPENCX-55 serves a file whose name is longer than an address may be', async () => {
    const name = `${'ü'.repeat(9000)}.png`;
    const {client, shown} = await attach([{name, base64: btoa('bytes')}]);
    expect(shown[0]).toMatchObject({name, url: expect.stringMatching(/\.png$/)});
    expect((await client.call('GET', pathOf(shown[0]?.url ?? ''))).text).toBe('bytes');
  });

  it.each([
    ['', 0],
    ['YQ==', 1],
    ['YWI=', 2],
    ['YWJj', 3],
    ['YWI', 2],
  ])('OPENCX-55 tells the size of %j', async (base64, size) => {
    const {shown} = await attach([{url: 'https://x.example', base64}]);
    expect(shown[0]?.size).toBe(size);
  });

  it('OPENCX-15, OPENCX-17 a message of images alone loses them and reads [REDACTED]', async () => {
    const client = opencxClient();
    const session = await openSession(client);
    const attachments = [
      {name: 'a.png', base64: btoa('image')},
      {name: 'b.png', url: 'https://files.example.com/b.png'},
    ];
    await send(client, session, {message: {type: 'text', text: '', attachments}});
    const [before] = await messages(client, session);
    await redactSession(client, session);
    expect((await messages(client, session))[0]?.event).toMatchObject({content: {text: '[REDACTED]'}, attachments: []});
    expect((await client.call('GET', pathOf(before?.event.attachments?.[0]?.url ?? ''))).status).toBe(404);
  });

  it('OPENCX-55 takes several megabytes', async () => {
    const {shown} = await attach([{base64: 'A'.repeat(4 * 1024 * 1024)}]);
    expect(shown[0]?.size).toBe(3 * 1024 * 1024);
  });
});

describe('who answers', () => {
  it('OPENCX-57 the AI says nothing by default', async () => {
    const client = opencxClient();
    await send(client, seeded.empty, 'Anybody there?');
    expect(await messages(client, seeded.empty)).toHaveLength(1);
  });

  it('OPENCX-57 a scripted answer follows the message of a contact, not of an agent', async () => {
    const client = opencxClient({ai_replies: true});
    await send(client, seeded.empty, 'Anybody there?');
    await send(client, seeded.empty, {sender: 'agent', message: hello});
    const senders = (await messages(client, seeded.empty)).map(({event}) => event.sender?.type);
    expect(senders).toEqual(['contact', 'ai', 'human_agent']);
  });

  it('OPENCX-57 the AI says nothing in a session that was handed to a human', async () => {
    const [session] = (opencx.seed.sessions ?? []) as unknown as readonly Session[];
    const {assignee_id: _, contact_id: __, ...unassigned} = session!;
    const client = clientWith({sessions: [unassigned]}, {ai_replies: true});
    await send(client, unassigned.id, 'Anybody there?');
    expect((await messages(client, unassigned.id)).map(({event}) => event.sender?.type)).toEqual(['contact']);
  });

  it('OPENCX-58 an agent takes the session over, which ends the answers of the AI', async () => {
    const client = opencxClient({ai_replies: true});
    const agent = {id: 42, name: 'Sam Agent'};
    const takeover = {sender: 'agent', agent, should_take_over_session_from_ai: true, message: hello};
    await send(client, seeded.empty, takeover);
    await send(client, seeded.empty, 'Thank you');
    await send(client, seeded.empty, takeover);
    const events = (await history(client, seeded.empty)).map(({event}) => event.sender?.type ?? event.type);
    expect(events).toEqual(['human_agent_takeover', 'human_agent', 'contact', 'human_agent']);
    expect((await history(client, seeded.empty))[0]?.event.human_agent_id).toBe(42);
    expect(await read(client, `/chat/sessions/${seeded.empty}`)).toMatchObject({assignee_id: '42'});
  });

  it('OPENCX-58, OPENCX-62 a session that was taken over is handed off, in the list as in the widget', async () => {
    const client = opencxClient();
    const handedOff = async () =>
      (await read<Page<{id: string}>>(client, '/chat/sessions?handed_off=true')).items.map(({id}) => id);
    expect(await handedOff()).toEqual([seeded.session]);
    await send(client, seeded.other, {sender: 'agent', should_take_over_session_from_ai: true, message: hello});
    expect(await handedOff()).toEqual([seeded.other, seeded.session]);
    const headers = await visitor(client, 'noor@example.org');
    const poll = await client.call('GET', `/backend/widget/v2/poll/${seeded.other}`, {headers});
    expect(poll.body).toMatchObject({session: {isHandedOff: true, assignee: {kind: 'human'}}});
  });

  it.each([
    ['of a contact', {sender: 'contact', should_take_over_session_from_ai: true}],
    ['without the flag', {sender: 'agent', should_take_over_session_from_ai: false}],
  ])('OPENCX-58 a message %s takes nothing over', async (_, body) => {
    const client = opencxClient();
    await send(client, seeded.empty, {...body, agent: {id: 42}, message: hello});
    expect(await history(client, seeded.empty)).toHaveLength(1);
    expect(await read(client, `/chat/sessions/${seeded.empty}`)).not.toHaveProperty('assignee_id');
  });

  it.each([
    ['contact', 'open'],
    ['agent', 'closed_resolved'],
  ])('OPENCX-59 a message of the %s leaves a closed session %s', async (sender, status) => {
    const client = opencxClient();
    await send(client, seeded.closed, {sender, message: hello});
    expect(await read(client, `/chat/sessions/${seeded.closed}`)).toMatchObject({status});
  });
});

describe('GET /chat/sessions/{session_id}/history', () => {
  it('OPENCX-61 goes from page to page, the oldest first', async () => {
    const whole = (await history(opencxClient(), seeded.session)).map(({id}) => id);
    const client = opencxClient({page_size: 3});
    const seen: string[] = [];
    for (let path = ''; ;) {
      const page = await read<Page<Item>>(client, `/chat/sessions/${seeded.session}/history${path}`);
      seen.push(...page.items.map(({id}) => id));
      if (page.next === null) break;
      path = `?cursor=${page.next}`;
    }
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(8);
  });

  it('OPENCX-24 a redaction between two pages does not disturb them', async () => {
    const client = opencxClient({page_size: 4});
    const path = `/chat/sessions/${seeded.session}/history`;
    const first = await read<Page<Item>>(client, path);
    await redactSession(client, seeded.session);
    const second = await read<Page<Item>>(client, `${path}?cursor=${first.next}`);
    expect(second.items).toHaveLength(4);
    expect(second.items.at(-1)?.event.content?.text).toBe('[REDACTED]');
  });

  it('OPENCX-61 an unknown session is not found', async () => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('GET', `/chat/sessions/${nobody}/history`);
    expect(answer).toMatchObject({status: 404, body: notFound('Session')});
    expect(await stateOf(client)).toBe(before);
  });
});
