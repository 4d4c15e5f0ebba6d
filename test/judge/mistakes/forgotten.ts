import type {Run} from '../run.js';
import type {Mistake} from './mistake.js';

/** Has Dixa anonymize a conversation that nobody else asks for, and tells the id of the request. */
async function anonymize(run: Run): Promise<string> {
  const conversationId = await run.twin('dixa', 'conversations', 501, 900_001);
  const operation = 'patchConversationsConversationidAnonymize';
  const {status, body} = await run.wrong(
    run.client.requestOf('dixa', operation, {path: {conversationId}, query: 'force=true'}),
  );
  if (status !== 202) throw new Error(`It was not accepted: ${status}.`);
  return (body as {data: {id: string}}).data.id;
}

const unfollowed = {
  kind: 'unfollowed',
  operation: 'patchConversationsConversationidAnonymize',
  pointer: /^\/response/,
  rules: ['DIXA-38', 'DIXA-40', 'DIXA-41'],
  instead: /GET \/\{version\}\/anonymization\/request\/\{requestId\}/,
} as const;

/** What is taken for done because it was accepted. */
export const forgotten: readonly Mistake[] = [
  {
    name: 'a 202 that nobody looked after (DIXA-38, DIXA-40)',
    make: async (run) => {
      await anonymize(run);
    },
    told: [unfollowed],
  },
  {
    name: 'a 202 that somebody looked after once, too early',
    make: async (run) => {
      const requestId = await anonymize(run);
      await run.client.ask('dixa', 'getAnonymizationRequestRequestid', {path: {requestId}});
    },
    told: [{...unfollowed, message: /not done yet/}],
  },
  {
    name: 'a 202 of an end user that nobody looked after (DIXA-45)',
    make: async (run) => {
      const id = 'c0000000-0000-4000-8000-00000000000c';
      const userId = await run.twin('dixa', 'endUsers', 'a0000000-0000-4000-8000-00000000000a', id);
      await run.wrong(
        run.client.requestOf('dixa', 'patchEndusersUseridAnonymize', {path: {userId}, query: 'force=true'}),
      );
    },
    told: [{...unfollowed, operation: 'patchEndusersUseridAnonymize'}],
  },
  {
    name: 'a redaction of a session that nobody read again (OPENCX-14)',
    make: async (run) => {
      const id = 'c0000000-0000-4000-8000-000000000011';
      const sessionId = await run.twin('opencx', 'sessions', 'a0000000-0000-4000-8000-000000000011', id);
      await run.wrong(run.client.requestOf('opencx', 'redactSession', {body: {sessionId}}));
    },
    mendedBy: ['searchChatSessions'],
    told: [
      {
        kind: 'unconfirmed',
        operation: 'redactSession',
        pointer: /^\/re(quest|sponse)/,
        rules: ['OPENCX-14', 'OPENCX-46'],
        instead: /GET \/chat\/sessions\/\{session_id\}\/history/,
      },
    ],
  },
  {
    name: 'a redaction of a message that nobody read again (OPENCX-35)',
    make: async (run) => {
      const id = 'c0000000-0000-4000-8000-000000000021';
      const messageId = await run.twin('opencx', 'history', 'a0000000-0000-4000-8000-000000000021', id, {
        session_id: await run.twin(
          'opencx',
          'sessions',
          'a0000000-0000-4000-8000-000000000011',
          'c0000000-0000-4000-8000-000000000011',
        ),
      });
      await run.wrong(run.client.requestOf('opencx', 'redactMessage', {body: {messageId}}));
    },
    mendedBy: ['searchChatSessions'],
    told: [
      {
        kind: 'unconfirmed',
        operation: 'redactMessage',
        pointer: /^\/re(quest|sponse)/,
        rules: ['OPENCX-35', 'OPENCX-46'],
        instead: /GET \/chat\/sessions\/\{session_id\}\/history/,
      },
    ],
  },
  {
    name: 'a job that nobody looked after (SYMBL-20)',
    make: async (run) => {
      const body = {messages: [{payload: {content: 'Please call back.'}}]};
      const answer = await run.wrong(run.client.requestOf('symbl', 'submitText', {body}));
      const {conversationId, jobId} = answer.body as {conversationId: string; jobId: string};
      run.client.reserve(conversationId);
      run.client.reserve(jobId);
    },
    told: [
      {
        kind: 'unfollowed',
        operation: 'submitText',
        pointer: /^\/response/,
        rules: ['SYMBL-20', 'SYMBL-21'],
        instead: /GET \/v1\/job\/\{jobId\}/,
      },
    ],
  },
];
