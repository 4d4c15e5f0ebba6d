import type {components} from '../../../specs/dixa/generated/index.js';
import {collection} from '../../../src/engine/index.js';
import type {Organization} from './organization.js';
import {inOrder, padded} from '../sorting.js';

type Schemas = components['schemas'];

/** A queue; what it belongs to is the same for all, so it is not stored. */
export type Queue = Readonly<Omit<Schemas['QueueDetails'], 'organizationId'>>;

/** Where conversations come in: an e-mail address, a phone number, or a widget. Its id is what requests name it by. */
export interface ContactPoint {
  readonly id: string;
  readonly kind: 'email' | 'phone' | 'widget';
  readonly name?: string;
  /** Of an e-mail address: what mails are sent as. */
  readonly senderOverride?: string;
  /** Of a phone number. */
  readonly functionality?: Schemas['TelephonyEndpoint']['functionality'];
}

/** A way through which conversations of one channel come in. */
export type Flow = Readonly<Schemas['Flow']>;

/** A custom attribute that end users (`Contact`) or conversations can have. Its times are stored as a seed spells them. */
export type CustomAttributeDefinition = Readonly<Schemas['CustomAttributeDefinition']>;

/** A label for conversations. */
export type Tag = Readonly<Schemas['Tag']>;

/** That a conversation has a tag; its id is {@link taggingKey}'s. */
export interface ConversationTag {
  readonly id: string;
  readonly conversationId: number;
  readonly tagId: string;
  /** Counts up over the organization: in which order tags were added. A seed's have none. */
  readonly position?: number;
}

/** What an organization sets up: few of each, so that a list may read them all. */
export const configurationCollections = {
  organizations: collection<Organization>()({all: {by: everything}}),
  queues: collection<Queue>()({
    all: {by: everything, sort: ({name}: Queue) => name},
    isDefault: {by: ({isDefault}: Queue) => String(isDefault)},
  }),
  contactPoints: collection<ContactPoint>()({all: {by: everything}}),
  flows: collection<Flow>()({channel: {by: ({channel}: Flow) => channel, sort: ({name}: Flow) => name}}),
  customAttributes: collection<CustomAttributeDefinition>()({
    all: {by: everything, sort: ({createdAt}: CustomAttributeDefinition) => inOrder(createdAt)},
  }),
  tags: collection<Tag>()({
    all: {by: everything, sort: ({name}: Tag) => name},
    name: {by: ({name}: Tag) => name},
  }),
  conversationTags: collection<ConversationTag>()({
    conversation: {
      by: ({conversationId}: ConversationTag) => String(conversationId),
      sort: ({position = 0}: ConversationTag) => padded(position),
    },
    tag: {by: ({tagId}: ConversationTag) => tagId},
  }),
};

/** The id of what says that a conversation has a tag. */
export function taggingKey(conversationId: number, tagId: string): string {
  return `${conversationId} ${tagId}`;
}

/** The one key of an index over a small collection. */
function everything(): string {
  return 'all';
}
