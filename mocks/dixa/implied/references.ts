/** What entities refer to and no answer shows: made up from what is known, so that a client finds it there. */
import {derivedUuid, type JsonObject, type JsonValue} from '../../../src/engine/index.js';
import {ratingKey} from '../conversations/ratings.js';
import type {Rating} from '../entities.js';
import type {CollectionName, Gathered} from './gathered.js';
import {objectOf, objectsIn, textIn} from './reading.js';

/** Makes up whoever and whatever is named, and is not there. @param time since when, `…Z`. */
export function fillReferences(gathered: Gathered, time: string): void {
  fillUsers(gathered, time);
  const conversations = gathered.of('conversations').all();
  for (const {customAttributes} of conversations) defineAttributes(gathered, 'Conversation', customAttributes, time);
  for (const {customAttributes} of gathered.of('endUsers').all())
    defineAttributes(gathered, 'Contact', customAttributes, time);
  for (const {queue, integrationEmail} of conversations) {
    const id = textIn(objectOf(queue), 'id');
    if (id !== undefined) make(gathered, 'queues', id, {name: `Queue ${short(id)}`});
    if (typeof integrationEmail === 'string' && integrationEmail !== '')
      make(gathered, 'contactPoints', integrationEmail, {kind: 'email'});
  }
  for (const {tagId} of gathered.of('conversationTags').all())
    make(gathered, 'tags', String(tagId), {name: `tag-${short(String(tagId))}`, state: 'Active'});
}

/** Makes something up, unless it is there or known not to be there. */
function make(gathered: Gathered, name: CollectionName, id: string, entity: JsonObject): void {
  const shelf = gathered.of(name);
  if (!shelf.isWhole && !shelf.has(id) && !shelf.wasRemoved(id)) shelf.put(id, entity);
}

/** Makes up the agents who are named, and are not there. @param time since when, `…Z`. */
export function fillAgents(gathered: Gathered, time: string): void {
  for (const {assignment} of gathered.of('conversations').all())
    gathered.actor(textIn(objectOf(assignment), 'agentId'));
  for (const note of gathered.of('notes').all()) gathered.actor(textIn(note, 'authorId'));
  for (const rating of gathered.of('ratings').all()) gathered.actor(textIn(rating, 'agentId'));
  for (const request of gathered.of('anonymizationRequests').all()) gathered.actor(textIn(request, 'requestedBy'));
  for (const subscription of gathered.of('webhookSubscriptions').all()) {
    gathered.actor(textIn(subscription, 'createdBy'));
    gathered.actor(textIn(subscription, 'updatedBy'));
  }
  for (const {authorId, attributes} of gathered.of('messages').all()) {
    const {direction, from} = objectOf(attributes);
    const name = textIn(objectOf(from), 'name');
    if (direction === 'Outbound' && typeof authorId === 'string')
      gathered.actor(authorId, name === undefined ? {} : {name});
  }
  for (const [id, told] of gathered.actors) {
    if (gathered.of('endUsers').has(id)) continue;
    make(gathered, 'agents', id, {
      createdAt: time,
      displayName: textIn(told, 'name') ?? `Agent ${short(id)}`,
      email: textIn(told, 'email') ?? `agent-${short(id)}@example.org`,
    });
  }
}

function fillUsers(gathered: Gathered, time: string): void {
  const taken = new Set(
    gathered
      .of('endUsers')
      .all()
      .flatMap((user) => textIn(user, 'email') ?? []),
  );
  const [conversations, ratings, requests] = (['conversations', 'ratings', 'anonymizationRequests'] as const).map(
    (name) => gathered.of(name).all(),
  );
  const wanted = [
    ...(conversations ?? []).map((one) => [one.requesterId, theirAddress(one)] as const),
    ...(ratings ?? []).map(({userId}) => [userId, undefined] as const),
    ...(requests ?? []).map(
      ({_type, targetEntityId}) => [_type === 'User' ? targetEntityId : undefined, undefined] as const,
    ),
  ];
  for (const [id, email] of wanted) {
    if (typeof id !== 'string' || gathered.of('agents').has(id) || gathered.of('endUsers').has(id)) continue;
    const isFree = email !== undefined && !taken.has(email);
    if (isFree) taken.add(email);
    make(gathered, 'endUsers', id, {createdAt: time, ...(isFree && {email})});
  }
  for (const user of gathered.of('endUsers').all())
    gathered.of('endUsers').put(String(user.id), {...user, createdAt: user.createdAt ?? time});
}

function theirAddress(conversation: JsonObject): string | undefined {
  return textIn(conversation, conversation.direction === 'Outbound' ? 'toEmail' : 'fromEmail');
}

/** Definitions of the attributes that somebody or something has: what it holds tells of which kind they are. */
function defineAttributes(
  gathered: Gathered,
  entityType: 'Contact' | 'Conversation',
  values: JsonValue | undefined,
  createdAt: string,
): void {
  for (const {id, name, identifier, value} of objectsIn(values)) {
    if (typeof id !== 'string') continue;
    const inputDefinition = Array.isArray(value) ? {_type: 'Select', options: optionsOf(id, value)} : {_type: 'Text'};
    make(gathered, 'customAttributes', id, {entityType, identifier, label: name, inputDefinition, createdAt});
  }
}

function optionsOf(id: string, values: readonly JsonValue[]): JsonObject[] {
  return values.map((value, position) => ({
    id: derivedUuid('dixa', 'implied', id, 'option', position),
    label: value,
    value,
    orderIndex: position + 1,
  }));
}

/** Gives ratings what offers and answers to them do not show. */
export function fillRatings(gathered: Gathered): void {
  for (const rating of gathered.of('ratings').all()) {
    const conversation = gathered.of('conversations').get(Number(rating.conversationId)) ?? {};
    const key = ratingKey(String(rating.ratingId), rating.ratingType as Rating['ratingType']);
    gathered.of('ratings').put(key, {
      conversationChannel: conversation.channel,
      userId: conversation.requesterId,
      timestamps: {},
      ...rating,
    });
  }
}

function short(id: string): string {
  return id.slice(0, 8);
}
