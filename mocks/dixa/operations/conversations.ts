import type {components} from '../../../specs/dixa/generated/index.js';
import {log} from '../conversations/activities.js';
import {toSeconds} from '../dates.js';
import type {Agent, EndUser, LiveConversation, Queue} from '../entities.js';
import {decodingFailure, notFound} from '../errors.js';
import {emit} from '../webhooks/events.js';
import type {Handler, Scope} from '../handler.js';
import {addMessage} from '../conversations/messages.js';
import {nextNumber} from '../numbers.js';

type Input = components['schemas']['CreateConversationInput'];
type Direction = 'Inbound' | 'Outbound';

/** A conversation, or what is left of it. DIXA-39, DIXA-42 */
export const getConversation: Handler<'getConversationsConversationid'> = async ({params, state}) => {
  const conversation = await state.conversations.get(params.conversationId);
  return conversation ? {status: 200, body: {data: conversation}} : notFound();
};

/** Starts a conversation with a message, or a call back without one. DIXA-52…55 */
export const createConversation: Handler<'postConversations'> = async (call) => {
  const {body, state} = call;
  const requester = await state.endUsers.get(body.requesterId);
  if (!requester || !(await hasContactPoint(call, body))) return notFound();
  return body._type === 'Callback' ? callBack(call, body, requester) : write(call, body, requester);
};

type Call = Parameters<typeof createConversation>[0];

async function callBack(call: Call, input: Input & {_type: 'Callback'}, requester: EndUser) {
  const {direction, queueId} = input;
  const queue = await call.state.queues.get(queueId);
  if (!queue) return notFound();
  const conversation = await open(call, input, {requester, queue, direction});
  await announce(call, conversation, direction === 'Inbound' ? requester : call.caller.user);
  return created(conversation);
}

async function write(call: Call, input: Exclude<Input, {_type: 'Callback'}>, requester: EndUser) {
  const {message} = input;
  const {state} = call;
  const agent = message._type === 'Outbound' ? await state.agents.get(message.agentId) : undefined;
  if (message._type === 'Outbound' && !agent) return notFound();
  const queue = agent ? undefined : await state.queues.first('isDefault', 'true');
  const conversation = await open(call, input, {requester, agent, queue, direction: message._type});
  await announce(call, conversation, agent ?? requester, 'subject' in input ? input.subject : undefined);
  if (!(await addMessage(call, conversation, message, {requester, agent}))) return decodingFailure();
  return created(conversation);
}

function created({id}: LiveConversation) {
  return {status: 201, body: {data: {id}}} as const;
}

/** Whether the e-mail integration, widget or number that a conversation shall come in by is there (DIXA-53). */
async function hasContactPoint({state}: Scope, input: Input): Promise<boolean> {
  const [id, kind] =
    input._type === 'Chat'
      ? [input.widgetId, 'widget']
      : 'emailIntegrationId' in input
        ? [input.emailIntegrationId, 'email']
        : [input.contactEndpointId, 'phone'];
  return (await state.contactPoints.get(id))?.kind === kind;
}

/** Writes a new conversation into its log, and tells whoever wants to hear of it (DIXA-78, DIXA-91). */
async function announce(
  scope: Scope,
  conversation: LiveConversation,
  author: Agent | EndUser,
  subject?: string,
): Promise<void> {
  const {id, direction, assignment, queue} = conversation;
  const type = direction === 'Outbound' ? 'ConversationCreatedByAgent' : 'ConversationCreatedByCustomer';
  log(scope, {conversation: id, type, author, ...(subject !== undefined && {attributes: {subject}})});
  await emit(scope, {event: 'ConversationCreated', conversation});
  if (queue) await emit(scope, {event: 'ConversationEnqueued', conversation});
  if (!assignment) return;
  const attributes = {agentId: assignment.agentId};
  log(scope, {conversation: id, type: 'ConversationAssigned', author, attributes});
  await emit(scope, {event: 'ConversationAssigned', conversation});
}

/** Who is in a new conversation, and where it goes: inbound ones to a queue, outbound ones to their agent (DIXA-55). */
interface Circumstances {
  readonly requester: EndUser;
  readonly agent?: Agent | undefined;
  readonly queue: Queue | undefined;
  readonly direction: Direction;
}

/** Stores a new conversation, which is open (DIXA-52). */
async function open(
  scope: Scope,
  input: Input,
  {requester, agent, queue, direction}: Circumstances,
): Promise<LiveConversation> {
  const time = toSeconds(scope.now);
  const conversation: LiveConversation = {
    ...channelOf(input, requester, direction),
    id: await nextNumber(scope),
    requesterId: requester.id,
    createdAt: time,
    direction,
    state: 'Open',
    stateUpdatedAt: time,
    ...(agent && {assignment: {agentId: agent.id, assignedAt: time}}),
    ...(queue && {queue: {id: queue.id, queuedAt: time}}),
    customAttributes: [],
  };
  scope.state.conversations.save(conversation);
  return conversation;
}

/** Channel and kind of a conversation follow from how it was asked for (DIXA-52). */
function channelOf(input: Input, requester: EndUser, direction: Direction) {
  switch (input._type) {
    case 'Email':
      return {_type: 'EmailConversation', channel: 'Email', ...mailOf(input, requester, direction)} as const;
    case 'ContactForm':
      return {
        _type: 'ContactFormConversation',
        channel: 'ContactForm',
        ...mailOf(input, requester, direction),
      } as const;
    case 'Chat': {
      const browserInfo = input.browserInfo && {browserInfo: browserInfoOf(input.browserInfo)};
      return {_type: 'ChatConversation', channel: 'WidgetChat', ...browserInfo, ...languageOf(input)} as const;
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

function mailOf(input: Input & {_type: 'Email' | 'ContactForm'}, requester: EndUser, direction: Direction) {
  const {emailIntegrationId: own, subject} = input;
  const theirs = requester.email ?? '';
  const [fromEmail, toEmail] = direction === 'Inbound' ? [theirs, own] : [own, theirs];
  return {fromEmail, toEmail, integrationEmail: own, subject, ...languageOf(input)};
}

function languageOf({language}: {readonly language?: string}): {language?: string} {
  return language === undefined ? {} : {language};
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
