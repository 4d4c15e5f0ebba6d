import type {Span} from '../../../src/redaction/types.js';
import type {Message, Phrase} from '../entities.js';
import {enabledTypes} from './entity-registry.js';
import type {Scope} from '../handler.js';
import {spansIn} from './spans.js';

/**
 * Searches the messages of one conversation, in their order: a name that one of them introduces is a name in the others,
 * and what one asks for is known in the next. The word lists are large and loaded with the first text.
 */
export async function searcherOf({behaviours}: Scope): Promise<Find> {
  const {detectConversation} = await import('../../../src/redaction/index.js');
  const types = enabledTypes(behaviours.extensions);
  return (texts) => detectConversation(texts, {types});
}

/**
 * Messages with the places of their personal data. Those of a seed have not been processed: they are searched when they
 * are first read redacted, and keep what was found.
 */
export async function searched(scope: Scope, messages: readonly Message[]): Promise<readonly Message[]> {
  if (messages.every(isSearched)) return messages;
  const find = await searcherOf(scope);
  const found = find(messages.map(({text}) => text));
  return messages.map((message, index) => {
    if (isSearched(message)) return message;
    const {text, spans = found[index] ?? []} = message;
    const phrases = message.phrases.map((phrase) => ({
      ...phrase,
      spans: phrase.spans ?? inPhrase(phrase, text, spans, find),
    }));
    return scope.state.messages.save({...message, spans, phrases});
  });
}

type Find = (texts: readonly string[]) => readonly (readonly Span[])[];

/** What is hidden in the text is hidden in a phrase of it; a phrase that is none of the text's is searched itself. */
function inPhrase(phrase: Phrase, text: string, spans: readonly Span[], find: Find): readonly Span[] {
  const start = text.indexOf(phrase.text);
  if (start < 0) return find([phrase.text])[0] ?? [];
  return spansIn([{start, end: start + phrase.text.length}], spans)[0] as Span[];
}

function isSearched({spans, phrases}: Message): boolean {
  return spans !== undefined && phrases.every((phrase) => phrase.spans !== undefined);
}
