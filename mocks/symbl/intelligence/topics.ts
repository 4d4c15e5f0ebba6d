import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message} from '../entities.js';
import {sentimentOf} from '../transcript/sentiment.js';
import {entryOf} from './entries.js';
import {stableId} from './stable-ids.js';
import {Vocabulary} from './vocabulary.js';

type Topic = components['schemas']['Topic'];

/** A term of a conversation and the messages that mention it. */
export interface Term {
  readonly id: string;
  readonly text: string;
  readonly messages: readonly Message[];
}

/** No conversation has more topics than this. */
const mostTopics = 10;

/** Words that join others and name nothing. */
const joining = new Set(
  (
    'about above after again against also although always another anybody anything around away back because been ' +
    'before being below between both call called calling calls came come coming could does doing done down during ' +
    'each else even ever every from going gone good great have having hello help here herself himself however ' +
    'into itself just know less like little look made make many maybe more most much must myself need never ' +
    'nobody none nothing okay once only other ours over please quite rather really said same says send sending ' +
    'sent shall should since some somebody something soon still such sure take than thank thanks that their them ' +
    'then there these they thing things think this those though through today together tomorrow under until upon ' +
    'used very want wants well were what when where which while whom whose will with within without would yeah ' +
    'year years yesterday your yours'
  ).split(' '),
);

/**
 * What a conversation is about: the words of four letters or more that most messages mention, without those that only
 * join others. Ties are in the order of their first mention. The stand-in's own guess; Symbl's topics understand more.
 */
export function termsOf(messages: readonly Message[]): Term[] {
  const mentions = new Map<string, {readonly id: string; readonly messages: Message[]}>();
  for (const message of messages) {
    for (const {word, offset} of wordsOf(message.text)) {
      const known = entryOf(mentions, word, () => ({id: stableId('topic', message.id, offset), messages: []}));
      if (known.messages.at(-1) !== message) known.messages.push(message);
    }
  }
  return Array.from(mentions, ([text, found]) => ({text, ...found}))
    .sort((a, b) => b.messages.length - a.messages.length)
    .slice(0, mostTopics);
}

/** Plain words only: an address or a number is no topic. */
function* wordsOf(text: string): Generator<{word: string; offset: number}> {
  for (const {0: word, index} of text.matchAll(/(?<![^\s("'])\p{L}[\p{L}-]{2,40}\p{L}(?=[.,;:!?)"']*(?:\s|$))/gu)) {
    const lower = word.toLowerCase();
    if (!joining.has(lower)) yield {word: lower, offset: index};
  }
}

/** How topics were asked for. */
export interface TopicOptions {
  readonly sentiment: boolean;
  readonly parentRefs: boolean;
  /** Words of the caller's own; where there are any, they alone are topics. */
  readonly vocabulary: readonly string[];
}

/** The topics as Symbl shows them. The share of messages that mention a topic is its score. */
export function showTopics(messages: readonly Message[], {sentiment, parentRefs, vocabulary}: TopicOptions): Topic[] {
  const terms = termsOf(messages);
  const wanted = vocabulary.length === 0 ? terms : termsOfOnesOwn(messages, vocabulary);
  return wanted.map((term) => ({
    id: term.id,
    text: term.text,
    type: 'topic',
    score: Math.round((term.messages.length / messages.length) * 1000) / 1000,
    messageIds: term.messages.map(({id}) => id),
    ...(sentiment && {sentiment: sentimentOf(term.messages.map(({text}) => text).join('\n'))}),
    parentRefs: parentRefs ? parentsOf(term, terms) : [],
  }));
}

/** The words of the caller's own that are mentioned, in their order. */
function termsOfOnesOwn(messages: readonly Message[], words: readonly string[]): Term[] {
  const vocabulary = new Vocabulary<string>();
  for (const word of new Set(words)) vocabulary.add(word, word);
  const mentions = new Map<string, {readonly id: string; readonly messages: Message[]}>();
  for (const message of messages) {
    for (const {start, owner} of vocabulary.find(message.text)) {
      const known = entryOf(mentions, owner, () => ({id: stableId('topic', message.id, start), messages: []}));
      if (known.messages.at(-1) !== message) known.messages.push(message);
    }
  }
  return words.flatMap((text) => {
    const found = mentions.get(text);
    mentions.delete(text);
    return found ? [{text, ...found}] : [];
  });
}

/** Words that somebody wrote into one parameter: a JSON array of them, or with commas between. */
export function readWords(text: string): string[] {
  return text.split(/[,[\]"]/).flatMap((word) => word.trim() || []);
}

/** The parent of a topic is the first that more messages mention, one of which mentions both. A guess of our own. */
function parentsOf(term: Term, terms: readonly Term[]): Topic['parentRefs'] {
  const shared = new Set(term.messages);
  const parent = terms.find(
    ({messages}) => messages.length > term.messages.length && messages.some((message) => shared.has(message)),
  );
  return parent === undefined ? [] : [{type: 'topic', text: parent.text}];
}
