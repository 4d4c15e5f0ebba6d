import type {Mistake} from './mistake.js';

/** Values that the documents do not allow, and values that they ask for and do not get. */
export const values: readonly Mistake[] = [
  {
    name: 'session_id for sessionId (OPENCX-30)',
    make: async (run, pick) => {
      const session_id = pick(await run.ids('opencx', 'sessions'));
      await run.wrong(run.client.requestOf('opencx', 'redactSession', {body: {session_id}}));
    },
    told: [
      {
        kind: 'request',
        operation: 'redactSession',
        pointer: /^\/request\/body/,
        rules: ['OPENCX-27', 'OPENCX-30'],
        message: /sessionId/,
        instead: /^Send `session_id` as `sessionId`/,
      },
    ],
  },
  {
    name: 'message_id for messageId (OPENCX-40)',
    make: async (run, pick) => {
      const message_id = pick(await run.ids('opencx', 'history'));
      await run.wrong(run.client.requestOf('opencx', 'redactMessage', {body: {message_id}}));
    },
    told: [
      {
        kind: 'request',
        operation: 'redactMessage',
        pointer: /^\/request\/body/,
        rules: ['OPENCX-40'],
        message: /messageId/,
        instead: /^Send `message_id` as `messageId`/,
      },
    ],
  },
  {
    name: 'a number for a text (OPENCX-27)',
    make: (run, pick) =>
      run.wrong(run.client.requestOf('opencx', 'redactSession', {body: {sessionId: pick([1, 7.5])}})),
    told: [
      {
        kind: 'request',
        operation: 'redactSession',
        pointer: /^\/request\/body\/sessionId$/,
        rules: ['OPENCX-27'],
        instead: /string/,
      },
    ],
  },
  {
    name: 'null for a text that may be left out (OPENCX-26)',
    make: async (run, pick) => {
      const sessionId = pick(await run.ids('opencx', 'sessions'));
      await run.wrong(run.client.requestOf('opencx', 'redactSession', {body: {sessionId, reason: null}}));
    },
    told: [
      {
        kind: 'request',
        operation: 'redactSession',
        pointer: /^\/request\/body\/reason$/,
        rules: ['OPENCX-26'],
        instead: /string/,
      },
    ],
  },
  {
    name: 'a required member left out (DIXA-9)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      const operation = 'putConversationsConversationidTransferQueue';
      await run.wrong(run.client.requestOf('dixa', operation, {path: {conversationId}, body: {}}));
    },
    told: [
      {
        kind: 'request',
        operation: 'putConversationsConversationidTransferQueue',
        pointer: /^\/request\/body(\/queueId)?$/,
        rules: ['DIXA-9'],
        message: /queueId/,
        instead: /queueId/,
      },
    ],
  },
  {
    name: 'a value that the list has not (DIXA-9)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      const body = {parentId: 86_420_601, linkType: 'Cousin'};
      await run.wrong(
        run.client.requestOf('dixa', 'putConversationsConversationidLink', {path: {conversationId}, body}),
      );
    },
    told: [
      {
        kind: 'request',
        operation: 'putConversationsConversationidLink',
        pointer: /^\/request\/body\/linkType$/,
        rules: ['DIXA-9'],
        instead: /SideConversation/,
      },
    ],
  },
  {
    name: 'a word for an id that is a number (DIXA-8)',
    make: (run) =>
      run.wrong(run.client.requestOf('dixa', 'getConversationsConversationid', {path: {conversationId: 'first'}})),
    told: [
      {
        kind: 'request',
        operation: 'getConversationsConversationid',
        pointer: /^\/request\/path$/,
        rules: ['DIXA-8'],
        instead: /integer/,
      },
    ],
  },
  {
    name: 'force=yes (DIXA-10)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      const operation = 'patchConversationsConversationidAnonymize';
      const query = `force=${pick(['yes', '1', 'on'])}`;
      await run.wrong(run.client.requestOf('dixa', operation, {path: {conversationId}, query}));
    },
    told: [
      {
        kind: 'request',
        operation: 'patchConversationsConversationidAnonymize',
        pointer: /^\/request\/query\/force/,
        rules: ['DIXA-10'],
        instead: /true|boolean/,
      },
    ],
  },
  {
    name: 'redact=yes (SYMBL-58)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('symbl', 'conversations'));
      const query = `redact=${pick(['yes', '1', 'on'])}`;
      await run.wrong(run.client.requestOf('symbl', 'getMessagesByConversationId', {path: {conversationId}, query}));
    },
    told: [
      {
        kind: 'request',
        operation: 'getMessagesByConversationId',
        pointer: /^\/request\/query\/redact/,
        rules: ['SYMBL-58'],
        instead: /true|boolean/,
      },
    ],
  },
  {
    name: 'a body that is no JSON (DIXA-9)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      const operation = 'putConversationsConversationidClose';
      const sent = run.client.requestOf('dixa', operation, {path: {conversationId}, body: {}});
      await run.wrong({...sent, body: '{"userId": '});
    },
    told: [
      {
        kind: 'request',
        operation: 'putConversationsConversationidClose',
        pointer: /^\/request\/body$/,
        rules: ['DIXA-9'],
        instead: /JSON/,
      },
    ],
  },
];
