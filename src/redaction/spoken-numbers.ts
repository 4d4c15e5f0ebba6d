import {candidate, type Candidate} from './candidate.js';
import {cuedNumbers} from './context.js';
import type {Document} from './document.js';
import {readSpoken} from './spoken.js';
import type {EntityType} from './types.js';

const usualLength: Readonly<Record<number, EntityType>> = {10: 'PHONE_NUMBER', 11: 'PHONE_NUMBER', 15: 'CREDIT_CARD', 16: 'CREDIT_CARD'};

/** Numbers read out digit by digit, as on the telephone: the cue decides their type, or else their length. */
export function* spokenNumbers(document: Document): Iterable<Candidate> {
  const reading = readSpoken(document.text);
  if (!reading) return;
  for (const {start, end, type} of cuedNumbers({...document, text: reading.text})) {
    const place = reading.original(start, end);
    if (place) yield candidate(place.start, place.end, type, 0.9, 'context');
  }
  for (const {0: match, index} of reading.text.matchAll(/(?<![\d])\d{1,6}(?: \d{1,6}){0,9}(?!\d)/g)) {
    const type = usualLength[match.replace(/ /g, '').length];
    const place = reading.original(index, index + match.length);
    if (type && place) yield candidate(place.start, place.end, type, 0.7, 'context');
  }
}
