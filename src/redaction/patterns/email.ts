import {pattern, type Recognizer} from '../candidate.js';

/** E-mail addresses, written and as spoken on the telephone ("ann dot lee at example dot org"). */
export const emails: readonly Recognizer[] = [
  pattern(
    'EMAIL_ADDRESS',
    /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])[\p{L}\p{N}](?:[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}-])/dgu,
    {score: 0.99},
  ),
  pattern(
    'EMAIL_ADDRESS',
    /(?<![\w@.])[a-z0-9][\w.-]{0,40}(?: (?:dot|underscore|dash|hyphen|minus|plus) [a-z0-9][\w-]{0,40}){0,4} at [a-z0-9][\w-]{0,40}(?: (?:dot|dash) [a-z0-9][\w-]{0,40}){0,3} dot (?:com|org|net|edu|gov|io|co(?: dot uk)?|de|fr|es|it|uk|example)\b/dgi,
    {score: 0.9},
  ),
];
