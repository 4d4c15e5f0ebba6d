import {pattern, type Recognizer} from '../candidate.js';
import type {Document} from '../document.js';
import {isCommonWord} from '../lists/common-words.js';
import {isKind, Kind} from '../lists/lexicon.js';

const handle = '[\'"“‘]?(?<it>@?[a-zA-Z_][\\w.-]{1,39}(?<![.-])(?:#\\d{4})?)(?!@|\\.\\w)';

/** Names of accounts: after a cue, or `@handle` by itself. */
export const usernames: readonly Recognizer[] = [
  pattern(
    'USERNAME',
    new RegExp(
      `\\b(?:user ?-?name|user ?id|user|login(?: name| id)?|log-?in name|screen ?name|handle|gamer ?tag|nickname|nick|skype(?: id| name)?|discord(?: (?:name|tag|id))?|telegram|instagram|insta|twitter|twitch|tiktok|snapchat|snap|steam(?: id)?|reddit|github|account name|profile(?: name)?|alias|psn(?: id)?|xbox(?: live)?(?: id)?|kik|slack name|display name|wechat(?: id)?|venmo|cash ?app|paypal\\.me|linkedin|forum name|apple id|username on file|sign-?in)(?: (?:is|was|of mine is|would be|should be|changed to|to|called|named|here is|at|as|there is|on [A-Z]\\p{L}+ is|on there is))?[:=]? ?${handle}`,
      'dgiu',
    ),
    {score: 0.88, accept: isHandle},
  ),
  pattern(
    'USERNAME',
    new RegExp(
      `\\b(?:(?:log|logged|logging|sign|signed|signing) (?:me |him |her )?(?:in|on|up) (?:as|with|under|using)|registered (?:as|under)|known (?:online )?as|goes by|(?:find|follow|add|message|dm|ping|tag) me (?:at|on \\p{L}+(?: as|:| at)?|as)|(?:my|his|her|your|the) (?:account|profile|login|id) (?:is|was)|posts? as|tweets? as|streams? as|playing as|user called|user named|under the (?:user ?name|handle|alias|nickname)|@) ${handle}`,
      'dgiu',
    ),
    {score: 0.84, accept: (match, document, start) => isOddHandle(match) || isLoginName(match, document, start)},
  ),
  // "big dot steve", as it is spoken.
  pattern(
    'USERNAME',
    /\b(?:user ?name|login|handle|user id|screen name|gamertag)(?: is| was|:)? (?<it>[a-z\d]{2,20}(?: (?:dot|underscore|dash|hyphen) [a-z\d]{1,20}){1,4})(?! at )/dgi,
    {score: 0.86},
  ),
  pattern('USERNAME', /(?<![\w@./])@(?=\w*[a-zA-Z])[\w.]{2,30}(?<!\.)(?![\w@]|\.\w)/dg),
];

/** Letters with digits, underscores or dots between them, or a word that nobody would write otherwise. */
function isHandle(match: string, document: Document, start: number): boolean {
  return (
    isOddHandle(match) ||
    (isLoneWord(match, document, start) &&
      !/\b(?:user|handle|login|profile|twitter|telegram|instagram|github|reddit|linkedin|twitch|venmo|alias|nick|sign-?in|steam) $/i.test(
        document.text.slice(Math.max(0, start - 12), start),
      )) ||
    (/^[a-z]{4,}$/.test(match) && !isCommonWord(match) && !isKind(match, Kind.organization))
  );
}

/** "Log on with jfranks": what no list has, where only the name of an account can stand. */
function isLoginName(match: string, document: Document, start: number): boolean {
  return (
    /\b(?:in|on) (?:as|with|under) ['"“‘]?$/i.test(document.text.slice(Math.max(0, start - 12), start)) &&
    /^[a-z]{4,}$/.test(match) &&
    !isCommonWord(match) &&
    !isKind(match, Kind.organization | Kind.brandOrWord | Kind.given) &&
    isLoneWord(match, document, start)
  );
}

function isOddHandle(match: string): boolean {
  return (
    (/^@?(?=.*[a-zA-Z])(?:.*[\d_]|[a-z]+[.-][a-z]+)/i.test(match) &&
      !/^(?:e-mail|log-in|sign-in|sign-up|user-name|two-factor|v\d+|[a-z]+-[a-z]+ly)$/i.test(match) &&
      !(
        match.includes('-') &&
        !/[\d_]/.test(match) &&
        match.split('-').every((part) => isCommonWord(part.toLowerCase()))
      )) ||
    (/^[a-z]+[A-Z][a-zA-Z]+$/.test(match) && match.length > 5)
  );
}

function isLoneWord(match: string, {text}: Document, start: number): boolean {
  const word = match.toLowerCase();
  return (
    /^(?:[.,;!?'"”’)]|$| (?:and|but|with|for|on|if|please|in case)\b)/.test(
      text.slice(start + match.length, start + match.length + 12),
    ) &&
    (!isCommonWord(word) ||
      (/\b(?:is|:|called) ['"“‘]?$/.test(text.slice(Math.max(0, start - 9), start)) && !notUsernames.has(word)))
  );
}

const notUsernames: ReadonlySet<string> = new Set(
  'fine okay ok good bad great right cool nice perfect weird funny too long short taken attempt failed from is page the was and not does button screen form but with name works field invalid wrong here there has for issue problem in on to or correct incorrect missing unknown taken available empty required blocked locked expired different same my your his her their mine yours case sensitive gone changed unique personal new old broken visible hidden public private password email it this that these those what which who how why when where now still also just only already again'.split(
    ' ',
  ),
);

const secret =
  '(?=[^\\s\'"“”]{0,60}[\\d!@#$%^&*_+=~?])[^\\s\'"“”]{3,60}[^\\s\'"“”.,;:?!)]|(?=[^\\s\'"“”]{0,60}\\d)[^\\s\'"“”]{3,60}!';

/** Passwords and PINs, whatever they look like, right after the word, or before it. */
export const passwords: readonly Recognizer[] = [
  pattern(
    'PASSWORD',
    new RegExp(
      `\\b(?:pass ?-?(?:words?|codes?|phrase|key)|pwd|passwd|pw|secret (?:word|answer|key)|wi-?fi (?:password|key|code)|network key|security key|login code)(?: (?:for|to|of|on) [^.,:!?]{2,30}?)?(?: (?:is|was|are|should be|will be|reads)(?: (?:now|still|just|currently|probably|set to))?| (?:changed |set |reset |updated )?(?:it )?(?:to|from)|, (?:it's|it’s|it is|which is))? ?[:=]? ?['"“]?(?<it>${secret})`,
      'dgi',
    ),
    {score: 0.9, accept: (match) => !/^(?:https?:|www\.|\d{1,2}:\d{2}|\d+[-–]\d+$)/i.test(match)},
  ),
  pattern(
    'PASSWORD',
    /\b(?:pin|passcode|unlock code|(?:door|gate|alarm|access|safe|entry|voicemail|security|keypad) code|combination|otp|one-time code)(?: (?:code|number))?(?: (?:for|to|of|on) [^.,:!?\d]{2,30}?)?(?: (?:is|was)(?: now)?| (?:changed |set |reset )?to)? ?[:=]? ?(?<it>\d{4,8}|\d{2}[- ]\d{2}[- ]\d{2})(?![\d-])/dgi,
    {
      score: 0.9,
      accept: (_, {text}, start) => !/\b(?:card|cvv) security code/i.test(text.slice(Math.max(0, start - 40), start)),
    },
  ),
  pattern(
    'PASSWORD',
    /\b(?:password|passphrase|passcode)(?: is| was|:| to| =)(?: now| still)? ?['"“]?(?<it>[^\s'"“”.,;?]{4,40})(?=['"”]?(?:[.,;?!]|$| (?:and|but|for|if)\b))/dgi,
    {
      score: 0.66,
      accept: (match) => !isCommonWord(match.toLowerCase().replace(/!{1,9}$/, '')) || /[A-Z].*[A-Z]|\d/.test(match),
    },
  ),
  // "tango seven seven", as it is spoken.
  pattern(
    'PASSWORD',
    /\b(?:password|passphrase|passcode)(?: is| was)(?: now)? (?<it>(?:[a-z]{3,12} ){1,4}(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d{1,6})(?: |\b)){1,8}(?<! ))/dgi,
    {score: 0.84},
  ),
  pattern(
    'PASSWORD',
    /\b(?:password|passphrase|passcode|pin)(?: is| was|:| to| =)(?: now| still)? ?["“‘'](?<it>[^"“”'‘’\n]{3,40})["”’']/dgi,
    {score: 0.88},
  ),
  pattern(
    'PASSWORD',
    new RegExp(
      `(?<![^\\s'"“”])(?<it>${secret})(?= (?:is|was|as|used to be) (?:my|the|his|her|your|our|their|a)(?: \\w{2,12}){0,3} (?:password|passcode|passphrase|pin|pwd)\\b)`,
      'dgi',
    ),
    {score: 0.9, needs: /pass(?:word|code|phrase)|pin|pwd/i},
  ),
  pattern(
    'PASSWORD',
    new RegExp(
      `\\b(?:old|new|temporary|current|wifi|admin|default|first|second) (?:one|password)(?: (?:is|was))? (?:now )?['"“]?(?<it>${secret})`,
      'dgi',
    ),
    {
      score: 0.86,
      accept: (match, {text}, start) =>
        /password|passcode/i.test(text.slice(Math.max(0, start - 80), start)) && /[a-z]/i.test(match),
    },
  ),
];
