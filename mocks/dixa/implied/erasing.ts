/** What was anonymized stays so: what hangs on it was told earlier, and is not to come back with a seed. DIXA-39…46 */
import type {BehaviourValues, JsonObject} from '../../../src/engine/index.js';
import {
  anonymizedConversation,
  anonymizedMessage,
  anonymizedNote,
  anonymizedRating,
  anonymizedUser,
} from '../anonymization/anonymized.js';
import type {DixaBehaviours} from '../behaviours.js';
import {instantOf} from '../dates.js';
import type {EndUser, LiveConversation, Message, Note, Rating} from '../entities.js';
import {noLists} from '../people/people.js';
import {leaveTrace} from './conversations.js';
import type {CollectionName, Gathered} from './gathered.js';
import {objectOf, textIn} from './reading.js';

/** What the vendor's functions look at: by default custom attributes stay (DIXA-42). */
const asUsual = {drop_custom_attributes: false} as BehaviourValues<DixaBehaviours>;

/** Takes away what the anonymizations that were carried out took away. */
export function erase(gathered: Gathered): void {
  for (const {_type, targetEntityId, processedAt} of gathered.of('anonymizationRequests').all()) {
    const at = typeof processedAt === 'string' ? instantOf(processedAt) : undefined;
    if (typeof targetEntityId !== 'string') continue;
    if (_type === 'User') eraseUser(gathered, targetEntityId, at);
    if (at === undefined) continue;
    const [conversation, message] = targetEntityId.split('_');
    if (_type === 'Conversation') eraseConversation(gathered, Number(conversation), at);
    if (_type === 'Message' && message !== undefined) change<Message>(gathered, 'messages', message, anonymizedMessage);
  }
  eraseWhatHangsOn(gathered);
}

/** A user of whom nothing is shown any more was anonymized since, even if nobody asked how the request went. */
function eraseUser(gathered: Gathered, id: string, at: number | undefined): void {
  const user = gathered.of('endUsers').get(id);
  if (at === undefined && !(user && isBare(user))) return;
  if (user) change<EndUser>(gathered, 'endUsers', id, anonymizedUser);
  else gathered.of('endUsers').put(id, {...noLists, customAttributes: [], isAnonymized: true});
  if (at === undefined) return;
  for (const {id: conversation, requesterId, createdAt} of gathered.of('conversations').all()) {
    if (requesterId === id && (instantOf(String(createdAt)) ?? 0) <= at)
      eraseConversation(gathered, Number(conversation), at);
  }
}

function isBare(user: JsonObject): boolean {
  return ['displayName', 'email', 'phoneNumber', 'firstName', 'lastName'].every(
    (name) => textIn(user, name) === undefined,
  );
}

function eraseConversation(gathered: Gathered, id: number, at: number): void {
  const conversation = gathered.of('conversations').get(id);
  if (!conversation || conversation._type === 'AnonymizedConversation') return;
  leaveTrace(gathered, conversation);
  const left = anonymizedConversation(conversation as unknown as LiveConversation, at, asUsual);
  gathered.of('conversations').put(id, left as unknown as JsonObject);
}

/** Everything that belongs to an anonymized conversation, whenever it was told. */
function eraseWhatHangsOn(gathered: Gathered): void {
  const isGone = (id: unknown) => gathered.of('conversations').get(Number(id))?._type === 'AnonymizedConversation';
  for (const {id, conversationId} of gathered.of('messages').all())
    if (isGone(conversationId)) change<Message>(gathered, 'messages', String(id), anonymizedMessage);
  for (const {id, csid} of gathered.of('notes').all())
    if (isGone(csid)) change<Note>(gathered, 'notes', String(id), anonymizedNote);
  for (const {id, conversationId} of gathered.of('ratings').all())
    if (isGone(conversationId)) change<Rating>(gathered, 'ratings', String(id), anonymizedRating);
  for (const activity of gathered.of('activities').all())
    if (isGone(activity.conversationId)) {
      gathered.of('activities').put(String(activity.id), anonymizedActivity(gathered, activity));
    }
}

/** An entity as one of the vendor's functions leaves it. What is not whole enough for that is as the seed's check finds it. */
function change<E>(gathered: Gathered, name: CollectionName, id: string, leave: (entity: E) => E): void {
  const entity = gathered.of(name).get(id);
  if (entity) gathered.of(name).put(id, leave(entity as unknown as E) as unknown as JsonObject);
}

/** Members of an entry's attributes that say what was said, or to whom it was (DIXA-44). */
const told = new Set([
  ...['message', 'subject', 'oldSubject', 'newSubject', 'reason', 'failureReason'],
  ...['fromEndpoint', 'channelReference', 'avatarUrl'],
]);

/** And those that name somebody. */
const named = new Set(['agent', 'user', 'oldUser', 'newUser']);

function anonymizedActivity(gathered: Gathered, activity: JsonObject): JsonObject {
  const {author, attributes, ...rest} = activity;
  const left = Object.entries(objectOf(attributes)).flatMap(([name, value]) => {
    if (told.has(name)) return [];
    return [[name, named.has(name) ? anonymizedPerson(gathered, objectOf(value)) : value]];
  });
  return {
    ...rest,
    ...(author !== undefined && {author: anonymizedPerson(gathered, objectOf(author))}),
    ...(left.length > 0 && {attributes: Object.fromEntries(left) as JsonObject}),
  };
}

/** Whoever is no agent is an end user, of whom only the id stays. */
function anonymizedPerson(gathered: Gathered, person: JsonObject): JsonObject {
  const id = textIn(person, 'id');
  const isAgent = id !== undefined && gathered.of('agents').has(id);
  return isAgent || id === undefined ? person : {id};
}
