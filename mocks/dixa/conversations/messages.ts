import type {components} from '../../../specs/dixa/generated/index.js';
import {log} from './activities.js';
import {toMilliseconds} from '../dates.js';
import type {Agent, Attributes, EndUser, LiveConversation, Message} from '../entities.js';
import {emit} from '../webhooks/events.js';
import {copyIn} from '../files.js';
import type {Scope} from '../handler.js';

type Schemas = components['schemas'];
type MessageInput = Schemas['CreateMessageInput'];
type File = Schemas['File'];
type EmailContact = Schemas['EmailContact'];

/** Who talks to whom: the requester writes what comes in, the agent what goes out. */
export interface Parties {
  readonly requester: EndUser | undefined;
  readonly agent: Agent | undefined;
}

/** What a message is made of beside its text. */
interface Enclosures {
  readonly attachments: readonly File[];
  readonly cc: readonly EmailContact[];
  readonly bcc: readonly EmailContact[];
}

const channelsThatTakeMessages = new Set<LiveConversation['channel']>([
  'WidgetChat',
  'Messenger',
  'ContactForm',
  'Email',
  'Sms',
  'WhatsApp',
]);

/** File types that WhatsApp takes (DIXA-72). */
const whatsAppFiles = /\.(jpe?g|png|pdf|docx?|pptx|xlsx)$/i;

/**
 * Adds a message to a conversation (DIXA-69).
 * @returns undefined when the conversation does not take such a message (DIXA-54, DIXA-70…73).
 */
export async function addMessage(
  scope: Scope,
  conversation: LiveConversation,
  input: MessageInput,
  parties: Parties,
): Promise<Message | undefined> {
  const {state, ids, now} = scope;
  const {externalId} = input;
  if (!fitsChannel(conversation.channel, input)) return undefined;
  if (externalId !== undefined && (await state.messages.first('externalId', externalId))) return undefined;
  const enclosures = await enclosuresOf(scope, input);
  if (!enclosures) return undefined;

  const {requester, agent} = parties;
  const message = state.messages.save({
    id: ids.uuid(),
    authorId: agent?.id ?? conversation.requesterId,
    ...(externalId !== undefined && {externalId}),
    createdAt: toMilliseconds(now),
    attributes: attributesOf(conversation, saidIn(input), enclosures, requester),
    conversationId: conversation.id,
    position: ids.next('message'),
  });
  const author = agent ?? requester;
  const type = agent ? 'MessageAddedByAgent' : 'MessageAddedByCustomer';
  log(scope, {conversation: conversation.id, type, ...(author && {author}), attributes: {messageId: message.id}});
  await emit(scope, {event: 'ConversationMessageAdded', conversation, message});
  return message;
}

/** A text as it is answered: of what a request brings along, only what the document knows. */
export function contentOf({content}: MessageInput): Schemas['Content'] | undefined {
  return content && {_type: content._type, value: content.value};
}

function fitsChannel(channel: LiveConversation['channel'], {_type, content, attachments = []}: MessageInput): boolean {
  if (!channelsThatTakeMessages.has(channel)) return false;
  if (_type === 'Inbound' && (channel === 'Sms' || channel === 'WhatsApp')) return false;
  if (channel !== 'WhatsApp') return content !== undefined;
  if (content === undefined ? attachments.length === 0 : content._type !== 'Markdown') return false;
  return attachments.length <= 1 && attachments.every(({url, prettyName}) => whatsAppFiles.test(prettyName ?? url));
}

/** Fetches the attachments and looks up who gets a copy; undefined when one of them cannot be found. */
async function enclosuresOf(scope: Scope, input: MessageInput): Promise<Enclosures | undefined> {
  const attachments: File[] = [];
  for (const {url, prettyName} of input.attachments ?? []) {
    const source = await scope.state.attachmentSources.get(url);
    if (!source) return undefined;
    attachments.push(copyIn(scope, source, prettyName));
  }
  if (input._type === 'Inbound') return {attachments, cc: [], bcc: []};
  const cc = await contactsOf(scope, input.cc ?? []);
  const bcc = await contactsOf(scope, input.bcc ?? []);
  return cc && bcc && {attachments, cc, bcc};
}

/** Requests name those who get a copy by the ids of users; messages show their addresses. */
async function contactsOf({state}: Scope, ids: readonly string[]): Promise<EmailContact[] | undefined> {
  const contacts: EmailContact[] = [];
  for (const id of ids) {
    const user = (await state.endUsers.get(id)) ?? (await state.agents.get(id));
    if (user?.email === undefined) return undefined;
    contacts.push(contactOf(user.email, user.displayName));
  }
  return contacts;
}

function contactOf(email: string, name: string | undefined): EmailContact {
  return {email, ...(name !== undefined && {name})};
}

/** What was said, which way, and from or to which address of ours if not the conversation's. */
interface Said {
  readonly direction: 'Inbound' | 'Outbound';
  readonly content: Schemas['Content'] | undefined;
  readonly integrationEmail: string | undefined;
}

function saidIn(input: MessageInput): Said {
  return {direction: input._type, content: contentOf(input), integrationEmail: input.integrationEmail};
}

/** What was said, in the form of the conversation's channel. */
export function attributesOf(
  conversation: LiveConversation,
  {direction, content, integrationEmail: ownEmail}: Said,
  {attachments, cc, bcc}: Enclosures,
  requester: EndUser | undefined,
): Attributes {
  if (conversation._type !== 'EmailConversation' && conversation._type !== 'ContactFormConversation') {
    const said = {...(content && {content}), direction, attachments};
    if (conversation._type === 'GenericConversation') return {_type: 'GenericAttributes', ...said};
    if (conversation.channel === 'Sms') return {_type: 'SmsAttributes', ...said};
    if (conversation.channel === 'WhatsApp') return {_type: 'WhatsAppAttributes', ...said};
    return {_type: 'ChatAttributes', isAutomated: false, ...said};
  }
  const {fromEmail, toEmail = '', integrationEmail = ''} = conversation;
  const theirs = requester?.email ?? (conversation.direction === 'Outbound' ? toEmail : fromEmail);
  const customer = contactOf(theirs, requester?.displayName);
  const own = contactOf(ownEmail ?? integrationEmail, undefined);
  const [from, to] = direction === 'Inbound' ? [customer, own] : [own, customer];
  return {
    _type: 'EmailAttributes',
    ...(content && {emailContent: {_type: 'Regular', content}}),
    from,
    to: [to],
    cc,
    bcc,
    isAutoReply: false,
    inlineImages: [],
    attachments,
    direction,
  };
}
