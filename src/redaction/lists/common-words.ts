import {packedCommonWords} from './data/common-words.js';
import {lazily} from './lazily.js';
import {unpack} from './unpack.js';

/** Words of chats that the generated list lacks, and contractions. */
const chat =
  "birthdate birthdates dob callback ping gamertag medicaid medicare re ps subject ship fwd yeah yup yep gonna wanna gotta hiya hi hey ok okay hmm uh um wifi app apps blog login logout username online offline email emails e-mail inbox laptop website webpage url faq admin info promo i i'm i've i'd i'll you're you've you'll you'd we're we've we'd we'll they're they've they'd they'll he's he'd he'll she's she'd she'll it's it'd it'll that's that'll there's there're here's what's who's who'd where's when's why's how's let's isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't mustn't needn't ain't y'all mr mrs ms dr prof asap fyi btw pls plz thx ty lol omg imo jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays am pm usd eur gbp a o'clock signup checkout dropdown screenshot screenshots pdf csv usb api ios android iphone ipad macbook windows linux mac chrome firefox safari edge outlook gmail excel word powerpoint teams bluetooth ethernet alexa siri gps vpn ssn vin iban cvv atm id pin sim imei otp sms kyc pos tv dvd hdmi ceo cfo cto hr pr qa ux ui vp covid mri id's faqs id'd onboarding deliverables timeline kickoff standup backlog roadmap spreadsheet reschedule rebook resend unsubscribe refundable nonrefundable reactivate deactivate bot chatbot robocall voicemail voicemails timestamp workflow workflows upsell reorder preorder mom mum dad mommy daddy grandma grandpa nana auntie kiddo spouse fiancé fiancée stepson stepdaughter sir madam ma'am hola bonjour ciao namaste salut";

const words = lazily((): ReadonlySet<string> => new Set([...unpack(packedCommonWords), ...chat.split(' ')]));

const endings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ied$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/([bdgklmnprtz])\1ed$/, '$1'],
  [/([bdgklmnprtz])\1ing$/, '$1'],
  [/ly$/, ''],
];

/** Whether a word in lower case is an ordinary English one; its regular forms are as ordinary as the word itself. */
export function isCommonWord(word: string): boolean {
  if (words().has(word)) return true;
  if (word.includes('-')) return word.split('-').every((part) => isCommonWord(part));
  return endings.some(([ending, to]) => {
    if (!ending.test(word)) return false;
    const stem = word.replace(ending, to);
    return stem.length > 2 && words().has(stem);
  });
}
