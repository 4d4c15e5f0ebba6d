import {conversationNotFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {redactionOf} from '../redaction.js';
import {searched} from '../searched.js';
import {showConversation, showMember, showTranscript} from '../views.js';

/** The transcript, redacted if the request or the account says so. What is stored stays as it is. SYMBL-29…67 */
export const getMessages: Handler<'getMessagesByConversationId'> = async (call) => {
  const {params, query, caller, state, behaviours} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();

  const {settings} = (await state.settings.get(caller.accountId)) ?? {};
  const redaction = redactionOf(query, settings?.redaction, behaviours);
  const messages = await state.messages.find('conversation', conversation.id);
  const members = await state.members.find('conversation', conversation.id);
  const body = showTranscript(redaction ? await searched(call, messages) : messages, members, {
    redaction,
    sentiment: query.sentiment ?? false,
    verbose: query.verbose ?? false,
  });
  return {status: 200, body};
};

/** What is known of a conversation, in clear. SYMBL-83 */
export const getConversation: Handler<'getConversation'> = async ({params, caller, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  return {status: 200, body: showConversation(conversation, await state.members.find('conversation', conversation.id))};
};

/** Who took part, in clear. SYMBL-27, SYMBL-83 */
export const getMembers: Handler<'getMembers'> = async ({params, caller, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  const members = await state.members.find('conversation', conversation.id);
  return {status: 200, body: {members: members.map(showMember)}};
};
