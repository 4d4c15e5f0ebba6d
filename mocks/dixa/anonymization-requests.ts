import {toMilliseconds} from './dates.js';
import {targetKey, type Agent, type AnonymizationRequest, type Conversation, type EndUser} from './entities.js';
import type {Scope} from './handler.js';
import {close} from './life-cycle.js';

type Kind = AnonymizationRequest['_type'];

/** What an anonymization may be asked for; the deprecated call and the three PATCHes share it. */
export interface Order {
  readonly kind: Kind;
  /** Id of the conversation or user; `<conversation>_<message>` for a message (DIXA-33). */
  readonly target: string;
  readonly by: Agent;
}

/** Puts an anonymization into the queue, which is served strictly in order (DIXA-38). */
export function enqueue(scope: Scope, {kind, target, by}: Order): AnonymizationRequest {
  const {state, ids, now, behaviours, schedule} = scope;
  const request = state.anonymizationRequests.save({
    id: ids.uuid(),
    entityType: `${kind}AnonymizationType`,
    _type: kind,
    initiatedAt: toMilliseconds(now),
    targetEntityId: target,
    requestedBy: by.id,
  });
  schedule('anonymize', request.id, {after: behaviours.anonymization_delay, queue: 'anonymization'});
  return request;
}

/** Whether this target must not be asked for again (DIXA-48; accepted by default). */
export async function isRefusedRepeat({state, behaviours}: Scope, {kind, target}: Omit<Order, 'by'>): Promise<boolean> {
  if (behaviours.repeat === 'accept') return false;
  return (await state.anonymizationRequests.first('target', targetKey(kind, target))) !== undefined;
}

/** The conversations of an end user that are not closed (DIXA-36). */
export async function unclosedConversations({state}: Scope, user: EndUser): Promise<readonly Conversation[]> {
  const conversations = await state.conversations.find('requester', user.id);
  return conversations.filter(
    (conversation) => conversation.state !== 'Closed' && conversation._type !== 'AnonymizedConversation',
  );
}

/** Whether a conversation is past being handled, so that it may be anonymized without force. */
export function isSettled(conversation: Conversation): boolean {
  return conversation.state === 'Closed' || conversation._type === 'AnonymizedConversation';
}

/** Closes what is still open before it is anonymized by force (DIXA-29, DIXA-36). */
export function closeAll(scope: Scope, conversations: readonly Conversation[], by: Agent): void {
  for (const conversation of conversations) close(scope, conversation, by);
}
