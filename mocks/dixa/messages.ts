import type {components} from '../../specs/dixa/generated/index.js';
import {log} from './activities.js';
import {toMilliseconds} from './dates.js';
import type {Agent, Attributes, Content, EndUser, LiveConversation, Message} from './entities.js';
import type {Scope} from './handler.js';

export type MessageInput = components['schemas']['CreateMessageInput'];
type File = components['schemas']['File'];

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

/** Whether a conversation takes a message like this (DIXA-54, DIXA-70…73). */
export async function isAcceptable({state}: Scope, {channel}: LiveConversation, input: MessageInput): Promise<boolean> {
  const {content, externalId, attachments = []} = input;
  if (!channelsThatTakeMessages.has(channel)) return false;
  if (input._type === 'Inbound' && (channel === 'Sms' || channel === 'WhatsApp')) return false;
  if (channel === 'WhatsApp' && !isForWhatsApp(content, attachments)) return false;
  if (channel !== 'WhatsApp' && content === undefined) return false;
  if (externalId !== undefined && (await state.messages.first('externalId', externalId))) return false;
  for (const {url} of attachments) if (!(await state.attachmentSources.get(url))) return false;
  return true;
}

function isForWhatsApp(content: MessageInput['content'], attachments: readonly File[]): boolean {
  if (content !== undefined && content._type !== 'Markdown') return false;
  if (attachments.length > 1 || (content === undefined && attachments.length === 0)) return false;
  return attachments.every(({url, prettyName}) => whatsAppFiles.test(prettyName ?? url));
}

/** Adds a message that was found acceptable (DIXA-69). */
export async function addMessage(
  scope: Scope,
  conversation: LiveConversation,
  input: MessageInput,
  requester: EndUser | undefined,
  agent: Agent | undefined,
): Promise<Message> {
  const {state, ids, now} = scope;
  const attachments = await copyIn(scope, input.attachments ?? []);
  const recipients = await copied(scope, input);
  const message = state.messages.save({
    id: ids.uuid(),
    authorId: agent?.id ?? conversation.requesterId,
    ...(input.externalId !== undefined && {externalId: input.externalId}),
    createdAt: toMilliseconds(now),
    attributes: attributesOf(conversation, input, {attachments, recipients, requester}),
    conversationId: conversation.id,
    position: ids.next('message'),
  });
  const author = agent ?? requester;
  const type = agent ? 'MessageAddedByAgent' : 'MessageAddedByCustomer';
  log(scope, {conversation: conversation.id, type, ...(author && {author}), attributes: {messageId: message.id}});
  return message;
}

/** Attachments are copied in: from then on the message holds the copy (DIXA-73). */
async function copyIn({state, ids}: Scope, attachments: readonly File[]): Promise<File[]> {
  const files: File[] = [];
  for (const {url, prettyName} of attachments) {
    const source = await state.attachmentSources.get(url);
    const path = `/private/${organizationId}/attachment/${ids.uuid()}`;
    state.files.save({id: path, type: source?.type ?? 'application/octet-stream', base64: source?.base64 ?? ''});
    files.push({url: path, ...(prettyName !== undefined && {prettyName})});
  }
  return files;
}

const organizationId = 'e9609fa9-efff-4fdc-a7ef-dd335f33c5f6';

interface Recipients {
  readonly cc: readonly components['schemas']['EmailContact'][];
  readonly bcc: readonly components['schemas']['EmailContact'][];
}

/** Requests name those who get a copy by the ids of users; messages show their addresses. */
async function copied(scope: Scope, input: MessageInput): Promise<Recipients> {
  if (input._type === 'Inbound') return {cc: [], bcc: []};
  return {cc: await contactsOf(scope, input.cc ?? []), bcc: await contactsOf(scope, input.bcc ?? [])};
}

async function contactsOf({state}: Scope, ids: readonly string[]): Promise<Recipients['cc']> {
  const users = await Promise.all(ids.map(async (id) => (await state.endUsers.get(id)) ?? state.agents.get(id)));
  return users.flatMap((user) => {
    if (user?.email === undefined) return [];
    return [{email: user.email, ...(user.displayName !== undefined && {name: user.displayName})}];
  });
}

/** What was said, in the form of the conversation's channel. */
function attributesOf(
  conversation: LiveConversation,
  input: MessageInput,
  {attachments, recipients, requester}: {attachments: File[]; recipients: Recipients; requester: EndUser | undefined},
): Attributes {
  const direction = input._type;
  const content: Content | undefined = input.content && {_type: input.content._type, value: input.content.value};
  if (conversation._type !== 'EmailConversation' && conversation._type !== 'ContactFormConversation') {
    const said = {...(content && {content}), direction, attachments};
    if (conversation.channel === 'Sms') return {_type: 'SmsAttributes', ...said};
    if (conversation.channel === 'WhatsApp') return {_type: 'WhatsAppAttributes', ...said};
    return {_type: 'ChatAttributes', isAutomated: false, ...said};
  }
  const name = requester?.displayName;
  const customer = {email: requester?.email ?? conversation.fromEmail, ...(name !== undefined && {name})};
  const own = {email: input.integrationEmail ?? conversation.integrationEmail ?? ''};
  const [from, to] = direction === 'Inbound' ? [customer, own] : [own, customer];
  return {
    _type: 'EmailAttributes',
    ...(content && {emailContent: {_type: 'Regular', content}}),
    from,
    to: [to],
    ...recipients,
    isAutoReply: false,
    inlineImages: [],
    attachments,
    direction,
  };
}
