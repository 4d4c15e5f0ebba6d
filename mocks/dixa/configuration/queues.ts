import type {components} from '../../../specs/dixa/generated/index.js';
import {withMilliseconds} from '../dates.js';
import {waiting, type Conversation, type Queue} from '../entities.js';
import type {Scope} from '../handler.js';
import {organizationOf} from './organization.js';

type Schemas = components['schemas'];

/** A queue as Dixa shows it. */
export async function showQueue(scope: Pick<Scope, 'state'>, queue: Queue): Promise<Schemas['QueueDetails']> {
  return {...queue, organizationId: (await organizationOf(scope)).id};
}

/** Creates a queue. An organization has one default queue, so a new one takes the place of the old one (assumed). */
export async function createQueue({state, ids}: Scope, input: Schemas['CreateOrUpdateQueueRequest']): Promise<Queue> {
  if (input.isDefault) {
    for (const queue of await state.queues.find('isDefault', 'true')) state.queues.save({...queue, isDefault: false});
  }
  return state.queues.save(queueOf(ids.uuid(), input));
}

/**
 * Where in its queue a conversation stands, 1 being next (assumed). One that an agent has, or that is not open, has no
 * position.
 * @returns undefined when it never was in a queue.
 */
export async function placeOf(
  {state}: Pick<Scope, 'state'>,
  conversation: Conversation,
): Promise<Schemas['QueuedConversation'] | undefined> {
  const queue = 'queue' in conversation ? conversation.queue : undefined;
  if (!queue) return undefined;
  // A seed may leave the time out; then the conversation has waited for as long as it is there.
  const queuedAt = withMilliseconds(queue.queuedAt ?? conversation.createdAt);
  const place = waiting(conversation);
  if (!place) return {queuedAt};
  const ahead = await state.conversations.find('waiting', place.queue, {to: place.since});
  return {position: ahead.length, queuedAt};
}

/** Of what was asked for, what a queue shows, under the name it shows it by. */
function queueOf(id: string, input: Schemas['CreateOrUpdateQueueRequest']): Queue {
  const {offerTimeout, offerAlgorithm, wrapupTimeout, priority, offerAbandonedConversations} = input;
  const {isPreferredAgentEnabled, preferredAgentTimeouts, isRestricted} = input;
  const {preferredAgentOfflineTimeout, personalAgentOfflineTimeout} = input;
  return {
    id,
    name: input.name,
    isDefault: input.isDefault,
    queueThresholds: input.queueThresholds ?? {},
    slaCalculationMethod: 'AbandonedIgnored',
    ...(offerTimeout !== undefined && {offerTimeout}),
    ...(offerAlgorithm !== undefined && {offeringAlgorithm: offerAlgorithm}),
    memberListType: 'Default',
    ...(wrapupTimeout !== undefined && {wrapupTimeout}),
    ...(priority !== undefined && {priority}),
    ...(offerAbandonedConversations !== undefined && {offerAbandonedConversations}),
    doNotOfferTimeouts: input.doNotOfferTimeouts ?? {},
    isDoNotOfferEnabled: input.isDoNotOfferEnabled,
    ...(isPreferredAgentEnabled !== undefined && {isPreferredAgentEnabled}),
    ...(preferredAgentTimeouts !== undefined && {preferredAgentTimeouts}),
    ...(preferredAgentOfflineTimeout !== undefined && {preferredAgentOfflineTimeout}),
    ...(personalAgentOfflineTimeout !== undefined && {personalAgentOfflineTimeout}),
    ...(isRestricted !== undefined && {isRestricted}),
  };
}
