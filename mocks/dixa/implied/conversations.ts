/** Conversations and their messages, as answers show them. */
import {derivedUuid, type JsonObject, type RecordedAnswer} from '../../../src/engine/index.js';
import {traceOf} from '../anonymization/anonymized.js';
import type {LiveConversation} from '../entities.js';
import type {Gathered} from './gathered.js';
import {dataOf, listOf, numberIn, objectOf, objectsIn, secondsOf, textIn, withTime, type Reader} from './reading.js';

/** The conversation that a call was about. */
export function conversationOf({params}: RecordedAnswer): number | undefined {
  return numberIn(params, 'conversationId');
}

/** A conversation as one is shown, or as it stands in a list, where custom attributes are left out (DIXA-85). */
function seeConversation(gathered: Gathered, shown: JsonObject, isListed: boolean): void {
  const id = numberIn(shown, 'id');
  if (id === undefined) return;
  const shelf = gathered.of('conversations');
  const before = shelf.get(id);
  const isGone = shown._type === 'AnonymizedConversation';
  // What is anonymized never comes back, in whichever order the recording has its answers.
  if (before?._type === 'AnonymizedConversation' && !isGone) return;
  if (before && isGone && before._type !== 'AnonymizedConversation') leaveTrace(gathered, before);
  const {customAttributes = isListed ? before?.customAttributes : undefined, ...rest} = shown;
  shelf.put(id, {...rest, ...(customAttributes !== undefined && {customAttributes})});
}

/** It is still found by what it was (DIXA-47). */
export function leaveTrace(gathered: Gathered, conversation: JsonObject): void {
  const trace = traceOf(conversation as unknown as LiveConversation);
  gathered.of('searchTraces').put(trace.id, trace as unknown as JsonObject);
}

const showOne: Reader = (answer, gathered) => seeConversation(gathered, dataOf(answer), false);

const showList: Reader = (answer, gathered) => {
  for (const shown of listOf(answer)) seeConversation(gathered, shown, true);
};

/** Custom attributes of one, all of them. */
const patchAttributes: Reader = (answer, gathered) => {
  const id = conversationOf(answer);
  if (id === undefined) return;
  const customAttributes = listOf(answer);
  if (gathered.of('conversations').has(id)) gathered.of('conversations').merge(id, {customAttributes});
  else gathered.mention(id, {customAttributes});
};

/** Of a new conversation the answer tells the number alone: the rest stands in the request (DIXA-52). */
const create: Reader = (answer, gathered) => {
  const id = numberIn(dataOf(answer), 'id');
  if (id !== undefined) gathered.created.set(id, {input: objectOf(answer.request), at: answer.at});
};

/** All messages of a conversation: what was sent before is among them. */
const showMessages: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  if (conversationId === undefined) return;
  const messages = listOf(answer).filter((message) => textIn(message, 'id') !== undefined);
  gathered.list(
    'messages',
    messages.map(({id}) => String(id)),
  );
  for (const message of messages) seeMessage(gathered, conversationId, message);
  const later = gathered.sent.filter((sent) => sent.conversationId !== conversationId);
  gathered.sent.splice(0, Infinity, ...later);
  gathered.mention(conversationId, {isRead: true});
};

function seeMessage(gathered: Gathered, conversationId: number, message: JsonObject): void {
  const attributes = withPaths(objectOf(message.attributes)) as JsonObject;
  gathered.of('messages').put(String(message.id), {...withTime(message, 'createdAt'), attributes, conversationId});
}

const addMessage: Reader = (answer, gathered) => {
  const conversationId = conversationOf(answer);
  const {messageId, ...rest} = dataOf(answer);
  if (conversationId === undefined || typeof messageId !== 'string') return;
  const input = {...rest, ...objectOf(answer.request), authorId: rest.authorId, createdAt: rest.createdAt};
  gathered.sent.push({id: messageId, conversationId, input, at: answer.at});
};

/** A find says that there is a conversation, and a piece of what was said in it. */
const search: Reader = (answer, gathered) => {
  for (const find of listOf(answer)) {
    const id = numberIn(find, 'id');
    if (id === undefined) continue;
    const [subject] = textsIn(objectOf(find.highlights), 'subject');
    gathered.mention(id, subject === undefined ? {} : {subject});
    for (const inner of objectsIn(find.innerHits)) {
      const [value] = textsIn(objectOf(inner.highlight), 'text');
      const messageId = textIn(inner, 'id');
      if (value === undefined || messageId === undefined || gathered.of('messages').has(messageId)) continue;
      const content = {_type: 'Text', value};
      gathered.sent.push({id: messageId, conversationId: id, input: {_type: 'Inbound', content}, at: answer.at});
    }
  }
};

function textsIn(highlights: JsonObject, name: string): string[] {
  const texts = highlights[name];
  if (!Array.isArray(texts)) return [];
  return texts.flatMap((text: unknown) => (typeof text === 'string' ? [text.replaceAll(/<\/?em\b[^>]*>/g, '')] : []));
}

/** What a change of state says of a conversation that no answer shows. */
function changed(state: string): Reader {
  return (answer, gathered) => {
    const id = conversationOf(answer);
    if (id !== undefined) gathered.mention(id, {state, stateUpdatedAt: secondsOf(answer)});
  };
}

/** Addresses of files that Dixa keeps are stored by their paths (DIXA-73). */
function withPaths(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPaths);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      (name === 'url' || name === 'recording') && typeof member === 'string' ? pathIn(member) : withPaths(member),
    ]),
  );
}

function pathIn(address: string): string {
  return /^https?:\/\/[^/?#]+(?:\/[^?#]*)?(\/private\/[^/?#]+\/attachment\/[^/?#]+)$/.exec(address)?.[1] ?? address;
}

/** The id of the message that a new conversation began with, which no answer tells. */
export function firstMessageId(conversation: number, position = 0): string {
  return derivedUuid('dixa', 'implied', conversation, 'message', position);
}

export const conversationReaders = {
  getConversationsConversationid: showOne,
  getEndusersUseridConversations: showList,
  getConversationsConversationidLinked: showList,
  'patchConversationsConversationidCustom-attributes': patchAttributes,
  postConversations: create,
  postConversationsImport: create,
  getConversationsConversationidMessages: showMessages,
  postConversationsConversationidMessages: addMessage,
  getSearchConversations: search,
  postSearchConversations: search,
  putConversationsConversationidClose: changed('Closed'),
  putConversationsConversationidReopen: changed('Open'),
  putConversationsConversationidFollowup: changed('Pending'),
  // Without force it must have been closed, and with it it was (DIXA-28, DIXA-29).
  patchConversationsConversationidAnonymize: changed('Closed'),
};
