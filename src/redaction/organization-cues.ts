import {pattern, type Recognizer} from './candidate.js';
import {isFunctionWord, isProduct} from './chunks.js';
import {textBefore} from './document.js';
import {isCommonWord} from './lists/common-words.js';
import {isKind, Kind} from './lists/lexicon.js';

const part = "\\p{Lu}(?:[\\p{L}\\p{N}'’&-]|\\.(?=\\p{L})){0,25}";
const names = `${part}(?: (?:(?:of|and|&|\\+|the|for|de|du|della) ){0,2}${part}){0,4}`;
const business =
  '(?:store|shop|company|firm|business|retailer|supplier|manufacturer|brand|restaurant|chain|bank|agency|startup|start-up|hospital|clinic|university|college|school|charity|organi[sz]ation|airline|supermarket|multinational|provider|vendor|corporation|publisher|brewery|bakery|hotel|insurer|dealership|marketplace|nonprofit|non-profit|consultancy|pharmacy|gym|salon|café|cafe|carrier|operator|contractor|employer|competitor|subsidiary|conglomerate|cooperative|wholesaler|distributor|maker|studio|fintech|law firm|credit union|foundation|NGO|lender|broker|franchise|nursery|museum)';

const employed =
  "[Ww]ork(?:s|ed|ing)? (?:part-time |full-time |remotely |there )?(?:for|at|with)|[Ee]mployed (?:by|at|with)|[Jj]obs? (?:at|with)|[Pp]osition (?:at|with)|[Oo]ffer from|[Ff](?:lew|ly|lying|lown) with|[Ii]nsured (?:by|with)|[Bb]ank(?:s|ed)? with|[Ss]ubscri(?:bed?|ption) to|[Rr]ented from|[Oo]rdered from|[Jj]oin(?:s|ed|ing)? from|[Cc]ompany (?:called|named|is)|(?:firm|startup|shop|store|agency|charity|bank|school|clinic|hospital|business|brand|place|supplier|restaurant|studio|organi[sz]ation) (?:called|named)|[Ii]ntern(?:s|ed|ing|ship)? (?:at|with)|(?:customers?|employees?|clients?|subsidiary|division|shareholders?|owner|president|director|chairman|head|members?) of|(?:CEO|CFO|CTO|COO|CMO|VP|founder|co-founder|owner|partner|boss|president|director|manager|engineer|developer|analyst|nurse|teacher|professor|consultant|lawyer|accountant|assistant|supervisor|cashier|barista|driver|technician|designer|scientist|researcher|rep|representative|buyer|counsel|internship|apprentice|trainee|colleagues?|team|recruiter|recruiters|guy|lady|agent|people|folks|someone|contact|counterpart|treasurer|surgeon|doctor|physician|welder|chef|executive) (?:at|for|from|with)|(?:[Bb]ank|[Cc]ompany|[Ss]upplier|[Ii]nsurer|[Pp]rovider|[Cc]arrier|[Vv]endor|[Cc]ompetitor|[Ee]mployer|[Pp]harmacy|[Ll]ender|[Ll]andlord|[Ss]chool|[Uu]niversity) (?:is|was|are|will be)|[Cc]ompany,|[Ss]tud(?:y|ies|ied|ying|ent) at|[Gg]raduat(?:ed?|ing) from|[Dd]egree (?:from|at)|(?:flight|insurance|insured|plan|contract|policy|accounts?|mortgage|loan|card|booking|reservation|deal|partnership|pension|savings|credit line|appointment|interview|meeting|call|invoice|refund|order|package|parcel|letter|bill|statement|cheque|check|quote|email|gift card|merger|lawsuit) (?:came |is |was |arrived )?(?:with|from|at|against)|laid off (?:from|by)|fired (?:from|by)|[Cc]all(?:ing)? (?:from|on behalf of)|on behalf of|(?:[Bb]ought|[Oo]rdered|[Pp]urchased|[Rr]ented|[Ll]eased|[Bb]orrowed|[Dd]elivered|[Ss]hipped|[Ii]nstalled|[Rr]epaired|[Tt]reated|[Hh]ospitali[sz]ed|[Aa]dmitted|[Oo]perated on|[Ii]nsured|[Rr]epresented|[Ff]inanced|[Aa]udited|[Ss]ponsored|[Aa]cquired|[Rr]un|[Oo]wned|[Pp]ublished|[Ff]unded|[Hh]osted|[Mm]anufactured|[Dd]eveloped|[Bb]illed|[Ch]arged) (?:it |them |this |one )?(?:from|by|with|at|to|through)|(?:[Tt]hank you for|[Tt]hanks for) (?:calling|contacting|choosing|shopping (?:at|with)|visiting)|[Yy]ou(?:'ve|’ve| have) reached|[Rr]eached|[Ww]elcome to|[Ss]witch(?:ed|ing)? (?:from|to)|[Tt]ransfer(?:red)? (?:from|to)|[Ii]nvest(?:ed|ing)? in|[Ss]hares (?:in|of)|[Ss]tock (?:in|of)|[Vv]olunteers? (?:at|for|with)|[Ss]ued?|[Aa]cquir(?:es?|ed|ing)|[Mm]erged with|[Pp]artnered with|[Ss]old to|[Bb]ank(?:s|ed|ing)? (?:with|at)|[Ss]hop(?:s|ped|ping)? at|interviewed (?:at|with|by)|applied (?:to|at|for a job at)|quit|via|left my job at";
const from = '(?:[A-Z]\\p{Ll}+|\\b[Ii]|here|agent|someone) (?:here |calling |is |was |are )?from';

/** Companies and institutions that the sentence gives away: what they are, do, or employ. */
export const cuedOrganizations: readonly Recognizer[] = [
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<=^|[.!?"“] |\\b(?:and|that|because|but|think|guess) )(?<it>${names})(?=,? (?:is|was) (?:an?|the|our|my|one of the) (?:[\\p{L}-]{1,20} ){0,5}${business}\\b)`,
      'dgu',
    ),
    {score: 0.86, accept: isName},
  ),
  pattern('ORGANIZATION', new RegExp(`(?<=\\b(?:${employed}) (?:the )?)(?<it>${names})(?![\\p{L}])`, 'dgu'), {
    score: 0.72,
    accept: isName,
  }),
  pattern('ORGANIZATION', new RegExp(`(?<=\\b${from} )(?<it>${names})(?![\\p{L}])(?= |[.,!?]|$)`, 'dgu'), {
    score: 0.6,
    accept: (match, document, start) =>
      isName(match) &&
      !isPlaceOrTime(match) &&
      /(?:\p{Lu}\p{Ll}+ (?:here |calling )?|here |calling |agent |someone |\p{Lu}\p{Ll}+ is )from $/u.test(
        textBefore(document, start),
      ) &&
      !/\b(?:I'm|I am|is originally) from $/.test(textBefore(document, start)),
  }),
  pattern(
    'ORGANIZATION',
    /(?<!\p{L})(?:University|Universidad|Università|Université|Bank|Museum|Ministry|Department|Institute|College|Church|Embassy|Bureau|Office|Board|Chamber|Academy|School|Royal Bank|House|Order|Archdiocese|Diocese|Federation|Consulate|Society|Hospital|Friends|City|Town|State) of (?:the )?\p{Lu}\p{L}{1,25}(?:(?: (?:and|&|of|de|at))? \p{Lu}\p{L}{1,25}){0,3}/dgu,
    {
      score: 0.85,
      accept: (match) =>
        !/^(?:City|Town|State|House|Order|Office|Friends|School) of \p{Lu}\p{L}+$/u.test(match) ||
        (/^(?:City|Town|State) of /.test(match) === false &&
          /Commons|Lords|Representatives|Management|Medicine|Law|Business/.test(match)),
    },
  ),
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<!\\p{L})(?<it>${part}(?: ${part}){0,3})(?= (?:employees?|staff|headquarters|HQ|shareholders|executives|customer (?:service|care|support)|recruiters?|representatives?|spokes(?:person|man|woman)|subsidiary|franchise|stock|shares|loyalty card|store card|gift card|rewards|account manager|driver|courier)\\b)`,
      'dgu',
    ),
    {score: 0.66, accept: isUnusualName},
  ),
  // What only companies do.
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<!\\p{L})(?<it>${part}(?: ${part}){0,3})(?= (?:went (?:bankrupt|public|under)|is hiring|are hiring|recalled|announced|launched|acquired|merged|outbid|filed for|refunded|charges? (?:me|us|a|too)|charged (?:me|us|my)|delivers|ships|sells|stocks|declined my|rejected my|raised (?:its|their|my)|laid off|froze my|cancelled my flight|canceled my flight|lost my (?:parcel|package|luggage|order)|closed (?:its|their)|bought (?:us|them)|wants to (?:acquire|renew)|owes us|cut off (?:my|our|the)|keeps charging|overcharged|won't refund|doesn't deliver|shut down|signed (?:the|for|a|with)|shares|stock)\\b)`,
      'dgu',
    ),
    {score: 0.82, accept: isUnknownName},
  ),
  pattern(
    'ORGANIZATION',
    new RegExp(
      `(?<=\\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|job|position|hired|started|intern(?:s|ed)?|drives?|drove|plays?|played|consults?|freelances?) (?:as [^.,!?\\n]{2,40} )?(?:for|at|with) (?:the )?)(?<it>${names})(?![\\p{L}])`,
      'dgu',
    ),
    {score: 0.72, accept: isName},
  ),
  // Shops and places of work that nobody would take for a town.
  pattern(
    'ORGANIZATION',
    new RegExp(`(?<=\\b(?:at|@) (?:the )?)(?<it>${names})(?![\\p{L}]|['’]s (?:house|place|office|desk))`, 'dgu'),
    {score: 0.6, accept: isUnknownName},
  ),
];

function isUnknownName(match: string): boolean {
  return isUnusualName(match) && !isPlaceOrTime(match);
}

function isName(match: string): boolean {
  const first = /^[^ ]+/.exec(match)?.[0].toLowerCase() ?? '';
  if (
    /^(?:My|Our|Your|His|Her|Their|The|It|This|That|What|I|You|We|They|He|She|There|Mr|Mrs|Ms|Miss|Dr|Mr\.|Q\d)\b/.test(
      match,
    )
  )
    return false;
  if (isPlaceOrTime(match)) return false;
  if (
    match.split(' ').length === 1 &&
    isKind(first, Kind.given) &&
    !isKind(first, Kind.organization | Kind.brandOrWord) &&
    !isCommonWord(first)
  )
    return false;
  if (
    match.split(' ').length === 2 &&
    isKind(first, Kind.given) &&
    isKind(match.toLowerCase().split(' ')[1] ?? '', Kind.family)
  )
    return false;
  return !/^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|spanish|german|hr|it|pr|sales|marketing|finance|legal|support|wifi|wi-fi|internet|god|chrome|safari|firefox|excel|word|python|java|home|pdf|csv|ssn|mrn|id|vin|atm|sms|dr|st|covid|mri|ct)$/.test(
    first,
  );
}

function isPlaceOrTime(match: string): boolean {
  const key = match.toLowerCase();
  return (
    isKind(
      key,
      Kind.city | Kind.country | Kind.state | Kind.landmark | Kind.language | Kind.origin | Kind.event | Kind.drug,
    ) && !isKind(key, Kind.organization | Kind.brandOrWord)
  );
}

function isUnusualName(match: string): boolean {
  const words = match.toLowerCase().split(' ');
  return (
    isName(match) &&
    words.some((word) => !isCommonWord(word) && !isKind(word, Kind.given)) &&
    !words.some((word) => isFunctionWord(word)) &&
    !isProduct({lower: words[0] ?? ''})
  );
}
