import type {components} from '../../../specs/dixa/generated/index.js';
import {endUserIn, log} from './activities.js';
import {instantOf, toMilliseconds, toSeconds} from '../dates.js';
import type {Agent, EndUser, LiveConversation, Message, Queue} from '../entities.js';
import {copyIn} from '../files.js';
import type {Scope} from '../handler.js';
import {attributesOf} from './messages.js';
import {nextNumber} from '../numbers.js';

type Schemas = components['schemas'];
export type ImportInput = Schemas['GenericConversationImport'];
export type MessageInput = Schemas['MessageImport'];

/** A message with whoever wrote it: an agent, or an end user. */
export interface Authored {
  readonly input: MessageInput;
  readonly agent: Agent | undefined;
  readonly endUser: EndUser;
}

/** Who is in an imported conversation, and where it goes. */
export interface Cast {
  readonly requester: EndUser;
  /** Who has it; nobody when it was assigned to nobody, or could not be. */
  readonly assignee: Agent | undefined;
  readonly closer: Agent;
  readonly queue: Queue | undefined;
  readonly messages: readonly Authored[];
}

/** Whether every time of an import can be read. */
export function hasReadableTimes({createdAt, assignment, closing, messages = []}: ImportInput): boolean {
  const times = [createdAt, assignment?.assignedAt, closing?.closedAt, ...messages.map((message) => message.createdAt)];
  return times.every((time) => time === undefined || instantOf(time) !== undefined);
}

/** Stores an imported conversation with times of its own; one that was closed comes in closed (DIXA-82). */
export async function importOne(scope: Scope, input: ImportInput, cast: Cast): Promise<LiveConversation> {
  const {assignment, closing} = input;
  const {requester, assignee, queue} = cast;
  const createdAt = seconds(input.createdAt);
  const conversation: LiveConversation = {
    ...channelOf(input, requester),
    id: await nextNumber(scope),
    requesterId: requester.id,
    createdAt,
    direction: input.direction,
    state: closing ? 'Closed' : 'Open',
    stateUpdatedAt: closing ? seconds(closing.closedAt) : createdAt,
    ...(assignee && assignment && {assignment: {agentId: assignee.id, assignedAt: seconds(assignment.assignedAt)}}),
    ...(queue && {queue: {id: queue.id, queuedAt: toSeconds(scope.now)}}),
    customAttributes: [],
  };
  scope.state.conversations.save(conversation);
  logImport(scope, conversation, input, cast);
  return conversation;
}

/** Stores a message of an imported conversation. An attachment that cannot be fetched is left out, and told of. */
export async function importMessage(
  scope: Scope,
  conversation: LiveConversation,
  {input, agent, endUser}: Authored,
): Promise<{message: string}[]> {
  const {state, ids} = scope;
  const {externalId, attributes: own = {}} = input;
  const errors: {message: string}[] = [];
  const attachments: Schemas['File'][] = [];
  for (const {url, prettyName} of input.attachments ?? []) {
    const source = await state.attachmentSources.get(url);
    if (source) attachments.push(copyIn(scope, source, prettyName));
    else errors.push({message: `Invalid attachment url in message.${nameOf(externalId)}`});
  }
  const direction = agent ? 'Outbound' : 'Inbound';
  const {_type, value} = input.content;
  const copies = agent ? {cc: contactsOf(own.cc), bcc: contactsOf(own.bcc)} : {cc: [], bcc: []};
  const said = {direction, content: {_type, value}, integrationEmail: own.emailIntegrationId} as const;
  const message: Message = {
    id: ids.uuid(),
    authorId: agent?.id ?? endUser.id,
    ...(externalId !== undefined && {externalId}),
    createdAt: toMilliseconds(instant(input.createdAt)),
    attributes: attributesOf(conversation, said, {attachments, ...copies}, endUser),
    conversationId: conversation.id,
    position: ids.next('message'),
  };
  state.messages.save(message);
  const author = agent ?? endUserIn(conversation, endUser);
  const type = agent ? 'MessageAddedByAgent' : 'MessageAddedByCustomer';
  const attributes = {messageId: message.id};
  log(scope, {conversation: conversation.id, type, author, at: instant(input.createdAt), attributes});
  return errors;
}

/** Every step of it stands in the activity log at its own time (DIXA-78). */
function logImport(scope: Scope, {id, direction}: LiveConversation, input: ImportInput, cast: Cast): void {
  const {requester, assignee, closer, messages} = cast;
  const {assignment} = input;
  const isOutbound = direction === 'Outbound';
  const type = isOutbound ? 'ConversationCreatedByAgent' : 'ConversationCreatedByCustomer';
  const writer = messages.find(({agent}) => agent)?.agent;
  const author = isOutbound ? (writer ?? assignee ?? closer) : requester;
  const subject = input.attributes?.subject;
  const attributes = subject === undefined ? {} : {attributes: {subject}};
  log(scope, {conversation: id, type, author, at: instant(input.createdAt), ...attributes});
  if (assignment && assignee) {
    const at = instant(assignment.assignedAt);
    const attributes = {agentId: assignee.id};
    log(scope, {conversation: id, type: 'ConversationAssigned', author: assignee, at, attributes});
  }
  if (!input.closing) return;
  log(scope, {conversation: id, type: 'ConversationClosed', author: closer, at: instant(input.closing.closedAt)});
}

/** No channel is named for `genericapimessaging`; a messenger is the nearest (assumed). */
function channelOf({genericChannelName, attributes, direction}: ImportInput, {email: theirs = ''}: EndUser) {
  if (genericChannelName === 'genericapimessaging') {
    return {_type: 'GenericConversation', channel: 'Messenger'} as const;
  }
  const {emailIntegrationId: own = '', subject} = attributes ?? {};
  const [fromEmail, toEmail] = direction === 'Outbound' ? [own, theirs] : [theirs, own];
  const subjectOf = subject === undefined ? {} : {subject};
  return {
    _type: 'EmailConversation',
    channel: 'Email',
    fromEmail,
    toEmail,
    integrationEmail: own,
    ...subjectOf,
  } as const;
}

function contactsOf(addresses: readonly string[] = []): Schemas['EmailContact'][] {
  return addresses.map((email) => ({email}));
}

function nameOf(externalId: string | undefined): string {
  return externalId === undefined ? '' : ` externalId: ${externalId}`;
}

/** Of a time that {@link hasReadableTimes} has looked at. */
function instant(time: string): number {
  return instantOf(time) ?? 0;
}

function seconds(time: string): string {
  return toSeconds(instant(time));
}
