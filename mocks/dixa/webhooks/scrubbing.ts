import {withoutName, type ConversationInEvent, type EventData, type PersonInEvent} from './payloads.js';
import type {Scope} from '../handler.js';
import type {WebhookDelivery} from './entities.js';

/**
 * Takes what the anonymization of a conversation erases out of all deliveries that tell of it. It covers the
 * anonymization of an end user too, which goes through all their conversations: a delivery shows no customer other than
 * the requester of its conversation.
 *
 * One that has not left yet leaves all the same, with `null` for what is gone: that a conversation was closed is no
 * personal data, and a receiver that counts events must not miss one. That Dixa scrubs its logs is assumed.
 */
export async function scrubConversation(scope: Scope, conversationId: number): Promise<void> {
  if (!scope.behaviours.scrub_delivery_logs) return;
  for (const delivery of await scope.state.webhookDeliveries.find('conversation', String(conversationId))) {
    const {conversation, ...rest} = delivery.payload.data;
    const left = {conversation: await withoutCustomer(scope, conversation), ...(await withoutTexts(scope, rest))};
    keep(scope, delivery, left);
  }
}

/** Takes a message that is anonymized out of the deliveries that tell of it. Its conversation stays as it is (DIXA-46). */
export async function scrubMessage(scope: Scope, messageId: string): Promise<void> {
  if (!scope.behaviours.scrub_delivery_logs) return;
  for (const delivery of await scope.state.webhookDeliveries.find('message', messageId)) {
    const {conversation, ...rest} = delivery.payload.data;
    keep(scope, delivery, {conversation, ...(await withoutTexts(scope, rest))});
  }
}

/** What the receiver answered goes as well: it may repeat what it was sent. */
function keep({state}: Scope, delivery: WebhookDelivery, data: EventData): void {
  const detail = delivery.detail && {...delivery.detail, responseText: ''};
  const payload = {...delivery.payload, data};
  state.webhookDeliveries.save({...delivery, payload, isScrubbed: true, ...(detail && {detail})});
}

async function withoutCustomer(scope: Scope, conversation: ConversationInEvent): Promise<ConversationInEvent> {
  const requester = await withoutEndUser(scope, conversation.requester);
  const assignee = conversation.assignee && (await withoutEndUser(scope, conversation.assignee));
  return {...conversation, requester, assignee, subject: null, contact_point: null};
}

/** What was written, rated and noted; ids, times and scores stay, as they do in answers (DIXA-43, DIXA-44). */
async function withoutTexts(
  scope: Scope,
  data: Omit<EventData, 'conversation'>,
): Promise<Omit<EventData, 'conversation'>> {
  return {
    ...data,
    ...('text' in data && {text: null}),
    ...('content' in data && {content: null}),
    ...('external_id' in data && {external_id: null}),
    ...('comment' in data && {comment: null}),
    ...(data.author && {author: await withoutEndUser(scope, data.author)}),
    ...(data.pendingByUser && {pendingByUser: await withoutEndUser(scope, data.pendingByUser)}),
  };
}

/** Agents stay, as they do in the activity log (DIXA-44), unless they were made end users since then. */
async function withoutEndUser({state}: Scope, person: PersonInEvent): Promise<PersonInEvent> {
  return (await state.agents.get(person.id)) ? person : withoutName(person);
}
