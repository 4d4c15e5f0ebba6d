import {candidate, type Candidate} from './candidate.js';
import {cuedNumbers} from './context.js';
import type {Document} from './document.js';
import {readSpoken} from './spoken.js';
import type {EntityType} from './types.js';

const usualLength: Readonly<Record<number, EntityType>> = {
  10: 'PHONE_NUMBER',
  11: 'PHONE_NUMBER',
  15: 'CREDIT_CARD',
  16: 'CREDIT_CARD',
};

/** Numbers read out digit by digit, as on the telephone: the cue decides their type, or else their length. */
export function* spokenNumbers(document: Document): Iterable<Candidate> {
  const reading = readSpoken(document.text);
  if (!reading) return;
  for (const {start, end, type} of cuedNumbers({...document, text: reading.text})) {
    const place = reading.original(start, end);
    if (place) yield candidate(place.start, place.end, type, 0.9, 'context');
  }
  for (const {0: match, index} of reading.text.matchAll(/(?<!\d)\d{1,24}(?: \d{1,24}){0,12}(?!\d)/g)) {
    const expires = /\b(?:expir\w+|valid (?:until|thru|through|till)|exp)\b[^.!?]{0,24}$/i.test(
      reading.text.slice(Math.max(0, index - 40), index),
    );
    const type =
      expires && /^(?:0 ?[1-9]|1[0-2]) ?(?:20 ?)?[23]\d$/.test(match)
        ? 'CREDIT_CARD_EXPIRATION'
        : usualLength[match.replace(/ /g, '').length];
    const place = reading.original(index, index + match.length);
    if (type && place) yield candidate(place.start, place.end, type, 0.7, 'context');
  }
}
