import {pattern, type Recognizer} from '../candidate.js';
import {isVin} from './validators.js';

/** Vehicle identification numbers show what they are by their length, letters and check digit. */
export const vehicles: readonly Recognizer[] = [
  pattern('VEHICLE_ID', /(?<![A-Za-z\d])[A-HJ-NPR-Z\d]{17}(?![A-Za-z\d])/dg, {
    score: 0.9,
    needs: /\d/,
    accept: (match) => /[A-Z]/.test(match) && /\d/.test(match) && isVin(match),
  }),
];
