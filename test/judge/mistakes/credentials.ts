import type {Run} from '../run.js';
import type {Sent} from '../client.js';
import type {Mistake, Pick} from './mistake.js';

/** A call of Dixa with other headers. */
async function dixaWith(run: Run, pick: Pick, headers: Sent['headers']): Promise<void> {
  const conversationId = pick(await run.ids('dixa', 'conversations'));
  const sent = run.client.requestOf('dixa', 'getConversationsConversationid', {path: {conversationId}});
  await run.wrong({...sent, headers});
}

/** A call of OpenCX with another credential than the right one. */
async function opencxWith(run: Run, pick: Pick, changed: (sent: Sent, key: string) => Sent): Promise<void> {
  const session_id = pick(await run.ids('opencx', 'sessions'));
  const sent = run.client.requestOf('opencx', 'getChatSession', {path: {session_id}});
  await run.wrong(changed(sent, run.client.env('opencx', 'OPENCX_API_KEY')));
}

/** Credentials that are missing, of nobody, or sent in another form. */
export const credentials: readonly Mistake[] = [
  {
    name: 'no credential at Dixa (DIXA-2)',
    make: (run, pick) => dixaWith(run, pick, {}),
    told: [
      {
        kind: 'authentication',
        operation: 'getConversationsConversationid',
        pointer: /^\/request\/headers/,
        rules: ['DIXA-2'],
        instead: /Authorization/,
      },
    ],
  },
  {
    name: 'a token that Dixa never issued (DIXA-2)',
    make: (run, pick) => dixaWith(run, pick, {authorization: 'nobody-issued-this'}),
    told: [
      {
        kind: 'authentication',
        operation: 'getConversationsConversationid',
        pointer: /^\/request\/headers\/authorization$/,
        rules: ['DIXA-2'],
        instead: /Authorization/,
      },
    ],
  },
  {
    name: 'a key of OpenCX without the word Bearer',
    make: (run, pick) => opencxWith(run, pick, (sent, key) => ({...sent, headers: {authorization: key}})),
    told: [
      {
        kind: 'authentication',
        operation: 'getChatSession',
        pointer: /^\/request\/headers\/authorization$/,
        rules: ['OPENCX-1'],
        instead: /Bearer/,
      },
    ],
  },
  {
    name: 'a key of OpenCX as the password of Basic',
    make: (run, pick) =>
      opencxWith(run, pick, (sent, key) => ({...sent, headers: {authorization: `Basic ${btoa(`:${key}`)}`}})),
    told: [
      {
        kind: 'authentication',
        operation: 'getChatSession',
        pointer: /^\/request\/headers\/authorization$/,
        rules: ['OPENCX-1'],
        instead: /Bearer/,
      },
    ],
  },
  {
    name: 'a token that Symbl never issued (SYMBL-9)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('symbl', 'conversations'));
      const sent = run.client.requestOf('symbl', 'getMembers', {path: {conversationId}});
      await run.wrong({...sent, headers: {authorization: 'Bearer nobody.issued.this'}});
    },
    told: [
      {
        kind: 'authentication',
        operation: 'getMembers',
        pointer: /^\/request\/headers\/authorization$/,
        rules: ['SYMBL-9'],
        instead: /Bearer/,
      },
    ],
  },
  {
    name: 'a secret that Symbl never issued (SYMBL-3)',
    make: async (run) => {
      const body = {
        type: 'application',
        appId: run.client.env('symbl', 'SYMBL_APP_ID'),
        appSecret: 'nobody-issued-this',
      };
      await run.wrong(run.client.requestOf('symbl', 'generateToken', {body}));
    },
    told: [
      {
        kind: 'authentication',
        operation: 'generateToken',
        pointer: /^\/request\/body/,
        rules: ['SYMBL-3'],
        instead: /./,
      },
    ],
  },
  {
    name: 'a token of Symbl in the deprecated header (SYMBL-8)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('symbl', 'conversations'));
      const sent = run.client.requestOf('symbl', 'getMembers', {path: {conversationId}});
      const token = sent.headers.authorization?.replace('Bearer ', '') ?? '';
      await run.wrong({...sent, headers: {'x-api-key': token}});
    },
    told: [
      {
        kind: 'deprecated',
        operation: 'getMembers',
        pointer: /^\/request\/headers\/x-api-key$/,
        rules: ['SYMBL-8'],
        instead: /Authorization/,
      },
    ],
  },
];
