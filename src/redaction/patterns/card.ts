import {pattern, type Recognizer} from '../candidate.js';
import type {Document} from '../document.js';
import {months} from '../lists/calendar.js';
import {digitsOf, isCardNumber} from './validators.js';

/** Payment cards: 12 to 19 digits in groups, with a right checksum. */
export const cardNumbers: readonly Recognizer[] = [
  pattern('CREDIT_CARD', /(?<![\w.,-])\d{4}([ -])(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{5})(?!\w)/dg, {
    score: 0.98,
    accept: (match) => isCardNumber(digitsOf(match)),
  }),
  pattern('CREDIT_CARD', /(?<![\w.,-])\d(?:[ .-]?\d){11,18}(?![ -]?\d|\w)/dg, {
    score: 0.97,
    accept: (match) => isCardNumber(digitsOf(match)),
  }),
  pattern('CREDIT_CARD', /(?<![\w.,-])(?:\*{4}|[xX]{4}|•{4})(?:[ -]?(?:\*{4}|[xX]{4}|•{4})){2}[ -]?\d{4}(?!\w)/dg, {
    score: 0.9,
  }),
];

const date = '(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:20)?\\d{2}';
const named = `(?:${months})\\.?(?: of|,)? (?:20\\d{2}|['’]\\d{2}|\\d{2}(?!\\d|[:.]))`;
const expiring =
  '(?:valid (?:until|thru|through|till|to)|good (?:thru|through|until)|exp(?:ir(?:y|es?|ation|ing|ed))?(?: (?:date|is|on|in|month|end))*|expires|validity|date on (?:it|the card|the front))';

/** The month and year at which a card expires. */
export const cardExpirations: readonly Recognizer[] = [
  pattern(
    'CREDIT_CARD_EXPIRATION',
    new RegExp(`\\b${expiring}\\b[^\\d.!?\\n]{0,30}(?:\\. ?)?(?<it>${date})(?![\\d/.-]\\d|\\d|/)`, 'dgi'),
    {score: 0.92},
  ),
  pattern('CREDIT_CARD_EXPIRATION', new RegExp(`\\b${expiring}\\b[^\\d.!?\\n]{0,20}?\\b(?<it>${named})`, 'dgi'), {
    score: 0.92,
    accept: isOfCard,
  }),
  pattern(
    'CREDIT_CARD_EXPIRATION',
    new RegExp(`\\d{4}[,;.)]? (?:\\w{1,8}[,.]? ){0,3}(?<it>(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\\d{2})(?![\\d/])`, 'dg'),
    {score: 0.8},
  ),
  pattern('CREDIT_CARD_EXPIRATION', new RegExp(`(?<![\\w/.-])(?<it>(?:0[1-9]|1[0-2])/(?:20)?\\d{2})(?![\\d/])`, 'dg'), {
    score: 0.62,
    accept: isOfCard,
  }),
];

/** Contracts and passports expire as well; only near a card, or "it says", the month is a card's. */
function isOfCard(match: string, {text, before}: Document, start: number): boolean {
  const clause =
    `${before} ${text.slice(Math.max(0, start - 120), start)}`.slice(-120) +
    text.slice(start + match.length, start + match.length + 40);
  return (
    /\b(?:cards?|visa|mastercard|amex|american express|maestro|cvv|cvc|debit|credit|it says|valid (?:thru|until|through|till)|good thru|security code|exp\b|expiry|expiration)/i.test(
      clause,
    ) &&
    !/\b(?:passport|licen[cs]e|coupon|voucher|visa (?:expires|expired|is valid|status)|contract|warranty|lease|certificate|permit|subscription|policy|medicine|prescription|offer)\b/i.test(
      clause,
    )
  );
}
