import type {components} from '../../../specs/dixa/generated/index.js';
import {toMilliseconds, withMilliseconds} from '../dates.js';
import type {Conversation, EndUser} from '../entities.js';
import type {Scope} from '../handler.js';
import {organizationOf} from '../configuration/organization.js';
import type {EmittedEvent} from './entities.js';

/** A person as webhooks show one. What is not known is `null`, unlike in answers (DIXA-18). */
export interface PersonInEvent {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly roles: readonly string[];
  readonly user_type: 'Contact' | 'Member';
}

/** Something that webhooks name with its id: an organization, a queue, a tag. */
export interface NamedInEvent {
  readonly id: string;
  readonly name: string;
}

/** A conversation as webhooks show it. */
export interface ConversationInEvent {
  readonly csid: number;
  readonly channel: string;
  readonly status: string | null;
  readonly direction: string | null;
  readonly queue: NamedInEvent | null;
  readonly contact_point: string | null;
  readonly requester: PersonInEvent;
  readonly assignee: PersonInEvent | null;
  readonly subject: string | null;
  readonly tags: readonly NamedInEvent[];
  readonly created_at: string;
}

/** What an event tells: the conversation always, the rest by event. */
export interface EventData {
  readonly conversation: ConversationInEvent;
  /** In camel case, as the vendor's page has it. */
  readonly pendingByUser?: PersonInEvent;
  readonly queue?: NamedInEvent | null;
  readonly note_id?: string;
  readonly message_id?: string;
  readonly text?: string | null;
  readonly content?: {
    readonly text: string;
    readonly content_type: components['schemas']['Content']['_type'];
    readonly original_content_url: null;
    readonly processed_content_url: null;
  } | null;
  readonly channel?: string;
  readonly direction?: string | null;
  readonly external_id?: string | null;
  readonly author?: PersonInEvent;
  readonly created_at?: string;
  readonly tag?: NamedInEvent;
  readonly score?: number;
  readonly comment?: string | null;
  readonly type?: string;
}

/** The body of a webhook. */
export interface EventPayload {
  readonly event_id: string;
  readonly event_fqn: string;
  readonly event_version: '1';
  readonly event_timestamp: string;
  readonly organization: NamedInEvent;
  readonly data: EventData;
}

/** The envelope around what an event tells. */
export async function payloadOf(scope: Scope, event: EmittedEvent, data: EventData): Promise<EventPayload> {
  const {ids, now} = scope;
  const {id, name} = await organizationOf(scope);
  return {
    event_id: ids.uuid(),
    event_fqn: upperSnake(event),
    event_version: '1',
    event_timestamp: toMilliseconds(now),
    organization: {id, name},
    data,
  };
}

/** A conversation as it is now. Of one that was anonymized, webhooks tell no more than answers do (DIXA-42). */
export async function conversationInEvent(scope: Scope, conversation: Conversation): Promise<ConversationInEvent> {
  const {id, channel, state, direction, requesterId, createdAt} = conversation;
  const assignment = 'assignment' in conversation ? conversation.assignment : undefined;
  return {
    csid: id,
    channel: upperSnake(channel),
    status: state ? upperSnake(state) : null,
    direction: direction ? upperSnake(direction) : null,
    queue: await queueInEvent(scope, conversation),
    contact_point: contactPointOf(conversation),
    requester: await personInEvent(scope, conversation, requesterId),
    assignee: assignment ? await personInEvent(scope, conversation, assignment.agentId) : null,
    subject: ('subject' in conversation && conversation.subject) || null,
    tags: await tagsInEvent(scope, id),
    created_at: withMilliseconds(createdAt),
  };
}

/** The queue that a conversation is in. */
export async function queueInEvent({state}: Scope, conversation: Conversation): Promise<NamedInEvent | null> {
  if (!('queue' in conversation) || !conversation.queue) return null;
  const {id} = conversation.queue;
  return {id, name: (await state.queues.get(id))?.name ?? ''};
}

/**
 * An agent (`Member`) or an end user (`Contact`). End users are named in their own conversations only, as in the activity
 * log: nothing would take their names out of somebody else's when they are anonymized.
 */
export async function personInEvent({state}: Scope, conversation: Conversation, id: string): Promise<PersonInEvent> {
  const agent = await state.agents.get(id);
  if (agent) return {...namesOf(agent), roles: agent.roles, user_type: 'Member'};
  const isNamed = id === conversation.requesterId && conversation._type !== 'AnonymizedConversation';
  const user = isNamed ? await state.endUsers.get(id) : undefined;
  return {...namesOf(user ?? {id}), roles: ['Enduser'], user_type: 'Contact'};
}

/** What is left of a person whose conversation, or who, was anonymized. */
export function withoutName(person: PersonInEvent): PersonInEvent {
  return {...person, name: null, email: null, phone: null};
}

type Names = Pick<EndUser, 'id' | 'displayName' | 'email' | 'phoneNumber'>;

function namesOf({id, displayName, email, phoneNumber}: Names) {
  return {id, name: displayName ?? null, email: email ?? null, phone: phoneNumber ?? null};
}

/** The organization's own address that a conversation came in by or went out from. */
function contactPointOf(conversation: Conversation): string | null {
  if ('integrationEmail' in conversation) return conversation.integrationEmail ?? null;
  if (conversation._type !== 'SmsConversation') return null;
  const {direction, fromNumber, toNumber} = conversation;
  return (direction === 'Inbound' ? toNumber : fromNumber) ?? null;
}

/** How webhooks show a tag is not known beyond that it is an object (assumed). */
async function tagsInEvent({state}: Scope, conversationId: number): Promise<NamedInEvent[]> {
  const tags: NamedInEvent[] = [];
  for (const {tagId} of await state.conversationTags.find('conversation', String(conversationId))) {
    const tag = await state.tags.get(tagId);
    if (tag) tags.push({id: tag.id, name: tag.name});
  }
  return tags;
}

/** `PstnPhone` as bodies have it: `PSTN_PHONE`. */
export function upperSnake(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
