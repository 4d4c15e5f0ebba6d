import {candidate, type Candidate} from './candidate.js';
import {chunksOf, isAcronym, isProduct} from './chunks.js';
import {latin} from './latin.js';
import {joinedToNext, looksNamed, textBefore, textBehind, type Document, type Hit} from './document.js';
import {isCommonWord} from './lists/common-words.js';
import {isKind, Kind} from './lists/lexicon.js';
import {organizationSuffixes} from './lists/organizations.js';
import {stateCodes} from './lists/places.js';
import type {EntityType} from './types.js';

const types: readonly (readonly [number, EntityType])[] = [
  [Kind.city, 'LOCATION_CITY'],
  [Kind.country, 'LOCATION_COUNTRY'],
  [Kind.state, 'LOCATION_STATE'],
  [Kind.landmark, 'LOCATION'],
];

/** Words of place right before a name. */
const placing =
  /\b(?:in|to|from|near|at|around|outside|of|visit(?:ed|ing|s)?|leaving|leave|left|via|through|into|across|for|between|towards?|downtown|central|greater|inner|north|south|east|west|northern|southern|eastern|western|city|state|reach(?:ed|ing)?|explor(?:e|ed|ing)|tour(?:ed|ing)?|than|over|within|throughout|beyond|love|loved|miss|like|called|or|and|flights?|toured) (?:the )?$/i;
const people =
  /\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|spoken|said|write|wrote|thanks|according|reply|replied|gave|give|belongs|sends?|sent|listen|introduced|married|assigned|forward(?:ed)?|transfer(?:red)?|cc|called|name (?:is|was)|explain(?:ed)?|shouted|promised|hear|heard|letter|message|email|text|call) (?:to |from |of |for |with )?$/i;
/** What a sentence with a place in front goes on with. */
const placeBehind =
  /^(?:,? (?:and|or|to)\b| (?:is|was) (?:super|so|very|my|our|the|a|an|beautiful|cold|hot|lovely|expensive|nice|great|amazing|fun|where)\b| (?:office|branch|airport|store|location|team|headquarters|area|address|flight|campus|site|warehouse|plant|region|time|weather|hotel)\b)/i;
const nextIsRegion = latin(/^,? (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|\p{Lu}{2,3}\b)/u);

/** Places that the lists know: cities, regions, countries, landmarks. */
export function* listedPlaces(document: Document): Iterable<Candidate> {
  for (const hit of document.hits) {
    for (const [kind, type] of types) {
      if ((hit.kinds & kind) === 0) continue;
      const score = scoreOf(document, hit, type);
      if (score > 0) yield candidate(hit.start, hit.end, type, bias(document, hit, type, score), 'list');
    }
  }
}

function scoreOf(document: Document, hit: Hit, type: EntityType): number {
  const {tokens, casing} = document;
  const single = hit.first === hit.last;
  const token = tokens[hit.first];
  if (!token || isPartOfName(document, hit)) return 0;
  const before = textBefore(document, hit.start);
  const behind = textBehind(document, hit.end);
  const cued = placing.test(before) && !people.test(before);
  const regional = isBeforeRegion(document, hit) || /\p{Lu}\p{L}{1,30}, $/u.test(before);
  if (hit.key.length < 4 && single) {
    if (/^(?:us|uk|usa|uae|nyc)$/.test(hit.key)) return isAcronymFor(document, hit, before) ? 0.86 : 0;
    if (casing === 'lower' || token.common) return 0;
    if (/^(?:la|sf|dc|k2|lax|jfk)$/.test(hit.key)) return token.text === token.text.toUpperCase() && cued ? 0.8 : 0;
  }
  if (type === 'LOCATION_CITY' && isKind(hit.key, Kind.landmark) && !regional) return 0;
  if (isKind(hit.key, Kind.organization) && single && !regional && !/\b(?:in|near|to) $/i.test(before)) return 0;
  const named = isKind(hit.key, Kind.given | Kind.family);
  const word = single ? token.common : hit.key === 'the strip' || hit.key === 'la' || hit.key === 'the white house';
  if (!looksNamed(document, hit) || casing !== 'mixed') {
    if (casing === 'mixed' && !/\b(?:in|to|from|near|visiting) $/i.test(before)) return 0;
    if (word)
      return casing !== 'mixed' &&
        cued &&
        /\b(?:in|live in|moved to|from|near) $/i.test(before) &&
        type !== 'LOCATION' &&
        !/^(?:march|general|split|nice|reading|bath|mobile|bend|essen|of|most|date|same|van|male|union|orange|best|man|usa|can)$/.test(
          hit.key,
        )
        ? 0.62
        : 0;
    if (casing === 'mixed') return named || hit.key.length < 5 ? 0 : 0.62;
    return named
      ? cued || regional
        ? 0.82
        : type === 'LOCATION_STATE' || type === 'LOCATION_COUNTRY'
          ? 0.72
          : 0.55
      : 0.8;
  }
  if (cued || regional) return word && !regional && token.initial ? 0.4 : 0.86;
  if (placeBehind.test(behind) && !word) return named ? 0.68 : 0.84;
  if (word) return 0.4;
  if (!named) return 0.8;
  return type === 'LOCATION_CITY' || (isKind(hit.key, Kind.given) && token.initial)
    ? 0.52
    : isKind(hit.key, Kind.given) && isKind(hit.key, Kind.family)
      ? 0.6
      : 0.74;
}

function isAcronymFor({text}: Document, {start, end, key}: Hit, before: string): boolean {
  const spelled = text.slice(start, end);
  return spelled === spelled.toUpperCase()
    ? key !== 'us' || /\b(?:the|in|to|from|across|within) $/i.test(before) || /\bthe $/i.test(before)
    : key !== 'us' && /\b(?:the|in|to|from) $/i.test(before);
}

function isBeforeRegion(document: Document, {end}: Hit): boolean {
  const region = nextIsRegion.exec(textBehind(document, end))?.[1];
  return region !== undefined && (stateCodes.has(region) || isKind(region.toLowerCase(), Kind.state | Kind.country));
}

/** "Boston Children's Hospital", "York Peppermint": a longer name has swallowed the place. */
function isPartOfName(document: Document, {first, last}: Hit): boolean {
  if (document.casing !== 'mixed') return false;
  const {tokens} = document;
  const next = tokens[last + 1];
  const joined = joinedToNext(document, last) && next?.capitalized === true;
  if (joined && (organizationSuffixes.has(next.lower) || isStreetOrSight(next.lower))) return true;
  const previous = tokens[first - 1];
  const token = tokens[first];
  return (
    previous !== undefined &&
    token !== undefined &&
    joinedToNext(document, first - 1) &&
    previous.capitalized &&
    !previous.common &&
    !previous.initial &&
    isKind(previous.lower, Kind.given) &&
    !isKind(previous.lower, Kind.city | Kind.country)
  );
}

/** Georgia is a state unless its capital is named; New York and Washington are cities unless a city precedes them. */
function bias({text}: Document, {key, start, end}: Hit, type: EntityType, score: number): number {
  const before = text.slice(Math.max(0, start - 24), start);
  if (key === 'georgia') {
    const country = /\b(?:tbilisi|batumi|country of|republic of)[, ]+$/i.test(before);
    return country === (type === 'LOCATION_COUNTRY') ? score : 0;
  }
  if (/^(?:mexico|luxembourg|singapore|panama|guatemala|monaco|djibouti|kuwait)$/.test(key))
    return type === 'LOCATION_COUNTRY' ? score + 0.02 : 0;
  if (
    /^(?:quebec|québec|lagos|oaxaca|veracruz|goa|limburg|punjab|murcia|guanajuato|michigan|victoria|york|hesse|brandenburg|alaska|indiana|virginia|florida|ontario|california|montana|nevada|delaware|oregon|durham|norfolk|suffolk|cambridge|bihar|rivers)$/.test(
      key,
    )
  ) {
    const regional =
      /^(?:lagos|durham|norfolk|suffolk|victoria|york|cambridge|murcia|oaxaca|veracruz|guanajuato)$/.test(key)
        ? 'LOCATION_CITY'
        : 'LOCATION_STATE';
    return type === regional ? score + 0.01 : score - 0.01;
  }
  if (
    /^(?:new york|washington)$/.test(key) &&
    type === 'LOCATION_CITY' &&
    /\b(?:buffalo|albany|rochester|syracuse|yonkers|seattle|spokane|tacoma|ithaca), $/i.test(before)
  )
    return score;
  return /^ (?:state|province)\b/i.test(text.slice(end, end + 9)) && type === 'LOCATION_CITY' ? score - 0.2 : score;
}

const name = "\\p{Lu}[\\p{L}'’-]{2,25}(?:(?: (?:de|del|la|upon|of))? \\p{Lu}[\\p{L}'’-]{2,25}){0,2}";
const living: readonly RegExp[] = [
  `(?<=\\b(?:live[sd]?|living|reside[sd]?|residing|born|raised|grew up|growing up|based|located|situated|stay(?:s|ed|ing)?|office|branch|shop|store|house|apartment|flat|hotel|landed|arriv(?:ed|ing|es?)|headquartered|stationed|stranded|settled|vacation(?:ing)?|holiday|cottage|cabin|clinic|campus|warehouse|plant|factory|retired|studied|parents|family|visiting|working|works?|married|wedding|house-sitting|conference|meeting|currently|are|'re) (?:here |now |up |back |down |over |out )?(?:in|near|outside|around) )${name}`,
  `(?<=\\b(?:moved|moving|moves?|relocat(?:ed?|ing)|flew|fly|flying|flies|travel(?:s|led|ling|ed|ing)?|trips?|flights?|drove|driving|drive|trains?|ferry|bus|go|going|went|goes|heading|headed|return(?:ed|ing)?|shipped|ship|shipping|commut(?:e|es|ing)|back|ticket|tickets|transferred|cruise|tour|deported|emigrated|immigrated|evacuated|drive|sailed) (?:here |back |over |down |up |out )?(?:to|from|via|through) )${name}`,
  `(?<=\\b(?:near|(?:'m|’m|am|is|was|were|been|stuck|now|weather|here|back|up|down|over|out|everyone|someone|store|someplace|somewhere) in) )\\p{Lu}\\p{Ll}[\\p{L}'’-]{2,25}(?: \\p{Lu}[\\p{L}'’-]{2,25}){0,2}`,
  `(?<=\\b(?:I'm|I’m|i'm|I am|he's|she's|he is|she is|they're|they are|we're|we are|originally|comes?|came|are you|family is|hails?|born and raised|grew up|parents are|native) (?:originally |all |both |just )?from (?:a (?:town|village) called )?)${name}`,
  `(?<=\\b(?:the|a) (?:city|town|village|suburb|island|capital|port) (?:of|called) )${name}`,
  `(?<=\\bvisit(?:ed|ing|s)? )${name}(?= (?:last|next|this|in|every|for|on|with|before|after)\\b|[.,!?])`,
].map((source) => latin(new RegExp(source, 'dgu')));

/** Places that no list has, where somebody lives, or goes to. */
export function* cuedPlaces(document: Document): Iterable<Candidate> {
  const {text, tokens, casing} = document;
  if (casing === 'mixed') {
    for (const expression of living) {
      for (const {0: match, index} of text.matchAll(expression)) {
        const key = match.toLowerCase();
        const known = isKind(
          key,
          Kind.country | Kind.state | Kind.landmark | Kind.organization | Kind.event | Kind.language,
        );
        const ordinary = key.includes(' ') && key.split(' ').every((each) => isCommonWord(each));
        if (!known && !ordinary && !notPlaces.test(match))
          yield candidate(index, index + match.length, 'LOCATION_CITY', 0.7, 'context');
      }
    }
  }
  for (const chunk of chunksOf(document)) {
    const [from, to] = [tokens[chunk.first], tokens[chunk.last]];
    if (!from || !to || chunk.last - chunk.first > 2 || !/\b(?:in|near) $/i.test(textBefore(document, from.start)))
      continue;
    const words = tokens.slice(chunk.first, chunk.last + 1);
    const key = text.slice(from.start, to.end).toLowerCase();
    if (words.some((each) => each.common || isProduct(each) || isAcronym(document, each)) || isKind(key, listed))
      continue;
    if (!notPlaces.test(text.slice(from.start, to.end)))
      yield candidate(from.start, to.end, 'LOCATION_CITY', 0.6, 'context');
  }
  for (const match of text.matchAll(
    /\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{2,24}){0,2}(?=, ([A-Z]{2,3})(?![\p{L}\d]))/dgu,
  )) {
    if (!stateCodes.has(match[1] ?? '')) continue;
    const end = match.index + match[0].length;
    const start =
      match.index +
      (/^(?:(?:In|From|To|Near|At|My|Our|The|Ship|Deliver|Born|Live|We|I|And|Or|For|Of) )+/.exec(match[0])?.[0]
        .length ?? 0);
    yield candidate(start, end, 'LOCATION_CITY', 0.84, 'shape');
    yield candidate(end + 2, end + 2 + (match[1] ?? '').length, 'LOCATION_STATE', 0.84, 'shape');
  }
}

/** What the lists know is found by them, or not at all. */
const listed = ~(Kind.given | Kind.family);

const notPlaces =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|This|That|English|French|German|Spanish|Italian|Mandarin|Q\d|HR|IT|Sales|Marketing|Finance|Engineering|Support|Billing|Accounting|Legal|Excel|Word|Slack|Settings|Chrome|Safari|Firefox|Windows|Gmail|Outlook|Zoom|Teams|Python|Java|Mr|Mrs|Ms|Dr|Christmas|Easter)\b|\b(?:Street|Avenue|Road|Lane|Drive|Close|Inc|LLC|Ltd|GmbH|University|College|Hospital|Clinic|Bank|School|River|Lake|Mountain|Conference|Festival|Summit|Airport|Park|Centre|Center|Hotel|Store|Department|Team)\b/;

const heads =
  'River|Lake|Lakes|Bay|Beach|National Park|State Park|Nature Reserve|National Forest|Forest|Park|Island|Islands|Isles|Mountain|Mountains|Valley|Canyon|Falls|Waterfall|Desert|Ocean|Sea|Bridge|Tower|Cathedral|Basilica|Abbey|Palace|Castle|Fort|Airport|Stadium|Arena|Square|Plaza|Museum|Peninsula|Reef|Glacier|Volcano|Creek|Harbor|Harbour|Cove|Pier|Wharf|Gardens|Botanical Garden|Zoo|Lighthouse|Monument|Memorial|Cemetery|Trail|Pass|Ridge|Peak|Hills|Cliffs|Caves|Cave|Springs|Fjord|Delta|Basin|Plateau|Dam|Canal|Reservoir|Station|Mall|Shopping Centre|Marina|Coast|Riviera|Highlands|Lowlands|Gate|Temple|Pyramid|Pyramids|Observatory|Amphitheatre|Amphitheater|Aquarium|Strait|Gulf|Loch|Moor|Heath|Woods|Prairie|Wetlands|Dunes|Ruins|Boardwalk|Promenade|Racecourse|Raceway|Speedway|Ballpark|Coliseum|Convention Center|Opera House|Concert Hall|Science Center';
const natural = latin(
  new RegExp(
    `(?<!\\p{L})(?:(?:(?:Lake|Mount|Mt\\.|Cape|Loch|Isle of|Gulf of|Bay of|Sea of|Strait of|Straits of|Rock of|Cliffs of|Fort|River|Great|Valley of|Temple of|Tower of|Palace of|Port of|Lago|Monte|Sierra|Cerro|Rio|Playa|Parc|Pont|Château|Schloss|Piazza|Ponte|Castel|Villa) )(?:the )?\\p{Lu}[\\p{L}'’-]{2,20}(?: \\p{Lu}[\\p{L}'’-]{2,20})?|\\p{Lu}[\\p{L}'’-]{1,20}(?:['’]s)?(?: \\p{Lu}[\\p{L}'’-]{1,20}){0,2} (?:${heads}))(?!\\p{L})`,
    'dgu',
  ),
);
const headWords: ReadonlySet<string> = new Set(heads.toLowerCase().split(/[| ]/));
const streetWords: ReadonlySet<string> = new Set(
  'street avenue road lane drive boulevard court close crescent terrace highway freeway parkway st ave rd ln blvd hwy pkwy way alley'.split(
    ' ',
  ),
);

/** Whether a capitalized name that ends in that word is a street's or a sight's. */
export function isStreetOrSight(lower: string): boolean {
  return (
    (headWords.has(lower) &&
      !/^(?:peak|woods|heath|cave|park|forest|marina|gate|pass|hills|springs|fort|cove|moor|state|national|garden|house|hall|science|convention|concert|shopping|nature|center|centre)$/.test(
        lower,
      )) ||
    streetWords.has(lower)
  );
}

/** Landmarks and waters, by the words they are made of. */
export function* namedLandmarks({text, casing}: Document): Iterable<Candidate> {
  if (casing === 'upper') return;
  for (const {0: match, index} of text.matchAll(natural)) {
    const skip =
      /^(?:The|This|That|My|Our|Your|In|At|On|Near|From|To|We|I|Is|Was|Visit|Meet|See|And|Across|Past|Around|Behind|Over|Along|Near|Take|For|Does|Did|Will|Can) /.exec(
        match,
      )?.[0].length ?? 0;
    const rest = match.slice(skip);
    if (
      !/ /.test(rest) ||
      /^(?:National|Car|A|Train|Bus|Police|Fire|Gas|Power|Service|Central|Petrol|Radio|Work|Space|Base|Charging|Docking|Filling|Polling|Great) (?:Park|Station|Square|Gate|Mall|Dam|Bridge|Tower|News|Job|Day)$/.test(
        rest,
      )
    )
      continue;
    if (/^(?:Great|Fort) /.test(rest) && !new RegExp(`(?:${heads})$`).test(rest) && !/^Fort /.test(rest)) continue;
    yield candidate(index + skip, index + match.length, 'LOCATION', 0.78, 'name');
  }
}
