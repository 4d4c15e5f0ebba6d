import type {components} from '../../specs/opencx/generated/index.js';
import type {Contact, Delivery, Session} from './entities.js';
import type {Scope} from './handler.js';
import {contactOf} from './sessions.js';

type Schemas = components['schemas'];

/** Everything that is sent. */
export type WebhookPayload =
  | Schemas['ConversationStartedEvent']
  | Schemas['ConversationClosedEvent']
  | Schemas['ConversationHandoffEvent']
  | Schemas['ConversationResponseEvent'];

/** What a payload tells of: the delivery, its session as it is now, and the contact if there is one still. */
interface Told {
  readonly delivery: Delivery;
  readonly session: Session;
  readonly contact: Contact | undefined;
}

/** What the receiver is told, in the words of this moment: a text that was redacted meanwhile is `[REDACTED]`. */
export async function payloadOf(scope: Scope, delivery: Delivery): Promise<WebhookPayload | undefined> {
  const session = await scope.state.sessions.get(delivery.session_id);
  if (!session) return undefined;
  const told = {delivery, session, contact: await contactOf(scope, session)};
  const {occasion} = delivery;
  const organization_id = session.organization_id;
  switch (occasion.event) {
    case 'conversation.started': {
      const first_message = await textOf(scope, occasion.message_id);
      return {event: occasion.event, organization_id, data: startedData(told, first_message)};
    }
    case 'conversation.closed':
      return {event: occasion.event, organization_id, data: closedData(told, occasion)};
    case 'conversation.handoff_to_human': {
      const {length} = await scope.state.history.find('messages', session.id);
      return {event: occasion.event, organization_id, data: handoffData(told, length)};
    }
    default: {
      const message = {id: occasion.message_id, text: await textOf(scope, occasion.message_id)};
      return {event: occasion.event, organization_id, data: {...commonData(told), message}};
    }
  }
}

function startedData(told: Told, first_message: string): Schemas['ConversationStartedEvent']['data'] {
  const {session, contact, delivery} = told;
  const {assignee_id} = session;
  return {
    conversation_id: session.id,
    assignee:
      assignee_id === undefined
        ? {type: 'AI', name: 'AI'}
        : {type: 'human', id: assignee_id, name: null, avatar_url: null},
    ...(contact && {contact: showContact(contact)}),
    // The one channel that the vendor's pages name otherwise here.
    channel: session.channel.type === 'phone_voice' ? 'phone' : session.channel.type,
    first_message,
    timestamp: delivery.timestamp,
  };
}

function closedData(
  told: Told,
  {status, closed_by}: Extract<Delivery['occasion'], {event: 'conversation.closed'}>,
): Schemas['ConversationClosedEvent']['data'] {
  const {session, contact} = told;
  const resolution = status === 'closed_resolved' ? 'resolved' : 'not_resolved';
  return {
    ...commonData(told),
    human_resolution_status: closed_by === 'human' ? resolution : null,
    ai_resolution_status: null,
    ai_billing_tier: null,
    ...(contact && {contact: showContact(contact)}),
    closed_by: {type: closed_by},
    ...firstParty,
    summary: session.summary ?? null,
    contact_reason: null,
  };
}

function handoffData(told: Told, message_count: number): Schemas['ConversationHandoffEvent']['data'] {
  const {session, delivery} = told;
  return {
    conversation_id: session.id,
    // The only handoff that the API knows is an agent who takes the session over.
    reason: 'human_agent_decided_to_take_over',
    customer_id: session.contact_id ?? null,
    summary: session.handoff?.summary ?? session.summary ?? null,
    language: session.language ?? null,
    message_count,
    ...firstParty,
    timestamp: delivery.timestamp,
  };
}

const firstParty = {is_from_third_party: false, third_party_name: null} as const;

function commonData({session, delivery}: Told) {
  return {conversation_id: session.id, contact_id: session.contact_id ?? null, timestamp: delivery.timestamp};
}

function showContact({id, name, email, phone_number, custom_data}: Contact): Schemas['WebhookContact'] {
  return {
    id,
    ...(name && {name}),
    enriched_data: {...(phone_number && {phone_number}), ...(email && {email})},
    ...(custom_data && {custom_data}),
  };
}

async function textOf({state}: Scope, message: string): Promise<string> {
  const item = await state.history.get(message);
  return item?.event.type === 'message' ? item.event.content.text : '';
}
