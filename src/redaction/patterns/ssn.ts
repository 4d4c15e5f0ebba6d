import {pattern, type Recognizer} from '../candidate.js';
import {digitsOf, isSsn} from './validators.js';

/** Social security numbers in their own spelling, 123-45-6789; impossible areas are none. */
export const socialSecurityNumbers: readonly Recognizer[] = [
  pattern('SSN', /(?<![\w-])\d{3}([-–])\d{2}\1\d{4}(?![\w-])/dg, {
    score: 0.95,
    accept: (match) => isSsn(digitsOf(match)),
  }),
  pattern('SSN', /(?<!\w)\d{3} \d{2} \d{4}(?! ?\d|\w)/dg, {score: 0.75, accept: (match) => isSsn(digitsOf(match))}),
  pattern('SSN', /(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/dg, {score: 0.9}),
];
