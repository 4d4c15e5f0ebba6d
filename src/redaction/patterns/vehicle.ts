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

/** Plates of the British form, where something about a car is said. */
export const plates: readonly Recognizer[] = [
  pattern('VEHICLE_ID', /(?<![A-Z\d])[A-Z]{2}\d{2} ?[A-Z]{3}(?![A-Z\d])/dg, {
    score: 0.82,
    needs:
      /\b(?:car|cars|van|truck|vehicle|plate|plates|reg|registration|parked|parking|parks|drives?|driving|driver|hit|bike|motorbike|lorry|taxi|ford|vw|volkswagen|bmw|audi|toyota|tesla|honda|insurance|mot|tax|speeding|ticket|fine)\b/i,
  }),
];
