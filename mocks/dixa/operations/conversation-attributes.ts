import {log} from '../conversations/activities.js';
import {patchAttributes} from '../configuration/custom-attributes.js';
import {decodingFailure, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Handler} from '../handler.js';
import {isAnonymized} from '../conversations/life-cycle.js';

/** Sets and unsets custom attributes of a conversation; an anonymized one takes none (assumed). DIXA-5, DIXA-78 */
export const patchConversationAttributes: Handler<'patchConversationsConversationidCustom-attributes'> = async (
  call,
) => {
  const {params, body, state, caller} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  if (isAnonymized(conversation)) return decodingFailure();
  const customAttributes = await patchAttributes(call, conversation.customAttributes ?? [], body, 'Conversation');
  if (!customAttributes) return decodingFailure();

  const patched = state.conversations.save({...conversation, customAttributes});
  // What was unset has an id here and no value.
  const values = Object.entries(body).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]));
  const attributes = {
    _type: 'ConversationCustomAttributesUpdatedAttribute',
    updatedAttributeIds: Object.keys(body),
    updatedAttributeValues: Object.fromEntries(values),
  } as const;
  const type = 'ConversationCustomAttributesUpdated';
  log(call, {conversation: conversation.id, type, author: caller.user, attributes});
  await emit(call, {event: 'ConversationCustomAttributeUpdated', conversation: patched});
  return {status: 200, body: {data: customAttributes}};
};
