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
    /(?<![\w@.])[a-z0-9][\w.-]{0,40}(?: ?(?:\bdot\b|\bpoint\b|\bperiod\b|underscore|under score|\bdash\b|hyphen|minus|\bplus\b) [a-z0-9][\w-]{0,40}){0,4} at [a-z0-9][\w-]{0,40}(?: (?:dot|dash) [a-z0-9][\w-]{0,40}){0,3} dot (?:com|co dot [a-z]{2}|[a-z]{2,7})\b/dgi,
    {
      score: 0.9,
      accept: (match) => !/^(?:i|me|is|it|look|looking|we|you|meet|was|am|are|email|mail|address) at /i.test(match),
    },
  ),
  pattern(
    'EMAIL_ADDRESS',
    /(?<![\w@.])[a-z0-9][\w.+-]{0,40} ?(?:\[at\]|\(at\)|\{at\}|\sat\s) ?[a-z0-9][\w-]{0,40}(?: ?(?:\[dot\]|\(dot\)|\.) ?[a-z]{2,12}){1,3}(?![\w-])/dgi,
    {
      score: 0.85,
      accept: (match) =>
        /[[({]at[\])}]/i.test(match) ||
        (/ at [a-z0-9-]+\.(?:com|org|net|edu|co|io|example)/i.test(match) &&
          /[\d._]/.test(match.split(/ at /i)[0] ?? '')),
    },
  ),
];
