import {describe, expect, it} from 'vitest';
import {
  formWith,
  keys,
  openSession,
  opencxClient,
  pathOf,
  post,
  read,
  redactMessage,
  redactSession,
  seeded,
  send,
  visitor,
  type Item,
  type Page,
} from '../mocks/opencx/test-support.js';
import type {Seeds} from '../src/engine/index.js';
import {askAgain, recordCalls, seedOfCalls} from './support/implied-seed.js';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mOIAgAAXABbdTws1wAAAABJRU5ErkJggg==';
const behaviours = {contact_get: true, ai_replies: true, emit_status_events: true};
const second = (seeds: Seeds) => opencxClient(behaviours, {seeds});

/** A client that is recorded, and did a bit of everything. */
async function worked() {
  const client = opencxClient(behaviours);
  const calls = recordCalls(client);
  const contact = {email: 'mo@example.org', phone: '+12025550111', name: 'Mo Sample', custom_data: {plan: 'free'}};
  const {id: contact_id} = await post<{id: string}>(client, '/contacts', {contact});
  client.advance(1000);
  await client.call('PATCH', `/contacts/${contact_id}`, {body: {contact: {custom_data: {region: 'emea'}}}});
  const session = await openSession(client, {contact_id, channel: {type: 'web'}, custom_data: {order: 7}});
  client.advance(1000);
  const message = {type: 'text', text: 'Here is a picture.', attachments: [{name: 'a.png', base64: btoa('Hello')}]};
  await send(client, session, {message});
  const form = formWith(Buffer.from(pixel, 'base64'), {type: 'image/png', name: 'b.png'});
  const {url} = await post<{url: string}>(client, '/media/upload', form);
  await send(client, session, {message: {...message, text: 'And another.', attachments: [{name: 'b.png', url}]}});
  const agent = {sender: 'agent', agent: {id: 4, name: 'Sam'}, should_take_over_session_from_ai: true};
  await send(client, session, {...agent, message: {type: 'text', text: 'Thank you.'}});

  // Read in clear, and redacted then.
  for (const id of [seeded.other, seeded.session]) await read(client, `/chat/sessions/${id}/history`);
  await redactSession(client, seeded.other);
  await redactMessage(client, seeded.session);
  client.advance(1000);
  await client.call('PATCH', `/chat/sessions/${session}`, {body: {status: 'closed_resolved'}});
  const gone = await post<{id: string}>(client, '/contacts', {contact: {email: 'gone@example.org'}});
  await client.call('DELETE', `/contacts/${gone.id}`);
  return {client, calls, session, contact_id};
}

/** All that is to be read again. */
async function targetsOf(client: ReturnType<typeof opencxClient>): Promise<readonly string[]> {
  const {items: sessions} = await read<Page<{id: string}>>(client, '/chat/sessions');
  const {items: contacts} = await read<Page<{id: string}>>(client, '/contacts');
  return [
    ...[
      '/chat/sessions',
      '/chat/sessions?status=open',
      '/chat/sessions?handed_off=true',
      '/chat/sessions/search?q=example',
    ],
    ...sessions.flatMap(({id}) => [`/chat/sessions/${id}`, `/chat/sessions/${id}/history`]),
    ...['/contacts', ...contacts.map(({id}) => `/contacts/${id}`)],
  ];
}

describe('what OpenCX answered becomes a seed', () => {
  it('with which a stand-in answers the same', async () => {
    const {client, calls} = await worked();
    const asked = await askAgain(client, {calls, targets: await targetsOf(client), second});
    expect(asked.length).toBeGreaterThan(15);
    for (const {target, before, again} of asked) expect({target, answer: again}).toEqual({target, answer: before});
  });

  it('in whose order sessions are filtered by their last message', async () => {
    const {client, calls} = await worked();
    for (const target of await targetsOf(client)) await client.call('GET', target);
    const other = second(await seedOfCalls(calls, client.vendor));
    expect(await post(other, '/chat/sessions/filter', {})).toEqual(await post(client, '/chat/sessions/filter', {}));
  });

  it('with the content of attachments that were sent along; the smallest image stands for what was not', async () => {
    const {client, calls, session} = await worked();
    const paths = [`/chat/sessions/${session}/history`, `/chat/sessions/${seeded.session}/history`];
    await askAgain(client, {calls, targets: paths, second});
    const other = second(await seedOfCalls(calls, client.vendor));
    const pages = await Promise.all(paths.map((path) => read<Page<Item>>(other, path)));
    const attachments = pages.flatMap(({items}) => items.flatMap(({event}) => event.attachments ?? []));
    const own = attachments.filter(({url}) => url.startsWith('http://127.0.0.1'));
    expect(own.map(({name}) => name)).toEqual(['a.png', 'b.png', 'label-ada-example.png', 'ada-at-home.png']);
    const contents: string[] = [];
    for (const {url} of own) contents.push((await other.call('GET', pathOf(url).replace('/opencx', ''))).text);
    const image = new TextDecoder().decode(Buffer.from(pixel, 'base64'));
    expect(contents).toEqual(['Hello', image, image, image]);
  });

  it('in which nothing is left of what was redacted or deleted, though it was read before', async () => {
    const {client, calls} = await worked();
    expect(JSON.stringify(calls)).toContain('Is my order on its way?');
    const seeds = await seedOfCalls(calls, client.vendor);
    const text = JSON.stringify(seeds);
    for (const gone of ['Is my order on its way?', 'I am Ada Example, 12 Sample Street', 'gone@example.org'])
      expect(text).not.toContain(gone);
    expect(text).toContain('Here is the label to Ada Example.');
    // What is redacted is so for the stand-in too, which counts it no more (OPENCX-24).
    expect(await redactSession(second(seeds), seeded.other)).toMatchObject({messagesRedacted: 0});
  });

  it('for the visitor who was vouched for, if nothing but the widget was used', async () => {
    const client = opencxClient(behaviours);
    const calls = recordCalls(client);
    const headers = await visitor(client);
    // A list shows the last message, which only the history of a session tells.
    const targets = [
      ...[seeded.session, seeded.closed].map((id) => `/backend/widget/v2/poll/${id}`),
      `/backend/widget/v2/session/history/${seeded.session}`,
      '/backend/widget/v2/sessions',
    ];
    const before = await Promise.all(targets.map((target) => client.call('GET', target, {headers})));
    const other = second(await seedOfCalls(calls, client.vendor));
    const again = await visitor(other);
    for (const [position, target] of targets.entries()) {
      const answer = await other.call('GET', target, {headers: again});
      expect({target, body: answer.body}).toEqual({target, body: before[position]?.body});
    }
  });

  it('with what was made and never read', async () => {
    const client = opencxClient(behaviours);
    const calls = recordCalls(client);
    const session = await openSession(client, {contact: {email: 'mo@example.org', name: 'Mo Sample'}, verified: true});
    await send(client, session, 'Where is my parcel?');
    const other = second(await seedOfCalls(calls, client.vendor));
    expect(await read(other, `/chat/sessions/${session}`)).toMatchObject({
      ...{id: session, status: 'open', channel: {type: 'api'}, ticket_number: 1},
      contact: {email: 'mo@example.org', name: 'Mo Sample'},
    });
    const {items} = await read<Page<Item>>(other, `/chat/sessions/${session}/history`);
    expect(items.map(({event}) => event.content?.text)).toEqual(['Where is my parcel?']);
  });

  it('of the organization of the demo key, whose keys all stay known', async () => {
    const {client, calls} = await worked();
    const seeds = await seedOfCalls(calls, client.vendor);
    expect(Object.keys(seeds.opencx ?? {})).toEqual(['contacts', 'sessions', 'history', 'files']);
    const reader = opencxClient(behaviours, {seeds, authorization: keys.reading});
    expect((await read<Page<unknown>>(reader, '/chat/sessions')).items).toHaveLength(
      seeds.opencx?.sessions?.length ?? 0,
    );
  });
});
