import {badRequest, conversationNotFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {mergeMembers} from '../conversations/merging.js';
import {nameSpeakers} from '../conversations/speaker-events.js';
import {showMember} from '../speakers.js';

const reflected = 'The update should be reflected in all messages and insights along with this conversation';

/** Who took part, in clear. SYMBL-27, SYMBL-83 */
export const getMembers: Handler<'getMembers'> = async ({params, caller, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  const members = await state.members.find('conversation', conversation.id);
  return {status: 200, body: {members: members.map(showMember)}};
};

/** Gives a member another name; with the e-mail of another member, the two are one from then on. SYMBL-82 */
export const updateMember: Handler<'updateMember'> = async ({params, body, caller, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();
  const member = await state.members.get(params.memberId);
  if (member?.conversationId !== conversation.id) return conversationNotFound();
  if (body.id !== member.id) return badRequest();

  const {name, email} = body;
  const updated = state.members.save({...member, name, ...(email !== undefined && {email})});
  await mergeMembers(state, updated);
  const who = `Member with id: ${member.id} for conversationId: ${conversation.id}`;
  return {status: 200, body: {message: `${who} updated successfully! ${reflected}`}};
};

/** Says who spoke when, after the fact. */
export const updateSpeakers: Handler<'updateSpeakers'> = async (call) => {
  const {params, body, caller, state} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (conversation?.accountId !== caller.accountId) return conversationNotFound();

  await nameSpeakers(call, conversation, body.speakerEvents);
  const message = `Speaker events associated for conversationId: ${conversation.id} successfully! ${reflected}`;
  return {status: 200, body: {message}};
};
