import {uncased} from './latin.js';
import {digitsOf, isAbaRouting} from './patterns/validators.js';
import type {EntityType} from './types.js';

/** A word that says what the number beside it is. `type: null` says: nothing personal, look no further. */
export interface Cue {
  readonly type: EntityType | null;
  readonly words: RegExp;
  readonly fits: (value: string) => boolean;
}

const ofDigits = (least: number, most: number) => (value: string) =>
  /^[\d ().+–/-]+$/.test(value) && digitsOf(value).length >= least && digitsOf(value).length <= most;
const ofLength = (least: number, most: number) => (value: string) => {
  const {length} = value.replace(/[^A-Za-z\d]/g, '');
  return length >= least && length <= most && /\d/.test(value);
};
/** Neither an amount of money nor a year, a date or a time of day. */
const code = (least: number, most: number) => (value: string) =>
  ofLength(least, most)(value) && !/^(?:19|20)\d{2}$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(value);
const always = () => true;
const number =
  '(?: ?(?:number|num|nr|no\\.?|id|code|#|card number|card|reference|ref|identifier|digits|account number|account))?';

/** What numbers are called. The nearest name wins; of two in one place the longer. */
const table: readonly Cue[] = [
  {
    type: 'SSN',
    words:
      /social insurance(?: number)?|social security(?: number| no\.?| #)?|\bsocial(?! (?:media|worker|event|network))\b|\bssns?\b|\bitin\b|\bsin(?: number)?\b|social insurance(?: number)?|national insurance(?: number)?|\bni(?: number| no\.?)\b|\bnino\b|\btax(?:payer)? (?:id|identification|file number)(?: number)?|\btin\b|\bss#/gi,
    fits: code(4, 11),
  },
  {
    type: 'CVV',
    words:
      /\b(?:cvv2?|cvc2?|csc|cid|security (?:code|number|digits)|verification (?:code|value)|card code|(?:three|four|3|4)[- ]digit (?:security )?(?:code|number)|(?:code|number|digits) (?:on|at) the back|back of (?:the|my|it|your) ?(?:card)?)\b/gi,
    fits: ofDigits(3, 4),
  },
  {type: 'CVV', words: /\bthe (?:three|3) digits\b/gi, fits: ofDigits(3, 3)},
  {
    type: 'CREDIT_CARD',
    words:
      /\b(?:(?:credit|debit|visa|master|gift|amex|bank|payment|business|corporate|prepaid)?[- ]?card|cc)(?: (?:number|no\.?|#|details))?\b|\b(?:visa|mastercard|amex|american express|discover|maestro|diners)\b/gi,
    fits: ofDigits(12, 19),
  },
  {
    type: 'CREDIT_CARD',
    words:
      /\b(?:cards?|visa|mastercard|amex|discover|debit) (?:(?:number )?(?:ending|ends|that ends|which ends) (?:in|with|on)|with (?:the )?last four(?: digits)?|last four(?: digits)?(?: are)?)/gi,
    fits: ofDigits(4, 4),
  },
  {
    type: 'ROUTING_NUMBER',
    words: /\brouting(?: transit)?(?: number| no\.?)?|\baba(?: number)?\b|\brtn\b/gi,
    fits: (value) => isAbaRouting(digitsOf(value)) || ofDigits(9, 9)(value),
  },
  {
    type: 'ROUTING_NUMBER',
    words: /\bsort ?code|\bbsb\b|\btransit number|\bifsc(?: code)?|\bbank code|\bblz\b/gi,
    fits: code(5, 11),
  },
  {type: 'ROUTING_NUMBER', words: /\bswift(?:\/bic)?(?: code)?|\bbic(?: code)?\b/gi, fits: ofLength(8, 11)},
  {
    type: 'HEALTHCARE_NUMBER',
    words: new RegExp(
      `\\b(?:mrn|medical record|medicare|medicaid|nhs|ohip|health(?:care)? (?:card|insurance|plan|id)|health|chart|insurance (?:id|card|member|group|subscriber)|medical (?:insurance|aid|card|id)|patient|beneficiary|subscriber|group (?:number|id|no)|npi|dental (?:plan|insurance)|vision plan|member id|plan (?:id|number)|prescription (?:number|id)|rx ?(?:number|bin|pcn|group)|hospital (?:number|id)|blue ?cross|aetna|cigna|humana|kaiser|tricare|dea)${number}\\b`,
      'gi',
    ),
    fits: code(5, 18),
  },
  {
    type: 'DRIVER_LICENSE',
    words:
      /\bdriv(?:er|ers|er's|er’s|ers'|ing)?[- ]licen[cs]e(?: (?:number|no\.?|id|#))?|\blicen[cs]e(?: (?:number|no\.?|id|#))?\b(?! plate)|\bdl(?: (?:number|no\.?|#))?\b|\blicen[cs]e is\b|\bstate id\b|\bdriving permit\b|\bpermit number\b/gi,
    fits: code(5, 20),
  },
  {type: 'PASSPORT_NUMBER', words: /\bpassports?(?: (?:number|no\.?|id|#|book number))?\b/gi, fits: code(6, 12)},
  {
    type: 'VEHICLE_ID',
    words: /\b(?:vin(?: (?:number|no\.?|#))?|chassis(?: number)?|vehicle identification(?: number)?|vehicle id)\b/gi,
    fits: ofLength(11, 17),
  },
  {
    type: 'VEHICLE_ID',
    words:
      /\b(?:licen[cs]e |number |tag )?plates?(?: (?:number|no\.?|is|reads))?\b|\bregistration(?: (?:number|plate|no\.?))?|\btag (?:number|is)\b|\breg(?:istration)? (?:is|number)\b|\blicen[cs]e plate(?: number)?|\breg\b/gi,
    fits: code(4, 9),
  },
  {
    type: 'ACCOUNT_NUMBER',
    words: new RegExp(
      `\\b(?:customer|client|membership|member|policy|policyholder|contract|loyalty|subscriber|subscription|utility|frequent[ -]fly(?:er|ing)|meter|insurance policy|rewards?|claim|electric(?:ity)?|gas|water|internet|broadband|mobile|phone|cable|energy|service|user|gym|library|club|air ?miles|miles|skymiles|mileage|mortgage|loan|points|billing|store|merchant|partner|tenant|brokerage|investment|pension|401k|retirement|portfolio|cell|wireless|satellite|student loan|insurance|donor|patron)(?: (?:account|card|policy|agreement|contract))?(?: (?:number|nr|no\\.?|id|#|code)|#)|\\b(?:customer|client|policy|membership|contract|claim|loyalty)(?: (?:is|was)\\b|:)|\\bacct (?:id|ref)\\b|\\baccount (?:id|ref(?:erence)?)\\b|\\bpolicy\\b|\\bcontract\\b|\\bmembership\\b|\\bfrequent flyer\\b`,
      'gi',
    ),
    // A user id that begins with a word is a name.
    fits: (value) => code(4, 20)(value) && !/^[a-z]{3}/.test(value),
  },
  {
    type: 'BANK_ACCOUNT',
    words:
      /\b(?:bank |checking |savings |current |chequing |deposit |business |joint )?account(?: (?:number|no\.?|#|ending in|ending|ends in))?\b|\bacct\.?(?: (?:number|no\.?|#))?|\biban\b|\ba\/c\b|\bchecking\b|\bsavings\b/gi,
    fits: code(6, 34),
  },
  {
    type: 'BANK_ACCOUNT',
    words: /\b(?:account|checking|savings|acct)(?: number)? (?:ending|ends|that ends) (?:in|with)/gi,
    fits: ofDigits(3, 5),
  },
  {
    type: 'LOCATION_ZIP',
    words: /\bzip(?: ?codes?)?\b|\bpost(?:al)? ?codes?\b|\bpin ?code\b/gi,
    fits: (value) => ofLength(4, 9)(value),
  },
  {
    type: 'PASSWORD',
    words:
      /\bpins?(?: (?:number|code))?\b(?! ?code)|\bpass ?codes?\b|\bpasswords?\b|\bunlock code\b|\bdoor code\b|\baccess code\b|\bgate code\b|\balarm code\b|\bkeypad code\b|\bsafe (?:code|combination)\b|\bcombination\b|\bsecret code\b|\bvoicemail code\b|\bone[- ]time (?:code|password|passcode)\b|\botp\b|\btelephone banking code\b/gi,
    fits: (value) => /^[\d ]+$/.test(value) && ofDigits(3, 10)(value),
  },
  {
    type: 'NUMERICAL_PII',
    words:
      /\bimei(?: number)?\b|\bserial(?: (?:number|no\.?|#|code))?\b|\bs\/n\b|\bemployee(?: (?:id|number|no\.?|#|code))\b|\bstudent(?: (?:id|number|no\.?))\b|\bbadge(?: (?:id|number|no\.?|#))?\b|\bcookie(?: id)?\b|\bdevice(?: id| number)\b|\bsession(?: id)?\b|\bstaff(?: (?:id|number|no\.?))\b|\bnational id(?:entity)?(?: (?:number|card))?\b|\bvoter(?:'s)?(?: (?:id|registration))?(?: number)?\b|\bid (?:card|number|no\.?)(?: number)?\b|\btracking id\b|\bmac(?: address)?\b|\bvisa number\b|\badvertising id\b|\budid\b|\buuid\b|\bguid\b|\biccid\b|\bimsi\b|\bsim(?: card)?(?: number)?\b|\bpayroll(?: (?:id|number))?\b|\bpersonnel(?: (?:id|number))?\b|\bfingerprint id\b|\bhardware id\b|\bmachine id\b|\bmodel and serial\b|\btag id\b|\bgreen card number\b|\balien (?:registration )?number\b|\bcase id\b|\bresident permit\b|\bresidence permit(?: number)?\b|\bprofessional licen[cs]e\b|\binstallation id\b|\bworker id\b|\benrol?lment number\b|\bcandidate number\b|\bmatriculation number\b|\baadhaar(?: number)?\b|\bpan (?:card|number)\b|\bcurp\b|\bdni\b|\bnie\b|\bcpf\b|\bbsn\b|\bid:|\bpersonal (?:id|number|identification number)\b|\bmy id\b/gi,
    fits: ofLength(4, 40),
  },
  {
    type: 'PHONE_NUMBER',
    words:
      /\b(?:(?:tele)?phone|telephone|tel|mobile|cell(?:phone)?|call(?:s|ed|ing|back)?|call (?:me|us|him|her)(?: back)?(?: at| on)?|text|dial|ring|reach|fax|whatsapp|landline|contact|(?:my|his|her|their|home|work|office|daytime|evening|alternate|emergency|direct|new|old|best|the) (?:phone |contact |cell |mobile |telephone |callback |call-back )?number|number to reach|extension|ext|voicemail|sms|hotline|switchboard|answering at|line is|messages? to)\b/gi,
    fits: (value) => ofDigits(7, 15)(value) && !/\.\d{1,2}$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(value),
  },
  {
    type: null,
    words:
      /\b(?:orders?|tickets?|case|reference|ref|invoice|tracking|room|pages?|items?|model|version|flight|booking|confirmation|error|steps?|option|port|level|gate|part|product|article|chapter|row|seat|sku|batch|build|release|bus|train|platform|aisle|floor|apartment|unit|suite|quantity|qty|coupon|promo(?: code)?|voucher|discount code|gift code|channel|episode|section|paragraph|figure|table|exit|route|highway|locker|terminal|shipment|parcel|package|transaction|receipt|pnr|serial port|total|score|points|calories|steps|population|issue|bug|pr|pull request|rma|queue|code review|size|article number|part number|po|purchase order|batch number|lot|isbn|barcode|upc|job number|work order|reservation|incident|request|chat|query)(?: (?:number|no\.?|id|#|code))?\b(?! card)/gi,
    fits: always,
  },
];

/** All cues, for text in small letters. */
export const cues: readonly Cue[] = table.map((cue) => ({...cue, words: uncased(cue.words)}));
