import type {Span} from '../../src/redaction/types.js';
import {demoAccount, type Conversation, type Message, type Phrase} from './entities.js';
import {enabledTypes} from './entity-registry.js';
import type {Values} from './handler.js';
import {spansIn} from './spans.js';

type Entity = {readonly id: string | number};

/**
 * Completes what a seed says with what Symbl finds out itself: the account of a conversation, and where the personal
 * data of a message is. A message that brings its own spans keeps them: `spans: []` is one that was processed without
 * detection (SYMBL-55).
 */
export async function prepare(collection: string, entity: Entity, {extensions}: Values): Promise<Entity> {
  if (collection === 'conversations') return {accountId: demoAccount, ...(entity as Partial<Conversation> & Entity)};
  if (collection !== 'messages') return entity;
  const message = entity as Omit<Partial<Message>, 'id'> & Entity;
  const text = message.text ?? '';
  const {detect} = await import('../../src/redaction/index.js');
  const find = (said: string) => detect(said, {types: enabledTypes(extensions)});
  const spans = message.spans ?? find(text);
  const phrases = (message.phrases ?? []).map((phrase) => ({...phrase, spans: phrase.spans ?? phraseSpans(phrase)}));
  const completed = {position: 0, from: {}, ...message, spans, phrases};
  return completed;

  /** What is hidden in the text is hidden in a phrase of it; a phrase that is none of the text's is searched itself. */
  function phraseSpans(phrase: Phrase): readonly Span[] {
    const start = text.indexOf(phrase.text);
    const stretch = {start, end: start + phrase.text.length};
    return start < 0 ? find(phrase.text) : (spansIn([stretch], spans)[0] as Span[]);
  }
}
