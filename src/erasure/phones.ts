import {foldSet} from './fold.js';
import {Needle} from './needle.js';
import {leastDigits, type PhoneNumber} from './phone-number.js';

/** Digits that stand together. */
interface Group {
  readonly start: number;
  readonly end: number;
}

/** Seven digits at the least, and only what groups them in between. No line break: the next line is another number. */
const candidate = /\d[\d\p{Zs}\p{Pd}\p{Default_Ignorable_Code_Point}().\/−]{5,}\d/gu;
const longestGap = 5;
/** Digits of the longest number, and of all that may stand before it. */
const longestWriting = 24;

/** From how many digits on a number is recognized beside others in the same row. */
const longEnoughAmongOthers = 9;

/**
 * A phone number in any format of the same number.
 *
 * Only digits count, group by group: one never begins or ends within a group. They are the same number when they are equal
 * but for the country code (`+`, `00` or `011` before it, or nothing) and a trunk zero, which either may lack; or when they
 * stand alone and are the end of it, seven digits or more (`555-0142` of `+1 212 555 0142`). A number that was given
 * without its country or area code is not found where another area's stands before it.
 */
export function phoneNeedle(phone: PhoneNumber, of: string): Needle {
  return new Needle({
    of,
    forms: [
      {as: [], finderIn: () => (text) => isIn(text, phone, (start) => isWrittenAt(text, phone, start))},
      {as: ['phone'], finderIn: () => (text) => isIn(text, phone, () => true)},
    ],
    folds: foldSet('unicode'),
    core: phone.digits.slice(-leastDigits),
    shortest: leastDigits,
  });
}

function isIn(text: string, phone: PhoneNumber, accepts: (start: number) => boolean): boolean {
  const tail = phone.digits.slice(-leastDigits);
  const holdsTail = (found: string) => found.replace(/\D/g, '').includes(tail);
  if (!text.match(candidate)?.some(holdsTail)) return false;
  for (const {0: found, index} of text.matchAll(candidate)) {
    if (!holdsTail(found)) continue;
    for (const row of rowsIn(text, index, index + found.length)) {
      const start = startIn(text, row, phone);
      if (start !== undefined && accepts(start)) return true;
    }
  }
  return false;
}

/** The groups of digits of a candidate, parted where the gap is too long for one number. */
function rowsIn(text: string, start: number, end: number): readonly (readonly Group[])[] {
  const rows: Group[][] = [];
  let last: Group | undefined;
  for (const {0: digits, index} of text.slice(start, end).matchAll(/\d+/g)) {
    const group = {start: start + index, end: start + index + digits.length};
    if (last && group.start - last.end <= longestGap) rows.at(-1)?.push(group);
    else rows.push([group]);
    last = group;
  }
  return rows;
}

/** Where the number begins in a row of groups, if it is there. What has a `+` before it begins with it. */
function startIn(text: string, row: readonly Group[], phone: PhoneNumber): number | undefined {
  const hasPlus = /\+\(?$/.test(text.slice(Math.max(0, (row[0]?.start ?? 0) - 2), row[0]?.start));
  const found = (hasPlus ? row.slice(0, 1) : row).findIndex((_, first) => beginsWith(text, row, first, hasPlus, phone));
  return row[found]?.start;
}

function beginsWith(text: string, row: readonly Group[], first: number, hasPlus: boolean, phone: PhoneNumber): boolean {
  let digits = '';
  for (let last = first; last < row.length && digits.length <= longestWriting; last++) {
    const group = row[last] as Group;
    digits += text.slice(group.start, group.end);
    // A plus and two zeros are the same.
    const isSame = phone.isSame(hasPlus ? `00${digits}` : digits);
    if (first === 0 && last === row.length - 1) return isSame || (!hasPlus && isEndOf(phone, digits));
    if (digits.length < longEnoughAmongOthers || !isSame) continue;
    if (first === last || (isApart(text, row[first - 1], row[first]) && isApart(text, group, row[last + 1])))
      return true;
  }
  return false;
}

function isEndOf({digits}: PhoneNumber, others: string): boolean {
  const significant = others.replace(/^0+/, '');
  return significant.length >= leastDigits && digits.endsWith(significant);
}

/** Blanks and slashes may stand between two numbers; dots and hyphens alone stand within one. */
function isApart(text: string, one: Group | undefined, next: Group | undefined): boolean {
  return one === undefined || next === undefined || /[\p{Zs}/]/u.test(text.slice(one.end, next.start));
}

function isWrittenAt(text: string, {written}: PhoneNumber, start: number): boolean {
  return text.startsWith(written, start - written.search(/\d/));
}
