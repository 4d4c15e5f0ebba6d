/** A conversation as it was asked for, where no answer has shown it since (DIXA-52…55, DIXA-82). */
import type {JsonObject} from '../../../src/engine/index.js';
import {toSeconds} from '../dates.js';
import type {Gathered, Sent} from './gathered.js';
import {objectOf, textIn, timeIn} from './reading.js';

/** What a request for a new conversation, or for the import of one, says of it. */
export function createdConversation(gathered: Gathered, {input, at}: Sent): JsonObject {
  const requesterId = textIn(input, 'requesterId');
  const message = objectOf(input.message);
  const direction = textIn(input, 'direction') ?? (message._type === 'Outbound' ? 'Outbound' : 'Inbound');
  const createdAt = timeIn(input, 'createdAt') ?? toSeconds(at);
  const email = textIn(gathered.of('endUsers').get(requesterId ?? '') ?? {}, 'email');
  const channel = channelOf(input, {direction, email});
  const [closing, assignment] = [objectOf(input.closing), objectOf(input.assignment)];
  const closedAt = timeIn(closing, 'closedAt');
  const agentId = textIn(message, 'agentId') ?? textIn(assignment, 'agentId');
  return {
    ...channel,
    ...(requesterId !== undefined && {requesterId}),
    createdAt,
    direction,
    state: closedAt === undefined ? 'Open' : 'Closed',
    stateUpdatedAt: closedAt ?? createdAt,
    ...(agentId !== undefined && {assignment: {agentId, assignedAt: timeIn(assignment, 'assignedAt') ?? createdAt}}),
    ...(typeof input.queueId === 'string' && {queue: {id: input.queueId, queuedAt: createdAt}}),
    customAttributes: [],
  };
}

interface Ends {
  readonly direction: string;
  /** The requester's address. */
  readonly email: string | undefined;
}

/** Channel and kind follow from how it was asked for. */
function channelOf(input: JsonObject, ends: Ends): JsonObject {
  const {_type, browserInfo, contactEndpointId: fromNumber} = input;
  switch (_type) {
    case 'Email':
      return {_type: 'EmailConversation', channel: 'Email', ...mailOf(input, ends)};
    case 'ContactForm':
      return {_type: 'ContactFormConversation', channel: 'ContactForm', ...mailOf(input, ends)};
    case 'Chat':
      return {
        _type: 'ChatConversation',
        channel: 'WidgetChat',
        ...(browserInfo !== undefined && {browserInfo}),
        ...languageOf(input),
      };
    case 'Sms':
      return {_type: 'SmsConversation', channel: 'Sms', ...(fromNumber !== undefined && {fromNumber})};
    case 'Callback':
      return {_type: 'PstnPhoneConversation', channel: 'Callback'};
    default:
      return input.genericChannelName === 'email'
        ? {_type: 'EmailConversation', channel: 'Email', ...mailOf(objectOf(input.attributes), ends)}
        : {_type: 'GenericConversation', channel: 'Messenger'};
  }
}

function mailOf(input: JsonObject, {direction, email}: Ends): JsonObject {
  const own = textIn(input, 'emailIntegrationId');
  const subject = textIn(input, 'subject');
  const [fromEmail, toEmail] = direction === 'Inbound' ? [email, own] : [own, email];
  return {
    ...(fromEmail !== undefined && {fromEmail}),
    ...(toEmail !== undefined && {toEmail}),
    ...(own !== undefined && {integrationEmail: own}),
    ...(subject !== undefined && {subject}),
    ...languageOf(input),
  };
}

function languageOf(input: JsonObject): JsonObject {
  const language = textIn(input, 'language');
  return language === undefined ? {} : {language};
}
