import {log} from './activities.js';
import {anonymizedActivity, anonymizedConversation, anonymizedMessage, anonymizedUser, filesOf} from './anonymized.js';
import {toMilliseconds} from './dates.js';
import type {AnonymizationRequest, Conversation} from './entities.js';
import type {Scope} from './handler.js';
import {changeState, isAnonymized} from './life-cycle.js';

/** Carries out an anonymization that was accepted: what it names is gone for good. DIXA-38…46 */
export async function anonymize(scope: Scope, payload: string | number): Promise<void> {
  const {state, now} = scope;
  const request = await state.anonymizationRequests.get(String(payload));
  if (!request) return;
  await carryOut(scope, request);
  state.anonymizationRequests.save({...request, processedAt: toMilliseconds(now)});
}

async function carryOut(scope: Scope, {_type, targetEntityId}: AnonymizationRequest): Promise<void> {
  if (_type === 'User') return anonymizeUser(scope, targetEntityId);
  const [conversationId, messageId] = targetEntityId.split('_', 2);
  const conversation = await scope.state.conversations.get(Number(conversationId));
  if (!conversation) return;
  if (_type === 'Conversation') return anonymizeConversation(scope, conversation);
  return anonymizeMessage(scope, conversation, messageId as string);
}

/** The waterfall: the user, all their conversations, all messages in them (DIXA-45). */
async function anonymizeUser(scope: Scope, userId: string): Promise<void> {
  const user = await scope.state.endUsers.get(userId);
  if (!user) return;
  for (const conversation of await scope.state.conversations.find('requester', userId)) {
    await anonymizeConversation(scope, conversation);
  }
  scope.state.endUsers.save(anonymizedUser(user));
}

async function anonymizeConversation(scope: Scope, conversation: Conversation): Promise<void> {
  if (isAnonymized(conversation)) return;
  const {state, now, behaviours} = scope;
  const id = String(conversation.id);
  for (const message of await state.messages.find('conversation', id)) {
    for (const file of filesOf(message)) state.files.remove(file);
    state.messages.save(anonymizedMessage(message));
  }
  for (const activity of await state.activities.find('conversation', id)) {
    state.activities.save(anonymizedActivity(activity, conversation.requesterId));
  }
  state.conversations.save(anonymizedConversation(conversation, now, behaviours));
}

/** Only the message changes; the activity log tells that it was redacted (DIXA-46). */
async function anonymizeMessage(scope: Scope, conversation: Conversation, messageId: string): Promise<void> {
  const {state} = scope;
  const message = await state.messages.get(messageId);
  if (!message || isAnonymized(conversation)) return;
  const files = filesOf(message);
  const anonymized = anonymizedMessage(message);
  // A repeat finds nothing left to remove, so it is no redaction (DIXA-48).
  if (JSON.stringify(anonymized) === JSON.stringify(message)) return;
  for (const file of files) state.files.remove(file);
  state.messages.save(anonymized);
  log(scope, {
    conversation: conversation.id,
    type: 'ConversationMessageRedacted',
    attributes: {messageId, wasTextRedacted: true, numberOfDeletedFiles: files.length},
  });
}

/** A follow-up's time has come: the conversation goes back to work (DIXA-62). */
export async function expireFollowup(scope: Scope, payload: string | number): Promise<void> {
  const followup = await scope.state.followups.get(String(payload));
  const conversation = followup && (await scope.state.conversations.get(followup.conversationId));
  if (!followup || !conversation) return;
  scope.state.followups.remove(followup.id);
  // Closed, reopened or put off again since then: this time no longer counts.
  const isCurrent = conversation.state === 'Pending' && conversation.stateUpdatedAt === followup.since;
  if (!isCurrent || isAnonymized(conversation)) return;
  changeState(scope, conversation, 'Open');
  log(scope, {conversation: conversation.id, type: 'FollowupExpired'});
}
