import {packedCities} from './data/cities.js';
import {packedConditions} from './data/conditions.js';
import {packedDrugs} from './data/drugs.js';
import {packedFamilyNames} from './data/family-names.js';
import {packedGivenNames} from './data/given-names.js';
import {packedOccupations} from './data/occupations.js';
import {packedProcedures} from './data/procedures.js';
import * as demographics from './demographics.js';
import {events} from './events.js';
import * as health from './health.js';
import * as names from './names.js';
import {notOccupations, occupations} from './occupations.js';
import {ambiguousOrganizations, organizations} from './organizations.js';
import {cities, counties, countries, landmarks, states} from './places.js';
import {unpack} from './unpack.js';

/** What a word or phrase may be; an entry can be several things, so each kind is a bit. */
export const Kind = {
  given: 1,
  family: 1 << 1,
  city: 1 << 2,
  country: 1 << 3,
  state: 1 << 4,
  landmark: 1 << 5,
  organization: 1 << 6,
  brandOrWord: 1 << 7,
  occupation: 1 << 8,
  condition: 1 << 9,
  drug: 1 << 10,
  procedure: 1 << 11,
  language: 1 << 12,
  origin: 1 << 13,
  religion: 1 << 14,
  conviction: 1 << 15,
  politics: 1 << 16,
  cuedPolitics: 1 << 17,
  gender: 1 << 18,
  cuedGender: 1 << 19,
  marital: 1 << 20,
  zodiac: 1 << 21,
  event: 1 << 22,
} as const;

const kinds = new Map<string, number>();
/** For each first word, how many words the longest entry that begins with it has. */
const lengths = new Map<string, number>();

function add(kind: number, terms: Iterable<string>): void {
  for (const term of terms) {
    kinds.set(term, (kinds.get(term) ?? 0) | kind);
    // Most entries are single words, which need no splitting.
    const single = /^[\p{L}']+$/u.test(term);
    const words = single ? 1 : (term.match(/[^\s&/-]+/g)?.length ?? 1);
    const first = single ? term : firstWord(term);
    if ((lengths.get(first) ?? 0) < words) lengths.set(first, words);
  }
}

function firstWord(term: string): string {
  const end = /[ -./&]/.exec(term)?.index ?? term.length;
  return term.slice(0, end);
}

add(Kind.given, unpack(packedGivenNames));
add(Kind.given, names.givenNames);
add(Kind.family, names.familyNames);
add(Kind.family, unpack(packedFamilyNames));
add(Kind.city, unpack(packedCities));
add(Kind.city, cities);
add(Kind.country, countries);
add(Kind.state, states);
add(Kind.state, counties);
add(Kind.landmark, landmarks);
add(Kind.organization, organizations);
add(Kind.brandOrWord, ambiguousOrganizations);
add(
  Kind.occupation,
  unpack(packedOccupations).filter((term) => !notOccupations.has(term)),
);
add(Kind.occupation, occupations);
add(Kind.condition, unpack(packedConditions));
add(Kind.condition, health.conditions);
add(Kind.drug, unpack(packedDrugs));
add(Kind.drug, health.drugs);
add(Kind.procedure, unpack(packedProcedures));
add(Kind.procedure, health.procedures);
add(Kind.language | Kind.origin, demographics.peopleAndLanguages);
add(Kind.language, demographics.languages);
add(Kind.origin, demographics.origins);
add(Kind.religion, demographics.religions);
add(Kind.conviction, demographics.convictions);
add(Kind.politics, demographics.politics);
add(Kind.cuedPolitics, demographics.cuedPolitics);
add(Kind.gender, demographics.genders);
add(Kind.cuedGender, demographics.cuedGenders);
add(Kind.marital, demographics.maritalStatuses);
add(Kind.zodiac, demographics.zodiacSigns);
add(Kind.event, events);

/** The kinds of an entry, as bits; 0 for what no list has. */
export function kindsOf(term: string): number {
  return kinds.get(term) ?? 0;
}

/** Whether a list has the entry as that kind. */
export function isKind(term: string, kind: number): boolean {
  return (kindsOf(term) & kind) !== 0;
}

/** How many words the longest entry beginning with that word has; 0 if none does. */
export function longestFrom(word: string): number {
  return lengths.get(word) ?? 0;
}
