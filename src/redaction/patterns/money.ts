import {pattern, type Recognizer} from '../candidate.js';
import {numerals} from '../lists/calendar.js';

const amount = '\\d{1,3}(?:[,. ]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?';
const scale = '(?:(?: ?(?:k|m|bn|mn)\\b)|(?: (?:hundred|thousand|million|billion|trillion)\\b))';
const unit =
  '(?:(?:us|u\\.s\\.|canadian|australian|swiss) )?(?:dollars?|bucks|euros?|pounds?(?: sterling)?|quid|cents?|pence|yen|yuan|rupees?|francs?|kron(?:a|e|or|er)|pesos?|zlotys?|usd|eur|gbp|chf|jpy|cad|aud|inr|sek|nok|dkk|pln)\\b';
const spoken = `(?:(?:a|${numerals}) hundred(?:(?: and)? ${numerals})?|${numerals})(?: (?:thousand|million|billion))?`;

/** Amounts of money: with a sign before or behind, with a currency's name or code, in digits or in words. */
export const money: readonly Recognizer[] = [
  pattern('MONEY', new RegExp(`(?<![\\w$€£])(?:US|C|A|CA|AU|HK|NZ)?[$€£¥₹] ?(?:${amount})${scale}?(?!\\w)`, 'dgi'), {
    score: 0.95,
  }),
  pattern('MONEY', new RegExp(`(?<![\\w.,$€£-])(?:${amount})${scale}? ?[€£¥](?!\\w)`, 'dgi'), {score: 0.95}),
  pattern('MONEY', new RegExp(`(?<![\\w.,$€£-])(?:${amount})${scale}? ?(?:${unit})`, 'dgi'), {score: 0.9}),
  pattern(
    'MONEY',
    new RegExp(`\\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN) ?(?:${amount})${scale}?(?!\\w)`, 'dg'),
    {score: 0.95},
  ),
  pattern('MONEY', new RegExp(`(?<![\\w-])(?:${spoken}|(?:a )?(?:hundred|thousand|million)) (?:${unit})`, 'dgi'), {
    score: 0.85,
  }),
];
