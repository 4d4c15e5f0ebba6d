import {symbl} from '../../mocks/symbl/index.js';
import type {World} from './world.js';

const accountId = 'account-demo';
const [call, noorsCall] = ['7000000000000001', '7000000000000002'];
const [ada, noor] = ['a0000000-0000-4000-8000-00000000000a', 'b0000000-0000-4000-8000-00000000000b'];
const job = 'a0000000-0000-4000-8000-000000000041';
const {SYMBL_APP_ID: appId = '', SYMBL_APP_SECRET: appSecret = ''} = symbl.issue('default').env;
const time = {startTime: '2026-01-04T10:00:00.000Z', endTime: '2026-01-04T10:00:09.000Z'};

const conversation = (id: string, prefix: string) => ({
  ...{id, accountId, type: 'meeting', name: `${prefix}-conversation`, metadata: {agent: `${prefix}-label`}, ...time},
});
const member = (id: string, conversationId: string, position: number, prefix: string) => ({
  ...{id, conversationId, position, name: `${prefix}-member`, email: `${prefix}-member@customer.example`},
});
const message = (id: string, conversationId: string, position: number, text: string, more: object) => ({
  ...{id, conversationId, position, text, spans: [], phrases: [], ...time, ...more},
});

/** Ada's call, which is deleted, and Noor's, in the same account. SYMBL-81 */
export const symblWorld: World = {
  vendor: symbl,
  behaviours: {'symbl.concurrent_jobs': 50},
  seed: {
    conversations: [conversation(call, 'erased'), conversation(noorsCall, 'noor')],
    members: [member(ada, call, -2, 'erased'), member(noor, noorsCall, -1, 'noor')],
    messages: [
      message('7100000000000001', call, -4, 'Please call erased-text back, I will send the erased-contract today.', {
        from: {id: ada},
        phrases: [{type: 'action_phrase', text: 'call erased-text back', spans: []}],
        tracked: [{tracker: 'erased-tracker', value: 'erased-phrase', offset: 0}],
        custom: [{start: 0, end: 6, type: 'erased-type', subType: 'erased-kind'}],
      }),
      message('7100000000000002', call, -3, 'What about erased-question?', {from: {name: 'erased-speaker'}}),
      message('7200000000000001', noorsCall, -2, 'Please call noor-text back, will you?', {
        from: {id: noor},
        phrases: [{type: 'action_phrase', text: 'call noor-text back', spans: []}],
        tracked: [{tracker: 'noor-tracker', value: 'noor-phrase', offset: 0}],
      }),
    ],
    jobs: [
      {
        ...{id: job, accountId, conversationId: call, position: 0, status: 'scheduled'},
        webhookUrl: 'https://erased-hook.example/symbl',
        work: {
          messages: [{text: 'Still to come: erased-pending.', userId: 'erased-user@customer.example', ...time}],
          detectEntities: true,
          detectPhrases: true,
          entities: [{customType: 'erased-custom', text: 'erased-value'}],
          trackers: [{name: 'erased-watch', vocabulary: ['erased-vocabulary']}],
        },
      },
    ],
    deliveries: [
      {
        ...{id: `${job} scheduled`, conversationId: call, jobId: job, status: 'scheduled'},
        url: 'https://erased-receiver.example/symbl',
      },
    ],
    accountEntities: [
      {
        id: '7300000000000001',
        accountId,
        position: 1,
        type: 'kept-entity',
        subType: 'kept-kind',
        values: ['kept-value'],
      },
    ],
  },
  bystander: [noorsCall, noor, '7200000000000001'],
  impersonal: {
    apps: 'credentials',
    tokens: 'credentials',
    settings: 'switches of the account, without a text of anybody',
  },
  names: {
    entityId: (known) => known.of('accountEntities'),
    id: (known) => known.of('members'),
    appId: () => [appId],
    appSecret: () => [appSecret],
    subType: () => ['kept-kind'],
    filter: () => ['conversation.metadata.agent==kept-agent'],
    sort: () => ['conversation.name'],
    startTime: () => [time.startTime],
    endTime: () => [time.endTime],
    value: () => [{default: true, type: 'custom', custom: {PERSON_NAME: 'SOMEBODY'}}, false],
    path: () => ['/redaction', '/redaction/enabled', '/nothing'],
  },
  plainly: {redact: 'false'},
  signIn: async (client) => {
    const body = {type: 'application', appId, appSecret};
    const answer = await client.call('POST', '/oauth2/token:generate', {body});
    const {accessToken} = answer.body as {accessToken: string};
    return () => ({authorization: `Bearer ${accessToken}`});
  },
  erase: async (run, known) => {
    for (const conversationId of known.of('conversations')) {
      await run.request('deleteConversation', undefined, {conversationId: String(conversationId)});
    }
  },
  survivors: [
    {operation: /^(create|update)Entit/, place: /./, why: 'custom entities are the account’s, not a conversation’s'},
    {operation: /^updateSettings$/, place: /./, why: 'SYMBL-80: settings persist until changed'},
  ],
};
