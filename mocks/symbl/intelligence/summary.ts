import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message} from '../entities.js';
import type {Content} from './content.js';
import {sentencesOf} from './sentences.js';
import {stableId} from './stable-ids.js';
import {termsOf} from './topics.js';

type Summary = components['schemas']['SummaryItem'];

/** So many messages are told in one part of a summary. */
const messagesPerPart = 20;

/** So many sentences tell them. */
const sentencesPerPart = 2;

/**
 * A summary: of every twenty messages the two sentences that have most of the conversation's topics in them, with who
 * said them. The stand-in's own guess; Symbl's summaries are written anew.
 */
export function summaryOf({messages, speakerOf}: Content): Summary[] {
  const topics = new Set(termsOf(messages).map(({text}) => text));
  const parts: Summary[] = [];
  for (let start = 0; start < messages.length; start += messagesPerPart) {
    const part = messages.slice(start, start + messagesPerPart);
    const [first] = part as [Message];
    const text = tellingOf(part, topics)
      .map(({message, sentence}) => `${speakerOf(message.from).name ?? 'Somebody'} said: ${sentence}`)
      .join(' ');
    parts.push({id: stableId('summary', first.id), text, messageRefs: part.map(({id}) => ({id}))});
  }
  return parts;
}

/** The sentences that tell most, in the order in which they were said. */
function tellingOf(messages: readonly Message[], topics: ReadonlySet<string>) {
  const sentences = messages.flatMap((message) =>
    sentencesOf(message.text).map(({start, end}) => ({message, sentence: message.text.slice(start, end)})),
  );
  return sentences
    .map((telling, position) => ({...telling, position, weight: weightOf(telling.sentence, topics)}))
    .sort((a, b) => b.weight - a.weight || a.position - b.position)
    .slice(0, sentencesPerPart)
    .sort((a, b) => a.position - b.position);
}

function weightOf(sentence: string, topics: ReadonlySet<string>): number {
  const words = new Set(sentence.toLowerCase().match(/\p{L}[\p{L}-]*/gu));
  let weight = 0;
  for (const word of words) if (topics.has(word)) weight += 1;
  return weight;
}
