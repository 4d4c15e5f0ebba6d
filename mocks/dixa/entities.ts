import type {components} from '../../specs/dixa/generated/index.js';
import {collection, type State} from '../../src/engine/index.js';

type Schemas = components['schemas'];

/** A conversation of any channel, in the vendor's own words; the attributes are left out of lists only when shown. */
export type Conversation = Schemas['Conversation'];
export type AnonymizedConversation = Schemas['AnonymizedConversation'];
export type LiveConversation = Exclude<Conversation, AnonymizedConversation>;
export type EndUser = Schemas['EndUser'];
export type Content = Schemas['Content'];
export type Attributes = Schemas['Attributes'];
export type ActivityType = Schemas['ActivityType'];
export type ActivityAttributes = Schemas['ActivityLogAttributes'];

/** A message with its place in a conversation. Times are stored plain and shown as {@link spell} says. */
export interface Message extends Readonly<Schemas['Message']> {
  readonly conversationId: number;
  /** Counts up over the organization; orders messages of the same millisecond. */
  readonly position: number;
}

/** An entry of the activity log with its place in it. */
export interface Activity extends Readonly<Schemas['ActivityLogEntry']> {
  readonly position: number;
}

/** A request for anonymization as the vendor shows it; without `processedAt` until it was carried out. */
export type AnonymizationRequest = Readonly<Schemas['AnonymizationRequestStatus']>;

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

/** A follow-up that waits for its time. */
export interface Followup {
  readonly id: string;
  readonly conversationId: number;
  /** `stateUpdatedAt` of the conversation when it was put off: if that has changed, the follow-up no longer counts. */
  readonly since: string;
}

export const collections = {
  apiTokens: collection<ApiToken>()(),
  agents: collection<Agent>()(),
  queues: collection<Queue>()({isDefault: {by: (queue: Queue) => String(queue.isDefault)}}),
  contactPoints: collection<ContactPoint>()(),
  attachmentSources: collection<AttachmentSource>()(),
  files: collection<StoredFile>()(),
  followups: collection<Followup>()(),
  endUsers: collection<EndUser>()({
    email: {by: (user: EndUser) => user.email},
    phoneNumber: {by: (user: EndUser) => user.phoneNumber},
  }),
  conversations: collection<Conversation>()({
    requester: {by: (conversation: Conversation) => conversation.requesterId, sort: newestLast},
  }),
  messages: collection<Message>()({
    conversation: {by: (message: Message) => String(message.conversationId), sort: oldestFirst},
    externalId: {by: (message: Message) => message.externalId},
  }),
  activities: collection<Activity>()({
    conversation: {
      by: (activity: Activity) => String(activity.conversationId),
      sort: (activity: Activity) => activity.position,
    },
  }),
  anonymizationRequests: collection<AnonymizationRequest>()({
    target: {by: ({_type, targetEntityId}: AnonymizationRequest) => targetKey(_type, targetEntityId)},
  }),
};

export type DixaState = State<typeof collections>;

/** What a request is about, as one text. */
export function targetKey(type: AnonymizationRequest['_type'], id: string): string {
  return `${type} ${id}`;
}

function newestLast({createdAt, id}: Conversation): string {
  return `${createdAt} ${String(id).padStart(16, '0')}`;
}

function oldestFirst({createdAt, position}: Message): string {
  return `${createdAt} ${String(position).padStart(12, '0')}`;
}
