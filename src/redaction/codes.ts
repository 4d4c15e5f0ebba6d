/** A number or code as written: groups of digits, or of digits and letters, joined by blanks, hyphens, dots, slashes. */
export interface Code {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

interface Atom {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const joint = /^(?: |-|–|\/|\.| - |\) ?| \()$/;
const mostAtoms = 9;
/** Words in capitals that introduce a code and are no part of it. */
const label =
  /^(?:MRN|SSN|VIN|CVV|CVC|ID|IS|PIN|ZIP|AT|ON|IN|TO|NO|OF|MY|I|A|IT|DL|NHS|NPI|SIN|NI|IBAN|ABA|IMEI|MAC|UTC|AND|OR|THE|FOR|CALL|BY|AM|PM|WITH|FROM|PLATE|CODE|NUMBER|NUM|REG|TAG|DOB|EXT|TEL|FAX|ZIP|IP|SWIFT|BIC|IFSC|BSB|SORT|ACCT|CARD|USD|EUR|GBP)$/;

/**
 * Finds the codes of a text. Each has a digit; a group of capitals belongs to it (`LMN 3348`, `QQ 12 34 56 C`), other
 * words do not. One pass, so linear on any text.
 */
export function* codes(text: string): Iterable<Code> {
  let group: Atom[] = [];
  for (const match of text.matchAll(/[A-Za-z0-9]+/g)) {
    const atom: Atom = {start: match.index, end: match.index + match[0].length, text: match[0]};
    const last = group.at(-1);
    if (last && !(group.length < mostAtoms && joins(text, last, atom))) {
      yield* codeOf(text, group);
      group = [];
    }
    if (isCodeLike(atom.text)) group.push(atom);
  }
  yield* codeOf(text, group);
}

function joins(text: string, last: Atom, next: Atom): boolean {
  return next.start - last.end <= 3 && joint.test(text.slice(last.end, next.start)) && isCodeLike(next.text);
}

function isCodeLike(text: string): boolean {
  return text.length <= 40 && (/\d/.test(text) || /^[A-Z]{1,5}$/.test(text));
}

function* codeOf(text: string, group: readonly Atom[]): Iterable<Code> {
  const atoms = withoutLabels(group);
  const [from, to] = [atoms[0], atoms.at(-1)];
  if (!from || !to || !atoms.some((atom) => /\d/.test(atom.text))) return;
  if (/[$€£¥]\s?$/.test(text.slice(Math.max(0, from.start - 2), from.start))) return;
  const start = text[from.start - 1] === '(' || text[from.start - 1] === '+' ? from.start - 1 : from.start;
  yield {start, end: to.end, value: text.slice(start, to.end)};
}

function withoutLabels(group: readonly Atom[]): readonly Atom[] {
  // "S/N" introduces a serial number.
  const own = group.map((atom, index) => !label.test(atom.text) && !(index < 2 && /^[SN]$/.test(atom.text)));
  return own.includes(true) ? group.slice(own.indexOf(true), own.lastIndexOf(true) + 1) : [];
}
