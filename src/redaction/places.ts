import {candidate, type Candidate} from './candidate.js';
import type {Document} from './document.js';
import {listMatches, looksNamed, type ListMatch} from './list-match.js';
import {ambiguousCities, cities} from './lists/cities.js';
import {ambiguousRegions, countries, landmarks, states} from './lists/countries.js';
import {givenNames} from './lists/given-names.js';
import type {PhraseList} from './lists/phrases.js';
import type {EntityType} from './types.js';

const lists: readonly (readonly [EntityType, PhraseList])[] = [
  ['LOCATION_CITY', cities],
  ['LOCATION_COUNTRY', countries],
  ['LOCATION_STATE', states],
  ['LOCATION', landmarks],
];

const placeBefore =
  /(?<!\b(?:talk|talks|talked|talking|speak|speaks|speaking|spoke|spoken|said|write|wrote|thanks|according|reply|gave|belongs|send|sent) )\b(?:in|to|from|near|at|around|outside|of|visit(?:ed|ing)?|leaving|leave|left|via|through|into|across|for|between|towards|downtown|city|state) (?:the )?$/i;
const stateAfter = /^,? (?:[A-Z]{2}\b|Alabama|Alaska|Arizona|California|Colorado|Florida|Georgia|Texas|arizona|texas)/;

/** Places of the lists: cities, regions, countries, landmarks. */
export function* listedPlaces(document: Document): Iterable<Candidate> {
  for (const [type, list] of lists) {
    for (const match of listMatches(document, list)) {
      const score = scoreOf(document, match);
      if (score > 0)
        yield candidate(match.start, match.end, type, typeBias(type, match.key, document, match, score), 'list');
    }
  }
}

function scoreOf(document: Document, match: ListMatch): number {
  const ambiguous = ambiguousCities.has(match.key) || ambiguousRegions.has(match.key);
  const cued = isCued(document, match);
  if (!looksNamed(document, match)) return ambiguous || match.key.length < 4 ? 0 : 0.6;
  if (/^(?:us|uk|u\.s\.|u\.k\.)$/.test(match.key) && document.casing !== 'mixed') return 0;
  if (cued) return 0.85;
  if (!ambiguous) return 0.75;
  const inside = document.tokens[match.first]?.initial === false;
  return inside && document.casing === 'mixed' && !givenNames.has(match.key) ? 0.6 : 0.4;
}

/** Georgia after a city is a state; after "in" alone it may be either, the state is the likelier. */
function typeBias(type: EntityType, key: string, {text}: Document, {start}: ListMatch, score: number): number {
  if (key !== 'georgia') return score;
  const country = /\b(?:tbilisi|country of)[, ]+$/i.test(text.slice(Math.max(0, start - 12), start));
  return country === (type === 'LOCATION_COUNTRY') ? score : 0;
}

function isCued({text}: Document, {start, end}: ListMatch): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return placeBefore.test(before) || stateAfter.test(text.slice(end, end + 14)) || /\p{Lu}[\p{L}]+, $/u.test(before);
}

const living = [
  /(?<=\b(?:live[sd]?|living|reside[sd]?|born|raised|grew up|based|located|stay(?:ing|ed)?|office|branch|shop|store|house|apartment|flat|hotel|landed|arriv(?:ed|ing)|headquartered) (?:here )?(?:in|near|outside) )\p{Lu}[\p{L}'’-]{2,25}(?: \p{Lu}[\p{L}'’-]{2,25}){0,2}/dgu,
  /(?<=\b(?:moved|moving|move|relocat(?:ed|ing)|flew|fly|flying|travel(?:led|ing|ed)?|trip|flight|drove|driving|train) (?:here )?(?:to|from) )\p{Lu}[\p{L}'’-]{2,25}(?: \p{Lu}[\p{L}'’-]{2,25}){0,2}/dgu,
  /(?<=\b(?:near|(?:'m|’m|am|be|was|were|been|stuck|now|weather) in) )\p{Lu}\p{Ll}[\p{L}'’-]{2,25}(?: \p{Lu}[\p{L}'’-]{2,25}){0,2}/dgu,
  /(?<=\bthe (?:city|town|village) of )\p{Lu}[\p{L}'’-]{2,25}(?: \p{Lu}[\p{L}'’-]{2,25}){0,2}/dgu,
];

/** Places that no list has, where somebody lives, or goes to. */
export function* cuedPlaces({text}: Document): Iterable<Candidate> {
  for (const expression of living) {
    for (const {0: match, index} of text.matchAll(expression)) {
      const known = countries.has(match.toLowerCase()) || states.has(match.toLowerCase());
      if (!known && !notPlaces.test(match))
        yield candidate(index, index + match.length, 'LOCATION_CITY', 0.65, 'context');
    }
  }
}

const notPlaces =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|This|That|English|French|German|Spanish|Q\d)\b|\b(?:Street|Avenue|Road|Lane|Drive|Close|Park|Inc|LLC|Ltd|University|Hospital|River|Lake|Mountain)\b/;

const natural =
  /(?<!\p{L})(?:(?:Lake|Mount|Mt\.|Cape|Port) \p{Lu}\p{Ll}{2,20}|\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})? (?:River|Lake|Bay|Beach|National Park|Park|Island|Islands|Mountains|Valley|Canyon|Falls|Desert|Ocean|Sea|Bridge|Tower|Cathedral|Palace|Castle|Airport|Stadium|Square|Museum))(?!\p{L})/dgu;

/** Landmarks and waters, by the words they are made of. */
export function* namedLandmarks({text}: Document): Iterable<Candidate> {
  for (const {0: match, index} of text.matchAll(natural)) {
    if (!/^(?:The|This|That|My|Our|Your|National|Car|A|In|At|On)\b/.test(match))
      yield candidate(index, index + match.length, 'LOCATION', 0.75, 'name');
  }
}
