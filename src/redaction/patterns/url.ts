import {pattern, type Recognizer} from '../candidate.js';

/** Domains are recognized bare only under well-known endings: `e.g.` and `readme.md` are none. */
const topLevel =
  'com|org|net|edu|gov|mil|int|io|co|ai|app|dev|info|biz|shop|store|online|site|tech|cloud|example|test|us|uk|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl|pt|ie|ca|mx|br|au|nz|jp|kr|cn|in|eu|tv|me';

/** Web addresses: with a scheme, with `www.`, or a bare domain under a well-known ending. */
export const urls: readonly Recognizer[] = [
  pattern('URL', /(?<![\p{L}\p{N}])(?:https?|ftp|wss?):\/\/[^\s<>"“”`]{0,2000}[^\s<>"“”`.,;:!?')\]]/dgiu, {
    score: 0.98,
  }),
  pattern(
    'URL',
    /(?<![\w@.-])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/?#][^\s<>"“”`]{0,2000}[^\s<>"“”`.,;:!?')\]]|\/)?/dgi,
    {score: 0.97},
  ),
  pattern(
    'URL',
    new RegExp(
      `(?<![\\w@./-])(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,6}(?:${topLevel})(?![\\w@-]|\\.\\w)(?::\\d{2,5})?(?:[/?#][^\\s<>"“”\`]{0,2000}[^\\s<>"“”\`.,;:!?')\\]]|/)?`,
      'dgi',
    ),
    {score: 0.85},
  ),
];
