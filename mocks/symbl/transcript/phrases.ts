import type {Span} from '../../../src/redaction/types.js';
import type {Phrase} from '../entities.js';
import {spansIn} from './spans.js';

/** Words after which something to be done is said: "Please submit the documents by Friday." */
const cue = /\b(?:please|will|going to|need to|have to|want to|can you|could you|let's)\s+([a-z][^.,;:!?\n]{0,80})/gi;

/** Eight words are enough to say it. */
const beginning = /^\S+(?:\s+\S+){0,7}/;

/** The phrases of a text that say what is to be done, with the personal data in them. A stand-in's guess. */
export function phrasesOf(text: string, spans: readonly Span[]): Phrase[] {
  const stretches = [...text.matchAll(cue)].map((match) => {
    const said = match[1] as string;
    const start = match.index + match[0].length - said.length;
    return {start, end: start + (beginning.exec(said)?.[0] ?? said).length};
  });
  const found = spansIn(stretches, spans);
  return stretches.map(({start, end}, position) => ({
    type: 'action_phrase',
    text: text.slice(start, end),
    spans: found[position] as Span[],
  }));
}
