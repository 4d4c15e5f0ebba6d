import {log} from './activities.js';
import {taggingKey, type Agent, type Conversation, type Tag} from '../entities.js';
import {emit, emitAll, type Happening} from '../webhooks/events.js';
import type {Scope} from '../handler.js';
import {tagNamed} from '../configuration/tags.js';

/** A conversation, a tag, and the agent who changes what they have to do with each other. */
interface Tagging {
  readonly conversation: Conversation;
  readonly tag: Tag;
  readonly author: Agent | undefined;
}

/** The tags of a conversation, in the order in which it got them. */
export async function tagsOf({state}: Scope, conversation: Conversation): Promise<Tag[]> {
  const found = await state.conversationTags.find('conversation', String(conversation.id));
  const tags = await Promise.all(found.map(({tagId}) => state.tags.get(tagId)));
  return tags.filter((tag) => tag !== undefined);
}

/** Gives a conversation a tag, if it has it not yet (DIXA-79). An anonymized conversation takes tags too (DIXA-51). */
export async function addTag(scope: Scope, tagging: Tagging): Promise<void> {
  const {conversation, tag} = tagging;
  if (await attach(scope, tagging)) await emit(scope, {event: 'ConversationTagAdded', conversation, tag});
}

/**
 * The same without a word to anybody.
 * @returns whether the conversation did not have the tag yet.
 */
async function attach(scope: Scope, {conversation, tag, author}: Tagging): Promise<boolean> {
  const {state, ids} = scope;
  const id = taggingKey(conversation.id, tag.id);
  if (await state.conversationTags.get(id)) return false;
  state.conversationTags.save({id, conversationId: conversation.id, tagId: tag.id, position: ids.next('tagging')});
  const attributes = {_type: 'TagAddedAttribute', tag: tag.name} as const;
  log(scope, {conversation: conversation.id, type: 'TagAdded', ...(author && {author}), attributes});
  return true;
}

/** Takes a tag from a conversation, if it has it (DIXA-79). */
export async function removeTagFrom(scope: Scope, {conversation, tag, author}: Tagging): Promise<void> {
  const {state} = scope;
  const id = taggingKey(conversation.id, tag.id);
  if (!(await state.conversationTags.get(id))) return;
  state.conversationTags.remove(id);
  const attributes = {_type: 'TagRemovedAttribute', tag: tag.name} as const;
  log(scope, {conversation: conversation.id, type: 'TagRemoved', ...(author && {author}), attributes});
  await emit(scope, {event: 'ConversationTagRemoved', conversation, tag});
}

/** Gives a conversation tags by their names: missing ones are made, inactive ones passed over (DIXA-80). */
export async function addTagsNamed(
  scope: Scope,
  {conversation, names, author}: Omit<Tagging, 'tag'> & {readonly names: readonly string[]},
): Promise<void> {
  const added: Happening[] = [];
  for (const name of names) {
    const tag = await tagNamed(scope, {name});
    const isNew = tag.state === 'Active' && (await attach(scope, {conversation, tag, author}));
    if (isNew) added.push({event: 'ConversationTagAdded', conversation, tag});
  }
  await emitAll(scope, added);
}

/** A bulk tagging's time has come (DIXA-80). */
export async function tagInBulk(scope: Scope, payload: string | number): Promise<void> {
  const {state} = scope;
  const tagging = await state.bulkTaggings.get(String(payload));
  if (!tagging) return;
  state.bulkTaggings.remove(tagging.id);
  const conversation = await state.conversations.get(tagging.conversationId);
  if (!conversation) return;
  const author = await state.agents.get(tagging.requestedBy);
  await addTagsNamed(scope, {conversation, names: tagging.names, author});
}
