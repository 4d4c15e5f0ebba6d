import type {Span} from '../../../src/redaction/types.js';
import type {Message, Phrase} from '../entities.js';
import {enabledTypes} from './entity-registry.js';
import type {Scope} from '../handler.js';
import {spansIn} from './spans.js';

/** The types that are searched for, and the search itself; its word lists are large and loaded with the first text. */
export async function searcherOf({behaviours}: Scope): Promise<Find> {
  const {detect} = await import('../../../src/redaction/index.js');
  const types = enabledTypes(behaviours.extensions);
  return (text) => detect(text, {types});
}

/**
 * Messages with the places of their personal data. Those of a seed have not been processed: they are searched when they
 * are first read redacted, and keep what was found.
 */
export async function searched(scope: Scope, messages: readonly Message[]): Promise<readonly Message[]> {
  if (messages.every(isSearched)) return messages;
  const find = await searcherOf(scope);
  return messages.map((message) => {
    if (isSearched(message)) return message;
    const {text, spans = find(text)} = message;
    const phrases = message.phrases.map((phrase) => ({
      ...phrase,
      spans: phrase.spans ?? inPhrase(phrase, text, spans, find),
    }));
    return scope.state.messages.save({...message, spans, phrases});
  });
}

type Find = (text: string) => readonly Span[];

/** What is hidden in the text is hidden in a phrase of it; a phrase that is none of the text's is searched itself. */
function inPhrase(phrase: Phrase, text: string, spans: readonly Span[], find: Find): readonly Span[] {
  const start = text.indexOf(phrase.text);
  if (start < 0) return find(phrase.text);
  return spansIn([{start, end: start + phrase.text.length}], spans)[0] as Span[];
}

function isSearched({spans, phrases}: Message): boolean {
  return spans !== undefined && phrases.every((phrase) => phrase.spans !== undefined);
}
