import {log} from './activities.js';
import {toSeconds} from './dates.js';
import type {Agent, AnonymizedConversation, Conversation, LiveConversation} from './entities.js';
import type {Scope} from './handler.js';

/** Whether a conversation was anonymized. What is left of it takes no part in the life cycle any more. */
export function isAnonymized(conversation: Conversation): conversation is AnonymizedConversation {
  return conversation._type === 'AnonymizedConversation';
}

/** Closes a conversation; a closed one stays as it is (DIXA-56, DIXA-58). */
export function close(scope: Scope, conversation: Conversation, author: Agent): void {
  if (conversation.state === 'Closed' || isAnonymized(conversation)) return;
  changeState(scope, conversation, 'Closed');
  log(scope, {conversation: conversation.id, type: 'ConversationClosed', author});
}

/** Moves a conversation to another state now. Returns it as stored. */
export function changeState<C extends LiveConversation>(
  {state, now}: Scope,
  conversation: C,
  to: NonNullable<Conversation['state']>,
): C {
  return state.conversations.save({...conversation, state: to, stateUpdatedAt: toSeconds(now)}) as C;
}
