import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {opencx} from '../../mocks/opencx/index.js';
import {receiver} from '../support/receiver.js';
import {Referee, type Ask} from '../support/referee.js';
import {image, refusesWhatIsTypical} from '../support/refusals.js';

/** OpenCX through Prism: every operation once with success, and what is refused. */
const nobody = '00000000-0000-4000-8000-000000000000';
const seeded = '123e4567-e89b-12d3-a456-426614174000';

let referee: Referee;
let hooks: Awaited<ReturnType<typeof receiver>>;
let ask: Ask;
let stranger: Ask;
/** Ada's browser, in which the widget is open. */
let visitor: Ask;

beforeAll(async () => {
  hooks = await receiver();
  referee = await Referee.start('opencx', {behaviours: {'opencx.webhook_url': hooks.url, 'opencx.contact_get': true}});
  ask = referee.as({authorization: `Bearer ${referee.env.OPENCX_API_KEY ?? ''}`});
  stranger = referee.as({});
  const body = {email: 'ada@example.com'};
  const {body: ada} = await ask<{token: string}>('POST', '/widget/authenticate-user', 200, {body});
  visitor = referee.as({
    'x-bot-token': referee.env.OPENCX_WIDGET_TOKEN ?? '',
    authorization: `Bearer ${ada.token}`,
  });
}, 120_000);

afterAll(async () => {
  await referee.stop();
  hooks.close();
});

async function openSession(body: object = {}): Promise<string> {
  return (await ask<{id: string}>('POST', '/chat/sessions', 200, {body})).body.id;
}

async function send(session: string, body: object): Promise<string> {
  const {body: sent} = await ask<{data: {message: {id: string}}}>('POST', `/chat/sessions/${session}/send`, 200, {
    body,
  });
  return sent.data.message.id;
}

const text = (words: string) => ({sender: 'contact', message: {type: 'text', text: words}});

describe('a conversation', () => {
  it('is opened, held, closed and redacted', async () => {
    const contact = {email: 'lee@customer.example', name: 'Lee Placeholder', phone_number: '+15555550171'};
    const session = await openSession({channel: {type: 'api'}, custom_data: {order: 'A-1'}, contact});
    const path = `/chat/sessions/${session}`;
    const messageId = await send(session, text('My card is 4111 1111 1111 1111'));
    await send(session, {
      sender: 'agent',
      agent: {id: 17, name: 'Sam Agent'},
      should_take_over_session_from_ai: true,
      message: {
        type: 'text',
        text: 'Here it is.',
        attachments: [{name: 'a.txt', base64: 'QQ==', mime_type: 'text/plain'}],
      },
    });
    await ask('GET', path, 200);
    await ask('GET', `${path}/history`, 200);
    await ask('PATCH', path, 200, {body: {status: 'closed_resolved'}});
    await ask('POST', '/redaction/message', 200, {body: {messageId}});
    await ask('POST', '/redaction/session', 200, {body: {sessionId: session, reason: 'asked'}});
    const {body} = await ask('GET', `${path}/history`, 200);
    expect(JSON.stringify(body)).not.toContain('4111');
  });

  it('is found among others', async () => {
    await ask('GET', '/chat/sessions', 200);
    await ask('GET', '/chat/sessions?status=open&channel_type=web&handed_off=true', 200);
    await ask('GET', '/chat/sessions?created_after=2025-01-01T00:00:00Z&updated_before=2026-01-01T00:00:00Z', 200);
    await ask('GET', '/chat/sessions/search?q=Ada', 200);
    const filters = {channels: ['web'], statuses: ['open']};
    await ask('POST', '/chat/sessions/filter', 200, {body: {filters, sort_by: 'last_message_at', page: 1, limit: 25}});
    await ask('GET', `/chat/sessions/${seeded}/history`, 200);
  });

  it('has its pages', async () => {
    await referee.standin.behaviours.set({'opencx.page_size': 1});
    for (const path of ['/chat/sessions', '/contacts', `/chat/sessions/${seeded}/history`]) {
      const {body} = await ask<{next: string}>('GET', path, 200);
      await ask('GET', `${path}?cursor=${encodeURIComponent(body.next)}`, 200);
    }
    await referee.standin.behaviours.set({'opencx.page_size': 50});
  });

  it('has files, which are served to whoever has the address', async () => {
    const {body} = await ask<{url: string}>('POST', '/media/upload', 200, {body: image()});
    await send(await openSession(), {
      sender: 'contact',
      message: {
        type: 'text',
        text: 'See here.',
        attachments: [{url: body.url, name: 'parcel.gif', mime_type: 'image/gif'}],
      },
    });
    expect((await stranger<string>('GET', referee.pathOf(body.url), 200)).body).toBe('GIF89a');
  });

  it('tells webhooks what happened', async () => {
    await referee.standin.settled();
    expect(hooks.bodies.length).toBeGreaterThan(0);
  });
});

describe('a contact', () => {
  it('is made, read, changed and deleted', async () => {
    const contact = {
      email: 'mika@customer.example',
      phone: '+15555550172',
      name: 'Mika Muster',
      custom_data: {plan: 'pro'},
    };
    const {body} = await ask<{id: string}>('POST', '/contacts', 200, {body: {contact}});
    const path = `/contacts/${body.id}`;
    await ask('GET', path, 200);
    await ask('GET', '/contacts', 200);
    await ask('GET', '/contacts?created_after=2025-01-01T00:00:00Z', 200);
    await ask('PATCH', path, 200, {body: {contact: {phone: '+15555550173'}}});
    await ask('DELETE', path, 200);
    for (const method of ['GET', 'DELETE']) await ask(method, path, 404);
    await ask('PATCH', path, 404, {body: {contact: {phone: '+15555550174'}}});
  });
});

describe('the widget', () => {
  it('shows a visitor what is theirs, and nobody else', async () => {
    const base = '/backend/widget/v2';
    const session = await openSession({contact: {email: 'ada@example.com'}, channel: {type: 'web'}});
    await send(session, text('Where is my parcel?'));
    await visitor('GET', `${base}/poll/${session}`, 200);
    await visitor('GET', `${base}/poll/${seeded}`, 200);
    await visitor('GET', `${base}/session/history/${seeded}`, 200);
    await visitor('GET', `${base}/sessions`, 200);
    await visitor('POST', `${base}/upload`, 200, {body: image()});
    await visitor('POST', `${base}/session/resolve`, 200, {body: {session_id: session}});
    await visitor('POST', `${base}/session/resolve`, 404, {body: {session_id: nobody}});
  });
});

refusesWhatIsTypical({
  vendor: opencx,
  referee: () => referee,
  ask: ({path}) => (path.startsWith('/backend/widget/') ? visitor : ask),
  unknown: {authorization: 'Bearer ocx_live_nobody', 'x-bot-token': 'ocx_widget_nobody'},
  nothing: (name) => (name === 'name' ? 'parcel.gif' : nobody),
});

describe('what is refused besides', () => {
  it.each([
    ['POST', '/redaction/session', {sessionId: nobody}],
    ['POST', '/redaction/message', {messageId: nobody}],
  ])('what is not there: %s %s', async (method, path, body?: object) => {
    await ask(method, path, 404, {body});
  });

  it.each([
    ['POST', '/redaction/session', {}],
    ['POST', '/chat/sessions', {channel: {type: 'pigeon'}}],
    ['PATCH', `/chat/sessions/${seeded}`, {status: 'gone'}],
    ['POST', `/chat/sessions/${seeded}/send`, {sender: 'contact'}],
    ['POST', '/contacts', {contact: {email: 7}}],
    ['GET', '/chat/sessions/search'],
  ])('what is no proper request: %s %s', async (method, path, body?: object) => {
    await ask(method, path, 400, {body, request: 'wrong'});
  });

  it('whoever lacks the right', async () => {
    const reader = referee.as({authorization: 'Bearer ocx_live_reader4f8b06d3e97a21c5'});
    await reader('POST', '/redaction/session', 403, {body: {sessionId: seeded}});
    await reader('POST', '/contacts', 403, {body: {contact: {email: 'lee@customer.example'}}});
  });

  it('a file that is too large', {timeout: 30_000}, async () => {
    const form = new FormData();
    form.append('file', new Blob([`GIF89a${'x'.repeat(6 * 1024 * 1024)}`], {type: 'image/gif'}), 'large.gif');
    await ask('POST', '/media/upload', 413, {body: form, request: 'either'});
  });

  it('one call too many', async () => {
    await referee.standin.clock.freeze();
    await referee.standin.behaviours.set({'opencx.limiter': 'on'});
    const headers = {authorization: `Bearer ${referee.env.OPENCX_API_KEY ?? ''}`};
    for (let i = 0; i < 100; i++) await referee.standin.fetch('/opencx/contacts', {headers});
    await ask('GET', '/contacts', 429);
    await referee.standin.behaviours.set({'opencx.limiter': 'off'});
  });
});

it('creations answer 201 by the older docs', async () => {
  await referee.standin.behaviours.set({'opencx.docs_generation': 'G2'});
  await ask('POST', '/chat/sessions', 201, {body: {}});
});

it('every operation was answered through Prism', () => expect(referee.unconfirmed).toEqual([]));
