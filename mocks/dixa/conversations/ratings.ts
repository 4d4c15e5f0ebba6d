import type {components} from '../../../specs/dixa/generated/index.js';
import {toSeconds} from '../dates.js';
import {isAnonymized} from './life-cycle.js';
import type {Agent, Conversation, EndUser, Rating} from '../entities.js';
import type {Scope} from '../handler.js';

type Offer = components['schemas']['CreateRatingOfferInput'];

/** Who rates whom. */
export interface RatingParties {
  readonly user: EndUser;
  readonly agent: Agent;
}

/** Why a rating is not offered: somebody named is not there, or nobody is named and nobody can be guessed. */
export type RatingRefusal = 'unknown' | 'nobody';

/** The people of an offer: those named, else the requester and the most likely agent. */
export async function partiesOf(
  {state}: Scope,
  conversation: Conversation,
  {userId = conversation.requesterId, agentId}: Offer,
): Promise<RatingParties | RatingRefusal> {
  const user = await state.endUsers.get(userId);
  const agent = agentId === undefined ? await likelyAgent({state}, conversation) : await state.agents.get(agentId);
  if (user && agent) return {user, agent};
  return agent === undefined && agentId === undefined ? 'nobody' : 'unknown';
}

/** The agent who has the conversation, else the one who wrote in it last (assumed). */
async function likelyAgent({state}: Pick<Scope, 'state'>, conversation: Conversation): Promise<Agent | undefined> {
  const holder = isAnonymized(conversation) ? undefined : conversation.assignment?.agentId;
  if (holder !== undefined) return state.agents.get(holder);
  const messages = await state.messages.find('conversation', String(conversation.id), {descending: true});
  for (const {authorId} of messages) {
    const agent = await state.agents.get(authorId);
    if (agent) return agent;
  }
  return undefined;
}

/** Stores an offer. */
export function offer(
  {state, ids}: Scope,
  conversation: Conversation,
  {user, agent, ratingType, at}: RatingParties & {readonly ratingType: Rating['ratingType']; readonly at: number},
): Rating {
  const ratingId = ids.uuid();
  return state.ratings.save({
    id: ratingKey(ratingId, ratingType),
    ratingId,
    conversationId: conversation.id,
    ratingType,
    conversationChannel: conversation.channel,
    agentId: agent.id,
    userId: user.id,
    ratingStatus: 'Offered',
    timestamps: {offered_at: toSeconds(at)},
    position: ids.next('rating'),
  });
}

/** The questions of one survey share an id, so that and the type together tell a rating from all others. */
export function ratingKey(ratingId: string, ratingType: Rating['ratingType']): string {
  return `${ratingId} ${ratingType}`;
}
