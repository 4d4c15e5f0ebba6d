import {addTag, addTagsNamed, removeTagFrom, tagsOf} from '../conversations/conversation-tags.js';
import {invalidValue, notFound} from '../errors.js';
import type {Handler} from '../handler.js';

/** The tags of a conversation, active or not. */
export const getConversationTags: Handler<'getConversationsConversationidTags'> = async (call) => {
  const conversation = await call.state.conversations.get(call.params.conversationId);
  return conversation ? {status: 200, body: {data: await tagsOf(call, conversation)}} : notFound();
};

/** Gives a conversation a tag, which must be active. DIXA-51, DIXA-79 */
export const tagConversation: Handler<'putConversationsConversationidTagsTagid'> = async (call) => {
  const {params, state, caller} = call;
  const conversation = await state.conversations.get(params.conversationId);
  const tag = await state.tags.get(params.tagId);
  if (!conversation || !tag) return notFound();
  if (tag.state === 'Inactive') return invalidValue();
  await addTag(call, {conversation, tag, author: caller.user});
  return {status: 204};
};

/** Takes a tag from a conversation, whatever its state, and whether it was there or not. DIXA-51, DIXA-79 */
export const untagConversation: Handler<'deleteConversationsConversationidTagsTagid'> = async (call) => {
  const {params, state, caller} = call;
  const conversation = await state.conversations.get(params.conversationId);
  const tag = await state.tags.get(params.tagId);
  if (!conversation || !tag) return notFound();
  await removeTagFrom(call, {conversation, tag, author: caller.user});
  return {status: 204};
};

/** Tags a conversation by names: at once, or in a step of its own. DIXA-80 */
export const bulkTagConversation: Handler<'postConversationsConversationidTagsBulk'> = async (call) => {
  const {params, body, state, ids, caller, behaviours, schedule} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const names = (body.data ?? []).map(({name}) => name);
  if (behaviours.tagging_delay === 0) {
    await addTagsNamed(call, {conversation, names, author: caller.user});
    return {status: 202};
  }
  const requestedBy = caller.user.id;
  const {id} = state.bulkTaggings.save({id: ids.uuid(), conversationId: conversation.id, names, requestedBy});
  // Tagging leads to webhooks, so it happens at its time even if nobody calls.
  schedule('tagInBulk', id, {after: behaviours.tagging_delay, queue: 'tagging', leaves: true});
  return {status: 202};
};
