import {pattern, type Recognizer} from '../candidate.js';
import {digitsOf, isCardNumber} from './validators.js';

/** Payment cards: 12 to 19 digits in groups, with a right checksum. */
export const cardNumbers: readonly Recognizer[] = [
  pattern('CREDIT_CARD', /(?<![\w.,-])\d{4}([ -])(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{5})(?!\w)/dg, {
    score: 0.98,
    accept: (match) => isCardNumber(digitsOf(match)),
  }),
  pattern('CREDIT_CARD', /(?<![\w.,-])\d(?:[ -]?\d){11,18}(?![ -]?\d|\w)/dg, {
    score: 0.97,
    accept: (match) => isCardNumber(digitsOf(match)),
  }),
];

/** The month and year at which a card expires. */
export const cardExpirations: readonly Recognizer[] = [
  pattern(
    'CREDIT_CARD_EXPIRATION',
    /\b(?:valid (?:until|thru|through|till|to)|good thru|exp(?:ir(?:y|es|ation|ing|ed))?)\b[^\d.!?\n]{0,30}(?:\. ?)?(?<it>(?:0?[1-9]|1[0-2]) ?[/-] ?(?:20)?\d{2})(?![\d/-])/dgi,
    {score: 0.9},
  ),
  pattern('CREDIT_CARD_EXPIRATION', /\d{4}[,;.]? (?:\w{1,8} ){0,2}(?<it>(?:0[1-9]|1[0-2])\/\d{2})(?![\d/])/dg, {
    score: 0.7,
  }),
];
