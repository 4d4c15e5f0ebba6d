import {pattern, type Recognizer} from '../candidate.js';

const amount = '\\d{1,3}(?:[,. ]\\d{3}){1,4}(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,2})?';
const scale = '(?:(?: ?(?:k|m|bn|mn)\\b)|(?: (?:hundred|thousand|million|billion|trillion)\\b))';
const unit =
  '(?:(?:us|u\\.s\\.|american|canadian|australian|swiss|british|new zealand|singapore|hong kong|mexican|danish|swedish|norwegian|czech|polish|indian|japanese|chinese) )?(?:dollars?|bucks|euros?|pounds?(?: sterling)?|quid|cents?|pence|yen|yuan|rupees?|francs?|kron(?:a|e|or|er)|pesos?|zlotys?|usd|eur|gbp|chf|jpy|cad|aud|inr|sek|nok|dkk|pln|kr|zł|rs|won|rand|rands|dirhams?|shekels?|lira|liras|rubles?|roubles?|reais|real|baht|ringgits?|naira|shillings?|cedis?|forints?|korun[ay]?|lei|rupiah|dong|riyals?|dinars?|grand|nickels?|dimes?|quarters|bitcoins?|btc|eth|huf|czk|ron|zar|mxn|brl|krw|sgd|hkd|nzd|try|ils|aed|rmb|cny)(?![A-Za-z\\d])';
const said =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|couple|grand)';

/** Amounts of money: with a sign before or behind, with a currency's name or code, in digits or in words. */
export const money: readonly Recognizer[] = [
  pattern(
    'MONEY',
    new RegExp(
      `(?<![\\w$€£])(?:US|C|A|CA|AU|HK|NZ)?(?:[$€£¥₹₩₽₺₦₱฿₪]|R\\$|Rs\\.?|CHF|kr\\.?|zł|R(?=\\d)) ?(?:${amount})${scale}?(?:(?:-|–| to )[$€£]?\\d[\\d,.]{0,10}(?<![.,]))?(?: (?:usd|eur|gbp|cad|aud|dollars|euros)\\b)?(?!\\w)`,
      'dgi',
    ),
    {
      score: 0.95,
    },
  ),
  pattern('MONEY', new RegExp(`(?<![\\w.,$€£-])(?:${amount})${scale}? ?[€£¥₹₽₺](?!\\w)`, 'dgi'), {score: 0.95}),
  pattern(
    'MONEY',
    new RegExp(
      `(?<![\\w.,$€£-])(?:${amount})${scale}?(?:-| )?(?:${unit})(?: (?:and )?\\d{1,2} (?:cents|pence))?`,
      'dgi',
    ),
    {score: 0.9},
  ),
  pattern(
    'MONEY',
    new RegExp(
      `\\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN|Rs\\.?|SGD|HKD|NZD|MXN|BRL|ZAR|KES|NGN|AED|RMB|CNY|CZK|HUF) ?(?:${amount})${scale}?(?!\\w)`,
      'dg',
    ),
    {score: 0.95},
  ),
  pattern(
    'MONEY',
    new RegExp(
      `(?<![\\w-])(?:(?:an?|of|and|few|${said})[ -]){1,9}(?:${unit})(?:(?: and)?(?: (?:a half|${said})){1,3}(?: (?:cents|pence))?)?`,
      'dgi',
    ),
    {
      score: 0.85,
      accept: (match) =>
        new RegExp(`^(?:${said}|an? (?:few |couple of )?(?:hundred|thousand|million|billion|grand))`, 'i').test(match),
    },
  ),
  // "forty nine ninety five", as prices are spoken.
  pattern(
    'MONEY',
    /\b(?:paid|pay|costs?|charged(?: me)?|price (?:is|was)|total (?:is|was)|for only|spent|owe|billed(?: me)?) (?<it>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen) (?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?! ?(?:percent|times|minutes|hours|days|people|\w+ old))/dgi,
    {score: 0.7},
  ),
];
