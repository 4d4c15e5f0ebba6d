import {pattern, type Recognizer} from '../candidate.js';
import {isAbaRouting, isIban} from './validators.js';

/** International bank account numbers with right check digits. */
export const ibans: readonly Recognizer[] = [
  pattern('BANK_ACCOUNT', /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)/dg, {
    score: 0.98,
    accept: (match) => isIban(match.replace(/ /g, '')),
  }),
];

/** Routing numbers that follow their name; a nine-digit number by itself says nothing. */
export const routingNumbers: readonly Recognizer[] = [
  pattern('ROUTING_NUMBER', /\b(?:routing|aba|rtn)\b[^\d.!?\n]{0,30}(?<it>\d{9})(?!\d)/dgi, {
    score: 0.97,
    accept: isAbaRouting,
  }),
  pattern('ROUTING_NUMBER', /\bsort ?code\b[^\d.!?\n]{0,20}(?<it>\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)/dgi, {score: 0.95}),
  pattern(
    'ROUTING_NUMBER',
    /\b(?:S(?:WIFT|wift)|swift|BIC|bic)\b[^\d.!?\n]{0,20}?\b(?<it>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)/dg,
    {score: 0.95},
  ),
];
