import type {ScenarioParts} from '../../src/engine/index.js';
import {conversationTarget, request} from './anonymization/requests.js';
import type {DixaBehaviours} from './behaviours.js';
import {isAnonymized, reopen} from './conversations/life-cycle.js';
import {demoAgent, issue} from './credentials.js';
import type {ApiToken, Conversation} from './entities.js';
import type {Scope} from './handler.js';

/** What the scenarios are at Dixa. */
export const scenarios: ScenarioParts<Scope, keyof DixaBehaviours & string> = {
  'already-redacted': {
    about:
      'Conversation 10749, or the first of a seed without it, was anonymized; asked for once more, that is accepted and ' +
      'changes nothing (DIXA-48).',
    arrange: async (scope) => {
      const conversation = await tellingConversation(scope);
      const target = conversation && (await conversationTarget(scope, conversation.id));
      await request(scope, target, {force: true, by: demoAgent});
    },
  },
  'open-conversation': {
    about: 'Conversation 10749, or the first of a seed without it, is open; without force it is a 409 (DIXA-28).',
    arrange: async (scope) => {
      const conversation = await tellingConversation(scope);
      if (conversation && !isAnonymized(conversation)) await reopen(scope, conversation, demoAgent);
    },
  },
  'slow-anonymization': {
    about: 'The queue takes six hours; until then what was accepted is there as before (DIXA-38, DIXA-39).',
    behaviours: {anonymization_delay: 'PT6H'},
  },
  'rate-limited': {
    about: 'A token has one call at once and one more each second; what goes beyond is a 429 (DIXA-16).',
    behaviours: {limiter: 'tight'},
  },
  flaky: {
    about: 'Every third call is a 500 that did nothing, every fifth a 500 whose work is done (DIXA-15).',
    faults: [
      {fault: '500', every: 3},
      {fault: '500', every: 5, when: 'after'},
    ],
  },
  'revoked-key': {
    about: 'The demo token and the sandbox’s own are unknown: 401 (DIXA-2).',
    arrange: (scope) => changeTokens(scope, {revoked: true}),
  },
  'partial-scope': {
    about: 'The user behind the tokens lacks rights: reading an anonymization request or searching is a 401 (DIXA-5).',
    arrange: (scope) => changeTokens(scope, {withoutRights: true}),
  },
  'legacy-docs': {
    about: 'Times are spelled plain, without the `[GMT]` of the reference’s examples (DIXA-20).',
    behaviours: {dates: 'plain'},
  },
};

/** The conversation of Dixa's samples of anonymization; of a seed without it, the first. */
async function tellingConversation({state}: Scope): Promise<Conversation | undefined> {
  return (await state.conversations.get(10749)) ?? state.conversations.first('all', 'all');
}

async function changeTokens(
  {state, sandbox}: Scope,
  change: Pick<ApiToken, 'revoked' | 'withoutRights'>,
): Promise<void> {
  for (const id of ['default', sandbox]) {
    const token = await state.apiTokens.get(issue(id).env.DIXA_API_KEY ?? '');
    if (token) state.apiTokens.save({...token, ...change});
  }
}
