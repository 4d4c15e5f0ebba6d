import {candidate, type Candidate} from './candidate.js';
import {codes, type Code} from './codes.js';
import type {Document} from './document.js';
import {digitsOf, isAbaRouting} from './patterns/validators.js';
import type {EntityType} from './types.js';

/** A word that says what the number beside it is. `type: null` says: nothing personal, look no further. */
interface Cue {
  readonly type: EntityType | null;
  readonly words: RegExp;
  readonly fits: (value: string) => boolean;
}

const ofDigits = (least: number, most: number) => (value: string) =>
  /^[\d ().+–-]+$/.test(value) && digitsOf(value).length >= least && digitsOf(value).length <= most;
const ofLength = (least: number, most: number) => (value: string) => {
  const {length} = value.replace(/[^A-Za-z\d]/g, '');
  return length >= least && length <= most && /\d/.test(value);
};
const always = () => true;

const cues: readonly Cue[] = [
  {
    type: 'SSN',
    words:
      /social security(?: number)?|\bsocial\b|\bssn\b|\bitin\b|\bsin\b|social insurance|national insurance|\bni number|\btax(?:payer)? (?:id|identification)/gi,
    fits: ofLength(4, 11),
  },
  {
    type: 'CVV',
    words:
      /\b(?:cvv2?|cvc2?|csc|cid|security code|verification (?:code|value)|(?:three|four|3|4)[- ]digit (?:code|number)|(?:code|number|digits) on the back)\b/gi,
    fits: ofDigits(3, 4),
  },
  {
    type: 'CREDIT_CARD',
    words:
      /\b(?:(?:credit|debit|visa|master|gift)?[- ]?card|cc)(?: (?:number|no\.?|#))?\b|\b(?:visa|mastercard|amex|american express|discover)\b/gi,
    fits: ofDigits(12, 19),
  },
  {type: 'CREDIT_CARD', words: /\bcard (?:ending (?:in|with)|ends (?:in|with))/gi, fits: ofDigits(4, 4)},
  {type: 'ROUTING_NUMBER', words: /\brouting|\baba\b|\brtn\b/gi, fits: (value) => isAbaRouting(digitsOf(value))},
  {
    type: 'HEALTHCARE_NUMBER',
    words:
      /\b(?:mrn|medical record|medicare|medicaid|nhs|health (?:card|insurance|plan)|insurance (?:id|card|number)|patient (?:id|number|no)|member ?id|beneficiary|subscriber id|group number|npi)\b/gi,
    fits: ofLength(5, 18),
  },
  {
    type: 'DRIVER_LICENSE',
    words: /\bdriv(?:er|ers|er's|er’s|ing)[- ]licen[cs]e|\blicen[cs]e (?:number|no|id)\b|\bdl\b|\blicen[cs]e is\b/gi,
    fits: ofLength(5, 20),
  },
  {type: 'PASSPORT_NUMBER', words: /\bpassport\b/gi, fits: ofLength(6, 12)},
  {type: 'VEHICLE_ID', words: /\b(?:vin|chassis number|vehicle identification)\b/gi, fits: ofLength(11, 17)},
  {
    type: 'VEHICLE_ID',
    words:
      /\b(?:licen[cs]e |number )?plates?\b|\bregistration (?:number|plate)|\btag number\b|\breg(?:istration)? is\b/gi,
    fits: ofLength(4, 9),
  },
  {
    type: 'ACCOUNT_NUMBER',
    words:
      /\b(?:customer|client|membership|member|policy|contract|loyalty|subscriber|utility|frequent flyer|meter|insurance policy|rewards?|claim|electricity|gas|water)(?: (?:account|card))?(?: (?:number|no\.?|id|#)|#| is\b)/gi,
    fits: ofLength(4, 20),
  },
  {
    type: 'BANK_ACCOUNT',
    words: /\b(?:bank |checking |savings |current )?account\b|\bacct\b|\biban\b|\ba\/c\b/gi,
    fits: ofLength(6, 34),
  },
  {type: 'LOCATION_ZIP', words: /\bzip(?: ?code)?\b|\bpost(?:al)? ?code\b/gi, fits: ofLength(4, 9)},
  {type: 'PASSWORD', words: /\bpins?\b|\bpasscode\b|\bpassword\b/gi, fits: ofDigits(4, 8)},
  {
    type: 'NUMERICAL_PII',
    words:
      /\bimei\b|\bserial\b|\bemployee (?:id|number|no)|\bstudent (?:id|number)|\bbadge (?:id|number)|\bcookie id|\bdevice id|\bsession id|\bstaff (?:id|number)|\bnational id|\bvoter id|\bid (?:card|number)\b|\btracking id\b|\bmac\b|\bvisa number\b/gi,
    fits: ofLength(4, 36),
  },
  {
    type: 'PHONE_NUMBER',
    words:
      /\b(?:phone|telephone|tel|mobile|cell(?:phone)?|call(?:s|ed|ing|back)?|text|dial|ring|reach|fax|whatsapp|landline|contact|my number|his number|her number|their number|extension|voicemail|sms)\b/gi,
    fits: (value) => ofDigits(7, 15)(value) && !/\.\d{1,2}$/.test(value),
  },
  {
    type: null,
    words:
      /\b(?:order|ticket|case|reference|invoice|tracking|room|page|item|model|version|flight|booking|confirmation|error|step|option|port|level|gate|part|product|article|chapter|row|seat)\b/gi,
    fits: always,
  },
];

const reach = 70;
const after = /^(?:,? (?:is|was|that's|as|being))? (?:my|the|his|her|your|our|their) /i;

/**
 * Says by the words around a number what it is: the nearest cue of the clause wins, before it or, as in "4471 is my
 * PIN", behind it. A question's cue reaches into the answer.
 */
export function typeByCue(text: string, code: Code): EntityType | undefined {
  const before = clauseBefore(text, code.start);
  const behind = text.slice(code.end, code.end + reach);
  const lead = after.exec(behind)?.[0];
  const found = cues.flatMap((cue) => {
    if (!cue.fits(code.value)) return [];
    const [next] = lead ? behind.slice(lead.length).matchAll(cue.words) : [];
    if (next?.index === 0) return [{type: cue.type, distance: -1, length: next[0].length}];
    const last = [...before.matchAll(cue.words)].at(-1);
    return last
      ? [{type: cue.type, distance: before.length - last.index - last[0].length, length: last[0].length}]
      : [];
  });
  const [nearest] = found.sort((a, b) => a.distance - b.distance || b.length - a.length);
  return nearest?.type ?? undefined;
}

/** Numbers and codes whose type only their surroundings tell. */
export function* cuedNumbers({text}: Document): Iterable<Candidate> {
  for (const code of codes(text)) {
    const type = typeByCue(text, code);
    if (type) yield candidate(code.start, code.end, type, isNamed(text, code) ? 0.94 : 0.8, 'context');
  }
}

/** "NHS number is 943 476 5919": a number that is called by its name is nothing else, whatever it looks like. */
function isNamed(text: string, {start}: Code): boolean {
  return /\b(?:number|no\.?|id|#)(?: is| was)?:? ?#?$/i.test(text.slice(Math.max(0, start - 16), start));
}

function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const breaks = [...before.matchAll(/[!;\n]|\.(?= [A-Z])/g)].at(-1);
  return breaks ? before.slice(breaks.index + 1) : before;
}
