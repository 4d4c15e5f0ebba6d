import {decodingFailure, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Caller, Handler, Scope} from '../handler.js';
import {
  hasReadableTimes,
  importMessage,
  importOne,
  type Authored,
  type Cast,
  type ImportInput,
  type MessageInput,
} from '../conversations/imports.js';
import type {Agent, EndUser, LiveConversation} from '../entities.js';

/** Brings in a conversation that took place elsewhere. DIXA-82 */
export const importConversation: Handler<'postConversationsImport'> = async (call) => {
  const {body} = call;
  if (!hasReadableTimes(body)) return decodingFailure();
  if (body.genericChannelName === 'email' && body.attributes === undefined) return decodingFailure();
  const cast = await castOf(call, body);
  if (!cast) return decodingFailure();
  if (!(await hasIntegrations(call, body))) return notFound();

  const conversation = await importOne(call, body, cast);
  const isUnassigned = body.assignment !== undefined && cast.assignee === undefined;
  const partialErrors = isUnassigned ? [{message: 'The conversation could not be assigned'}] : [];
  for (const message of cast.messages) partialErrors.push(...(await importMessage(call, conversation, message)));
  await tell(call, conversation);
  return {status: 201, body: {data: {id: conversation.id, partialErrors}}};
};

/**
 * Everybody an import names. Undefined when one of them is nobody, or should be an agent and is none, which is refused;
 * that an assignment to an end user is only told of is assumed.
 */
async function castOf(call: Scope & {readonly caller: Caller}, input: ImportInput): Promise<Cast | undefined> {
  const {state, caller} = call;
  const {assignment, closing} = input;
  const requester = await state.endUsers.get(input.requesterId);
  const assignee = assignment && (await state.agents.get(assignment.agentId));
  if (!requester || (assignment && !assignee && !(await state.endUsers.get(assignment.agentId)))) return undefined;
  const closer = closing?.closedBy === undefined ? caller.user : await state.agents.get(closing.closedBy);
  if (!closer) return undefined;
  const messages: Authored[] = [];
  for (const message of input.messages ?? []) {
    const authored = await authorOf(call, message, requester);
    if (!authored) return undefined;
    messages.push(authored);
  }
  const queue = assignee || closing ? undefined : await state.queues.first('isDefault', 'true');
  return {requester, assignee, closer, queue, messages};
}

async function authorOf({state}: Scope, input: MessageInput, requester: EndUser): Promise<Authored | undefined> {
  if (input._type === 'OutboundImport') {
    const agent: Agent | undefined = await state.agents.get(input.agentId);
    return agent && {input, agent, endUser: requester};
  }
  const id = input.attributes?.requesterId;
  const endUser = id === undefined ? requester : await state.endUsers.get(id);
  return endUser && {input, agent: undefined, endUser};
}

/** Whether every e-mail integration that an import names is there. */
async function hasIntegrations({state}: Scope, {attributes, messages = []}: ImportInput): Promise<boolean> {
  const named = [attributes, ...messages.map((message) => message.attributes)].flatMap(
    (one) => one?.emailIntegrationId ?? [],
  );
  for (const id of new Set(named)) if ((await state.contactPoints.get(id))?.kind !== 'email') return false;
  return true;
}

/** Tells of the conversation, not of each message: what was said long ago is no news (assumed). DIXA-91 */
async function tell(call: Scope, conversation: LiveConversation): Promise<void> {
  const news = {conversation, origin: 'ApiImport'} as const;
  await emit(call, {...news, event: 'ConversationCreated'});
  if (conversation.queue) await emit(call, {...news, event: 'ConversationEnqueued'});
  if (conversation.assignment) await emit(call, {...news, event: 'ConversationAssigned'});
  if (conversation.state === 'Closed') await emit(call, {...news, event: 'ConversationClosed'});
}
