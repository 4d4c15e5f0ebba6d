import {decodingFailure, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import {addMessage, contentOf} from '../conversations/messages.js';
import {showMessage} from '../views.js';

/** A conversation's messages, oldest first, all of them. DIXA-68 */
export const getMessages: Handler<'getConversationsConversationidMessages'> = async (call) => {
  const {params, state, behaviours, baseUrl} = call;
  if (!(await state.conversations.get(params.conversationId))) return notFound();
  const messages = await state.messages.find('conversation', String(params.conversationId));
  return {status: 200, body: {data: messages.map((message) => showMessage(message, behaviours, baseUrl))}};
};

/** Adds a message; a closed conversation takes it and stays closed. DIXA-51, DIXA-69…74 */
export const postMessage: Handler<'postConversationsConversationidMessages'> = async (call) => {
  const {params, body, state} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const agent = body._type === 'Outbound' ? await state.agents.get(body.agentId) : undefined;
  if (body._type === 'Outbound' && !agent) return notFound();
  if (isAnonymized(conversation)) return decodingFailure();

  const requester = await state.endUsers.get(conversation.requesterId);
  const message = await addMessage(call, conversation, body, {requester, agent});
  if (!message) return decodingFailure();
  const {id, authorId, createdAt, externalId} = message;
  const content = contentOf(body);
  const data = {
    ...(content && {content}),
    direction: body._type,
    authorId,
    ...(externalId !== undefined && {externalId}),
    messageId: id,
    createdAt,
  };
  return {status: 200, body: {data}};
};
