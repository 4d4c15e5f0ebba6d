import {emailNeedle} from './emails.js';
import {lettersIn, nameNeedle} from './names.js';
import type {Needle} from './needle.js';
import {readPhone} from './phone-number.js';
import {phoneNeedle} from './phones.js';
import {textNeedle} from './texts.js';

/** Whom to look for: what is known of a person. Every text is looked for in every place. */
export interface Subject {
  /** As they are written in full. Words that are also stored apart, such as a first name, may be given once more by themselves. */
  readonly names?: readonly string[];
  readonly emails?: readonly string[];
  /** Best with the country code: then they are found without it too. */
  readonly phones?: readonly string[];
  /** Anything else that identifies them: an account number, an address, a sentence. */
  readonly texts?: readonly string[];
}

const leastInName = 2;
const leastInText = 3;

/**
 * What to look for.
 *
 * @throws RangeError for a subject that cannot be looked for. The message names the place, never the text.
 */
export function needlesOf({names = [], emails = [], phones = [], texts = []}: Subject): readonly Needle[] {
  const needles = [
    ...names.map((name, at) => readName(name.trim(), `/names/${at}`)),
    ...emails.map((email, at) => readEmail(email.trim(), `/emails/${at}`)),
    ...phones.map((phone, at) => readNumber(phone, `/phones/${at}`)),
    ...texts.map((text, at) => readText(text.trim(), `/texts/${at}`)),
  ];
  if (needles.length > 0) return needles;
  throw new RangeError(
    'There is nothing to look for: give at least one name, e-mail address, phone number or other text of the person.',
  );
}

function readName(name: string, of: string): Needle {
  if (lettersIn(name) >= leastInName) return nameNeedle(name, of);
  throw new RangeError(`The name at ${of} is too short to be told from chance: give at least two letters.`);
}

function readEmail(email: string, of: string): Needle {
  if (/^[^\s@]+@[^\s@]+$/.test(email) && lettersIn(email) >= leastInText) return emailNeedle(email, of);
  throw new RangeError(
    `What stands at ${of} is no e-mail address: give one such as ada@example.org, or look for it among the texts.`,
  );
}

function readNumber(phone: string, of: string): Needle {
  const number = readPhone(phone);
  if (number) return phoneNeedle(number, of);
  throw new RangeError(
    `What stands at ${of} is no phone number: give 7 to 18 digits with nothing but blanks, +()-. and / between them, ` +
      'without an extension, or look for it among the texts.',
  );
}

function readText(text: string, of: string): Needle {
  if (lettersIn(text) >= leastInText) return textNeedle(text, of);
  throw new RangeError(`The text at ${of} is too short to be told from chance: give at least three letters or digits.`);
}
