import type {Span} from '../../src/redaction/index.js';
import type {Phrase} from './entities.js';
import {within} from './spans.js';

/** Words after which something to be done is said: "Please submit the documents by Friday." */
const cue = /\b(?:please|will|going to|need to|have to|want to|can you|could you|let's)\s+([a-z][^.,;:!?\n]{0,80})/gi;

/** The phrases of a text that say what is to be done, with the personal data in them. A stand-in's guess. */
export function phrasesOf(text: string, spans: readonly Span[]): Phrase[] {
  return [...text.matchAll(cue)].map((match) => {
    const said = match[1] as string;
    const phrase = /^\S+(?:\s+\S+){0,5}/.exec(said)?.[0] ?? said;
    const start = match.index + match[0].length - said.length;
    return {type: 'action_phrase', text: phrase, spans: within(spans, start, start + phrase.length)};
  });
}
