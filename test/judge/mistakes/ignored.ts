import type {Mistake} from './mistake.js';

/** What is said to a vendor that does not listen. */
export const ignored: readonly Mistake[] = [
  {
    name: 'force in the body (DIXA-30)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('dixa', 'conversations'));
      const operation = 'patchConversationsConversationidAnonymize';
      const sent = run.client.requestOf('dixa', operation, {path: {conversationId}, body: {force: true}});
      await run.wrong(sent, operation);
    },
    told: [
      {
        kind: 'ignored',
        operation: 'patchConversationsConversationidAnonymize',
        pointer: /^\/request\/body\/force$/,
        rules: ['DIXA-30'],
        instead: /^Send `force=true` in the query\.$/,
      },
    ],
  },
  {
    name: 'phoneNumber in the query (DIXA-84)',
    make: (run) => run.wrong(run.client.requestOf('dixa', 'getEndusers', {query: 'phoneNumber=%2B15555550100'})),
    told: [
      {
        kind: 'ignored',
        operation: 'getEndusers',
        pointer: /^\/request\/query\/phoneNumber/,
        rules: ['DIXA-84', 'DIXA-11'],
        instead: /phone/,
      },
    ],
  },
  {
    name: 'names in small letters in exclude (SYMBL-64)',
    make: async (run, pick) => {
      const conversationId = pick(await run.ids('symbl', 'conversations'));
      const exclude = encodeURIComponent(
        pick(['["location_city"]', '["PERSON_NAME","phone_number"]', '["Person_Name"]']),
      );
      const query = `redact=true&exclude=${exclude}`;
      await run.wrong(run.client.requestOf('symbl', 'getMessagesByConversationId', {path: {conversationId}, query}));
    },
    told: [
      {
        kind: 'ignored',
        operation: 'getMessagesByConversationId',
        pointer: /^\/request\/query\/exclude/,
        rules: ['SYMBL-64', 'SYMBL-65'],
        instead: /capitals/,
      },
    ],
  },
  {
    name: 'the organization in the body of a redaction, which follows from the key (OPENCX-2)',
    make: async (run, pick) => {
      const sessionId = pick(await run.ids('opencx', 'sessions'));
      const body = {sessionId, organization_id: 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01'};
      await run.wrong(run.client.requestOf('opencx', 'redactSession', {body}), 'redactSession');
    },
    told: [
      {
        kind: 'ignored',
        operation: 'redactSession',
        pointer: /^\/request\/body\/organization_id$/,
        rules: ['OPENCX-2', 'OPENCX-8'],
        instead: /./,
      },
    ],
  },
];
