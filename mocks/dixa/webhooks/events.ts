import {withMilliseconds} from '../dates.js';
import type {Conversation, Message, Note, Tag} from '../entities.js';
import {meetsFilters, type EventFacts} from './filters.js';
import {
  conversationInEvent,
  payloadOf,
  personInEvent,
  queueInEvent,
  upperSnake,
  type ConversationInEvent,
  type EventData,
} from './payloads.js';
import type {Scope} from '../handler.js';
import type {EmittedEvent} from './entities.js';

type PlainEvent = Exclude<
  EmittedEvent,
  | 'ConversationPendingExpired'
  | 'ConversationNoteAdded'
  | 'ConversationMessageAdded'
  | 'ConversationTagAdded'
  | 'ConversationTagRemoved'
  | 'ConversationRated'
>;

/** Something that happened to a conversation, with what its event tells beside the conversation. */
export type Happening = {
  /** As it is after the change. */
  readonly conversation: Conversation;
  /** Where the change came from, if filters know a name for it. */
  readonly origin?: 'ApiImport';
} & (
  | {readonly event: PlainEvent}
  | {readonly event: 'ConversationPendingExpired'; readonly pendingBy: string | undefined}
  | {readonly event: 'ConversationNoteAdded'; readonly note: Note}
  | {readonly event: 'ConversationMessageAdded'; readonly message: Message}
  | {readonly event: 'ConversationTagAdded' | 'ConversationTagRemoved'; readonly tag: Tag}
  | {
      readonly event: 'ConversationRated';
      readonly rating: {readonly score?: number; readonly comment?: string; readonly type: string};
    }
);

/**
 * Tells whoever subscribed to it what happened (DIXA-91). Every handler and transition that changes a conversation calls
 * it, after the change was saved, since the event shows what is in the state. It costs one look where nobody subscribed.
 *
 * ```ts
 * await emit(call, {event: 'ConversationTagAdded', conversation, tag});
 * ```
 *
 * What is anonymized has no event (DIXA-49).
 */
export async function emit(scope: Scope, happening: Happening): Promise<void> {
  await emitAll(scope, [happening]);
}

/**
 * Tells of several things that happened to one conversation at once. Each event shows it as it is after all of them, and
 * that is put together once: a thousand tags are not to be listed a thousand times.
 */
export async function emitAll(scope: Scope, happenings: readonly Happening[]): Promise<void> {
  const {state, ids, deliver} = scope;
  let shown: ConversationInEvent | undefined;
  for (const happening of happenings) {
    const {event} = happening;
    const subscriptions = await state.webhookSubscriptions.find(event, 'enabled');
    const facts = factsOf(happening);
    const told = subscriptions.filter(({filters}) => meetsFilters(filters?.Conversation, facts));
    if (told.length === 0) continue;

    shown ??= await conversationInEvent(scope, happening.conversation);
    // One event, however many hear of it: they can tell by its id.
    const payload = await payloadOf(scope, event, await dataOf(scope, happening, shown));
    for (const {id: subscriptionId} of told) {
      const delivery = state.webhookDeliveries.save({id: ids.next('delivery'), subscriptionId, event, payload});
      deliver(delivery.id, {to: subscriptionId});
    }
  }
}

function factsOf({conversation, origin}: Happening): EventFacts {
  const queue = 'queue' in conversation ? conversation.queue : undefined;
  return {
    InitialChannel: upperSnake(conversation.channel).toLowerCase(),
    QueueId: queue?.id,
    OperationOrigin: origin,
  };
}

/** What each event tells beside the conversation. */
async function dataOf(scope: Scope, happening: Happening, conversation: ConversationInEvent): Promise<EventData> {
  switch (happening.event) {
    case 'ConversationAbandoned':
      return {conversation, queue: await queueInEvent(scope, happening.conversation)};
    case 'ConversationPendingExpired': {
      const {pendingBy} = happening;
      return {
        conversation,
        ...(pendingBy !== undefined && {pendingByUser: await personInEvent(scope, happening.conversation, pendingBy)}),
      };
    }
    case 'ConversationNoteAdded': {
      const {id, message, createdAt, authorId} = happening.note;
      const author = await personInEvent(scope, happening.conversation, authorId);
      return {conversation, note_id: id, text: message, created_at: withMilliseconds(createdAt), author};
    }
    case 'ConversationMessageAdded':
      return {conversation, ...(await messageData(scope, happening.conversation, happening.message))};
    case 'ConversationTagAdded':
    case 'ConversationTagRemoved': {
      const {id, name} = happening.tag;
      return {conversation, tag: {id, name}};
    }
    case 'ConversationRated': {
      const {score, comment, type} = happening.rating;
      return {conversation, ...(score !== undefined && {score}), comment: comment ?? null, type};
    }
    default:
      return {conversation};
  }
}

async function messageData(scope: Scope, conversation: Conversation, message: Message) {
  const {id, attributes, externalId, authorId, createdAt} = message;
  const content = contentOf(attributes);
  const direction = 'direction' in attributes ? attributes.direction : undefined;
  return {
    message_id: id,
    text: content?.value ?? null,
    content: content
      ? {
          text: content.value,
          content_type: content._type,
          original_content_url: null,
          processed_content_url: null,
        }
      : null,
    channel: upperSnake(conversation.channel),
    // In lower case, unlike the conversation's.
    direction: direction?.toLowerCase() ?? null,
    external_id: externalId ?? null,
    author: await personInEvent(scope, conversation, authorId),
    created_at: withMilliseconds(createdAt),
  };
}

function contentOf(attributes: Message['attributes']) {
  if ('content' in attributes) return attributes.content;
  const mail = 'emailContent' in attributes ? attributes.emailContent : undefined;
  return mail?._type === 'Regular' ? mail.content : undefined;
}
