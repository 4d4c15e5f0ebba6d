import {pattern, type Recognizer} from '../candidate.js';

/** A pair of decimal degrees. */
export const coordinates: readonly Recognizer[] = [
  pattern(
    'LOCATION_COORDINATE',
    /(?<![\w.])[-+]?\d{1,3}\.\d{2,8} ?°? ?[NS]?(?:,| ) ?[-+]?\d{1,3}\.\d{2,8}(?: ?°)?(?: ?[EW]\b)?(?![\w.]*\d)/dg,
    {score: 0.85, accept: isCoordinate},
  ),
  pattern(
    'LOCATION_COORDINATE',
    /(?<!\w)\d{1,3}° ?\d{1,2}['′](?: ?\d{1,2}(?:\.\d{1,4})?["″])? ?[NS],? ?\d{1,3}° ?\d{1,2}['′](?: ?\d{1,2}(?:\.\d{1,4})?["″])? ?[EW]/dg,
  ),
];

function isCoordinate(match: string): boolean {
  const [latitude = 999, longitude = 999] = (match.match(/\d{1,9}\.\d{1,9}/g) ?? []).map(Number);
  return latitude <= 90 && longitude <= 180 && (/\d\.\d{3}.*\d\.\d{3}/.test(match) || match.includes('°'));
}
