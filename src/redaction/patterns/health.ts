import {pattern, type Recognizer} from '../candidate.js';
import {numerals} from '../lists/calendar.js';

/** Amounts of a medicine. */
export const doses: readonly Recognizer[] = [
  pattern(
    'DOSE',
    /(?<![\w.,$€£-])\d{1,5}(?:[.,]\d{1,3})?(?:-|\s)?(?:mg|mcg|µg|ug|milligrams?|micrograms?|ml|millilit(?:er|re)s?|iu|units? of insulin|cc)\b(?:\/(?:ml|kg|day))?/dgi,
    {score: 0.9},
  ),
  pattern(
    'DOSE',
    new RegExp(
      `\\b(?:${numerals}|\\d{1,2}|half a|a hundred) (?:tablets?|pills?|capsules?|puffs?|drops|milligrams?|micrograms?|mg)\\b`,
      'dgi',
    ),
    {score: 0.85},
  ),
];

/** Blood groups. */
export const bloodTypes: readonly Recognizer[] = [
  pattern('BLOOD_TYPE', /(?<!\w)(?:A|B|AB|O|0)(?: ?[+-](?!\w)| ?(?:rh ?)?(?:positive|negative|pos|neg)\b)/dg, {
    score: 0.9,
  }),
  pattern(
    'BLOOD_TYPE',
    /\bblood (?:group|type)(?: is| was)?:? (?<it>(?:AB|A|B|O)(?: ?[+-]| (?:positive|negative))?)(?!\w)/dgi,
    {score: 0.9},
  ),
];

/** Medical figures about groups of people. */
export const statistics: readonly Recognizer[] = [
  pattern(
    'STATISTICS',
    new RegExp(
      `(?<![\\w.,$-])(?:\\d{1,3}(?:\\.\\d{1,2})? ?(?:%|percent|per cent)|${numerals} (?:percent|per cent)|(?:\\d{1,3}|${numerals}) (?:out of|in) (?:\\d{1,6}|${numerals}|a hundred|a thousand)) (?:of )?(?:all |the |our )?(?:patients|people|women|men|children|adults|cases|smokers|newborns|diabetics)\\b`,
      'dgi',
    ),
    {score: 0.85},
  ),
  pattern(
    'STATISTICS',
    /\b(?:mortality|survival|recovery|infection|remission|relapse|death|success) rate (?:is|was|of)(?: about| around)? (?<it>\d{1,3}(?:\.\d{1,2})? ?(?:%|percent|per cent))/dgi,
  ),
];

const part =
  'arm|leg|wrist|ankle|foot|hand|finger|thumb|toe|knee|hip|rib|ribs|elbow|shoulder|collarbone|nose|jaw|skull|femur|tibia|fibula|back|neck|ligament|tendon|hamstring|acl|achilles tendon|muscle|pelvis|vertebra|spine|hamstring|cheekbone|forearm';

/** Injuries: damage and a part of the body. */
export const injuries: readonly Recognizer[] = [
  pattern(
    'INJURY',
    new RegExp(
      `\\b(?:broken|fractured|sprained|dislocated|torn|bruised|twisted|crushed|burned|burnt|pulled|ruptured|cracked|injured|strained|shattered) (?:(?:left|right) )?(?:${part})\\b`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern('INJURY', new RegExp(`\\b(?:${part}) (?:fracture|sprain|injury|dislocation)\\b`, 'dgi'), {score: 0.85}),
  pattern(
    'INJURY',
    /\b(?:concussion|whiplash|(?:second|third|first)[- ]degree burns?|stab wound|gunshot wound|head injury|slipped disc|torn meniscus|hairline fracture|brain injury|frostbite|black eye)\b/dgi,
    {score: 0.85},
  ),
];

/** What a body looks like: height, weight, eyes, hair. */
export const physicalAttributes: readonly Recognizer[] = [
  pattern(
    'PHYSICAL_ATTRIBUTE',
    new RegExp(
      `(?<![\\w.,$-])(?:\\d(?:[.,]\\d{1,2})?|\\d{2,3}|${numerals}) ?(?:cm|m|meters?|metres?|centimet(?:er|re)s|feet|foot|ft)(?: (?:and )?(?:\\d{1,2}|${numerals})(?: ?(?:inches|in|cm))?)? tall\\b`,
      'dgi',
    ),
    {score: 0.92},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:four|five|six|seven|[4-7]) (?:foot|feet|ft) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\b(?: inches)?/dgi,
  ),
  pattern('PHYSICAL_ATTRIBUTE', /(?<![\w.,$-])\d['’′] ?\d{1,2}(?:["”″]|'')?(?: tall\b)?/dgi),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:weighs?|weight (?:is|of)|weighed) (?:about |around )?(?<it>\d{2,3}(?:\.\d)? ?(?:kg|kilos?|kilograms?|pounds|lbs?|stone)\b)/dgi,
    {score: 0.92},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:(?:light|dark|short|long|curly|straight|bright|deep|pale) ){0,2}(?:blue|brown|green|hazel|gr[ae]y|blond|blonde|black|red|auburn|ginger|dark|white|curly|silver)[- ](?:(?:curly|wavy|straight) )?(?:eyes?|eyed|hair|haired|beard|mustache|moustache)\b/dgi,
    {score: 0.9},
  ),
  pattern(
    'PHYSICAL_ATTRIBUTE',
    /\b(?:long|short|curly|wavy) (?:hair|beard)\b|\b(?:is|'s|was|'m|am|with a) (?<it>bald|left-handed|red-?head(?:ed)?|overweight|obese|tall and (?:thin|slim))\b/dgi,
    {score: 0.7},
  ),
];
