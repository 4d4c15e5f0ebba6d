import {log} from './activities.js';
import {toSeconds} from './dates.js';
import type {Agent, AnonymizedConversation, Conversation, LiveConversation} from './entities.js';
import type {Scope} from './handler.js';

/** Whether a conversation was anonymized. What is left of it takes no part in the life cycle any more (DIXA-51). */
export function isAnonymized(conversation: Conversation): conversation is AnonymizedConversation {
  return conversation._type === 'AnonymizedConversation';
}

/** Whether a conversation is still being handled. */
export function isUnclosed(conversation: Conversation): conversation is LiveConversation {
  return conversation.state !== 'Closed' && !isAnonymized(conversation);
}

/** Closes a conversation; a closed one stays as it is (DIXA-56, DIXA-58). */
export function close(scope: Scope, conversation: Conversation, author: Agent): void {
  if (!isUnclosed(conversation)) return;
  changeState(scope, conversation, 'Closed');
  log(scope, {conversation: conversation.id, type: 'ConversationClosed', author});
}

/** Moves a conversation to another state now. */
export function changeState(
  {state, now}: Scope,
  conversation: LiveConversation,
  to: NonNullable<Conversation['state']>,
): void {
  // Whatever happens to a conversation, the follow-up that it waited for no longer counts.
  state.followups.remove(conversation.id);
  state.conversations.save({...conversation, state: to, stateUpdatedAt: toSeconds(now)});
}

/** Puts a conversation off until an instant; one in the past has come already (DIXA-62). */
export function putOff(scope: Scope, conversation: LiveConversation, until: number): void {
  const {state, now, schedule} = scope;
  changeState(scope, conversation, 'Pending');
  const expiresAt = Math.max(now, until);
  state.followups.save({id: conversation.id, expiresAt});
  schedule('expireFollowup', conversation.id, {after: expiresAt - now});
}
