import {log} from '../conversations/activities.js';
import {instantOf, toSeconds} from '../dates.js';
import type {Agent} from '../entities.js';
import {conflict, decodingFailure, invalidValue, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Caller, Handler, Scope} from '../handler.js';
import {close, isAnonymized, putOff, reopen} from '../conversations/life-cycle.js';

/** Closes a conversation, by an agent if one is named. DIXA-56…58 */
export const closeConversation: Handler<'putConversationsConversationidClose'> = async (call) => {
  const {params, body, state} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const author = await authorOf(call, body?.userId);
  if (!author) return decodingFailure();

  await close(call, conversation, author);
  return {status: 204};
};

/** Opens a closed conversation and puts it back into its queue, or the default one. DIXA-59, DIXA-60 */
export const reopenConversation: Handler<'putConversationsConversationidReopen'> = async (call) => {
  const {params, body, state} = call;
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const author = await authorOf(call, body?.userId);
  if (!author || isAnonymized(conversation)) return decodingFailure();

  await reopen(call, conversation, author);
  return {status: 204};
};

/** Puts a conversation off until a time. DIXA-61…63 */
export const followUpConversation: Handler<'putConversationsConversationidFollowup'> = async (call) => {
  const {params, body, state, behaviours} = call;
  const until = instantOf(body.timestamp);
  if (until === undefined) return decodingFailure();
  const conversation = await state.conversations.get(params.conversationId);
  if (!conversation) return notFound();
  const author = await authorOf(call, body.userId);
  if (!author || isAnonymized(conversation)) return decodingFailure();
  if (conversation.state === 'Closed' && behaviours.followup_closed === 'refuse') return decodingFailure();

  await putOff(call, conversation, {until, by: author});
  log(call, {conversation: conversation.id, type: 'ConversationPending', author});
  log(call, {conversation: conversation.id, type: 'FollowupAdded', author});
  return {status: 204};
};

/** Gives a conversation to an agent; `force: false` spares one that another agent has. DIXA-64…66 */
export const claimConversation: Handler<'putConversationsConversationidClaim'> = async (call) => {
  const {params, body, state, now} = call;
  const conversation = await state.conversations.get(params.conversationId);
  const agent = await state.agents.get(body.agentId);
  if (!conversation || !agent) return notFound();
  if (isAnonymized(conversation)) return invalidValue();
  const holder = conversation.assignment?.agentId;
  if (body.force === false && holder !== undefined && holder !== agent.id) {
    return conflict('The conversation is already assigned to another agent');
  }

  const assignment = {agentId: agent.id, assignedAt: toSeconds(now)};
  const claimed = state.conversations.save({...conversation, assignment});
  log(call, {conversation: conversation.id, type: 'ConversationClaimed', author: agent});
  await emit(call, {event: 'ConversationAssigned', conversation: claimed});
  return {status: 204};
};

/** The agent who acts: the one named, or the one behind the token. Nobody when the one named is no agent (DIXA-57). */
async function authorOf(
  {state, caller}: Scope & {caller: Caller},
  userId: string | undefined,
): Promise<Agent | undefined> {
  return userId === undefined ? caller.user : state.agents.get(userId);
}
