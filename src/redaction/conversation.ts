import {candidate, type Candidate} from './candidate.js';
import {detectIn} from './detect.js';
import {readDocument, type Document} from './document.js';
import {isKind, Kind} from './lists/lexicon.js';
import type {DetectOptions, Span} from './types.js';

/** How sure a name must be to be remembered, and how sure it is where it is said again. */
const memorable = 0.75;
const remembered = 0.7;
/** As much of a message as can ask for what the next one answers. */
const reach = 160;

/**
 * Finds the personal data of a conversation, message by message. A name accepted once is a name everywhere in it, and a
 * number that one message asks for is known in the next.
 *
 * @returns for each message its spans, as {@link detect} gives them.
 */
export function detectConversation(messages: readonly string[], options: DetectOptions = {}): Span[][] {
  const documents = messages.map((text, index) => readDocument(text, (messages[index - 1] ?? '').slice(-reach)));
  const first = documents.map((document) => detectIn(document, options));
  const names = namesOf(documents, first);
  if (names.size === 0) return first;
  return documents.map((document, index) => {
    const again = saidAgain(document, names);
    const spans = first[index] ?? [];
    return again.length === 0 ? spans : detectIn(document, options, again);
  });
}

/** The words of the names that were surely found, without those that are words or places as well. */
function namesOf(documents: readonly Document[], found: readonly (readonly Span[])[]): ReadonlySet<string> {
  const names = new Set<string>();
  documents.forEach((document, index) => {
    for (const {start, end, type, score} of found[index] ?? []) {
      if (type !== 'PERSON_NAME' || score < memorable) continue;
      for (const {start: from, end: to, lower, common} of document.tokens) {
        if (from >= start && to <= end && lower.length > 2 && !common && !isKind(lower, otherwise)) names.add(lower);
      }
    }
  });
  return names;
}

const otherwise = Kind.city | Kind.country | Kind.state | Kind.organization | Kind.origin | Kind.language | Kind.drug;

function saidAgain({tokens}: Document, names: ReadonlySet<string>): Candidate[] {
  return tokens
    .filter(({lower}) => names.has(lower))
    .map(({start, end}) => candidate(start, end, 'PERSON_NAME', remembered, 'memory'));
}
