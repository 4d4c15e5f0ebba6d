import {candidate, type Candidate} from './candidate.js';
import {latin} from './latin.js';
import {joinedToNext, looksNamed, textBefore, textBehind, type Document, type Hit} from './document.js';
import {Kind} from './lists/lexicon.js';

const language =
  /\b(?:speaks?|spoke|speaking|spoken|talks?|in|into|learn(?:s|ing|ed|t)?|prefers?|fluent in|fluent|understands?|translat(?:e|es|ed|ing|ion|or)(?: it| this| them| the \w+)? (?:in)?to|translat(?:e|ed|es|ing) (?:it )?from|languages? (?:is|are|was|:)|language:|tongue is|language, |my|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|conversational|native|bilingual in|basic|broken|little|some|any|bit of|your|her|his|their|to|from|only|reads?|writes?|between|no|good|perfect|poor|understand|than|know|knows|with an?|use|uses|using|as well as|plus) $/i;
const spokenClause =
  /\b(?:speaks?|spoke|spoken|speaking|fluent|language|languages|translat\w+|tongue|learn\w*|interpreter|bilingual|trilingual|understands?|conversational|subtitles|dubbed|version in|available in|instructions in|support in|prefers?|manual in|stud(?:y|ies|ied|ying)|taught|teach\w*)\b/i;
const languageBehind =
  /^(?:[- ](?:speaker|speakers|speaking|language|lessons?|translation|translations|translator|version|interpreter|interpreters|class|classes|subtitles|accent|audio|homework|course|courses|dictionary|keyboard|text|teacher|tutor|exam|manual|instructions|menu|sign|only)\b|,? (?:fluently|better|well|at home|as a (?:second|first) language|or English)\b)/i;
const originBehind =
  /^[- ](?:food|restaurant|cuisine|man|woman|girl|boy|guy|citizen|national|passport|family|parents|descent|heritage|roots|origin|ancestry|immigrant|background|nationality|born|community|husband|wife|mother|father|grandmother|accent on|multinational|company|government|embassy)\b/i;

const being = latin(
  /(?:^|[^\p{L}])(?:is|was|am|are|were|be|been|being|(?<=['’])(?:s|m|re)|got|getting|gets?|become|became|remain(?:s|ed)?|stay(?:s|ed)?|a|an|she|he|they|not|both|still|now|currently|since|as|status(?: is|:| as)?|who's|single|divorced,?|(?:my|his|her|their) (?:status|gender|sex)(?: is|:)?|identif(?:y|ies|ied|ying) as|living|came out as|consider (?:myself|himself|herself) |(?:or|and),?)(?: (?:a|an|happily|recently|still|newly|currently|not|openly|already|legally|now|never|been|just|also|actually|getting|only|biologically|assigned|very|single|and))? $/iu,
);
const ofPerson = latin(
  /\b(?:I'm|I’m|i'm|I am|i am|[Ss]?[Hh]e(?:['’]s| is| was)|[Tt]hey(?:['’]re| are| were)|[Ww]e(?:['’]re| are| were)|[Yy]ou(?:['’]re| are)|(?:son|daughter|wife|husband|brother|sister|mother|father|mom|mum|dad|child|kid|baby|patient|uncle|aunt|cousin|friend|boss|colleague|caller|client|customer|person|partner|roommate|neighbou?r|niece|nephew|parents|couple|applicant|gender|sex|status|employee)(?:['’]s| is| was| are| were|:)|\p{Lu}\p{L}{1,15} (?:is|was)|identif(?:y|ies|ied) as|came out as|(?:as|who is|who's|been|be|got|get|getting|becoming|became|a|an|being|both|and|or|openly))(?: (?:a|an|not|openly|very|both|still|now|also|happily|recently|newly|legally|never|currently|just|only|actually|already|single|the only|a single|an openly))* $/u,
);
/** These mean nothing else, whatever follows. */
const unmistakable: ReadonlySet<string> = new Set([
  'divorced',
  'widowed',
  'unmarried',
  'remarried',
  'divorcee',
  'divorcée',
  'widow',
  'widower',
  'newlywed',
  'newlyweds',
  'newly married',
  'happily married',
  'recently divorced',
  'recently married',
  'recently widowed',
  'legally separated',
  'civil partnership',
  'in a civil partnership',
  'domestic partnership',
  'in a domestic partnership',
  'single mother',
  'single mom',
  'single mum',
  'single father',
  'single dad',
  'single parent',
  'never married',
  'common-law married',
  'recently separated',
  'newly divorced',
  'newly single',
  'recently engaged',
  'twice divorced',
  'cohabiting',
  'bachelor',
]);
const single =
  /^(?:$|[.,;!?]| (?:and|with|but|now|for|mother|father|mom|mum|dad|since|man|woman|to|again|person|caller|patient|customer|or|parent|so|because|at|in|when|from|couple|last|this|filing|couples|who|caregiver|voter|conservative|voters|guy|girl|as|though|these|right|anymore|after)\b)/i;

/** Faith, origin, languages and the rest of what lists of words can tell about a person. */
export function* listedIdentity(document: Document): Iterable<Candidate> {
  for (const hit of document.hits) {
    const {start, end, kinds} = hit;
    if (kinds & Kind.gender) yield candidate(start, end, 'GENDER_SEXUALITY', 0.82, 'list');
    if (kinds & Kind.conviction) yield candidate(start, end, 'RELIGION', 0.78, 'list');
    if (kinds & Kind.religion && isNamed(document, hit)) yield candidate(start, end, 'RELIGION', 0.78, 'list');
    if (kinds & Kind.politics && isNamed(document, hit) && isPolitical(document, hit))
      yield candidate(start, end, 'POLITICAL_AFFILIATION', 0.77, 'list');
    if (kinds & Kind.cuedPolitics && isConviction(document, hit))
      yield candidate(start, end, 'POLITICAL_AFFILIATION', 0.72, 'list');
    if (kinds & (Kind.language | Kind.origin)) yield* originOrLanguage(document, hit);
    if (kinds & Kind.marital && isMarital(document, hit))
      yield candidate(start + (/^in (?:a |an )?/.exec(hit.key)?.[0].length ?? 0), end, 'MARITAL_STATUS', 0.78, 'list');
    if (kinds & Kind.cuedGender && isGender(document, hit))
      yield candidate(start + (hit.key.startsWith('a ') ? 2 : 0), end, 'GENDER_SEXUALITY', 0.72, 'list');
    if (kinds & Kind.zodiac && isSign(document, hit)) yield candidate(start, end, 'ZODIAC_SIGN', 0.82, 'list');
  }
}

function isNamed(document: Document, hit: Hit): boolean {
  if (isPartOfName(document, hit)) return false;
  if (document.casing === 'lower' && hit.key.length < 4) return false;
  if (looksNamed(document, hit)) return true;
  return /^(?:agnostic|atheist|evangelical|pentecostal|kosher|left-wing|right-wing|far-right|far-left|centrist|leftist|socialist|libertarian|communist|anarchist|marxist|pro-life|pro-choice)/.test(
    hit.key,
  );
}

/** "French" is a language when spoken, and an origin otherwise. */
function* originOrLanguage(document: Document, hit: Hit): Iterable<Candidate> {
  const {start, end, kinds, key} = hit;
  const before = textBefore(document, start, 60);
  const behind = textBehind(document, end, 24);
  if (!isNamed(document, hit)) {
    if (
      !/^(?:sign language|braille|morse code|biracial|multiracial|mixed-race|indigenous|aboriginal|african descent)$/.test(
        key,
      )
    )
      return;
  }
  if (
    document.casing !== 'mixed' &&
    /^(?:polish|mam|lao|twi|malay|creole|roma|kiwi|swiss|han chinese|turk|finn|scots|brit|swede|dane|maya|latin|asl|dari)$/.test(
      key,
    ) &&
    !/\b(?:i'm|i am|speak|speaks|is|are|in) (?:an? )?$/i.test(before)
  )
    return;
  if (
    /^ (?:Express|Airlines|Airways|Open|Sea|Channel|Embassy|Revolution|Bulldog|press|toast|fries|doors?)\b/.test(behind)
  )
    return;
  if (kinds & Kind.language) {
    const listed = /(?:\b(?:or|and|,) |, )$/i.test(before)
      ? spokenClause.test(before)
      : (language.test(before) &&
          !/\b(?:in|to|from|my|with an?|his|her|your|their|only|any|some|no) $/i.test(before)) ||
        (/\b(?:in|to|from|my|with an?|his|her|your|their|only|any|some|no|into) $/i.test(before) &&
          (!(kinds & Kind.origin) || !originBehind.test(behind)) &&
          !/^ [a-z]{3,}/.test(
            behind.replace(
              /^ (?:is|was|isn't|and|or|but|please|because|if|so|with|now|too|fluently|very|really|though|only|not|to|for|than|at|on|when|today|instead|version|by)\b/,
              '',
            ),
          ));
    const spoken = listed || languageBehind.test(behind) || !(kinds & Kind.origin);
    if (spoken) {
      yield candidate(start, end, 'LANGUAGE', 0.8, 'list');
      return;
    }
    if (spokenClause.test(before) && !/\b(?:I'm|is|are|am|was) (?:an? )?$/.test(before) && !originBehind.test(behind)) {
      yield candidate(start, end, 'LANGUAGE', 0.78, 'list');
      return;
    }
  }
  if (kinds & Kind.origin) yield candidate(start, end, 'ORIGIN', 0.77, 'list');
}

function isPolitical(document: Document, {key, start, end}: Hit): boolean {
  if (
    /^(?:labour|conservatives|greens|progressive|nationalist|ignite|anc|snp|independent|the greens|liberals)$/.test(key)
  )
    return (
      /\b(?:for|vot\w+|party|the|is|are|a|member of|joined|support\w*|they're|we're) $/i.test(
        textBefore(document, start),
      ) && !/^ (?:day|market|costs?|force|law|hours|union)\b/i.test(textBehind(document, end))
    );
  return true;
}

function isConviction(document: Document, {start, end, key}: Hit): boolean {
  const before = textBefore(document, start, 60);
  const behind = textBehind(document, end, 20);
  if (
    /^ (?:party|voter|voters|candidate|senator|politician|supporter|values|politics|activist|congressman|mayor|mp)\b/i.test(
      behind,
    ) &&
    key !== 'independent'
  )
    return true;
  if (
    /\b(?:politically|votes?|voted|voting|leans?|leaning|registered|registered as an?|identif(?:y|ies) as an?|political views? (?:are|is)|politics are) $/i.test(
      before,
    )
  )
    return true;
  if (
    !/(?:I'm|I’m|i'm|I am|[Ss]?[Hh]e(?:['’]s| is| was)|[Tt]hey(?:['’]re| are)|[Ww]e(?:['’]re| are)|\b(?:dad|mom|mum|mother|father|wife|husband|brother|sister|uncle|aunt|boss|roommate|family|parents|friend|neighbor|neighbour|grandfather|grandmother)(?:['’]s| is| was| are)|\p{Lu}\p{L}{1,30} is)(?: (?:an?|very|pretty|quite|a bit|rather|more|a staunch|a lifelong|a registered|a proud|politically|always|both|a committed|a devoted))* $/u.test(
      before,
    )
  )
    return false;
  if (
    /^(?:green|independent|moderate|progressive|liberal|conservative)$/.test(key) &&
    !/^(?:[.,;!?]|$| (?:and|but|so|who|while|like)\b)/.test(behind)
  )
    return false;
  return !(
    key === 'green' ||
    (key === 'independent' && !/\ban $/.test(before)) ||
    (key === 'moderate' && !/\ba $/.test(before))
  );
}

function isMarital(document: Document, {start, end, key}: Hit): boolean {
  const before = textBefore(document, start);
  const behind = textBehind(document, end, 20);
  if (unmistakable.has(key)) return key !== 'widow' || !/\b(?:black) $/i.test(before);
  if (key === 'in a relationship') return true;
  if (/\b(?:marital status|relationship status|filing status)(?: is| was|:| as)? $/i.test(before)) return true;
  if (key === 'married' && /, $/.test(before) && /^ (?:since|for|in|with|to|last)\b/.test(behind)) return true;
  if (key === 'married')
    return (
      !/^ (?:couple|life) (?:package|plan)/i.test(behind) &&
      (being.test(before) ||
        ofPerson.test(before) ||
        before === '' ||
        / (?:been|have|has|was|got|am|are|is|not|get|were|just|we|they|getting) $/i.test(before))
    );
  if (!ofPerson.test(before) || !single.test(behind)) return false;
  if (key === 'single')
    return (
      !/\b(?:a|an|every|not a|the|or|and) $/i.test(before) ||
      /^ (?:mother|father|mom|mum|dad|parent|man|woman|guy|person|caregiver)\b/i.test(behind) ||
      /\b(?:is|I'm|she's|he's|am) (?:and|or) $/i.test(before)
    );
  if (key === 'engaged') return !/\b(?:a|an|be) $/i.test(before) && !/^ (?:with|in)\b/i.test(behind);
  return !/\b(?:a|an|or|and|be) $/i.test(before);
}

function isGender(document: Document, {start, end, key}: Hit): boolean {
  const before = textBefore(document, start);
  const behind = textBehind(document, end, 20);
  if (/\b(?:gender|sex)(?: is| was|:| identity is)? (?:an? )?$/i.test(before)) return true;
  if (/^(?:a man|a woman|masculine|feminine)$/.test(key))
    return /\b(?:identif(?:y|ies|ied) as|transitioned to|assigned|(?:patient|caller|applicant|customer|client|victim|suspect|driver) (?:is|was)) $/i.test(
      before,
    );
  if (/^(?:male|female)$/.test(key)) {
    if (/^ (?:end|connector|plug|adapter|socket|voice|version|model|lead|part)\b/i.test(behind)) return false;
    return (
      ofPerson.test(before) ||
      /(?:\d|years? old|year-old),? (?:an? )?$/i.test(before) ||
      /^ (?:patient|caller|customer|client|employee|driver|doctor|nurse|passenger|victim|applicant|colleague|friend|student|agent|voice)s?\b/i.test(
        behind,
      ) ||
      (/^(?:,|\.|$)/.test(behind) && /(?:, |\b(?:is|a|the|for|as) )$/.test(before))
    );
  }
  if (key === 'straight')
    return (
      /\b(?:I'm|I am|i'm|[Ss]?[Hh]e(?:['’]s| is| was)|[Tt]hey(?:'re| are)|is) (?:an? )?$/.test(before) &&
      single.test(behind) &&
      !/^ (?:to|from|at|in|for|with|now)\b/i.test(behind)
    );
  if (key === 'bi') return /\b(?:I'm|I am|i'm|[Ss]?[Hh]e(?:['’]s| is)|as) $/.test(before) && single.test(behind);
  return key === 'gay' || key === 'queer' || key === 'trans'
    ? !/^ (?:fat|pride)\b/i.test(behind)
    : ofPerson.test(before) && single.test(behind);
}

function isSign(document: Document, {start, end, first, key}: Hit): boolean {
  const before = textBefore(document, start, 60);
  const behind = textBehind(document, end, 16);
  const cased = document.tokens[first]?.capitalized === true || document.casing !== 'mixed';
  if (
    /\b(?:sign is|star sign|zodiac|horoscope|sun sign|moon sign|rising sign|born under|ascendant|typical|astrological|astrology)[^.!?]{0,24}$/i.test(
      before,
    )
  )
    return cased;
  if (/^ (?:sun|moon|rising|season|horoscope|ascendant)\b/i.test(behind)) return cased;
  if (!cased || (key === 'cancer' && document.casing !== 'mixed')) return false;
  if (key === 'leo' || key === 'cancer' || key === 'gemini' || key === 'virgo' || key === 'aries')
    return (
      (/\b(?:an?|both|are|I'm|fellow|true|total|two|he's|she's|is|was|classic) $/i.test(before) &&
        !/\b(?:is|was|he's) $/i.test(before.replace(/\ban? $/, 'x'))) ||
      /\b(?:an?|fellow|total|classic|true) $/i.test(before)
    );
  return (
    /\b(?:an?|is|am|was|are|be|both|and|or|I'm|i'm|fellow|total|classic|true|he's|she's|like) $/i.test(before) ||
    /(?:['’](?:s|m|re)) (?:an? )?$/.test(before)
  );
}

/** "American Express" and "Irish Sea" tell nobody's origin. */
function isPartOfName(document: Document, {last}: Hit): boolean {
  if (document.casing !== 'mixed' || !joinedToNext(document, last)) return false;
  const next = document.tokens[last + 1];
  return (
    next?.capitalized === true &&
    /^(?:express|airlines|airways|sea|ocean|embassy|red|open|museum|university|bank|institute|church|hospital|school|academy|council|association|society|postal|standard|broadcasting|apparel|eagle|idol|dental|medical|heart|cancer|parliament|supreme|federal|national|royal|union|channel|coast|riviera|quarter|telecom|gas|steel|petroleum|columbia|virgin|food|foods|bakery|restaurant|grill|kitchen|cuisine)$/.test(
      next.lower,
    )
  );
}
