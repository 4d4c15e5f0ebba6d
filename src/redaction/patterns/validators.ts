/** Keeps the digits of a number that is written in groups. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Luhn's checksum over a string of digits (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Visa, American Express, Diners, JCB, Mastercard, and the Maestro, Discover and UnionPay ranges, with their lengths. */
const issued =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|3[47]\d{13}|3[0689]\d{12}|35\d{14}|(?:5[1-5]|2[2-7])\d{14}|(?:5[06-8]|6\d)\d{10,17})$/;

/** A payment card: an issuer's first digits and length, and a right checksum. */
export function isCardNumber(digits: string): boolean {
  return issued.test(digits) && !/^(\d)\1+$/.test(digits) && isLuhn(digits);
}

/** An IBAN: country, two check digits, and 97 dividing evenly (ISO 13616). Blanks must be gone. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** A routing number of the American Bankers Association: nine digits, weights 3-7-1, a known first pair. */
export function isAbaRouting(digits: string): boolean {
  if (!/^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits)) return false;
  const weights = [3, 7, 1];
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return sum % 10 === 0;
}

/** A US social security number that can exist, or an ITIN (area 9xx with group 50–65, 70–88, 90–92, 94–99). */
export function isSsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const area = digits.slice(0, 3);
  const group = digits.slice(3, 5);
  if (area === '000' || area === '666' || group === '00' || digits.endsWith('0000')) return false;
  return area < '900' || /^(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])$/.test(group);
}

/** A number of the British health service: ten digits, weights 10 to 2, and a check digit that makes 11 divide. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index < 9 ? 10 - index : 1), 0);
  return sum % 11 === 0;
}

/** A Canadian social insurance number: nine digits with a right checksum, of which the first is never 0 or 8. */
export function isSin(digits: string): boolean {
  return /^[1-79]\d{8}$/.test(digits) && isLuhn(digits);
}

/** An IPv4 address in dotted decimals. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

/** An IPv6 address, `::` and a dotted tail included (RFC 4291). */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const width = groups.length + (tail.includes('.') ? 1 : 0);
  const wellFormed = groups.every((group, index) =>
    index === groups.length - 1 && group.includes('.') ? isIpv4(group) : /^[\da-f]{1,4}$/i.test(group),
  );
  return wellFormed && (halves.length === 2 ? width < 8 && groups.length > 0 : width === 8);
}

const vinValues: Readonly<Record<string, number>> = {
  ...{A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9},
  ...{S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9},
};
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** A vehicle identification number with the check digit that North America asks for (49 CFR 565). */
export function isVin(text: string): boolean {
  if (!/^[A-HJ-NPR-Z\d]{17}$/.test(text)) return false;
  const sum = [...text].reduce(
    (total, sign, index) => total + (vinValues[sign] ?? Number(sign)) * (vinWeights[index] ?? 0),
    0,
  );
  return text[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
