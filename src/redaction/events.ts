import {candidate, type Candidate} from './candidate.js';
import {isFunctionWord, isNeverName} from './chunks.js';
import {joinedToNext, looksNamed, textBefore, textBehind, type Document, type Hit, type Token} from './document.js';
import {Kind} from './lists/lexicon.js';

const heads: ReadonlySet<string> = new Set(
  'festival fest conference cup marathon half-marathon summit expo exposition fair games olympics championship championships open prix parade gala convention derby awards award carnival symposium hackathon con con biennale biennial regatta tournament forum fringe masters invitational classic bowl rally triathlon ironman congress showcase jamboree rodeo pageant ball eclipse fashion-week crusade revolution uprising war massacre referendum trials playoffs finals series league fete fête feast oktoberfest pride meetup bootcamp webinar fundraiser telethon regionals nationals worlds ride run walk race relay challenge concert tour'.split(
    ' ',
  ),
);
/** These make an event only of words that are not everyday ones, or of several. */
const weak =
  /^(?:open|con|cup|award|awards|games|series|league|masters|classic|ball|bowl|finals|trials|tour|run|walk|race|ride|relay|challenge|concert|forum|fair|congress|rally|war|pride|meetup|webinar|bootcamp|fundraiser|feast|showcase|conference|summit|convention|tournament|championship|championships|worlds|nationals|regionals|playoffs|revolution|referendum|eclipse|trials|massacre|fest)$/;
const never =
  /^(?:customer|annual|our|sales|team|company|press|video|web|phone|user|upcoming|next|last|this|world-class|leadership|regional|national|local|big|small|first|second|third|free|virtual|online|internal|budget|test|trade|job|career|science|school|bake|book|dress|group|office|staff|kickoff|all-hands|good|great|new|quarterly|employee|partner)$/;

/** Holidays and happenings that the lists know, and those that are called what they are. */
export function* events(document: Document): Iterable<Candidate> {
  for (const hit of document.hits) {
    if ((hit.kinds & Kind.event) !== 0 && isMeant(document, hit)) {
      const year = /^,? (?:(?:19|20)\d{2}|'\d{2})(?!\d)/.exec(textBehind(document, hit.end, 8))?.[0];
      yield candidate(hit.start, hit.end + (year && !/^,/.test(year) ? year.length : 0), 'EVENT', 0.82, 'list');
    }
  }
  yield* named(document);
}

function isMeant(document: Document, hit: Hit): boolean {
  const {key, start, end} = hit;
  const spelled = document.text.slice(start, end);
  if (
    /^(?:ces|ifa|mwc|e3|g7|g20|ignite|inbound|slush|disrupt|pride|lent|holi|obon|carnival|prom|homecoming|tet|easter|vuelta|the masters|black hat|ted talk|carnival|midsummer|new year|new years|ironman|iron man|final four|six nations|golden week|prime day|premier league|civil war|x games|ashura|worlds)$/.test(
      key,
    )
  ) {
    if (document.casing === 'lower')
      return !/^(?:ces|ifa|ignite|inbound|slush|disrupt|pride|lent|prom|the masters|carnival|black hat|iron man|holi|tet|homecoming|new year)$/.test(
        key,
      );
    if (/^(?:ces|ifa|mwc|e3|g7|g20)$/.test(key)) return spelled === spelled.toUpperCase();
    if (/^(?:ignite|inbound|slush|disrupt|pride|lent|prom|carnival|homecoming|black hat)$/.test(key))
      return (
        spelled !== spelled.toLowerCase() &&
        document.tokens[hit.first]?.initial === false &&
        !/^ (?:Cruise|Line|Corp)/.test(textBehind(document, end))
      );
    return (
      spelled !== spelled.toLowerCase() ||
      /\b(?:for|at|on|during|before|after|since) $/i.test(textBefore(document, start))
    );
  }
  if (document.casing === 'mixed' && key.length < 5) return looksNamed(document, hit);
  return (
    looksNamed(document, hit) ||
    / /.test(key) ||
    /^(?:christmas|thanksgiving|halloween|easter|hanukkah|ramadan|diwali|passover|olympics|valentine's|xmas|brexit|eurovision|kwanzaa|juneteenth)$/.test(
      key,
    )
  );
}

function* named(document: Document): Iterable<Candidate> {
  const {tokens, casing} = document;
  if (casing !== 'mixed') return;
  for (let last = 1; last < tokens.length; last++) {
    const head = tokens[last] as Token;
    if (!heads.has(head.lower) || !head.capitalized) continue;
    if (joinedToNext(document, last) && heads.has(tokens[last + 1]?.lower ?? '') && tokens[last + 1]?.capitalized)
      continue;
    let first = last;
    while (first > 0 && last - first < 6 && isPart(document, first - 1)) first--;
    while (first < last && /^(?:of|and|the|for|in)$/.test((tokens[first] as Token).lower)) first++;
    const words = tokens.slice(first, last);
    if (words.length === 0 || (never.test((words[words.length - 1] as Token).lower) && words.length === 1)) continue;
    if (words.every((word) => never.test(word.lower))) continue;
    if (weak.test(head.lower) && words.length === 1 && (words[0] as Token).common && (words[0] as Token).initial)
      continue;
    const from = tokens[first] as Token;
    yield candidate(from.start, endOf(document, last), 'EVENT', 0.82, 'shape');
  }
  for (const match of document.text.matchAll(
    /(?<!\p{L})(?:(?:Hurricane|Typhoon|Cyclone|Storm|Tropical Storm|Operation|Battle of|Siege of|Treaty of|Feast of|Festival of|Day of|Night of|Running of the) (?:the )?\p{Lu}\p{L}{2,20}(?: \p{Lu}\p{L}{2,20})?|\p{Lu}[\p{L}]{2,15}(?:Con|Conf|Fest|Expo|Fair|Camp|palooza)|(?:\p{Lu}[\p{L}'’-]{1,20} ){1,3}(?:Day|Week|Weekend|Month|Night|Eve|Sunday|Monday)(?! (?:at|the|my|on) \d))(?: (?:20)\d{2})?(?![\p{L}\d])/gu,
  )) {
    const {0: found, index} = match;
    if (
      /^(?:The|This|That|Every|Each|All|Next|Last|One|My|Our|Your|On|In|By|For|Good|Great|Happy|Have|Until|Late|Early|First|Second|Third|Same|Any|Some|What|Which|See|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Per|To|From|At|A|An|Business|Working|Pay|Rainy|Two|Three|Work|Off) /.test(
        found,
      ) ||
      /(?:^|[^\p{L}])(?:WiFi|Wi-Fi|BasicCon)/u.test(found)
    )
      continue;
    if (
      / (?:Sunday|Monday)$/.test(found) &&
      !/^(?:Easter|Palm|Cyber|Super|Whit|Advent|Shrove|Bloody|Selection)/.test(found)
    )
      continue;
    if (
      /^\p{Lu}\p{L}+ (?:Night|Day|Week|Weekend|Month)$/u.test(found) &&
      /^(?:Date|Movie|Game|Quiz|Saturday|Friday|Spa|Sick|Snow|Laundry|Leg|Opening|Moving|Election|Training|School|Holiday|Long|Launch|Delivery|Demo|Release)/.test(
        found,
      )
    )
      continue;
    yield candidate(index, index + found.length, 'EVENT', 0.72, 'shape');
  }
}

function endOf(document: Document, last: number): number {
  const token = document.tokens[last] as Token;
  const year = /^ (?:(?:19|20)\d{2}|'\d{2})(?!\d)/.exec(textBehind(document, token.end, 8))?.[0];
  return token.end + (year?.length ?? 0);
}

function isPart(document: Document, index: number): boolean {
  const token = document.tokens[index];
  const next = document.tokens[index + 1];
  if (!token || !next) return false;
  const gap = document.text.slice(token.end, next.start);
  if (!/^(?: |-|['’]s |['’] | & )$/.test(gap)) return false;
  if (/^(?:of|and|the|for|in|on)$/.test(token.lower))
    return (
      document.tokens[index - 1]?.capitalized === true && !isFunctionWord(document.tokens[index - 1]?.lower ?? 'the')
    );
  if (/^(?:19|20)\d{2}$|^\d{1,3}(?:st|nd|rd|th)?$/.test(token.text)) return /^(?:19|20)\d{2}$/.test(token.text);
  return (
    token.capitalized &&
    !(isNeverName(token) && !/^(?:world|international|great|new|best|good|english)$/.test(token.lower))
  );
}
