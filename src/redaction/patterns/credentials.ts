import {pattern, type Recognizer} from '../candidate.js';

/** Names of accounts: after a cue, or `@handle` by itself. */
export const usernames: readonly Recognizer[] = [
  pattern(
    'USERNAME',
    /\b(?:user ?name|user id|login(?: name)?|screen ?name|handle|gamertag|nickname|nick|skype(?: id)?)(?: (?:is|was|of mine is|would be))?:? ['"“]?(?<it>@?(?=[\w.-]{0,40}[\d_.-]|\w{3,40}['"”]?[.,;!?]?(?:\s|$))[a-z_][\w.-]{1,39}(?<![.-]))/dgi,
    {accept: (match) => !notUsernames.has(match.toLowerCase())},
  ),
  pattern('USERNAME', /(?<![\w@.])@(?=\w*[a-z])\w{2,30}(?![\w@]|\.\w)/dgi),
];

const notUsernames: ReadonlySet<string> = new Set(
  'attempt failed from is page the was and not does button screen form but with name works field invalid wrong here there has for issue problem in on to or'.split(
    ' ',
  ),
);

/** Passwords and PINs, whatever they look like, right after the word. */
export const passwords: readonly Recognizer[] = [
  pattern(
    'PASSWORD',
    /\b(?:pass ?(?:word|code|phrase)|pwd|passwd)(?: (?:is|was)| (?:changed |set )?to)? ?[:=]? ?['"“]?(?<it>(?=[^\s'"“”]{0,60}[\d!@#$%^&*_+])[^\s'"“”]{3,60}[^\s'"“”.,;?])/dgi,
    {score: 0.9},
  ),
  pattern(
    'PASSWORD',
    /\b(?:pin|passcode|unlock code)(?: (?:code|number))?(?: (?:is|was)| to)? ?[:=]? ?(?<it>\d{4,8})(?![\d-])/dgi,
    {
      score: 0.9,
    },
  ),
  pattern('PASSWORD', /\bpassword(?: is| was|:) ?['"“]?(?<it>[^\s'"“”.,;?]{6,40})(?=['"”]?(?:[.,;?!]|$))/dgi, {
    score: 0.6,
  }),
];
