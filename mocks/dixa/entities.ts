import type {components} from '../../specs/dixa/generated/index.js';
import {collection} from '../../src/engine/index.js';
import {instantOf} from './dates.js';

type Schemas = components['schemas'];

/** A conversation of any channel, with its custom attributes; lists leave those out when they show it. */
export type Conversation = Schemas['Conversation'];
export type AnonymizedConversation = Schemas['AnonymizedConversation'];
export type LiveConversation = Exclude<Conversation, AnonymizedConversation>;
export type EndUser = Schemas['EndUser'];
export type Content = Schemas['Content'];
export type Attributes = Schemas['Attributes'];
export type ActivityType = Schemas['ActivityType'];
export type ActivityAttributes = Schemas['ActivityLogAttributes'];

/** A message with its place in a conversation. Its time is stored plain and its files by their paths. */
export interface Message extends Readonly<Schemas['Message']> {
  readonly conversationId: number;
  /** Counts up over the organization and orders what happened at the same instant. A seed's messages have none. */
  readonly position?: number;
}

/** An entry of the activity log with its place in it. */
export interface Activity extends Readonly<Schemas['ActivityLogEntry']> {
  /** As that of a message. */
  readonly position?: number;
}

/** A request for anonymization as the vendor shows it; without `processedAt` until it was carried out. */
export type AnonymizationRequest = Readonly<Schemas['AnonymizationRequestStatus']>;

/** What was asked to be anonymized at least once; its id is {@link targetKey}'s. */
export interface RequestedTarget {
  readonly id: string;
  /** A message that was redacted: asked again, nothing is left to do (DIXA-48). */
  readonly isDone?: boolean;
}

/** An agent or admin. */
export interface Agent {
  readonly id: string;
  readonly createdAt: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly ('Agent' | 'Admin')[];
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** Where conversations come in: an e-mail address, a phone number, or a widget. Its id is what requests name it by. */
export interface ContactPoint {
  readonly id: string;
  readonly kind: 'email' | 'phone' | 'widget';
}

/** A token; its id is the token itself. */
export interface ApiToken {
  readonly id: string;
  /** The agent who issued it and for whom it acts (DIXA-4). */
  readonly userId: string;
  /** The user lacks the rights that some operations ask for (DIXA-5). */
  readonly withoutRights?: boolean;
}

/** A file that can be attached: the stand-in reaches no network, so it fetches from this list (DIXA-73). */
export interface AttachmentSource {
  /** The address that may be named in a request. */
  readonly id: string;
  readonly type: string;
  readonly base64: string;
}

/** A file that was copied in; its id is its path, and goes with the message that held it. */
export interface StoredFile {
  readonly id: string;
  readonly type: string;
  readonly base64: string;
}

/** A follow-up that waits for its time. A conversation has one at most, so it has the conversation's id. */
export interface Followup {
  readonly id: number;
  /** When the conversation comes back, in milliseconds since 1970. */
  readonly expiresAt: number;
}

export const collections = {
  apiTokens: collection<ApiToken>()(),
  agents: collection<Agent>()(),
  queues: collection<Queue>()({isDefault: {by: ({isDefault}: Queue) => String(isDefault)}}),
  contactPoints: collection<ContactPoint>()(),
  attachmentSources: collection<AttachmentSource>()(),
  files: collection<StoredFile>()(),
  followups: collection<Followup>()(),
  endUsers: collection<EndUser>()({
    email: {by: ({email}: EndUser) => email},
    phoneNumber: {by: ({phoneNumber}: EndUser) => phoneNumber},
  }),
  conversations: collection<Conversation>()({
    requester: {
      by: ({requesterId}: Conversation) => requesterId,
      sort: ({createdAt, id}: Conversation) => inOrder(createdAt, id),
    },
  }),
  messages: collection<Message>()({
    conversation: {
      by: ({conversationId}: Message) => String(conversationId),
      sort: ({createdAt, position}: Message) => inOrder(createdAt, position),
    },
    externalId: {by: ({externalId}: Message) => externalId},
  }),
  activities: collection<Activity>()({
    conversation: {
      by: ({conversationId}: Activity) => String(conversationId),
      sort: ({activityTimestamp, position}: Activity) => inOrder(activityTimestamp, position),
    },
  }),
  anonymizationRequests: collection<AnonymizationRequest>()(),
  requestedTargets: collection<RequestedTarget>()(),
};

/** What a request is about, as one text. */
export function targetKey(type: AnonymizationRequest['_type'], id: string): string {
  return `${type} ${id}`;
}

/** A key that sorts by time, however it is spelled, and then by number. */
function inOrder(time: string, number = 0): string {
  return `${pad(instantOf(time) ?? 0)} ${pad(number)}`;
}

function pad(number: number): string {
  return String(number).padStart(16, '0');
}
