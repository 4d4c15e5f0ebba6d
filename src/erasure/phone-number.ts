/** A phone number, and what counts as the same one. All digits only. */
export interface PhoneNumber {
  /** As it was given, but for blanks around it. */
  readonly written: string;
  /** All that matters of it: the country code if it was given, no `+`, `00` or trunk zero before it. */
  readonly digits: string;
  /** Whether other digits, from the first to the last, are a whole writing of the same number. */
  readonly isSame: (digits: string) => boolean;
}

/** From how many digits on, counted from the right, two numbers are taken for the same. */
export const leastDigits = 7;
const mostDigits = 18;

/** The country codes of E.164: none begins another. */
const countryCode =
  '(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[789]|8[0578]|9[679])\\d)';
const international = /^(?:\+|00|011)/;

/**
 * Reads a phone number that somebody wrote: digits with `()-. /` between them, and a `+` before them.
 *
 * @returns undefined for what is none: other characters, less than seven digits, more than eighteen.
 */
export function readPhone(text: string): PhoneNumber | undefined {
  const written = text.trim();
  const plain = written.normalize('NFKC').replace(/\p{Pd}/gu, '-');
  if (!/^[+(]*\d[\d ()./-]*$/.test(plain)) return undefined;
  const all = withoutOptionalZero(plain).replace(/[^\d+]/g, '');
  const isNorthAmerican = /^1\d{10}$/.test(all);
  const isInternational = isNorthAmerican || international.test(all);
  const digits = all.replace(international, '').replace(/^0+/, '');
  if (digits.length < leastDigits || digits.length > mostDigits) return undefined;
  const same = new RegExp(isInternational ? internationalPattern(digits) : nationalPattern(digits));
  return {written, digits, isSame: (other) => same.test(other)};
}

/** `+44 (0)20`: the zero is for callers inside the country. */
function withoutOptionalZero(text: string): string {
  return text.replace(/(\d\D*)\(0\)/, '$1');
}

/** With its country code or without; but behind `00` always with it. Whoever has no known code has no number without it. */
function internationalPattern(digits: string): string {
  const [code = ''] = new RegExp(`^${countryCode}`).exec(digits) ?? [];
  const rest = digits.slice(code.length);
  const isWhole = code !== '' && rest.length >= leastDigits;
  return isWhole ? `^(?:(?:00|011)?${code})?0?${rest}$` : `^(?:00|011)?${digits}$`;
}

/** The code that was not given may be any country's, or stand there already without a plus. */
function nationalPattern(digits: string): string {
  return `^(?:00|011)?${countryCode}?0?${digits}$`;
}
