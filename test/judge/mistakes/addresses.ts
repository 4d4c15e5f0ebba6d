import type {Mistake} from './mistake.js';

/** Calls that lead nowhere, or to what is not to be called any more. */
export const addresses: readonly Mistake[] = [
  {
    name: 'a path segment that is none: conversation for conversations',
    make: async (run, pick) => {
      const known = await run.ids('dixa', 'conversations');
      const sent = run.client.requestOf('dixa', 'getConversationsConversationid', {
        path: {conversationId: pick(known)},
      });
      await run.wrong({...sent, target: sent.target.replace('/conversations/', '/conversation/')});
    },
    told: [
      {
        kind: 'unknown-operation',
        pointer: /^\/request\/path$/,
        rules: ['DIXA-13'],
        instead: /GET \/\{version\}\/conversations\/\{conversationId\}/,
      },
    ],
  },
  {
    name: 'another method: POST for PATCH',
    make: async (run, pick) => {
      const known = await run.ids('dixa', 'conversations');
      const path = {conversationId: pick(known)};
      const sent = run.client.requestOf('dixa', 'patchConversationsConversationidAnonymize', {path});
      await run.wrong({...sent, method: 'POST'});
    },
    told: [
      {
        kind: 'unknown-operation',
        pointer: /^\/request\/path$/,
        rules: ['DIXA-13'],
        instead: /PATCH \/\{version\}\/conversations\/\{conversationId\}\/anonymize/,
      },
    ],
  },
  {
    name: 'an address whose percent-encoding is broken',
    make: async (run) => {
      const sent = run.client.requestOf('dixa', 'getConversationsConversationid', {path: {conversationId: 501}});
      await run.wrong({...sent, target: sent.target.replace('501', '%zz')});
    },
    told: [{kind: 'request', pointer: /^\/request\/path$/, rules: [], message: /percent-encoding/, instead: /./}],
  },
  {
    name: 'POST /anonymization, which Dixa calls deprecated (DIXA-50)',
    make: async (run, pick) => {
      const conversation = {entityId: String(pick(await run.ids('dixa', 'conversations'))), _type: 'Conversation'};
      const person = {entityId: pick(await run.ids('dixa', 'endUsers')), _type: 'User'};
      const sent = run.client.requestOf('dixa', 'postAnonymization', {body: pick([conversation, person])});
      await run.wrong(sent, 'postAnonymization');
    },
    told: [
      {
        kind: 'deprecated',
        operation: 'postAnonymization',
        pointer: /^\/request\/path$/,
        rules: ['DIXA-50'],
        instead: /PATCH \/\{version\}\/conversations\/\{conversationId\}\/anonymize/,
      },
    ],
  },
  {
    name: 'the trackers of a conversation where Symbl moved them from',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('symbl', 'conversations'));
      await run.wrong(run.client.requestOf('symbl', 'getTrackers', {path: {conversationId}}));
    },
    told: [
      {
        kind: 'deprecated',
        operation: 'getTrackers',
        pointer: /^\/request\/path$/,
        rules: [],
        instead: /GET \/v1\/conversations\/\{conversationId\}\/trackers-detected/,
      },
    ],
  },
  {
    name: 'the rating of a conversation at its deprecated address',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      await run.wrong(run.client.requestOf('dixa', 'getConversationsConversationidRating', {path: {conversationId}}));
    },
    told: [
      {
        kind: 'deprecated',
        operation: 'getConversationsConversationidRating',
        pointer: /^\/request\/path$/,
        rules: [],
        instead: /GET \/\{version\}\/conversations\/\{conversationId\}\/ratings/,
      },
    ],
  },
];
