import {opencx} from '../../mocks/opencx/index.js';
import {signToken} from '../../src/engine/index.js';
import type {HeadersOf, World} from './world.js';

const organization_id = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';
const [ada, noor] = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'];
const [open, closed, empty] = [1, 2, 3].map((n) => `a0000000-0000-4000-8000-00000000001${n}`) as [
  string,
  string,
  string,
];
const noorsSession = 'b0000000-0000-4000-8000-000000000011';
const adasFile = 'a0000000-0000-4000-8000-000000000031';
const adasUpload = 'a0000000-0000-4000-8000-000000000033';
const noorsFile = 'b0000000-0000-4000-8000-000000000031';
const {OPENCX_API_KEY: key = '', OPENCX_WIDGET_TOKEN: widget = ''} = opencx.issue('default').env;

const time = {created_at: '2026-01-02T10:00:00.000Z', updated_at: '2026-01-03T10:00:00.000Z'};
const contact = (id: string, prefix: string) => ({
  id,
  organization_id,
  email: `${prefix}-contact@customer.example`,
  phone_number: `${prefix}-phone`,
  name: `${prefix}-name`,
  custom_data: {plan: `${prefix}-contact-data`},
  non_verified_name: null,
  non_verified_email: null,
  non_verified_custom_data: null,
  ...time,
});
const session = (id: string, contact_id: string, ticket_number: number, more: object = {}) => ({
  id,
  organization_id,
  contact_id,
  status: 'open',
  ai_closure_type: null,
  sentiment: null,
  channel: {type: 'web'},
  ticket_number,
  assist_mode: false,
  ...time,
  ...more,
});
const kept = (prefix: string) => ({
  custom_data: {note: `${prefix}-session-data`},
  summary: `${prefix}-summary`,
  handoff: {summary: `${prefix}-handoff`, sentiment: 'angry'},
});
const item = (id: string, session_id: string, event: object) => ({id, session_id, created_at: time.created_at, event});
const message = (type: string, text: string, more: object = {}) => ({
  ...{
    type: 'message',
    sender: {type, name: 'kept-sender'},
    content: {type: 'text', text},
    attachments: [],
    context: {},
  },
  ...more,
});

/** Ada, whose messages are redacted, and Noor, in the same organization. OPENCX-14…20 */
export const opencxWorld: World = {
  vendor: opencx,
  behaviours: {
    'opencx.webhook_url': 'https://hooks.example.org/opencx',
    'opencx.webhook_delay': 'PT60S',
    'opencx.ai_replies': true,
    'opencx.contact_get': true,
  },
  seed: {
    contacts: [contact(ada, 'kept'), contact(noor, 'noor')],
    sessions: [
      session(open, ada, 1, kept('kept')),
      session(closed, ada, 2, {status: 'closed_resolved'}),
      session(empty, ada, 3),
      session(noorsSession, noor, 4, kept('noor')),
    ],
    history: [
      item('a0000000-0000-4000-8000-000000000021', open, {
        ...message('contact', 'erased-text'),
        context: {page: 'kept-context'},
      }),
      item('a0000000-0000-4000-8000-000000000022', open, message('ai', 'erased-reply')),
      item('a0000000-0000-4000-8000-000000000023', open, {
        ...message('contact', 'erased-caption'),
        attachments: [
          {id: adasFile, name: 'erased-name.png', size: 9, type: 'image/erased-type'},
          {
            ...{id: 'a0000000-0000-4000-8000-000000000032', name: 'erased-far.png', size: 0, type: 'image/png'},
            url: 'https://files.example.com/erased-address.png',
          },
          {
            ...{id: 'a0000000-0000-4000-8000-000000000034', name: 'erased-upload.png', size: 9, type: 'image/png'},
            ...{url: `http://127.0.0.1:4020/files/${adasUpload}/image.png`, file_id: adasUpload},
          },
        ],
      }),
      item('a0000000-0000-4000-8000-000000000024', open, {
        ...{type: 'human_agent_comment', human_agent_id: 17, content: {type: 'text', text: 'kept-comment'}},
      }),
      item('a0000000-0000-4000-8000-000000000025', closed, message('human_agent', 'erased-answer')),
      item('b0000000-0000-4000-8000-000000000021', noorsSession, {
        ...message('contact', 'noor-text'),
        sender: {type: 'contact', name: 'noor-name'},
        attachments: [{id: noorsFile, name: 'noor-name.png', size: 9, type: 'image/png'}],
        context: {page: 'noor-context'},
      }),
    ],
    files: [
      {id: adasFile, organization_id, base64: btoa('erased-bytes')},
      {id: adasUpload, organization_id, base64: btoa('erased-image')},
      {id: noorsFile, organization_id, base64: btoa('noor-bytes')},
    ],
  },
  bystander: [noor, noorsSession, noorsFile],
  impersonal: {
    apiKeys: 'credentials',
    widgetTokens: 'credentials',
    deliveries: 'hold no word: the text is looked up when they leave (OPENCX-45)',
  },
  names: {
    messageId: (known) => known.of('history'),
    assignee_id: () => ['17'],
    organization_id: () => [organization_id],
    name: () => ['file'],
    // A file that was uploaded is attached under the address that the upload told.
    url: (known) => known.of('files').map((id) => `http://127.0.0.1:4020/files/${id}/image.png`),
  },
  signIn: () => {
    const visitor = (sub: string) => `Bearer ${signToken({sub, organization_id, iat: 1})}`;
    const visitors = {subject: visitor(ada), bystander: visitor(noor)};
    const headers: HeadersOf = ({path}, who) => ({
      'x-bot-token': widget,
      authorization: path.startsWith('/backend/widget/') ? visitors[who] : `Bearer ${key}`,
    });
    return Promise.resolve(headers);
  },
  /** Message by message in every other session, the others at once. */
  erase: async (run, known) => {
    for (const [index, sessionId] of known.of('sessions').entries()) {
      const singly = index % 2 === 0 ? await messagesOf(run, String(sessionId)) : [];
      for (const messageId of singly) await run.request('redactMessage', {messageId});
      if (singly.length === 0) await run.request('redactSession', {sessionId});
    }
  },
  survivors: [
    {operation: /^(createContact|updateContact|authenticateContact)$/, place: /./, why: 'OPENCX-20: contacts stay'},
    {operation: /^(createChatSession|sendMessage)$/, place: /^\/(contact|custom_data)/, why: 'OPENCX-20'},
    {operation: /^sendMessage$/, place: /^\/agent\/name/, why: 'OPENCX-16: the sender stays'},
    {operation: /^redact/, place: /^\/reason$/, why: 'OPENCX-43: the audit trail tells why'},
    {operation: /^upload/, place: /./, why: 'OPENCX-66: a file goes with the message that holds it, if one does'},
  ],
};

async function messagesOf(run: Parameters<World['erase']>[0], session: string): Promise<string[]> {
  const changes = await run.dump();
  const items = changes.map(({entity}) => entity as {id: string; session_id?: string; event?: {type: string}});
  return items.filter((one) => one?.session_id === session && one.event?.type === 'message').map(({id}) => id);
}
