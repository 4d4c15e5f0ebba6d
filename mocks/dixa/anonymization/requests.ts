import {toMilliseconds} from '../dates.js';
import {targetKey, type Agent, type AnonymizationRequest, type LiveConversation} from '../entities.js';
import type {Scope} from '../handler.js';
import {close, isAnonymized, isUnclosed} from '../conversations/life-cycle.js';

export type Kind = AnonymizationRequest['_type'];

/** What shall be anonymized: something that exists. */
export interface Target {
  readonly kind: Kind;
  /** As answers name it: a conversation's number, a user's id, or `<conversation>_<message>` (DIXA-21, DIXA-33). */
  readonly id: string;
  /** Conversations that are still being handled and would be anonymized, wholly or in part. */
  readonly unclosed: readonly LiveConversation[];
  readonly isAnonymized: boolean;
}

/** Why an anonymization is not accepted. Each operation has its own words for it. */
export type Refusal = 'unknown' | 'not closed' | 'repeated';

/** The conversation of that number. */
export async function conversationTarget({state}: Scope, id: number): Promise<Target | undefined> {
  const conversation = await state.conversations.get(id);
  if (!conversation) return undefined;
  return {
    kind: 'Conversation',
    id: String(conversation.id),
    unclosed: [conversation].filter(isUnclosed),
    isAnonymized: isAnonymized(conversation),
  };
}

/** The message of that id, if it belongs to that conversation (DIXA-34). */
export async function messageTarget(
  {state}: Scope,
  conversationId: number,
  messageId: string,
): Promise<Target | undefined> {
  const conversation = await state.conversations.get(conversationId);
  const message = await state.messages.get(messageId);
  if (!conversation || message?.conversationId !== conversation.id) return undefined;
  return {
    kind: 'Message',
    id: `${conversation.id}_${message.id}`,
    unclosed: [conversation].filter(isUnclosed),
    isAnonymized: isAnonymized(conversation),
  };
}

/** The end user of that id with all their conversations; agents are no end users (DIXA-36, DIXA-37). */
export async function userTarget({state}: Scope, id: string): Promise<Target | undefined> {
  const user = await state.endUsers.get(id);
  if (!user) return undefined;
  const conversations = await state.conversations.find('requester', user.id);
  return {
    kind: 'User',
    id: user.id,
    unclosed: conversations.filter(isUnclosed),
    isAnonymized: user.isAnonymized ?? false,
  };
}

/** Accepts an anonymization, or tells why not. By force, what is not closed is closed first (DIXA-28, DIXA-29). */
export async function request(
  scope: Scope,
  target: Target | undefined,
  {force, by}: {readonly force: boolean; readonly by: Agent},
): Promise<AnonymizationRequest | Refusal> {
  if (!target) return 'unknown';
  const isMessage = target.kind === 'Message';
  const mayBeOpen = force || (isMessage && scope.behaviours.message_open === 'accept');
  if (target.unclosed.length > 0 && !mayBeOpen) return 'not closed';
  if (await isRefusedRepeat(scope, target)) return 'repeated';

  // A message goes without its conversation being closed (DIXA-35).
  if (!isMessage) for (const conversation of target.unclosed) await close(scope, conversation, by);
  return enqueue(scope, target, by);
}

/** The older name of each kind (DIXA-22). */
const entityTypes = {
  Conversation: 'ConversationAnonymizationType',
  Message: 'MessageAnonymizationType',
  User: 'UserAnonymizationType',
} as const;

/** Puts an anonymization into the queue, which is served strictly in order (DIXA-38). */
async function enqueue(
  {state, ids, now, behaviours, schedule}: Scope,
  {kind, id}: Target,
  by: Agent,
): Promise<AnonymizationRequest> {
  const accepted = state.anonymizationRequests.save({
    id: ids.uuid(),
    entityType: entityTypes[kind],
    _type: kind,
    initiatedAt: toMilliseconds(now),
    targetEntityId: id,
    requestedBy: by.id,
  });
  schedule('anonymize', accepted.id, {after: behaviours.anonymization_delay, queue: 'anonymization'});
  return accepted;
}

/**
 * Whether what is queued or anonymized already must not be asked for again (DIXA-48; it may by default). Requests that a
 * seed brings count like any other.
 */
async function isRefusedRepeat({state, behaviours}: Scope, {kind, id, isAnonymized}: Target): Promise<boolean> {
  if (behaviours.repeat === 'accept') return false;
  return isAnonymized || (await state.anonymizationRequests.first('target', targetKey(kind, id))) !== undefined;
}
