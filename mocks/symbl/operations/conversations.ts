import {forget} from '../conversations/deletion.js';
import {badRequest, conversationNotFound, nothingToDelete} from '../errors.js';
import type {Handler} from '../handler.js';
import {redactionOf} from '../transcript/redaction.js';
import {searched} from '../transcript/searched.js';
import {showConversation, showTranscript} from '../views.js';

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

/** Labels a conversation anew. What it is and what it is called stays; whoever sends another id or type is refused. */
export const updateConversation: Handler<'updateConversation'> = async ({params, body, caller, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  const {id = conversation.id, type = conversation.type, metadata} = body;
  if (id !== conversation.id || type !== conversation.type) return badRequest();

  state.conversations.save({...conversation, metadata});
  return {status: 200, body: {id, metadata}};
};

/** Deletes a conversation for good, with all that is of it. SYMBL-81 */
export const deleteConversation: Handler<'deleteConversation'> = async ({params, caller, state, audit, erases}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return nothingToDelete();

  erases();
  const count = await forget(state, conversation.id);
  audit({action: 'delete', type: 'conversation', item: conversation.id, actor: caller.accountId, count});
  return {status: 200, body: {message: 'successfully deleted the conversation'}};
};
