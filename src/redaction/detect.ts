import type {Candidate, Recognizer} from './candidate.js';
import {cuedNumbers} from './context.js';
import {readDocument, type Document} from './document.js';
import {events} from './events.js';
import {medicalTerms} from './health.js';
import {listedIdentity} from './identity.js';
import {personNames, uncasedNames} from './names.js';
import {listedOccupations} from './occupations.js';
import {cuedOrganizations, listedOrganizations, prefixedOrganizations, suffixedOrganizations, uncasedOrganizations} from './organizations.js';
import {addresses, postcodes, spokenAddresses} from './patterns/addresses.js';
import {ages} from './patterns/ages.js';
import {ibans, routingNumbers} from './patterns/bank.js';
import {cardExpirations, cardNumbers} from './patterns/card.js';
import {coordinates} from './patterns/coordinates.js';
import {passwords, usernames} from './patterns/credentials.js';
import {dates} from './patterns/dates.js';
import {emails} from './patterns/email.js';
import {filenames} from './patterns/filename.js';
import {bloodTypes, doses, statistics} from './patterns/health.js';
import {injuries} from './patterns/injuries.js';
import {intervals} from './patterns/intervals.js';
import {money} from './patterns/money.js';
import {ipAddresses, macAddresses} from './patterns/network.js';
import {phoneNumbers} from './patterns/phone.js';
import {physicalAttributes} from './patterns/physical.js';
import {socialSecurityNumbers} from './patterns/ssn.js';
import {durations, times} from './patterns/times.js';
import {urls} from './patterns/url.js';
import {plates, vehicles} from './patterns/vehicle.js';
import {cuedPlaces, listedPlaces, namedLandmarks} from './places.js';
import {resolve} from './resolve.js';
import {spokenNumbers} from './spoken-numbers.js';
import type {DetectOptions, EntityType, Span} from './types.js';

/** All layers. Their order means nothing: {@link resolve} alone decides. */
const recognizers: readonly Recognizer[] = [
  ...emails,
  ...urls,
  ...ipAddresses,
  ...macAddresses,
  ...filenames,
  ...usernames,
  ...passwords,
  ...socialSecurityNumbers,
  ...cardNumbers,
  ...cardExpirations,
  ...ibans,
  ...routingNumbers,
  ...vehicles,
  ...plates,
  ...phoneNumbers,
  ...coordinates,
  ...addresses,
  ...spokenAddresses,
  ...postcodes,
  dates,
  ...intervals,
  ...times,
  ...durations,
  ...ages,
  ...money,
  ...doses,
  ...bloodTypes,
  ...statistics,
  ...injuries,
  ...physicalAttributes,
  cuedNumbers,
  spokenNumbers,
  personNames,
  uncasedNames,
  ...cuedOrganizations,
  suffixedOrganizations,
  prefixedOrganizations,
  uncasedOrganizations,
  listedOrganizations,
  namedLandmarks,
  cuedPlaces,
  listedPlaces,
  listedOccupations,
  medicalTerms,
  events,
  listedIdentity,
];

/**
 * Finds the personal data of an English text.
 *
 * @returns spans sorted by their place and free of overlaps; the same text and options always give the same spans.
 * @example
 * detect('I live in Oslo.') // [{start: 10, end: 14, type: 'LOCATION_CITY', score: 0.86}]
 */
export function detect(text: string, options: DetectOptions = {}): Span[] {
  return detectIn(readDocument(text), options);
}

/** {@link detect} in a text that is read already; `known` are guesses from outside of it. */
export function detectIn(document: Document, options: DetectOptions, known: readonly Candidate[] = []): Span[] {
  const wanted = wantedBy(options);
  const candidates = known.filter((guess) => wanted(guess.type));
  for (const recognize of recognizers) {
    for (const found of recognize(document)) if (wanted(found.type)) candidates.push(found);
  }
  return resolve(candidates, document.text.length);
}

function wantedBy({types, off = []}: DetectOptions): (type: EntityType) => boolean {
  const listed = types && new Set(types);
  const without = new Set(off);
  return (type) => (listed === undefined || listed.has(type)) && !without.has(type);
}
