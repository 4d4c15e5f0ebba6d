import {latin} from './latin.js';
/** A text with spoken numbers written as digits, and the way back to where they were said. */
export interface Reading {
  readonly text: string;
  /** The stretch of the original that a stretch of the reading stands for; none where nothing was changed. */
  original(start: number, end: number): {readonly start: number; readonly end: number} | undefined;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const units: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  naught: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  niner: '9',
};
const teens: Readonly<Record<string, string>> = {
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
};
const tens: Readonly<Record<string, string>> = {
  twenty: '2',
  thirty: '3',
  forty: '4',
  fourty: '4',
  fifty: '5',
  sixty: '6',
  seventy: '7',
  eighty: '8',
  ninety: '9',
};
const times: Readonly<Record<string, number>> = {double: 2, triple: 3, treble: 3};

const digit = Object.keys(units)
  .filter((word) => word !== 'o')
  .join('|');
const pair = [...Object.keys(teens), ...Object.keys(tens)].join('|');
const any = `(?:(?:double|triple|treble) )?(?:${digit}|${pair}|hundred|\\d{1,4})`;
const run = latin(
  new RegExp(
    `(?<![\\p{L}\\d])${any}(?:(?:, ?(?:and )?|-| - | ?\\. ?(?!\\p{Lu})| dash | hyphen | space | then | and then | uh | um | )(?:${any}|o)(?![\\p{L}\\d])){2,24}`,
    'giu',
  ),
);

/**
 * Writes numbers that are read out as digits, "double five" and "oh" included, pauses as blanks. Fewer than four digits
 * are left as words: "one two three" is how people test a microphone.
 */
export function readSpoken(text: string): Reading | undefined {
  const changes: Change[] = [];
  let written = '';
  let cursor = 0;
  for (const {0: match, index} of text.matchAll(run)) {
    if (!spelledOut.test(match)) continue;
    const number = numberOf(match);
    if (number === undefined) continue;
    written += text.slice(cursor, index);
    changes.push({start: written.length, end: written.length + number.length, from: index, to: index + match.length});
    written += number;
    cursor = index + match.length;
  }
  if (changes.length === 0) return undefined;
  written += text.slice(cursor);
  return {text: written, original: (start, end) => originalOf(changes, start, end)};
}

const spelledOut = new RegExp(`(?:${digit})`, 'i');

function originalOf(changes: readonly Change[], start: number, end: number): {start: number; end: number} | undefined {
  if (!changes.some((change) => change.start < end && start < change.end)) return undefined;
  const back = (place: number, atEnd: boolean): number => {
    let shift = 0;
    for (const change of changes) {
      if (place < change.start || (place === change.start && !atEnd)) break;
      if (place <= change.end && (atEnd || place < change.end)) return atEnd ? change.to : change.from;
      shift = change.to - change.end;
    }
    return place + shift;
  };
  return {start: back(start, false), end: back(end, true)};
}

/** The digits of a run, groups apart as they were spoken; undefined if it is no row of digits. */
function numberOf(match: string): string | undefined {
  const groups: string[] = [];
  let group = '';
  let repeat = 1;
  let digits = 0;
  let pending = '';
  const flush = () => {
    if (pending !== '') group += `${pending}0`;
    pending = '';
  };
  for (const piece of match.toLowerCase().match(/[a-z]+|\d+|[,.-]/g) ?? []) {
    if (/^[,.-]$/.test(piece) || /^(?:dash|hyphen|space|then)$/.test(piece)) {
      if (piece === '-' && pending !== '') continue;
      flush();
      if (group !== '') groups.push(group);
      group = '';
    } else if (piece in times) {
      flush();
      repeat = times[piece] ?? 1;
    } else if (piece in tens) {
      flush();
      pending = tens[piece] ?? '';
      digits++;
    } else if (piece in units) {
      group += pending + (units[piece] ?? '').repeat(repeat);
      pending = '';
      digits += repeat;
      repeat = 1;
    } else if (piece in teens || /^\d+$/.test(piece)) {
      flush();
      group += teens[piece] ?? piece;
      digits++;
    } else if (piece === 'hundred') {
      flush();
      group += '00';
      digits++;
    } else if (!/^(?:and|uh|um)$/.test(piece)) {
      return undefined;
    }
  }
  flush();
  if (group !== '') groups.push(group);
  const joined = groups.join(' ');
  return digits >= 3 && joined.replace(/ /g, '').length >= 3 ? joined : undefined;
}
