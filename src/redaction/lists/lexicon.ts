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
import {lazily} from './lazily.js';
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

/** All lists in one. */
class Lexicon {
  readonly kinds = new Map<string, number>();
  /** For each first word, how many words the longest entry that begins with it has. */
  readonly lengths = new Map<string, number>();

  add(kind: number, terms: Iterable<string>): void {
    for (const term of terms) {
      this.kinds.set(term, (this.kinds.get(term) ?? 0) | kind);
      // Most entries are single words, which need no splitting.
      const single = /^[\p{L}']+$/u.test(term);
      const words = single ? 1 : (term.match(/[^\s&/-]+/g)?.length ?? 1);
      const first = single ? term : firstWord(term);
      if ((this.lengths.get(first) ?? 0) < words) this.lengths.set(first, words);
    }
  }
}

function firstWord(term: string): string {
  const end = /[ -./&]/.exec(term)?.index ?? term.length;
  return term.slice(0, end);
}

/** Read when the first word is looked up, since that takes longer than to load everything else. */
const lexicon = lazily(() => {
  const all = new Lexicon();
  all.add(Kind.given, unpack(packedGivenNames));
  all.add(Kind.given, names.givenNames);
  all.add(Kind.family, names.familyNames);
  all.add(Kind.family, unpack(packedFamilyNames));
  all.add(Kind.city, unpack(packedCities));
  all.add(Kind.city, cities);
  all.add(Kind.country, countries);
  all.add(Kind.state, states);
  all.add(Kind.state, counties);
  all.add(Kind.landmark, landmarks);
  all.add(Kind.organization, organizations);
  all.add(Kind.brandOrWord, ambiguousOrganizations);
  all.add(
    Kind.occupation,
    unpack(packedOccupations).filter((term) => !notOccupations.has(term)),
  );
  all.add(Kind.occupation, occupations);
  all.add(Kind.condition, unpack(packedConditions));
  all.add(Kind.condition, health.conditions);
  all.add(Kind.drug, unpack(packedDrugs));
  all.add(Kind.drug, health.drugs);
  all.add(Kind.procedure, unpack(packedProcedures));
  all.add(Kind.procedure, health.procedures);
  all.add(Kind.language | Kind.origin, demographics.peopleAndLanguages);
  all.add(Kind.language, demographics.languages);
  all.add(Kind.origin, demographics.origins);
  all.add(Kind.religion, demographics.religions);
  all.add(Kind.conviction, demographics.convictions);
  all.add(Kind.politics, demographics.politics);
  all.add(Kind.cuedPolitics, demographics.cuedPolitics);
  all.add(Kind.gender, demographics.genders);
  all.add(Kind.cuedGender, demographics.cuedGenders);
  all.add(Kind.marital, demographics.maritalStatuses);
  all.add(Kind.zodiac, demographics.zodiacSigns);
  all.add(Kind.event, events);
  return all;
});

/** The kinds of an entry, as bits; 0 for what no list has. */
export function kindsOf(term: string): number {
  return lexicon().kinds.get(term) ?? 0;
}

/** Whether a list has the entry as that kind. */
export function isKind(term: string, kind: number): boolean {
  return (kindsOf(term) & kind) !== 0;
}

/** How many words the longest entry beginning with that word has; 0 if none does. */
export function longestFrom(word: string): number {
  return lexicon().lengths.get(word) ?? 0;
}
