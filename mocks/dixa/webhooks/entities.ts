import type {components} from '../../../specs/dixa/generated/index.js';
import {collection} from '../../../src/engine/index.js';
import type {EventPayload} from './payloads.js';

type Schemas = components['schemas'];

/** The events that follow from what can be done through the API: those that the stand-in sends. */
export const emittedEvents = [
  'ConversationCreated',
  'ConversationOpen',
  'ConversationPending',
  'ConversationPendingExpired',
  'ConversationClosed',
  'ConversationAbandoned',
  'ConversationEnqueued',
  'ConversationAssigned',
  'ConversationUnassigned',
  'ConversationNoteAdded',
  'ConversationMessageAdded',
  'ConversationTagAdded',
  'ConversationTagRemoved',
  'ConversationRated',
  'ConversationTransferred',
  'ConversationCustomAttributeUpdated',
] as const satisfies readonly Schemas['WebhookEvent'][];

export type EmittedEvent = (typeof emittedEvents)[number];

/** Who is told of which events, and how. Answers show it with its headers computed (DIXA-89). */
export interface WebhookSubscription extends Readonly<Omit<Schemas['WebhookSubscription'], 'headers'>> {
  readonly authorization: Schemas['WebhookAuthorization'];
  readonly customHeaders: Readonly<Record<string, string>>;
  /**
   * 64 hexadecimal digits.
   * @pattern ^[0-9a-f]{64}$
   */
  readonly secretKey: string;
  /** Counts up and orders the list. A seed's subscriptions have none. */
  readonly position?: number;
}

/** One event on its way to one subscriber, and how that went. */
export interface WebhookDelivery {
  /** Counts up over the organization. */
  readonly id: number;
  readonly subscriptionId: string;
  readonly event: EmittedEvent;
  readonly payload: EventPayload;
  /** Absent until the receiver answered or did not. */
  readonly detail?: Schemas['DeliveryDetailBase'];
  /** What it carried was erased: what the receiver said to it must not be kept either. */
  readonly isScrubbed?: boolean;
}

type ByEvent = Record<EmittedEvent, {by: (subscription: WebhookSubscription) => string | undefined}>;

/** One index per event, so that an event which nobody subscribed to costs one look. */
const byEvent = Object.fromEntries(
  emittedEvents.map((event) => [
    event,
    {
      by: ({enabled, subscribedEvents}: WebhookSubscription) =>
        enabled && subscribedEvents.includes(event) ? 'enabled' : undefined,
    },
  ]),
) as ByEvent;

/** The collections of webhooks. */
export const webhookCollections = {
  webhookSubscriptions: collection<WebhookSubscription>()({
    ...byEvent,
    all: {by: () => 'all', sort: ({position = 0}: WebhookSubscription) => position},
  }),
  webhookDeliveries: collection<WebhookDelivery>()({
    /** All of a subscription, to go with it. */
    subscription: {by: ({subscriptionId}: WebhookDelivery) => subscriptionId, sort: byNumber},
    /** Those that are over, by {@link logKey}. */
    log: {
      by: ({subscriptionId, event, detail}: WebhookDelivery) => detail && logKey(subscriptionId, event),
      sort: byNumber,
    },
    /** All that tell of a conversation, to lose what is erased there. */
    conversation: {by: ({payload}: WebhookDelivery) => String(payload.data.conversation.csid), sort: byNumber},
    message: {by: ({payload}: WebhookDelivery) => payload.data.message_id, sort: byNumber},
  }),
};

/** The log of one event of one subscription. */
export function logKey(subscriptionId: string, event: string): string {
  return `${subscriptionId} ${event}`;
}

function byNumber({id}: WebhookDelivery): number {
  return id;
}
