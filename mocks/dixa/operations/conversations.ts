import type {components} from '../../../specs/dixa/generated/index.js';
import {log} from '../activities.js';
import {toSeconds} from '../dates.js';
import type {Agent, EndUser, LiveConversation} from '../entities.js';
import {decodingFailure, notFound} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {addMessage, isAcceptable} from '../messages.js';
import {showActivity} from '../views.js';

type Input = components['schemas']['CreateConversationInput'];
type Direction = 'Inbound' | 'Outbound';

/** A conversation, or what is left of it. DIXA-39, DIXA-42 */
export const getConversation: Handler<'getConversationsConversationid'> = async ({params, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  return conversation ? {status: 200, body: {data: conversation}} : notFound();
};

/** What happened to a conversation; an unknown one has no history. DIXA-77 */
export const getActivityLog: Handler<'getConversationsConversationidActivitylog'> = async ({
  params,
  state,
  behaviours,
}) => {
  const activities = await state.activities.find('conversation', String(params.conversationId));
  return {status: 200, body: {data: activities.map((activity) => showActivity(activity, behaviours))}};
};

/** Starts a conversation with a message, or a call back without one. DIXA-52…55 */
export const createConversation: Handler<'postConversations'> = async (call) => {
  const {body, state} = call;
  const requester = await state.endUsers.get(body.requesterId);
  const contactPoint = await state.contactPoints.get(contactPointOf(body));
  if (!requester || !contactPoint) return notFound();
  if (body._type === 'Callback') return {status: 201, body: {data: {id: await callBack(call, body, requester)}}};

  const agent = body.message._type === 'Outbound' ? await state.agents.get(body.message.agentId) : undefined;
  if (body.message._type === 'Outbound' && !agent) return notFound();
  const conversation = await begin(call, body, {requester, agent, direction: body.message._type});
  if (!(await isAcceptable(call, conversation, body.message))) return decodingFailure();
  state.conversations.save(conversation);
  logCreation(call, conversation, agent ?? requester, 'subject' in body ? body.subject : undefined);
  await addMessage(call, conversation, body.message, requester, agent);
  return {status: 201, body: {data: {id: conversation.id}}};
};

async function callBack(call: Scope, body: Input & {_type: 'Callback'}, requester: EndUser): Promise<number> {
  const conversation = await begin(call, body, {requester, agent: undefined, direction: body.direction});
  call.state.conversations.save(conversation);
  logCreation(call, conversation, requester, undefined);
  return conversation.id;
}

function logCreation(
  scope: Scope,
  {id, direction}: LiveConversation,
  author: Agent | EndUser,
  subject: string | undefined,
): void {
  const type = direction === 'Outbound' ? 'ConversationCreatedByAgent' : 'ConversationCreatedByCustomer';
  log(scope, {conversation: id, type, author, ...(subject !== undefined && {attributes: {subject}})});
}

/** A new conversation, open, in the queue or with the agent who wrote (DIXA-55). */
async function begin(
  scope: Scope,
  input: Input,
  {requester, agent, direction}: {requester: EndUser; agent: Agent | undefined; direction: Direction},
): Promise<LiveConversation> {
  const time = toSeconds(scope.now);
  const queueId =
    input._type === 'Callback' ? input.queueId : (await scope.state.queues.first('isDefault', 'true'))?.id;
  const common = {
    id: await nextId(scope),
    requesterId: requester.id,
    createdAt: time,
    direction,
    state: 'Open',
    stateUpdatedAt: time,
    ...(agent && {assignment: {agentId: agent.id, assignedAt: time}}),
    ...(!agent && queueId !== undefined && {queue: {id: queueId, queuedAt: time}}),
  } as const;
  return {...common, ...channelOf(input, requester, direction)};
}

/** Numbers go up, and never onto one that a seed has used (DIXA-52). */
async function nextId({ids, state}: Scope): Promise<number> {
  let id = 20_000 + ids.next('conversation');
  while (await state.conversations.get(id)) id = 20_000 + ids.next('conversation');
  return id;
}

/** Channel and kind of a conversation follow from how it was asked for (DIXA-52). */
function channelOf(input: Input, requester: EndUser, direction: Direction) {
  const language = 'language' in input && input.language !== undefined ? {language: input.language} : {};
  switch (input._type) {
    case 'Email':
    case 'ContactForm': {
      const own = input.emailIntegrationId;
      const theirs = requester.email ?? '';
      const [fromEmail, toEmail] = direction === 'Inbound' ? [theirs, own] : [own, theirs];
      const mail = {fromEmail, toEmail, integrationEmail: own, subject: input.subject, ...language};
      return input._type === 'Email'
        ? ({_type: 'EmailConversation', channel: 'Email', ...mail} as const)
        : ({_type: 'ContactFormConversation', channel: 'ContactForm', ...mail} as const);
    }
    case 'Chat': {
      const browserInfo = input.browserInfo && {browserInfo: browserInfoOf(input.browserInfo)};
      return {_type: 'ChatConversation', channel: 'WidgetChat', ...browserInfo, ...language} as const;
    }
    case 'Sms': {
      const toNumber = requester.phoneNumber;
      const numbers = {fromNumber: input.contactEndpointId, ...(toNumber !== undefined && {toNumber})};
      return {_type: 'SmsConversation', channel: 'Sms', ...numbers} as const;
    }
    case 'Callback':
      return {_type: 'PstnPhoneConversation', channel: 'Callback'} as const;
  }
}

/** Only what the document knows: a request may carry more, an answer may not. */
function browserInfoOf({name, version, ipAddress, originatingUrl}: components['schemas']['BrowserInfoInput']) {
  return {
    name,
    ...(version !== undefined && {version}),
    ...(ipAddress !== undefined && {ipAddress}),
    ...(originatingUrl !== undefined && {originatingUrl}),
  };
}

function contactPointOf(input: Input): string {
  if (input._type === 'Chat') return input.widgetId;
  return 'emailIntegrationId' in input ? input.emailIntegrationId : input.contactEndpointId;
}
