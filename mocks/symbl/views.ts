import type {components} from '../../specs/symbl/generated/index.js';
import {replace} from '../../src/redaction/replace.js';
import type {Conversation, Job, Member, Message} from './entities.js';
import {hiddenOf, type Redaction} from './transcript/redaction.js';
import {sentimentOf} from './transcript/sentiment.js';
import {showMember, speakersOf} from './speakers.js';
import {between, toSeconds} from './times.js';
import {wordsOf} from './transcript/words.js';

type Schemas = components['schemas'];
type Speaker = Schemas['Speaker'];

/** How a transcript was asked for. */
export interface Asked {
  /** Undefined for a transcript in clear. */
  readonly redaction: Redaction | undefined;
  readonly sentiment: boolean;
  readonly verbose: boolean;
}

/** A transcript as Symbl shows it. Nothing is detected here: messages that are shown redacted were searched before. */
export function showTranscript(
  messages: readonly Message[],
  members: readonly Member[],
  asked: Asked,
): Schemas['Messages'] {
  const speakers = showSpeakers(members, asked.redaction);
  const beginning = messages[0]?.startTime ?? '';
  return {messages: messages.map((message) => showMessage(message, speakers(message.from), beginning, asked))};
}

function showMessage(
  message: Message,
  from: Speaker,
  beginning: string,
  {redaction, sentiment, verbose}: Asked,
): Schemas['Message'] {
  const {id, text, spans = [], startTime, endTime, conversationId, phrases} = message;
  const hidden = redaction ? hiddenOf(spans, redaction) : [];
  const style = redaction?.style ?? keep;
  return {
    id,
    text: hidden.length > 0 ? replace(text, hidden, style) : text,
    from,
    startTime,
    endTime,
    timeOffset: toSeconds(between(beginning, startTime)),
    duration: toSeconds(between(startTime, endTime)),
    conversationId,
    phrases: phrases.map((phrase) => ({
      type: phrase.type,
      text: redaction ? replace(phrase.text, hiddenOf(phrase.spans ?? [], redaction), style) : phrase.text,
    })),
    // Of the clear text, so that it is the same either way (SYMBL-52).
    ...(sentiment && {sentiment: sentimentOf(text)}),
    ...(verbose && {words: wordsOf(message, {beginning, hidden, style})}),
  };
}

function keep(_: unknown, original: string): string {
  return original;
}

/** Shows who said something. Redacted, each person has the number of their first appearance (SYMBL-46, SYMBL-47). */
function showSpeakers(
  members: readonly Member[],
  redaction: Redaction | undefined,
): (author: Message['from']) => Speaker {
  const clear = speakersOf(members);
  if (redaction === undefined) return clear;

  const hidden = new Map<string, Speaker>();
  return (author) => {
    const key = 'id' in author ? author.id : 'name' in author ? `name ${author.name}` : undefined;
    if (key === undefined) return {};
    let speaker = hidden.get(key);
    if (speaker === undefined) hidden.set(key, (speaker = hideSpeaker(clear(author), hidden.size + 1, redaction)));
    return speaker;
  };
}

/** Members that are absent stay absent; neither `exclude` nor the account's markers matter (SYMBL-48, SYMBL-49). */
function hideSpeaker({id, name, email}: Speaker, number: number, {names, emails}: Redaction): Speaker {
  return {
    ...(id !== undefined && {id}),
    ...(name !== undefined && {name: names ? `[REDACTED NAME ${number}]` : name}),
    ...(email !== undefined && {email: emails ? `[REDACTED EMAIL ${number}]` : email}),
  };
}

/** A conversation as Symbl shows it, always in clear (SYMBL-83). */
export function showConversation(conversation: Conversation, members: readonly Member[]): Schemas['Conversation'] {
  const {id, type, name, startTime, endTime, metadata} = conversation;
  return {id, type, name, startTime, endTime, members: members.map(showMember), ...(metadata && {metadata})};
}

export function showJob({id, status}: Job): Schemas['Job'] {
  return {id, status};
}
