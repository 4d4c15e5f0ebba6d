import {describe, expect, it} from 'vitest';
import {
  aWhile,
  clientWith,
  history,
  keys,
  nobody,
  notFound,
  opencxClient,
  openSession,
  post,
  read,
  redactSession,
  seeded,
  send,
  stateOf,
  type Page,
} from './test-support.js';

interface Contact {
  readonly id: string;
  readonly custom_data: unknown;
}

const contactOf = async (client: ReturnType<typeof opencxClient>, session: string) =>
  (await read<{contact?: Contact}>(client, `/chat/sessions/${session}`)).contact;

describe('POST /chat/sessions', () => {
  it('OPENCX-50 takes {} and answers the id alone', async () => {
    const client = opencxClient();
    const answer = await post(client, '/chat/sessions', {});
    expect(Object.keys(answer)).toEqual(['id']);
    expect(await read(client, `/chat/sessions/${String(answer.id)}`)).toEqual({
      id: answer.id,
      status: 'open',
      ai_closure_type: null,
      sentiment: null,
      channel: {type: 'api'},
      ticket_number: 4522,
      assist_mode: false,
      created_at: '2026-01-05T09:00:00.000Z',
      updated_at: '2026-01-05T09:00:00.000Z',
    });
    expect(await history(client, String(answer.id))).toEqual([]);
  });

  it('OPENCX-50 numbers tickets from 1 in each organization', async () => {
    const client = clientWith({});
    const ticket = async (authorization: string) => {
      client.authorization = authorization;
      return (await read(client, `/chat/sessions/${await openSession(client)}`)).ticket_number;
    };
    expect(await ticket(keys.full)).toBe(1);
    expect(await ticket(keys.full)).toBe(2);
    expect(await ticket(keys.orgB)).toBe(1);
    expect(await ticket(keys.full)).toBe(3);
  });

  it('OPENCX-50 keeps channel and custom data', async () => {
    const client = opencxClient();
    const custom_data = {order_id: 'ord_123', cart_value: 149.99, vip: true};
    const id = await openSession(client, {channel: {type: 'email'}, custom_data});
    expect(await read(client, `/chat/sessions/${id}`)).toMatchObject({channel: {type: 'email'}, custom_data});
  });

  it('OPENCX-51 creates the contact, and what was not verified is kept apart', async () => {
    const client = opencxClient();
    const contact = {email: 'new@example.com', name: 'New Name', phone_number: '', custom_data: {plan: 'pro'}};
    const known = {email: 'new@example.com', name: 'New Name', phone_number: null};
    expect(await contactOf(client, await openSession(client, {contact}))).toMatchObject({
      ...known,
      custom_data: null,
      non_verified_custom_data: {plan: 'pro'},
    });
    const other = {...contact, email: 'other@example.com'};
    expect(await contactOf(client, await openSession(client, {contact: other, verified: true}))).toMatchObject({
      custom_data: {plan: 'pro'},
      non_verified_custom_data: null,
    });
  });

  it.each([
    ['e-mail address, in any letter case', {email: 'ADA@example.com', phone_number: '+12025550187'}],
    ['phone, if no e-mail address fits', {email: 'ada.new@example.com', phone_number: '+12025550143'}],
    ['phone alone', {phone_number: '+12025550143'}],
  ])('OPENCX-51 matches a contact by %s', async (_, details) => {
    const client = opencxClient();
    const contact = await contactOf(client, await openSession(client, {contact: details}));
    expect(contact?.id).toBe(seeded.ada);
    expect(contact).toMatchObject({...details, name: 'Ada Example', custom_data: {plan: 'pro', region: 'emea'}});
  });

  it('OPENCX-51, OPENCX-53 updates the contact it found, key by key', async () => {
    const client = opencxClient();
    const contact = {email: 'ada@example.com', name: 'Ada E.', custom_data: {plan: 'free', seat: '4'}};
    await openSession(client, {contact, verified: true});
    expect(await contactOf(client, seeded.session)).toMatchObject({
      name: 'Ada E.',
      phone_number: '+12025550143',
      custom_data: {plan: 'free', region: 'emea', seat: '4'},
    });
  });

  it('OPENCX-51, OPENCX-67 does not match a contact of another organization', async () => {
    const client = opencxClient({}, {authorization: keys.orgB});
    const byEmail = await contactOf(client, await openSession(client, {contact: {email: 'ada@example.com'}}));
    expect(byEmail?.id).toBe(seeded.foreignAda);
    const byPhone = await contactOf(client, await openSession(client, {contact: {phone_number: '+12025550143'}}));
    expect([seeded.ada, seeded.foreignAda]).not.toContain(byPhone?.id);
  });

  it('OPENCX-51 makes a new contact each time when nothing tells who it is', async () => {
    const client = opencxClient();
    const first = await contactOf(client, await openSession(client, {contact: {name: 'Guest', email: ''}}));
    const second = await contactOf(client, await openSession(client, {contact: {name: 'Guest', email: ''}}));
    expect(first?.id).not.toBe(second?.id);
  });

  it('OPENCX-51, OPENCX-52 links a contact by id, and then the description does not count', async () => {
    const client = opencxClient();
    const before = await contactOf(client, seeded.session);
    const id = await openSession(client, {contact_id: seeded.ada, contact: {email: 'x@example.com'}});
    expect(await contactOf(client, id)).toEqual(before);
  });

  it('OPENCX-52 refuses the id of nobody', async () => {
    const client = opencxClient();
    const before = await stateOf(client);
    const answer = await client.call('POST', '/chat/sessions', {body: {contact_id: nobody}});
    expect(answer).toMatchObject({status: 404, body: notFound('Contact')});
    expect(await stateOf(client)).toBe(before);
  });
});

describe('POST /contacts', () => {
  it('OPENCX-51 writes phone, which reads phone_number; empty strings say nothing', async () => {
    const client = opencxClient();
    const contact = {email: 'bot@example.com', phone: '+12025550199', name: '', custom_data: {a: 'b'}};
    const {id} = await post<{id: string}>(client, '/contacts', {contact});
    expect(await contactOf(client, await openSession(client, {contact_id: id}))).toEqual({
      id,
      email: 'bot@example.com',
      phone_number: '+12025550199',
      name: null,
      custom_data: {a: 'b'},
      non_verified_name: null,
      non_verified_email: null,
      non_verified_custom_data: null,
    });
  });
});

describe('PATCH /chat/sessions/{session_id}', () => {
  it.each(['open', 'closed_resolved', 'closed_unresolved'])('OPENCX-60 sets the status %s', async (status) => {
    const client = opencxClient();
    const before = await history(client, seeded.session);
    const answer = await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status}});
    expect(answer).toMatchObject({status: 200, text: ''});
    expect(await read(client, `/chat/sessions/${seeded.session}`)).toMatchObject({status});
    expect(await history(client, seeded.session)).toEqual(before);
  });

  it('OPENCX-60 moves updated_at when the status changes, and not otherwise', async () => {
    const client = opencxClient();
    const path = `/chat/sessions/${seeded.session}`;
    for (const body of [{}, {status: 'open'}, {session_closed_payload: {any: ['thing']}}]) {
      await client.call('PATCH', path, {body});
      expect(await read(client, path)).toMatchObject({updated_at: '2026-01-04T09:12:00.000Z'});
    }
    await client.call('PATCH', path, {body: {status: 'closed_resolved'}});
    expect(await read(client, path)).toMatchObject({updated_at: '2026-01-05T09:00:00.000Z'});
  });

  it.each([
    ['closed_resolved', 'closed_resolved_by_api'],
    ['closed_unresolved', 'closed_unresolved_by_api'],
  ])('OPENCX-60 history tells of %s when told to, but of no reopening', async (status, type) => {
    const client = opencxClient({emit_status_events: true});
    const before = await history(client, seeded.session);
    for (const one of [status, status, 'open']) {
      await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body: {status: one}});
    }
    const after = await history(client, seeded.session);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({event}) => event)).toEqual([{type}]);
  });

  it('OPENCX-60 has the AI sum up on closing if asked to, without quoting anybody', async () => {
    const client = opencxClient();
    await send(client, seeded.empty, 'My name is Quillfeather.');
    const path = `/chat/sessions/${seeded.empty}`;
    const body = {generate_summary_and_sentiment_on_resolve: true, reflect_status_change_for_integration: true};
    await client.call('PATCH', path, {body});
    expect(await read(client, path)).toMatchObject({status: 'open', sentiment: null});
    await client.call('PATCH', path, {body: {...body, status: 'closed_resolved'}});
    const closed = await read(client, path);
    expect(closed).toMatchObject({sentiment: 'neutral', summary: expect.any(String)});
    expect(closed.summary).not.toContain('Quillfeather');
  });

  it('OPENCX-60 a summary that there is stays, and none appears unasked', async () => {
    const client = opencxClient();
    const before = await read(client, `/chat/sessions/${seeded.session}`);
    const body = {status: 'closed_resolved', generate_summary_and_sentiment_on_resolve: true};
    await client.call('PATCH', `/chat/sessions/${seeded.session}`, {body});
    const {summary, sentiment} = before;
    expect(await read(client, `/chat/sessions/${seeded.session}`)).toMatchObject({summary, sentiment});
    await client.call('PATCH', `/chat/sessions/${seeded.empty}`, {body: {status: 'closed_unresolved'}});
    expect(await read(client, `/chat/sessions/${seeded.empty}`)).not.toHaveProperty('summary');
  });

  it('OPENCX-60 an unknown session is not found', async () => {
    const answer = await opencxClient().call('PATCH', `/chat/sessions/${nobody}`, {body: {status: 'open'}});
    expect(answer).toMatchObject({status: 404, body: notFound('Session')});
  });
});

describe('what sessions hold', () => {
  it('OPENCX-49 get, list and filter hold no text of a message, but summaries that no redaction reaches', async () => {
    const client = opencxClient();
    await send(client, seeded.session, 'canary Quillfeather');
    const shown = async () =>
      JSON.stringify([
        await read(client, `/chat/sessions/${seeded.session}`),
        await read(client, '/chat/sessions'),
        await post(client, '/chat/sessions/filter', {}),
      ]);
    const before = await shown();
    expect(before).not.toContain('Quillfeather');
    expect(before).not.toContain('My parcel never came');
    expect(before.match(/misses a parcel/g)).toHaveLength(3);
    expect(before.match(/did not get her parcel/g)).toHaveLength(3);
    await redactSession(client, seeded.session);
    expect(await shown()).toBe(before);
  });
});

describe('GET /chat/sessions', () => {
  const idsOf = async (client: ReturnType<typeof opencxClient>, query = '') =>
    (await read<Page<{id: string}>>(client, `/chat/sessions${query}`)).items.map(({id}) => id);

  it('OPENCX-61 shows the latest changed first', async () => {
    const client = opencxClient();
    expect(await idsOf(client)).toEqual([seeded.session, seeded.other, seeded.empty, seeded.closed]);
    await send(client, seeded.closed, 'One more thing.');
    expect(await idsOf(client)).toEqual([seeded.closed, seeded.session, seeded.other, seeded.empty]);
  });

  it('OPENCX-61 goes from page to page by an opaque cursor, and next is null on the last', async () => {
    const client = opencxClient({page_size: 2});
    client.advance(aWhile);
    // Several changed at the same instant.
    const opened = [await openSession(client), await openSession(client), await openSession(client)];
    const seen: string[] = [];
    let next: string | null = '';
    for (const length of [2, 2, 2, 1]) {
      const cursor: string = next ? `?cursor=${encodeURIComponent(next)}` : '';
      const page: Page<{id: string}> = await read(client, `/chat/sessions${cursor}`);
      expect(page.items).toHaveLength(length);
      seen.push(...page.items.map(({id}) => id));
      ({next} = page);
    }
    expect(next).toBeNull();
    expect([...seen.slice(0, 3)].sort()).toEqual(opened.sort());
    expect(seen.slice(3)).toEqual([seeded.session, seeded.other, seeded.empty, seeded.closed]);
  });

  it('OPENCX-61 the last page is known for the last even when it is full', async () => {
    const client = opencxClient({page_size: 4});
    expect(await read(client, '/chat/sessions')).toMatchObject({next: null});
  });

  it('OPENCX-61 holds 50 sessions a page', async () => {
    const client = opencxClient();
    for (let count = 0; count < 47; count++) await openSession(client);
    const page = await read<Page<unknown>>(client, '/chat/sessions');
    expect(page.items).toHaveLength(50);
    expect(page.next).toEqual(expect.any(String));
  });

  it.each([
    ['handed_off=true', ['session']],
    ['handed_off=false', ['other', 'empty', 'closed']],
    ['status=closed_resolved', ['closed']],
    ['status=closed_unresolved', []],
    ['channel_type=whatsapp', ['other']],
    ['status=open&handed_off=false', ['other', 'empty']],
    ['status=open&handed_off=false&channel_type=api', ['empty']],
    ['created_after=2026-01-02T10:00:00Z', ['session', 'empty']],
    ['created_before=2026-01-02T10:00:00Z', ['other']],
    ['created_after=2026-01-02T09:59:59.999Z&created_before=2026-01-02T10:00:00.001Z', ['closed']],
    ['updated_after=2026-01-03T08:00:00Z', ['session', 'other']],
    ['updated_before=2026-01-03T08:00:00Z', ['closed']],
    ['updated_after=2026-01-03T09%3A59%3A59%2B02%3A00', ['session', 'other', 'empty']],
    ['updated_after=2026-01-02T23:59:60Z&updated_before=2026-01-03T15:00:00Z', ['empty']],
    ['updated_after=2026-02-01T00:00:00Z', []],
  ] as const)('OPENCX-62 %s', async (query, names) => {
    expect(await idsOf(opencxClient(), `?${query}`)).toEqual(names.map((name) => seeded[name]));
  });

  it('OPENCX-61, OPENCX-62 fills filtered pages, and ends where nothing more fits', async () => {
    const client = opencxClient({page_size: 1});
    const first = await read<Page<{id: string}>>(client, '/chat/sessions?handed_off=false&status=open');
    expect(first.items.map(({id}) => id)).toEqual([seeded.other]);
    const rest = `/chat/sessions?handed_off=false&status=open&cursor=${first.next}`;
    expect(await read<Page<{id: string}>>(client, rest)).toMatchObject({items: [{id: seeded.empty}], next: null});
  });

  it('OPENCX-61 the cursor that the document prints can be read', async () => {
    const {parameters} = (await import('../../specs/opencx/generated/index.js')).document.components as {
      parameters: {Cursor: {examples: {secondPage: {value: string}}}};
    };
    const cursor = parameters.Cursor.examples.secondPage.value;
    const client = opencxClient();
    expect((await client.call('GET', `/chat/sessions?cursor=${cursor}`)).status).toBe(200);
    expect((await client.call('GET', `/chat/sessions/${seeded.session}/history?cursor=${cursor}`)).status).toBe(200);
  });
});
