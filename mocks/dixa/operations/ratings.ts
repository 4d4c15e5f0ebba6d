import {endUserIn, log, personOf} from '../conversations/activities.js';
import {instantOf, toSeconds} from '../dates.js';
import type {Conversation, Rating} from '../entities.js';
import type {Handler} from '../handler.js';
import {decodingFailure, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import {isAnonymized} from '../conversations/life-cycle.js';
import {offer, partiesOf, ratingKey} from '../conversations/ratings.js';
import {showRating} from '../views.js';

/** Offers a rating to an end user. DIXA-51, DIXA-78 */
export const offerRating: Handler<'postConversationsConversationidRatingsOffer'> = async (call) => {
  const {params, body, state, caller, now} = call;
  const at = body.offeredAt === undefined ? now : instantOf(body.offeredAt);
  if (at === undefined) return decodingFailure();
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const parties = await partiesOf(call, conversation, body);
  if (parties === 'unknown') return notFound();
  if (parties === 'nobody' || isAnonymized(conversation)) return decodingFailure();

  const {ratingType} = body;
  const {user, agent} = parties;
  const {ratingId: id} = offer(call, conversation, {user, agent, ratingType, at});
  const people = {agent: personOf(agent), user: personOf(endUserIn(conversation, user))};
  const attributes = {_type: 'ConversationRatingOfferedAttribute', ...people} as const;
  log(call, {conversation: conversation.id, type: 'ConversationRatingOffered', author: caller.user, attributes});
  const data = {id, userId: user.id, agentId: agent.id, ratingType, offeredAt: toSeconds(at)};
  return {status: 201, body: {data}};
};

/** Stores the answer to an offer; what it knows no 404 for is refused with 400. DIXA-51, DIXA-78 */
export const submitRating: Handler<'postConversationsConversationidRatingsRatingidSubmit'> = async (call) => {
  const {params, body, state, now} = call;
  const {_type: ratingType, value} = body.ratingResult;
  const conversation = await state.conversations.get(params.conversationId);
  const rating = await state.ratings.get(ratingKey(params.ratingId, ratingType));
  const at = body.submittedAt === undefined ? now : instantOf(body.submittedAt);
  if (!conversation || rating?.conversationId !== conversation.id) return decodingFailure();
  if (at === undefined || isAnonymized(conversation)) return decodingFailure();

  const {ratingComment: _, ...offered} = rating;
  const {comment} = body;
  const submittedAt = toSeconds(at);
  state.ratings.save({
    ...offered,
    ratingScore: value,
    ...(comment !== undefined && {ratingComment: comment}),
    ratingStatus: 'Rated',
    timestamps: {rated_at: submittedAt},
  });
  await logRating(call, {conversation, rating, score: value, comment});
  const told = {score: value, type: ratingType};
  await emit(call, {event: 'ConversationRated', conversation, rating: told});
  // One webhook leaves for the rating and one for the comment; that the latter repeats the score is assumed.
  if (comment !== undefined) await emit(call, {event: 'ConversationRated', conversation, rating: {...told, comment}});
  const {ratingId, userId} = rating;
  const ratingResult = {_type: ratingType, value};
  const data = {ratingId, userId, ratingResult, ...(comment !== undefined && {comment}), submittedAt};
  return {status: 201, body: {data}};
};

type Call = Parameters<typeof submitRating>[0];
interface Given {
  readonly conversation: Conversation;
  readonly rating: Rating;
  readonly score: number;
  readonly comment: string | undefined;
}

async function logRating(call: Call, {conversation, rating, score, comment}: Given): Promise<void> {
  const {state} = call;
  const user = await state.endUsers.get(rating.userId);
  const author = user && endUserIn(conversation, user);
  const agent = rating.agentId === undefined ? undefined : await state.agents.get(rating.agentId);
  const attributes = {
    _type: 'ConversationRatedAttribute',
    ...(agent && {agent: personOf(agent)}),
    score,
    ...(comment !== undefined && {message: comment}),
  } as const;
  log(call, {conversation: conversation.id, type: 'ConversationRated', ...(author && {author}), attributes});
}

/** How far each rating of a conversation is, in the order of their offers. */
export const getRatings: Handler<'getConversationsConversationidRatings'> = ({params, state}) =>
  listRatings(state, params.conversationId);

/** The same under its older name. */
export const getRating: Handler<'getConversationsConversationidRating'> = ({params, state}) =>
  listRatings(state, params.conversationId);

async function listRatings(state: Call['state'], conversationId: number) {
  if (!(await state.conversations.get(conversationId))) return notFound();
  const ratings = await state.ratings.find('conversation', String(conversationId));
  return {status: 200, body: {data: ratings.map(showRating)}} as const;
}
