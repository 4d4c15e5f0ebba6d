import {
  closeAll,
  enqueue,
  isRefusedRepeat,
  isSettled,
  unclosedConversations,
  type Order,
} from '../anonymization-requests.js';
import {conflict, decodingFailure, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {showRequest} from '../views.js';

const notClosed = () => conflict('The conversation is not closed');
const alreadyRequested = () => conflict('The anonymization was already requested');

/** Accepts the anonymization of a conversation; it is carried out when the queue gets to it. DIXA-27…32 */
export const anonymizeConversation: Handler<'patchConversationsConversationidAnonymize'> = async (call) => {
  const {params, query, caller, state, behaviours} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  if (!isSettled(conversation) && !query.force) return notClosed();
  const order = {kind: 'Conversation', target: String(conversation.id), by: caller.user} as const;
  if (await isRefusedRepeat(call, order)) return alreadyRequested();

  closeAll(call, [conversation], caller.user);
  return {status: 202, body: {data: showRequest(enqueue(call, order), behaviours)}};
};

/** Accepts the anonymization of one message; its conversation is not closed by it. DIXA-33…35 */
export const anonymizeMessage: Handler<'patchConversationsConversationidMessagesMessageidAnonymize'> = async (call) => {
  const {params, query, caller, state, behaviours} = call;
  const conversation = await state.conversations.get(params.conversationId);
  const message = await state.messages.get(params.messageId);
  if (!conversation || message?.conversationId !== conversation.id) return notFound();
  if (!isSettled(conversation) && !query.force && behaviours.message_open === 'conflict') return notClosed();
  const order = {kind: 'Message', target: `${conversation.id}_${message.id}`, by: caller.user} as const;
  if (await isRefusedRepeat(call, order)) return alreadyRequested();

  return {status: 202, body: {data: showRequest(enqueue(call, order), behaviours)}};
};

/** Accepts the anonymization of an end user with all conversations; agents are no end users. DIXA-36, DIXA-37 */
export const anonymizeEndUser: Handler<'patchEndusersUseridAnonymize'> = async (call) => {
  const {params, query, caller, state, behaviours} = call;
  const user = await state.endUsers.get(params.userId);
  if (!user) return notFound();
  const unclosed = await unclosedConversations(call, user);
  if (unclosed.length > 0 && !query.force) return conflict('The end user has conversations that are not closed');
  const order = {kind: 'User', target: user.id, by: caller.user} as const;
  if (await isRefusedRepeat(call, order)) return alreadyRequested();

  closeAll(call, unclosed, caller.user);
  return {status: 202, body: {data: showRequest(enqueue(call, order), behaviours)}};
};

/** The older call for all three kinds. It knows no other refusal than 400. DIXA-50 */
export const requestAnonymization: Handler<'postAnonymization'> = async (call) => {
  const {body, caller, behaviours} = call;
  const kind = body._type ?? kindOf(body.entityType);
  if (kind === undefined) return decodingFailure();
  const order = {kind, target: body.entityId, by: caller.user};
  if (!(await isAllowed(call, order, body.forceAnonymization ?? false))) return decodingFailure();
  if (await isRefusedRepeat(call, order)) return decodingFailure();

  return {status: 200, body: {data: showRequest(enqueue(call, order), behaviours)}};
};

/** Tells how far an anonymization is: `processedAt` is there once it was carried out. DIXA-41 */
export const getAnonymizationRequest: Handler<'getAnonymizationRequestRequestid'> = async ({
  params,
  state,
  behaviours,
}) => {
  const request = await state.anonymizationRequests.get(params.requestId);
  if (!request) return notFound();
  return {status: 200, body: {data: showRequest(request, behaviours)}};
};

/** Old clients name the kind as the answers do (`UserAnonymizationType`) or as `_type` does. */
function kindOf(entityType: string | undefined): Order['kind'] | undefined {
  const kinds: readonly Order['kind'][] = ['Conversation', 'Message', 'User'];
  return kinds.find((kind) => entityType === kind || entityType === `${kind}AnonymizationType`);
}

type Call = Parameters<typeof requestAnonymization>[0];

/** Whether the target exists, is named in the form of its kind, and is closed or may be closed by force. */
async function isAllowed(call: Call, {kind, target, by}: Order, force: boolean): Promise<boolean> {
  if (kind === 'User') {
    const user = await call.state.endUsers.get(target);
    if (!user) return false;
    const unclosed = await unclosedConversations(call, user);
    if (force) closeAll(call, unclosed, by);
    return force || unclosed.length === 0;
  }
  const [conversationId = '', messageId] = target.split('_', 2);
  if (!/^\d{1,15}$/.test(conversationId)) return false;
  const conversation = await call.state.conversations.get(Number(conversationId));
  if (!conversation) return false;
  if (kind === 'Message') {
    const message = await call.state.messages.get(messageId ?? '');
    if (message?.conversationId !== conversation.id) return false;
    return force || isSettled(conversation) || call.behaviours.message_open === 'accept';
  }
  if (messageId !== undefined) return false;
  if (force) closeAll(call, [conversation], by);
  return force || isSettled(conversation);
}
