import {log} from './conversations/activities.js';
import {anonymizedActivity} from './anonymization/anonymized-activities.js';
import {
  anonymizedConversation,
  anonymizedMessage,
  anonymizedNote,
  anonymizedRating,
  anonymizedUser,
  traceOf,
} from './anonymization/anonymized.js';
import {toMilliseconds} from './dates.js';
import type {AnonymizationRequest, Conversation, Message} from './entities.js';
import {scrubConversation, scrubMessage} from './webhooks/scrubbing.js';
import {emit} from './webhooks/events.js';
import {countFiles, removeFiles} from './files.js';
import type {Scope} from './handler.js';
import {changeState, isAnonymized} from './conversations/life-cycle.js';

/** Carries out an anonymization that was accepted: what it names is gone for good. DIXA-38…46 */
export async function anonymize(scope: Scope, payload: string | number): Promise<void> {
  const {state, now} = scope;
  const request = await state.anonymizationRequests.get(String(payload));
  if (!request) return;
  scope.erases();
  await carryOut(scope, request);
  state.anonymizationRequests.save({...request, processedAt: toMilliseconds(now)});
}

async function carryOut(scope: Scope, {_type, targetEntityId}: AnonymizationRequest): Promise<void> {
  if (_type === 'User') return anonymizeUser(scope, targetEntityId);
  const [conversationId, messageId = ''] = targetEntityId.split('_');
  const conversation = await scope.state.conversations.get(Number(conversationId));
  if (!conversation) return;
  if (_type === 'Conversation') return anonymizeConversation(scope, conversation);
  const message = await scope.state.messages.get(messageId);
  if (message) await redactMessage(scope, conversation, message);
}

/**
 * The waterfall: the user, all their conversations, and what is in them and hangs on them (DIXA-45).
 *
 * It ends at other people's conversations, of which the rules say nothing: where this user's address stands there as the
 * sender of an imported message or as one who got a copy, it stays until that conversation is anonymized, and so does what
 * they said there, in a message or with a rating.
 */
async function anonymizeUser(scope: Scope, userId: string): Promise<void> {
  const {state} = scope;
  const user = await state.endUsers.get(userId);
  if (!user) return;
  for (const conversation of await state.conversations.find('requester', userId)) {
    await anonymizeConversation(scope, conversation);
  }
  state.endUsers.save(anonymizedUser(user));
}

async function anonymizeConversation(scope: Scope, conversation: Conversation): Promise<void> {
  await scrubConversation(scope, conversation.id);
  if (isAnonymized(conversation)) return;
  const {state, now, behaviours} = scope;
  const id = String(conversation.id);
  for (const message of await state.messages.find('conversation', id)) anonymizeMessage(scope, message);
  for (const note of await state.notes.find('conversation', id)) state.notes.save(anonymizedNote(note));
  for (const rating of await state.ratings.find('conversation', id)) state.ratings.save(anonymizedRating(rating));
  for (const activity of await state.activities.find('conversation', id)) {
    state.activities.save(await anonymizedActivity(scope, activity));
  }
  state.followups.remove(conversation.id);
  state.searchTraces.save(traceOf(conversation));
  state.conversations.save(anonymizedConversation(conversation, now, behaviours));
}

function anonymizeMessage(scope: Scope, message: Message): void {
  removeFiles(scope, message);
  scope.state.messages.save(anonymizedMessage(message));
}

/** Only the message changes; the activity log tells that it was redacted, once (DIXA-46, DIXA-48). */
async function redactMessage(scope: Scope, conversation: Conversation, message: Message): Promise<void> {
  await scrubMessage(scope, message.id);
  if (isAnonymized(conversation) || message.isRedacted) return;
  const attributes = {messageId: message.id, wasTextRedacted: true, numberOfDeletedFiles: countFiles(message)};
  anonymizeMessage(scope, message);
  log(scope, {conversation: conversation.id, type: 'ConversationMessageRedacted', attributes});
}

/** A follow-up's time has come: the conversation goes back to work (DIXA-62). */
export async function expireFollowup(scope: Scope, payload: string | number): Promise<void> {
  const {state, now} = scope;
  const followup = await state.followups.get(Number(payload));
  // Closed, anonymized or put off again since then: this time no longer counts.
  if (!followup || followup.expiresAt > now) return;
  const conversation = await state.conversations.get(followup.id);
  if (!conversation || isAnonymized(conversation)) return;
  const open = changeState(scope, conversation, 'Open');
  log(scope, {conversation: conversation.id, type: 'FollowupExpired'});
  await emit(scope, {event: 'ConversationPendingExpired', conversation: open, pendingBy: followup.by});
}
