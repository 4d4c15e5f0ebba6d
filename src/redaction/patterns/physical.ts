import {pattern, type Recognizer} from '../candidate.js';
import {numerals} from '../lists/calendar.js';

const figure = `(?:\\d{1,3}(?:[.,]\\d{1,2})?|${numerals}|one (?:hundred )?(?:and )?${numerals}|a hundred(?: and)? ${numerals}|(?:one |two )?hundred(?: and)? ?${numerals})`;
const colour =
  '(?:blue|brown|green|hazel|gr[ae]y|blond|blonde|black|red|auburn|ginger|dark|white|silver|amber|sandy|strawberry blonde?|platinum(?: blonde?)?|chestnut|brunette|copper|jet[- ]black|salt[- ]and[- ]pepper|dyed|pink|purple|brownish|bluish|greenish|reddish|dirty blonde?)';
const cut =
  '(?:light|dark|short|long|medium|bright|deep|pale|thick|thin|shoulder-length|waist-length|curly|wavy|straight|frizzy|receding|thinning|shaved|braided|cropped|spiky|full|bushy|trimmed|big|piercing|almond-shaped|close-cropped|neat|greying|graying)';
const feature =
  '(?:eyes?|hair|beard|mustache|moustache|goatee|eyebrows|eyelashes|ponytail|braids|curls|dreadlocks|sideburns|stubble|bangs|fringe|hairline|skin|complexion|afro)';
const place =
  '(?:(?: ?(?:of (?:a|an|the) [a-z]{2,15}|above|below|across|behind|under|near|over|down) ?)?(?: ?(?:on|across|over|above|below|behind|under|along|down|near|around) (?:my|his|her|the|their) (?:left |right |upper |lower )?(?:[a-z]{3,10}))?)';

/** What a body looks like: height, weight, eyes, hair, marks. */
export const physicalAttributes: readonly Recognizer[] = [
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `(?<![\\w.,$-])${figure}(?: ?['’]|[ -]?(?:cm|m|meters?|metres?|centimet(?:er|re)s|feet|foot|ft|inches))(?:,? ?(?:and )?${figure}(?: ?(?:inches|inch|in|cm|["”″]|''))?)?[ -]tall\\b`,
      'dgi',
    ),
    {score: 0.93},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `\\b(?:four|five|six|seven|[4-7]) ?(?:foot|feet|ft|['’])\\.?,? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\\d{1,2})\\b(?: ?(?:inches|in\\b|["”″]))?`,
      'dgi',
    ),
    {score: 0.86},
  ),
  pattern('PHYSICAL_ATTRIBUTE', /(?<![\w.,$-])[4-7]['’′] ?\d{1,2}(?:["”″]|'')?(?: tall\b)?(?!\d)/dgi, {score: 0.86}),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `\\b(?:I['’]m|I am|i['’]m|he['’]s|she['’]s|he is|she is|he was|she was|is|stands|standing|measures?|height (?:is|was|of)|height:) (?:about |around |exactly |only |nearly |almost )?(?<it>(?:1[3-9]\\d|20\\d|21\\d) ?(?:cm|centimet(?:er|re)s)|[12][.,]\\d{1,2} ?(?:m|meters?|metres?)|(?:six|five|four) (?:feet|foot))(?!\\w)(?! (?:long|wide|deep|high|away|of|from))`,
      'dgi',
    ),
    {score: 0.84},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `\\b(?:weighs?|weighing|weight (?:is|was|of)|weight:|weighed|down to|up to|gained|lost|I['’]m|he['’]s|she['’]s|am|is|and|at|tall,) (?:about |around |over |only |nearly |almost |just )?(?<it>${figure} ?(?:kg|kgs|kilos?|kilograms?|pounds|lbs?|stones?)\\b(?: ${figure}(?: (?:pounds|lbs?))?)?)`,
      'dgi',
    ),
    {score: 0.88, accept: (_, {text}, start) => isOfBody(text.slice(Math.max(0, start - 70), start))},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(`\\b(?:${cut},? (?:and )?){0,2}(?:${colour},? (?:and )?){1,2}(?:${cut} ){0,1}${feature}\\b`, 'dgi'),
    {
      score: 0.9,
      accept: (match, document, start) => !/^black eyes?$/i.test(match) && isOnPerson(match, document, start),
    },
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `\\b(?:${cut},? (?:and )?){1,2}(?:hair|beard|mustache|moustache|eyebrows|ponytail|braids|curls|dreadlocks|goatee|sideburns|hairline|stubble)\\b`,
      'dgi',
    ),
    {score: 0.84, accept: isOnPerson},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:blue|brown|green|hazel|gr[ae]y|dark|black|red|white|gr[ae]y|fair|auburn|silver|curly|golden)-(?:eyed|haired|skinned|bearded)\b/dgi,
    {score: 0.88},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:fair|dark|olive|pale|light|tanned|freckled|brown|black)(?: (?:brown|olive))?[- ](?:skin(?:ned)?|complexion)\b/dgi,
    {score: 0.84},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `\\b(?:(?:small|large|big|long|faint|visible|deep|sleeve|neck|face|dragon|rose|butterfly|anchor|skull|tribal|star-shaped|heart-shaped|red) ){0,2}(?:tattoos?|scars?|birthmarks?|mole|piercings?|dimples?|freckles?)${place}(?!\\w)`,
      'dgi',
    ),
    {
      score: 0.8,
      accept: (match, {text}, start) =>
        !/^(?:mole|scars?) (?:removal)/i.test(match) &&
        !/^ (?:removal|parlou?r|artist|shop|studio|cream)/i.test(
          text.slice(start + match.length, start + match.length + 10),
        ) &&
        !/\b(?:the|remove) $/i.test(text.slice(Math.max(0, start - 7), start)),
    },
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:is|'s|’s|was|'m|’m|am|are|with a|a|an|going|and|very|became|quite|slightly) (?<it>bald(?:ing)?|left-handed|right-handed|ambidextrous|red-?head(?:ed)?|redhead|brunette|blonde?|overweight|underweight|tall and (?:thin|slim|skinny)|short and (?:stocky|stout)|muscular(?: build)?|stocky(?: build)?|slim(?: build)?|slender(?: build)?|heavy-?set|athletic build|petite|obese|skinny|clean-shaven|bearded|broad-shouldered|freckled|tanned|chubby|lanky|bow-legged|one-armed|bow legged|gap-toothed|cross-eyed|curly-haired|bespectacled)\b/dgi,
    {score: 0.74, accept: (_, {text}, start) => isOfPerson(text.slice(Math.max(0, start - 50), start))},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:athletic|muscular|stocky|slim|slender|medium|heavy|average|large|small|wiry|petite) (?:build|frame|physique)\b/dgi,
    {score: 0.84},
  ),
];

function isOfBody(before: string): boolean {
  return /\b(?:weighs?|weighing|weight|weighed|gained|lost)\b/i.test(before)
    ? !/\b(?:package|parcel|box|luggage|suitcase|bag|shipment|item|product|order|crate|it) (?:\w+ )?(?:weigh|is)/i.test(
        before,
      )
    : /\b(?:tall|cm|ft|feet|foot|['’]\d{1,2})\b/i.test(before) && /\b(?:I|he|she|i)\b|['’](?:m|s)\b/.test(before);
}

function isOnPerson(_: string, {text}: {readonly text: string}, start: number): boolean {
  return !/\b(?:doll|dog|cat|horse|wig|toy|puppy)(?:'s)? (?:\w+ ){0,2}$/i.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

function isOfPerson(before: string): boolean {
  return (
    /(?:\b(?:I|he|she|they|man|woman|who|suspect|guy|girl|boy|person|him|her|son|daughter|brother|sister|husband|wife|caller|father|mother|dad|mom|driver|patient|i)\b|['’](?:m|s)\b|\p{Lu}\p{Ll}+ (?:is|was) )/u.test(
      before,
    ) || before.length < 24
  );
}
