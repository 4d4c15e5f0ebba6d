/** What answers do not tell of conversations and messages, filled in so that there is something to go on with. */
import {derivedUuid, type JsonObject, type JsonValue} from '../../../src/engine/index.js';
import {attributesOf} from '../conversations/messages.js';
import {instantOf, toMilliseconds, toSeconds} from '../dates.js';
import type {Content, EndUser, LiveConversation} from '../entities.js';
import {createdConversation} from './created.js';
import {firstMessageId} from './conversations.js';
import type {Gathered, SentMessage} from './gathered.js';
import {numberIn, objectOf, objectsIn, textIn, timeIn} from './reading.js';

/** Channel and kind of a conversation, by what its messages are like. */
const kinds: Readonly<Record<string, readonly [type: string, channel: string]>> = {
  ChatAttributes: ['ChatConversation', 'WidgetChat'],
  ContactFormAttributes: ['ContactFormConversation', 'ContactForm'],
  EmailAttributes: ['EmailConversation', 'Email'],
  FacebookMessengerAttributes: ['FacebookMessengerConversation', 'FacebookMessenger'],
  GenericAttributes: ['GenericConversation', 'Messenger'],
  MessengerFormAttributes: ['MessengerConversation', 'Messenger'],
  PhoneAttributes: ['PstnPhoneConversation', 'PstnPhone'],
  CallRecordingAttributes: ['PstnPhoneConversation', 'PstnPhone'],
  TranscriptAttributes: ['PstnPhoneConversation', 'PstnPhone'],
  SmsAttributes: ['SmsConversation', 'Sms'],
  TwitterAttributes: ['TwitterConversation', 'Twitter'],
  WhatsAppAttributes: ['WhatsAppConversation', 'WhatsApp'],
};

/** Who writes and is written to where nobody is told. */
const somebody = 'customer@example.org';
const support = 'support@example.org';

/** Gives every conversation that answers tell of what the document asks for. @param time when none is told, `…Z`. */
export function fillConversations(gathered: Gathered, time: string): void {
  const shelf = gathered.of('conversations');
  const written = byConversation(gathered.of('messages').all(), 'conversationId');
  const done = byConversation(gathered.of('activities').all(), 'conversationId');
  const ids = [...shelf.all().map(({id}) => Number(id)), ...gathered.created.keys(), ...gathered.hints.keys()];
  for (const id of new Set(ids)) {
    const {isRead: _, ...hint} = gathered.hints.get(id) ?? {};
    const sent = gathered.created.get(id);
    const shown = shelf.get(id) ?? {...(sent && createdConversation(gathered, sent)), ...hint};
    shelf.put(id, filled(id, shown, {messages: written.get(id) ?? [], activities: done.get(id) ?? [], time}));
  }
}

interface Surroundings {
  readonly messages: readonly JsonObject[];
  readonly activities: readonly JsonObject[];
  readonly time: string;
}

function filled(id: number, shown: JsonObject, {messages, activities, time}: Surroundings): JsonObject {
  const [first] = messages;
  const inbound = messages.find(({attributes}) => objectOf(attributes).direction === 'Inbound');
  const opened = activities.find(({_type}) => _type === 'ConversationCreatedByCustomer');
  const [_type, channel] = kindOf(shown, first);
  const created = timeIn(shown, 'createdAt') ?? seconds(activities[0]?.activityTimestamp ?? first?.createdAt) ?? time;
  const whole = {
    _type,
    channel,
    requesterId:
      textIn(inbound ?? {}, 'authorId') ??
      textIn(objectOf(opened?.author), 'id') ??
      derivedUuid('dixa', 'implied', id, 'requester'),
    ...(_type !== 'AnonymizedConversation' && {direction: 'Inbound', state: 'Open', stateUpdatedAt: created}),
    ...shown,
    createdAt: created,
  };
  if (_type === 'AnonymizedConversation') return {anonymizedAt: toMilliseconds(instantOf(created) ?? 0), ...whole};
  if (_type === 'TwitterConversation') return {conversationType: 'DirectMessage', ...whole};
  const isMail = _type === 'EmailConversation' || _type === 'ContactFormConversation';
  return isMail ? {...addressesOf(whole, first), ...whole} : withoutMail(whole);
}

/** A subject belongs to mails alone. */
function withoutMail({subject: _, ...conversation}: JsonObject): JsonObject {
  return conversation;
}

function kindOf(shown: JsonObject, first: JsonObject | undefined): readonly [string, string] {
  const all = Object.values(kinds);
  const type = textIn(shown, '_type');
  const channel = textIn(shown, 'channel');
  if (type !== undefined) return [type, channel ?? all.find(([one]) => one === type)?.[1] ?? 'Messenger'];
  const told = all.find(([, one]) => one === channel) ?? kinds[textIn(objectOf(first?.attributes), '_type') ?? ''];
  const [guess, its] = told ?? (shown.subject === undefined ? all[4] : all[2]) ?? ['GenericConversation', 'Messenger'];
  return [guess, channel ?? its];
}

/** From where to where a mail went, as its first message tells. */
function addressesOf(conversation: JsonObject, message: JsonObject | undefined): JsonObject {
  const {from, to, direction} = objectOf(message?.attributes);
  const [fromEmail, toEmail] = [textIn(objectOf(from), 'email'), textIn(objectsIn(to)[0] ?? {}, 'email')];
  const isOutbound = (conversation.direction ?? direction) === 'Outbound';
  const [theirs, own] = isOutbound ? [toEmail, fromEmail] : [fromEmail, toEmail];
  const [customer, ours] = [theirs ?? somebody, own ?? support];
  const ends = isOutbound ? {fromEmail: ours, toEmail: customer} : {fromEmail: customer, toEmail: ours};
  return {...ends, integrationEmail: ours};
}

/** Makes messages of those that were sent and never listed: as Dixa would show them (DIXA-69). */
export function fillMessages(gathered: Gathered): void {
  for (const message of [...firstMessages(gathered), ...gathered.sent]) {
    const conversation = gathered.of('conversations').get(message.conversationId);
    if (!conversation || gathered.of('messages').has(message.id)) continue;
    const requesterId = String(conversation.requesterId);
    const attributes =
      conversation._type === 'AnonymizedConversation' ? nothing : said(gathered, conversation, message);
    const {input, at} = message;
    gathered.of('messages').put(message.id, {
      conversationId: message.conversationId,
      authorId: textIn(input, 'authorId') ?? textIn(input, 'agentId') ?? requesterId,
      ...(typeof input.externalId === 'string' && {externalId: input.externalId}),
      createdAt: timeIn(input, 'createdAt') ?? toMilliseconds(at),
      attributes,
    });
  }
  for (const message of gathered.of('messages').all()) {
    const requesterId = gathered.of('conversations').get(Number(message.conversationId))?.requesterId;
    const createdAt = gathered.of('conversations').get(Number(message.conversationId))?.createdAt;
    gathered.of('messages').put(String(message.id), {authorId: requesterId, createdAt, ...message});
  }
}

const nothing = {_type: 'GenericAttributes', attachments: []};

/** The messages that new conversations came with: their ids are told by lists alone. */
function firstMessages({created, hints}: Gathered): SentMessage[] {
  return [...created].flatMap(([conversationId, {input, at}]) => {
    if (hints.get(conversationId)?.isRead === true) return [];
    const messages = [...objectsIn([input.message ?? null]), ...objectsIn(input.messages)];
    return messages.map((one, position) => ({
      id: firstMessageId(conversationId, position),
      conversationId,
      input: one,
      at,
    }));
  });
}

function said(gathered: Gathered, conversation: JsonObject, {input}: SentMessage): JsonObject {
  const requester = gathered.of('endUsers').get(String(conversation.requesterId));
  const content = objectOf(input.content);
  const value = textIn(content, 'value');
  const attachments = objectsIn(input.attachments).flatMap(({url, prettyName}) =>
    typeof url === 'string' ? [{url, ...(typeof prettyName === 'string' && {prettyName})}] : [],
  );
  const isOutbound = String(input._type).startsWith('Outbound');
  const attributes = attributesOf(
    conversation as unknown as LiveConversation,
    {
      direction: isOutbound ? 'Outbound' : 'Inbound',
      content:
        value === undefined ? undefined : {_type: (textIn(content, '_type') ?? 'Text') as Content['_type'], value},
      integrationEmail: textIn(input, 'integrationEmail'),
    },
    {attachments, cc: contactsIn(gathered, input.cc), bcc: contactsIn(gathered, input.bcc)},
    requester as unknown as EndUser | undefined,
  );
  return attributes as unknown as JsonObject;
}

/** Requests name those who get a copy by their ids. */
function contactsIn(gathered: Gathered, ids: JsonValue | undefined) {
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((id: unknown) => {
    const person = gathered.of('endUsers').get(String(id)) ?? gathered.of('agents').get(String(id)) ?? {};
    const email = textIn(person, 'email');
    const name = textIn(person, 'displayName');
    return email === undefined ? [] : [{email, ...(name !== undefined && {name})}];
  });
}

function byConversation(entities: readonly JsonObject[], name: string): Map<number, JsonObject[]> {
  const found = new Map<number, JsonObject[]>();
  for (const entity of entities) {
    const id = numberIn(entity, name) ?? NaN;
    const others = found.get(id);
    if (others) others.push(entity);
    else found.set(id, [entity]);
  }
  return found;
}

function seconds(time: JsonValue | undefined): string | undefined {
  const instant = typeof time === 'string' ? instantOf(time) : undefined;
  return instant === undefined ? undefined : toSeconds(instant);
}
