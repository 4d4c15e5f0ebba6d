import {log} from '../conversations/activities.js';
import {toSeconds} from '../dates.js';
import type {ActivityAttributes} from '../entities.js';
import {decodingFailure, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Handler} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';

/** Puts a conversation into another queue, where no agent has it yet; its state stays. DIXA-51, DIXA-67 */
export const transferConversation: Handler<'putConversationsConversationidTransferQueue'> = async (call) => {
  const {params, body, state, caller, now} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const queue = await state.queues.get(body.queueId);
  const author = body.userId === undefined ? caller.user : await state.agents.get(body.userId);
  if (!queue || !author || isAnonymized(conversation)) return decodingFailure();

  const {assignment, ...unassigned} = conversation;
  const transferred = state.conversations.save({...unassigned, queue: {id: queue.id, queuedAt: toSeconds(now)}});
  const attributes: ActivityAttributes = {
    _type: 'ConversationTransferredAttribute',
    transferType: 'Queue',
    destinationType: 'Queue',
    destinationId: queue.id,
    destinationLabel: queue.name,
  };
  log(call, {conversation: conversation.id, type: 'TransferInitiated', author, attributes});
  log(call, {conversation: conversation.id, type: 'TransferSuccessful', author, attributes});
  await emit(call, {event: 'ConversationTransferred', conversation: transferred});
  if (assignment) await emit(call, {event: 'ConversationUnassigned', conversation: transferred});
  await emit(call, {event: 'ConversationEnqueued', conversation: transferred});
  return {status: 204};
};
