import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message} from '../entities.js';
import {nameOfType} from '../transcript/entity-registry.js';
import {spansIn, type Stretch} from '../transcript/spans.js';
import {toTimestamp} from '../times.js';
import {actionOf, isFollowUp, type Action} from './actions.js';
import type {Content} from './content.js';
import {dueDateOf} from './due-dates.js';
import {placesOf} from './phrase-places.js';
import {askingOf} from './questions.js';
import {sentencesOf} from './sentences.js';
import {stableId} from './stable-ids.js';

type Schemas = components['schemas'];
type SpeakerOf = Content['speakerOf'];

/** Something that was not only said: it was asked, or is to be done. As Symbl shows it, and where it comes from. */
export interface Insight {
  readonly shown: Schemas['Insight'];
  readonly messageId: string;
  /** Where its sentence is in the message. */
  readonly start: number;
  readonly end: number;
}

/** How sure an insight has to be where the request did not say. */
const usualThreshold = 0.5;

/** What is asked and what is to be done in a conversation, sentence by sentence. */
export function insightsOf({messages, speakerOf}: Content): Insight[] {
  return messages.flatMap((message) => insightsIn(message, speakerOf));
}

function insightsIn(message: Message, speakerOf: SpeakerOf): Insight[] {
  const sentences = sentencesOf(message.text);
  const entities = spansIn(sentences, message.spans ?? []);
  const phrases = phrasesIn(sentences, message);
  return sentences.flatMap(({start, end}, position) => {
    const text = message.text.slice(start, end);
    const insight = questionIn(text) ?? actionIn(text, message, phrases[position] ?? [], speakerOf);
    if (insight === undefined || insight.score < (message.threshold ?? usualThreshold)) return [];
    const {type, score, ...toDo} = insight;
    const shown: Schemas['Insight'] = {
      id: stableId('insight', message.id, start),
      text,
      type,
      score,
      messageIds: [message.id],
      entities: (entities[position] ?? []).map((span) => ({
        type: nameOfType.get(span.type) ?? span.type,
        text: text.slice(span.start, span.end),
        offset: span.start,
      })),
      from: userOf(speakerOf(message.from)),
      ...toDo,
    };
    return [{shown, messageId: message.id, start, end}];
  });
}

function questionIn(text: string) {
  const score = askingOf(text);
  return score === undefined ? undefined : ({type: 'question', score} as const);
}

function actionIn(text: string, {from, startTime}: Message, phrases: Schemas['Phrase'][], speakerOf: SpeakerOf) {
  const action = actionOf(text);
  if (action === undefined) return undefined;
  const dueBy = dueDateOf(text, Date.parse(startTime));
  return {
    // A client of Symbl's reads the score of a follow-up as a whole number.
    ...(isFollowUp(text)
      ? ({type: 'follow_up', score: 1} as const)
      : ({type: 'action_item', score: action.score} as const)),
    phrases,
    definitive: action.definitive,
    assignee: assigneeOf(action.doer, speakerOf(from)),
    ...(dueBy !== undefined && {dueBy: toTimestamp(dueBy)}),
  };
}

function assigneeOf(doer: Action['doer'], {name, email}: Schemas['Speaker']): Schemas['Assignee'] {
  if (doer !== 'speaker') return doer ?? {};
  return {...(name !== undefined && {name}), ...(email !== undefined && {email})};
}

/** Insights name people as users: what messages call `email` is their `userId`. */
function userOf({id, name, email}: Schemas['Speaker']): Schemas['InsightUser'] {
  return {
    ...(id !== undefined && {id}),
    ...(name !== undefined && {name}),
    ...(email !== undefined && {userId: email}),
  };
}

/** What was found with `detectPhrases`, by sentence; without it there is nothing, which a client of Symbl's relies on. */
function phrasesIn(sentences: readonly Stretch[], {text, phrases}: Message): Schemas['Phrase'][][] {
  const places = placesOf(
    phrases.map((phrase) => phrase.text),
    text,
  );
  let next = 0;
  return sentences.map((sentence) => {
    const found: Schemas['Phrase'][] = [];
    for (; next < places.length && (places[next] as Stretch).start < sentence.end; next += 1) {
      const {start, end} = places[next] as Stretch;
      found.push({type: 'action_phrase', text: text.slice(start, end)});
    }
    return found;
  });
}
