import {log} from './activities.js';
import {toSeconds} from '../dates.js';
import type {Agent, AnonymizedConversation, Conversation, LiveConversation} from '../entities.js';
import {emit} from '../webhooks/events.js';
import type {Scope} from '../handler.js';

/** Whether a conversation was anonymized. What is left of it takes no part in the life cycle any more (DIXA-51). */
export function isAnonymized(conversation: Conversation): conversation is AnonymizedConversation {
  return conversation._type === 'AnonymizedConversation';
}

/** Whether a conversation is still being handled. */
export function isUnclosed(conversation: Conversation): conversation is LiveConversation {
  return conversation.state !== 'Closed' && !isAnonymized(conversation);
}

/** Closes a conversation; a closed one stays as it is (DIXA-56, DIXA-58). Both events are sent (DIXA-91). */
export async function close(scope: Scope, conversation: Conversation, author: Agent): Promise<void> {
  if (!isUnclosed(conversation)) return;
  const closed = changeState(scope, conversation, 'Closed');
  log(scope, {conversation: conversation.id, type: 'ConversationClosed', author});
  await emit(scope, {event: 'ConversationClosed', conversation: closed});
  if (!conversation.assignment) await emit(scope, {event: 'ConversationAbandoned', conversation: closed});
}

/**
 * Opens a closed conversation and puts it back into its queue, or the default one; any other stays as it is (DIXA-59,
 * DIXA-60).
 */
export async function reopen(scope: Scope, conversation: LiveConversation, author: Agent): Promise<void> {
  if (conversation.state !== 'Closed') return;
  const {assignment, ...unassigned} = conversation;
  const queue = conversation.queue ?? (await scope.state.queues.first('isDefault', 'true'));
  const queued = queue && {queue: {id: queue.id, queuedAt: toSeconds(scope.now)}};
  const reopened = changeState(scope, {...unassigned, ...queued}, 'Open');
  log(scope, {conversation: conversation.id, type: 'ConversationReopened', author});
  await emit(scope, {event: 'ConversationOpen', conversation: reopened});
  if (assignment) await emit(scope, {event: 'ConversationUnassigned', conversation: reopened});
  if (queue) await emit(scope, {event: 'ConversationEnqueued', conversation: reopened});
}

/** Moves a conversation to another state now, and returns it as it is then. */
export function changeState(
  {state, now}: Scope,
  conversation: LiveConversation,
  to: NonNullable<Conversation['state']>,
): Conversation {
  // Whatever happens to a conversation, the follow-up that it waited for no longer counts.
  state.followups.remove(conversation.id);
  return state.conversations.save({...conversation, state: to, stateUpdatedAt: toSeconds(now)});
}

/** Puts a conversation off until an instant; one in the past has come already (DIXA-62). */
export async function putOff(
  scope: Scope,
  conversation: LiveConversation,
  {until, by}: {readonly until: number; readonly by: Agent},
): Promise<void> {
  const {state, now, schedule} = scope;
  const pending = changeState(scope, conversation, 'Pending');
  const expiresAt = Math.max(now, until);
  state.followups.save({id: conversation.id, expiresAt, by: by.id});
  schedule('expireFollowup', conversation.id, {after: expiresAt - now, leaves: true});
  await emit(scope, {event: 'ConversationPending', conversation: pending});
}
