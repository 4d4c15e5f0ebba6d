/** What hangs on conversations, as answers show it: notes, ratings, tags, and what happened to them. */
import type {JsonObject} from '../../../src/engine/index.js';
import {ratingKey} from '../conversations/ratings.js';
import {taggingKey, type Rating} from '../entities.js';
import {conversationOf} from './conversations.js';
import type {Gathered} from './gathered.js';
import {idsIn} from './people.js';
import {dataOf, listOf, numberIn, objectOf, textIn, timeIn, withTime, type Reader} from './reading.js';

function seeNote(gathered: Gathered, shown: JsonObject): void {
  const id = textIn(shown, 'id');
  const csid = numberIn(shown, 'csid');
  if (id === undefined || csid === undefined) return;
  gathered.of('notes').put(id, {...withTime(shown, 'createdAt'), csid});
  gathered.mention(csid);
}

const showNotes: Reader = (answer, gathered) => {
  gathered.list('notes', idsIn(listOf(answer)));
  for (const shown of listOf(answer)) seeNote(gathered, shown);
};

/** What became of each of several; those that failed tell nothing. */
const addNotes: Reader = (answer, gathered) => {
  for (const outcome of listOf(answer)) seeNote(gathered, objectOf(outcome.data));
};

const showRatings: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  if (conversationId === undefined) return;
  const shown = listOf(answer).filter((one) => textIn(one, 'id') !== undefined);
  gathered.list('ratings', shown.map(keyOf));
  for (const one of shown) gathered.of('ratings').put(keyOf(one), {...one, ratingId: one.id, conversationId});
};

/** The questions of one survey share an id. */
function keyOf({id, ratingType}: JsonObject): string {
  return ratingKey(String(id), ratingType as Rating['ratingType']);
}

const offerRating: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  const {id, userId, agentId, ratingType, offeredAt} = dataOf(answer);
  if (conversationId === undefined || typeof id !== 'string') return;
  const timestamps = {offered_at: offeredAt};
  const offered = {ratingId: id, conversationId, userId, agentId, ratingType, ratingStatus: 'Offered', timestamps};
  gathered.of('ratings').put(keyOf({id, ratingType}), offered);
};

const submitRating: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  const {ratingId, userId, ratingResult, comment, submittedAt} = dataOf(answer);
  const {_type: ratingType, value} = objectOf(ratingResult);
  if (conversationId === undefined || typeof ratingId !== 'string') return;
  gathered.of('ratings').merge(keyOf({id: ratingId, ratingType}), {
    ...{ratingId, conversationId, userId, ratingType, ratingScore: value, ratingStatus: 'Rated'},
    ...(comment !== undefined && {ratingComment: comment}),
    timestamps: {rated_at: submittedAt},
  });
};

/** All tags of a conversation, active or not. */
const showTags: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  if (conversationId === undefined) return;
  const tags = listOf(answer);
  const keys = idsIn(tags).map((id) => taggingKey(conversationId, id));
  for (const key of gathered.tagged.get(conversationId) ?? [])
    if (!keys.includes(key)) gathered.of('conversationTags').remove(key);
  gathered.list('conversationTags', keys);
  for (const tagId of idsIn(tags)) tag(gathered, conversationId, tagId);
  for (const shown of tags) if (textIn(shown, 'id') !== undefined) gathered.of('tags').put(String(shown.id), shown);
};

const addTag: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  const tagId = textIn(answer.params, 'tagId');
  if (conversationId !== undefined && tagId !== undefined) tag(gathered, conversationId, tagId);
};

const removeTag: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  const tagId = textIn(answer.params, 'tagId');
  if (conversationId === undefined || tagId === undefined) return;
  gathered.of('conversationTags').remove(taggingKey(conversationId, tagId));
};

function tag(gathered: Gathered, conversationId: number, tagId: string): void {
  const key = taggingKey(conversationId, tagId);
  gathered.of('conversationTags').put(key, {conversationId, tagId});
  gathered.tagged.set(conversationId, new Set(gathered.tagged.get(conversationId)).add(key));
}

/** What happened to one conversation, or to all of them. */
const showActivities: Reader = (answer, gathered) => {
  gathered.list('activities', idsIn(listOf(answer)));
  for (const shown of listOf(answer)) {
    const id = textIn(shown, 'id');
    const conversationId = numberIn(shown, 'conversationId');
    if (id === undefined || conversationId === undefined) continue;
    gathered.of('activities').put(id, {...withTime(shown, 'activityTimestamp'), conversationId});
    gathered.mention(conversationId);
    const {agent} = objectOf(shown.attributes);
    gathered.actor(textIn(objectOf(agent), 'id'), objectOf(agent));
    if (actsOf.test(String(shown._type))) {
      gathered.actor(textIn(objectOf(shown.author), 'id'), objectOf(shown.author));
    }
  }
};

/** Who did one of these is an agent. */
const actsOf = /ByAgent$|^NoteAdded$|^ConversationClaimed$/;

const seeRequest: Reader = (answer, gathered) => {
  const shown = dataOf(answer);
  const id = textIn(shown, 'id');
  if (id === undefined) return;
  const processedAt = timeIn(shown, 'processedAt') ?? gathered.of('anonymizationRequests').get(id)?.processedAt;
  const {processedAt: _, ...request} = withTime(shown, 'initiatedAt');
  const [target] = textIn(shown, 'targetEntityId')?.split('_') ?? [];
  const conversation = shown._type === 'User' ? undefined : numberIn({target}, 'target');
  if (conversation !== undefined) gathered.mention(conversation);
  gathered.of('anonymizationRequests').put(id, {...request, ...(processedAt !== undefined && {processedAt})});
};

export const annotationReaders = {
  getConversationsConversationidNotes: showNotes,
  postConversationsConversationidNotes: (answer, gathered) => seeNote(gathered, dataOf(answer)),
  postConversationsConversationidNotesBulk: addNotes,
  getConversationsConversationidRatings: showRatings,
  getConversationsConversationidRating: showRatings,
  postConversationsConversationidRatingsOffer: offerRating,
  postConversationsConversationidRatingsRatingidSubmit: submitRating,
  getConversationsConversationidTags: showTags,
  putConversationsConversationidTagsTagid: addTag,
  deleteConversationsConversationidTagsTagid: removeTag,
  getConversationsConversationidActivitylog: showActivities,
  getConversationsActivitylog: showActivities,
  patchConversationsConversationidAnonymize: seeRequest,
  patchConversationsConversationidMessagesMessageidAnonymize: seeRequest,
  patchEndusersUseridAnonymize: seeRequest,
  postAnonymization: seeRequest,
  getAnonymizationRequestRequestid: seeRequest,
} satisfies Record<string, Reader>;
