import {pattern, type Recognizer} from '../candidate.js';
import {numerals} from '../lists/calendar.js';

/** Amounts of a medicine. */
export const doses: readonly Recognizer[] = [
  pattern(
    'DOSE',
    /(?<![\w.,$€£-])\d{1,5}(?:[.,]\d{1,3})?(?:-|\s)?(?:mg|mcg|µg|ug|milligrams?|micrograms?|ml|millilit(?:er|re)s?|iu|cc)\b(?:\/(?:ml|kg|day))?/dgi,
    {score: 0.9},
  ),
  pattern(
    'DOSE',
    new RegExp(
      `\\b(?:${numerals}|\\d{1,2}|half a|a hundred) (?:tablets?|pills?|capsules?|puffs?|drops|units?(?= of )|sprays?|sachets?|patch(?:es)?|teaspoons?|tablespoons?|injections?(?= of )|doses?(?= of )|grams?(?= of )|lozenges?|milligrams?|micrograms?|mg)\\b`,
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
    /\b(?:blood (?:group|type)|type)(?: is| was|['’]s)?:? (?:an? )?(?:type |group )?(?<it>(?:AB|A|B|O)(?: ?(?:rh ?)?[+-]| (?:rh(?:esus)? )?(?:positive|negative|pos|neg))?)(?!\w)/dgi,
    {score: 0.9},
  ),
];

const share = `(?:\\d{1,3}(?:\\.\\d{1,2})? ?(?:%|percent|per cent)|${numerals} (?:percent|per cent)|(?:about |over |almost )?(?:a |one |two |three )?(?:half|quarter|thirds?|fifths?|quarters)|(?:the )?(?:vast )?majority|(?:\\d{1,6}|${numerals}) (?:out of|in|of) (?:every )?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}|${numerals}|a hundred|a thousand|a million|one hundred|(?:${numerals} )?hundred|(?:${numerals} )?thousand)|\\d{1,6}(?:\\.\\d+)? (?:per|cases per|deaths per) (?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}|thousand|million|hundred thousand|100k))`;
const group =
  '(?:(?:adult|male|female|older|younger|pregnant|elderly|vaccinated|unvaccinated|infected|treated|american|british|diabetic|hospitalized|cancer|heart|stroke|asthma|dialysis|transplant|covid|all|the|our|these|those|new|young|such) ){0,2}(?:patients?|people|women|men|children|adults|cases|smokers|newborns|diabetics|users|teenagers|teens|seniors|births|pregnancies|babies|infants|kids|participants|subjects|individuals|mothers|population|survivors|deaths|residents|inhabitants|live births|americans|students|girls|boys|athletes|veterans|nurses|sufferers|carriers|recipients|volunteers|toddlers)';

/** Medical figures about groups of people. */
export const statistics: readonly Recognizer[] = [
  pattern('STATISTICS', new RegExp(`(?<![\\w.,$-])${share}(?: of)?(?: all)? ${group}\\b`, 'dgi'), {
    score: 0.86,
    accept: (match) => /\d|percent|per cent|half|third|quarter|fifth|majority| in | out of | per /i.test(match),
  }),
  pattern(
    'STATISTICS',
    new RegExp(
      `\\b(?:(?:mortality|survival|recovery|infection|remission|relapse|death|success|cure|fatality|incidence|prevalence|complication|response|infant mortality|transmission|hospitali[sz]ation|vaccination|fertility|birth|suicide|obesity|readmission|five-year survival|positivity|recurrence|risk)(?: rates?)?|chances?|odds|probability|prevalence|efficacy|effectiveness|likelihood)(?: of [^.,!?\\d]{2,40}?)?(?: is| was| are| of| at| stands at| reached| rose to| fell to| dropped to|:)(?: about| around| only| roughly| nearly| over| just| now| below| under| up to)? (?<it>${share})`,
      'dgi',
    ),
    {score: 0.84},
  ),
  pattern(
    'STATISTICS',
    new RegExp(
      `(?<![\\w.,$-])(?<it>${share})(?: of [^.,!?\\d]{2,30}?)?(?= (?:mortality|survival|recovery|infection|cure|fatality|risk|chance of (?:survival|recovery|dying|relapse|success)|survival rate|get (?:sick|infected|cancer|it)|develop|die of|suffer from|are infected|relapse|recover)\\b)`,
      'dgi',
    ),
    {score: 0.7},
  ),
];
