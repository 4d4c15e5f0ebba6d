import type {components} from '../../specs/dixa/generated/index.js';
import {collection} from '../../src/engine/index.js';
import {annotationCollections} from './conversations/annotation-entities.js';
import {configurationCollections} from './configuration/entities.js';
import {inOrder} from './sorting.js';
import {webhookCollections} from './webhooks/entities.js';

export type {BulkTagging, Note, Rating, SearchTrace} from './conversations/annotation-entities.js';
export {taggingKey} from './configuration/entities.js';
export type {
  ContactPoint,
  ConversationTag,
  CustomAttributeDefinition,
  Flow,
  Queue,
  Tag,
} from './configuration/entities.js';

type Schemas = components['schemas'];

/** A conversation of any channel, with its custom attributes; lists leave those out when they show it. */
export type Conversation = Schemas['Conversation'];
export type AnonymizedConversation = Schemas['AnonymizedConversation'];
export type LiveConversation = Exclude<Conversation, AnonymizedConversation>;
export type Content = Schemas['Content'];
export type Attributes = Schemas['Attributes'];
export type ActivityType = Schemas['ActivityType'];
export type ActivityAttributes = Schemas['ActivityLogAttributes'];

/** Somebody who writes in, or what is left of them. */
export interface EndUser extends Readonly<Schemas['EndUser']> {
  /** Nothing personal is left, and nothing must be added any more (DIXA-45). */
  readonly isAnonymized?: boolean;
  /** Counts up over the organization and orders who was created at the same instant. A seed's people have none. */
  readonly position?: number;
}

/** An agent or admin. */
export interface Agent extends Readonly<Schemas['Agent']> {
  /** As that of an end user. */
  readonly position?: number;
}

/** A message with its place in a conversation. Its time is stored plain and its files by their paths. */
export interface Message extends Readonly<Schemas['Message']> {
  readonly conversationId: number;
  /** Counts up over the organization and orders what happened at the same instant. A seed's messages have none. */
  readonly position?: number;
  /** Nothing is left in it to anonymize: asked again, nothing happens (DIXA-48). */
  readonly isRedacted?: boolean;
}

/** An entry of the activity log with its place in it. */
export interface Activity extends Readonly<Schemas['ActivityLogEntry']> {
  /** As that of a message. */
  readonly position?: number;
}

/** A request for anonymization as the vendor shows it; without `processedAt` until it was carried out. */
export type AnonymizationRequest = Readonly<Schemas['AnonymizationRequestStatus']>;

/** A token; its id is the token itself. */
export interface ApiToken {
  readonly id: string;
  /** The agent who issued it and for whom it acts (DIXA-4). */
  readonly userId: string;
  /** The user lacks the rights that some operations ask for (DIXA-5). */
  readonly withoutRights?: boolean;
  /** It was taken back: nobody knows it any more (DIXA-2). */
  readonly revoked?: boolean;
}

/** A file that can be attached: the stand-in reaches no network, so it fetches from this list (DIXA-73). */
export interface AttachmentSource {
  /** The address that may be named in a request. */
  readonly id: string;
  readonly type: string;
  /** @pattern ^[0-9A-Za-z+/]*={0,2}$ */
  readonly base64: string;
}

/** A file that was copied in; its id is its path, and goes with the message that held it. */
export interface StoredFile {
  readonly id: string;
  readonly type: string;
  /** @pattern ^[0-9A-Za-z+/]*={0,2}$ */
  readonly base64: string;
}

/** A follow-up that waits for its time. A conversation has one at most, so it has the conversation's id. */
export interface Followup {
  readonly id: number;
  /** When the conversation comes back, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** The agent who put it off. */
  readonly by?: string;
}

/** By what agents and end users are found: all of them, the oldest first, or who has an address or a number. */
const peopleIndexes = {
  all: {by: () => 'all', sort: oldestFirst},
  email: {by: ({email}: Agent | EndUser) => email, sort: oldestFirst},
  phoneNumber: {by: ({phoneNumber}: Agent | EndUser) => phoneNumber, sort: oldestFirst},
};

export const collections = {
  ...webhookCollections,
  apiTokens: collection<ApiToken>()(),
  agents: collection<Agent>()(peopleIndexes),
  ...configurationCollections,
  attachmentSources: collection<AttachmentSource>()(),
  files: collection<StoredFile>()(),
  followups: collection<Followup>()(),
  endUsers: collection<EndUser>()({
    ...peopleIndexes,
    externalId: {by: ({externalId}: EndUser) => externalId, sort: oldestFirst},
  }),
  conversations: collection<Conversation>()({
    // For searches alone. The place of a conversation never changes, so nothing else pays for it.
    all: {
      by: () => 'all',
      sort: ({createdAt, id}: Conversation) => inOrder(createdAt, id),
    },
    requester: {
      by: ({requesterId}: Conversation) => requesterId,
      sort: ({createdAt, id}: Conversation) => inOrder(createdAt, id),
    },
    parent: {
      by: ({link}: Conversation) => link && String(link.parentId),
      sort: ({createdAt, id}: Conversation) => inOrder(createdAt, id),
    },
    /** By queue: the open ones that no agent has yet. */
    waiting: {
      by: (conversation: Conversation) => waiting(conversation)?.queue,
      sort: (conversation: Conversation) => waiting(conversation)?.since ?? '',
    },
  }),
  messages: collection<Message>()({
    conversation: {
      by: ({conversationId}: Message) => String(conversationId),
      sort: ({createdAt, position}: Message) => inOrder(createdAt, position),
    },
    externalId: {by: ({externalId}: Message) => externalId},
  }),
  ...annotationCollections,
  activities: collection<Activity>()({
    conversation: {
      by: ({conversationId}: Activity) => String(conversationId),
      sort: ({activityTimestamp, position}: Activity) => inOrder(activityTimestamp, position),
    },
    // What happened is only ever added to, so this grows at its end.
    all: {
      by: () => 'all',
      sort: ({activityTimestamp, position}: Activity) => inOrder(activityTimestamp, position),
    },
  }),
  anonymizationRequests: collection<AnonymizationRequest>()({
    target: {by: ({_type, targetEntityId}: AnonymizationRequest) => targetKey(_type, targetEntityId)},
  }),
};

function oldestFirst({createdAt, position}: Agent | EndUser): string {
  return inOrder(createdAt, position);
}

/** What a request is about, as one text. */
export function targetKey(type: AnonymizationRequest['_type'], id: string): string {
  return `${type} ${id}`;
}

/** The queue in which a conversation waits for an agent, and in which order; undefined when it does not wait. */
export function waiting(conversation: Conversation): {queue: string; since: string} | undefined {
  if (conversation._type === 'AnonymizedConversation' || conversation.state !== 'Open') return undefined;
  const {queue, assignment, createdAt, id} = conversation;
  return queue && !assignment ? {queue: queue.id, since: inOrder(queue.queuedAt ?? createdAt, id)} : undefined;
}
