import {whenever, type Candidate, type Recognizer} from './candidate.js';
import {latin} from './latin.js';
import {cuedNumbers} from './context.js';
import {readDocument, type Document} from './document.js';
import {events} from './events.js';
import {medicalTerms} from './health.js';
import {listedIdentity} from './identity.js';
import {personNames, uncasedNames} from './names.js';
import {listedOccupations} from './occupations.js';
import {cuedOrganizations} from './organization-cues.js';
import {
  listedOrganizations,
  prefixedOrganizations,
  suffixedOrganizations,
  uncasedOrganizations,
} from './organizations.js';
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

const digits = /\d/;
const numbers = latin(
  /\d|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twen|thirty|forty|fifty|sixty|seventy|eighty|ninety|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens|hundred|half)/iu,
);
const daysAndMonths = latin(
  /\d|(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|fiscal|nineteen|twenty|the (?:first|second|third|fourth))/iu,
);
const clock = latin(
  /\d|clock|noon|midnight|midday|past|quarter|(?<!\p{L})[ap] ?\.?m(?!\p{L})|(?<!\p{L})(?:at|by|until|till|around|before|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/iu,
);
const spans = /min|hour|hr|day|night|week|month|year|yr|decade|semester/i;
const currencies =
  /[$€£¥₹₩₽₺₦₱฿₪]|R\d|\b(?:rs|chf|kr|usd|us|eur|euros?|gbp|jpy|cad|aud|inr|sek|nok|dkk|pln|huf|czk|ron|zar|mxn|brl|krw|sgd|hkd|nzd|try|ils|aed|rmb|cny|kes|ngn|btc|eth|won|rands?|real|reais|lei|dong|quid|yen|yuan|grand)\b|zł|dollar|buck|pound|cent|pence|rupee|franc|kron|peso|zlot|dirham|shekel|lira|r[ou]+ble|baht|ringgit|naira|shilling|cedi|forint|korun|rupiah|riyal|dinar|nickel|dime|quarters|bitcoin|paid|pay|cost|charge|price|total|spent|owe|bill/i;
const streets =
  /\d|street|st\b|ave|road|rd\b|lane|ln\b|drive|dr\b|b(?:ou)?le?v|court|ct\b|place|pl\b|square|terrace|way|close|crescent|circle|alley|row|walk|gardens|grove|mews|hill|quay|trail|loop|plaza|turnpike|rue|via|calle|avenid|rua|piazza|paseo|carrer|ulica|ul\.|viale|corso|largo|passeig|straße|strasse|str\.|gasse|weg|platz|allee|straat|laan|gracht|plein|gat|vägen|vej|box/i;

/** All layers. Their order means nothing: {@link resolve} alone decides. */
const recognizers: readonly Recognizer[] = [
  ...emails,
  ...usernames,
  ...passwords,
  ...routingNumbers,
  ...bloodTypes,
  ...injuries,
  ...physicalAttributes,
  whenever(/[.:]/, [...urls, ...ipAddresses, ...macAddresses, ...filenames]),
  whenever(digits, [
    ...socialSecurityNumbers,
    ...cardNumbers,
    ...cardExpirations,
    ...ibans,
    ...vehicles,
    ...plates,
    ...phoneNumbers,
    ...coordinates,
    ...postcodes,
    cuedNumbers,
  ]),
  whenever(streets, [...addresses, ...spokenAddresses]),
  whenever(daysAndMonths, [dates, ...intervals]),
  whenever(clock, times),
  whenever(numbers, [
    ...ages,
    ...doses,
    ...statistics,
    spokenNumbers,
    whenever(spans, durations),
    whenever(currencies, money),
  ]),
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
