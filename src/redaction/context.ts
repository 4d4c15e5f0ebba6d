import {candidate, type Candidate} from './candidate.js';
import {codes, type Code} from './codes.js';
import {cues, type Cue} from './cues.js';
import {folded} from './latin.js';
import type {Document} from './document.js';
import {digitsOf, isNhsNumber, isSin} from './patterns/validators.js';
import type {EntityType} from './types.js';

const reach = 80;
const after =
  /^(?:,? (?:is|was|that's|that’s|as|being|would be|should be|for))? ?(?:my|the|his|her|your|our|their|this)(?: new| current| old| patient| customer)? /i;

/**
 * Says by the words around a number what it is: the nearest cue of the clause wins, before it or, as in "4471 is my
 * PIN", behind it. A question's cue reaches into the answer, also into the next message.
 */
export function typeByCue({text, before}: Pick<Document, 'text' | 'before'>, code: Code): Cue['type'] | undefined {
  const behind = folded(text.slice(code.end, code.end + reach));
  const lead = after.exec(behind)?.[0];
  for (const cue of lead ? cues : []) {
    const [next] = behind.slice(lead?.length).matchAll(cue.words);
    if (next?.index === 0 && cue.fits(code.value)) return cue.type;
  }
  const own = nearest(folded(clauseBefore(text, code.start)), code);
  if (own) return own.type;
  const asked =
    code.start < reach && before !== '' ? nearest(folded(clauseBefore(before, before.length)), code) : undefined;
  return asked?.type ?? undefined;
}

function nearest(clause: string, code: Code): {readonly type: Cue['type']} | undefined {
  let best: {type: Cue['type']; distance: number; length: number} | undefined;
  for (const cue of cues) {
    if (!cue.fits(code.value)) continue;
    const last = [...clause.matchAll(cue.words)].at(-1);
    if (!last) continue;
    const found = {type: cue.type, distance: clause.length - last.index - last[0].length, length: last[0].length};
    if (!best || found.distance < best.distance || (found.distance === best.distance && found.length > best.length))
      best = found;
  }
  return best;
}

/** Numbers and codes whose type only their surroundings tell. */
export function* cuedNumbers(document: Pick<Document, 'text' | 'before'>): Iterable<Candidate> {
  if (!/\d/.test(document.text)) return;
  for (const code of codes(document.text)) {
    const type = typeByCue(document, code);
    if (type) yield candidate(code.start, code.end, type, scoreOf(type, document.text, code), 'context');
  }
}

/** A right check digit leaves no doubt; a wrong one may be a slip of who typed it, so the cue alone is enough. */
function scoreOf(type: EntityType, text: string, code: Code): number {
  const checks = checksOf[type]?.some((isRight) => isRight(digitsOf(code.value))) ?? false;
  return checks ? 0.98 : isNamed(text, code) ? 0.96 : 0.84;
}

const checksOf: Partial<Record<EntityType, readonly ((digits: string) => boolean)[]>> = {
  HEALTHCARE_NUMBER: [isNhsNumber],
  SSN: [isSin],
};

/** "NHS number is 943 476 5919": a number that is called by its name is nothing else, whatever it looks like. */
function isNamed(text: string, {start}: Code): boolean {
  return /(?:\b(?:number|no\.?|id|code|digits|ssn|mrn|vin|iban|plate|pin|social)|#)(?:'s| is| was| ends in| ending in| on file is)?:? ?#?$/i.test(
    text.slice(Math.max(0, start - 26), start),
  );
}

function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const breaks = [...before.matchAll(/[!;\n]|\.(?= [A-Z])/g)].at(-1);
  return breaks && before.length - breaks.index > 3 ? before.slice(breaks.index + 1) : before;
}
