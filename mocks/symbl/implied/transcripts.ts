import {type RecordedAnswer, objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import type {Author} from '../entities.js';
import {typeOfName} from '../transcript/entity-registry.js';
import type {Known, KnownMessage, Wording} from './known.js';
import {textsIn} from './reading.js';

/** What speakers are called in a redacted transcript (SYMBL-46). */
const hiddenSpeaker = /^\[REDACTED (NAME|EMAIL) \d+\]$/;

/** Symbl's names of entities in place of what was said (SYMBL-39). */
const marker = /\[([A-Z_]+)\]/g;

/** How a transcript was asked for. */
type Query = RecordedAnswer['query'];

/**
 * A transcript, which is always whole. What it shows in clear counts, whenever that was; what it hides is kept as it stands,
 * for where nothing else is known.
 */
export function seeTranscript(known: Known, conversationId: string, query: Query, list: unknown): void {
  if (!Array.isArray(list)) return;
  const messages = objectsIn(list);
  const isRedacted = wasRedacted(known, query, messages);
  const isWhole = query.exclude === undefined && hasOwnNames(known);
  known.meet(conversationId);
  known.lengths.set(conversationId, messages.length);
  for (const shown of messages) {
    const id = textIn(shown.id);
    const wording = wordingOf(shown);
    if (id === undefined || wording === undefined) continue;
    const before = known.messages.get(id);
    const {startTime, endTime} = shown;
    const from = seeSpeaker(known, conversationId, objectIn(shown.from), {isRedacted, before: before?.from});
    const speakerTag = objectsIn(shown.words)[0]?.speakerTag;
    known.messages.delete(id);
    known.messages.set(id, {
      ...before,
      ...{conversationId, startTime, endTime, from},
      ...(isRedacted ? {redacted: {...wording, isWhole}} : {clear: wording}),
      ...(typeof speakerTag === 'number' && {speakerTag}),
    });
  }
}

/** Whether the request asked for it, or else the account; where neither is known, what is shown tells. SYMBL-38, SYMBL-75 */
function wasRedacted({settings}: Known, {redact = []}: Query, messages: readonly Said[]): boolean {
  const asked = redact.at(-1) ?? objectIn(settings?.redaction).default;
  if (asked !== undefined) return String(asked) === 'true';
  return messages.some(({text, from}) => {
    const hasMarker = [...String(text).matchAll(marker)].some(([, name = '']) => typeOfName.has(name));
    return hasMarker || Object.values(objectIn(from)).some((value) => hiddenSpeaker.test(String(value)));
  });
}

/** Whether the account leaves Symbl's names of entities, and leaves nothing in clear, as far as is known. */
function hasOwnNames({settings}: Known): boolean {
  const {type = 'default', exclude} = objectIn(settings?.redaction);
  return type === 'default' && exclude === undefined;
}

function wordingOf({text, phrases}: Said): Wording | undefined {
  if (typeof text !== 'string') return undefined;
  return {text, phrases: objectsIn(phrases).flatMap((phrase) => textIn(phrase.text) ?? [])};
}

/** Who said something; a member who was not known is from then on. */
function seeSpeaker(
  known: Known,
  conversationId: string,
  from: Said,
  {isRedacted, before}: {readonly isRedacted: boolean; readonly before: KnownMessage['from'] | undefined},
): Author {
  const id = textIn(from.id);
  const names = textsIn(from, 'name', 'email');
  if (id === undefined) {
    if (isRedacted && before && !('id' in before)) return before;
    return names.name === undefined ? {} : {name: names.name};
  }
  const member = known.members.get(id);
  const isHidden = isRedacted && Object.values(names).some((name) => hiddenSpeaker.test(name));
  if (member === undefined || member.isHidden || !isHidden)
    known.members.set(id, {conversationId, ...names, ...(isHidden && {isHidden})});
  return {id};
}
