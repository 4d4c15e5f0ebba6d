import type {components} from '../../../specs/symbl/generated/index.js';
import type {Message, Tracked} from '../entities.js';
import {entryOf} from './entries.js';
import type {Insight} from './insights.js';
import {stableId} from './stable-ids.js';
import {TextBudget} from './text-budget.js';
import {tokensOf, Vocabulary} from './vocabulary.js';

type Schemas = components['schemas'];

/** What was found of one phrase. */
type Match = Pick<Schemas['TrackerMatch'], 'type' | 'value'> & {
  readonly messageRefs: Schemas['TrackerMatch']['messageRefs'][number][];
  readonly insightRefs: Schemas['InsightReference'][];
};

/** Shorter words say little about what is meant. */
const shortestContentWord = 4;

/** Of phrases that begin with the same word of content, so many are compared with a text. */
const mostAlike = 8;

interface Phrase {
  readonly tracker: string;
  readonly value: string;
  /** Its words of content; two at least, so that a single one is no likeness. */
  readonly words: readonly string[];
}

/**
 * The trackers of a request. A phrase is found where it stands; where it does not stand, but all its words of content do,
 * a text is similar to it and the place is -1. That likeness is the stand-in's own guess: Symbl's knows what is meant.
 */
export class TrackerBook {
  readonly #exact = new Vocabulary<Phrase>();
  readonly #similar = new Map<string, Phrase[]>();

  constructor(trackers: readonly Schemas['Tracker'][]) {
    for (const {name = '', vocabulary = []} of trackers) for (const value of vocabulary) this.#add(name, value);
  }

  #add(tracker: string, value: string): void {
    const words = [...new Set(contentWords(value))];
    const phrase = {tracker, value, words};
    this.#exact.add(value, phrase);
    const [first] = words;
    if (first === undefined || words.length < 2) return;
    const alike = this.#similar.get(first) ?? [];
    if (alike.length < mostAlike) this.#similar.set(first, [...alike, phrase]);
  }

  /** Each phrase once: where it stands first, or -1. */
  find(text: string): Tracked[] {
    const found = new Map<Phrase, number>();
    for (const {start, owner} of this.#exact.find(text)) if (!found.has(owner)) found.set(owner, start);
    if (this.#similar.size > 0) {
      const spoken = new Set(contentWords(text));
      for (const word of spoken) {
        for (const phrase of this.#similar.get(word) ?? []) {
          if (!found.has(phrase) && phrase.words.every((other) => spoken.has(other))) found.set(phrase, -1);
        }
      }
    }
    return Array.from(found, ([{tracker, value}, offset]) => ({tracker, value, offset}));
  }
}

function contentWords(text: string): string[] {
  return tokensOf(text).flatMap(({word}) => (word.length >= shortestContentWord ? [word] : []));
}

/** The trackers of which something was found, each with its phrases and the messages and insights they are in. */
export function showTrackers(messages: readonly Message[], insights: readonly Insight[]): Schemas['DetectedTracker'][] {
  const insightsOf = new Map<string, Insight[]>();
  for (const insight of insights) entryOf(insightsOf, insight.messageId, () => []).push(insight);
  const trackers = new Map<string, {readonly id: string; readonly matches: Map<string, Match>}>();
  const budget = new TextBudget();
  for (const {id, text, tracked = []} of messages) {
    const insightAt = placed(insightsOf.get(id) ?? []);
    for (const [position, {tracker, value, offset}] of tracked.entries()) {
      if (!budget.take(text)) break;
      const {matches} = entryOf(trackers, tracker, () => ({
        id: stableId('tracker', id, position),
        matches: new Map<string, Match>(),
      }));
      const match = entryOf(matches, value, (): Match => ({
        type: 'vocabulary',
        value,
        messageRefs: [],
        insightRefs: [],
      }));
      match.messageRefs.push({id, text, offset});
      const insight = insightAt(offset);
      if (insight) match.insightRefs.push(refer(insight, offset));
    }
  }
  return Array.from(trackers, ([name, {id, matches}]) => ({id, name, matches: [...matches.values()]}));
}

/**
 * Tells in which insight of a message something stands that is asked for in the order of the text; both are walked
 * through once. What is only similar has no place, and goes with the first.
 */
function placed(insights: readonly Insight[]): (offset: number) => Insight | undefined {
  let next = 0;
  return (offset) => {
    if (offset < 0) return insights[0];
    while (next < insights.length && (insights[next] as Insight).end <= offset) next += 1;
    const insight = insights[next];
    return insight && insight.start <= offset ? insight : undefined;
  };
}

function refer({shown: {id, type, text}, start}: Insight, offset: number): Schemas['InsightReference'] {
  return {id, type, text, offset: offset < 0 ? offset : offset - start};
}
