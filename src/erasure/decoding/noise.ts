import {base64Characters} from './base64.js';
import {border} from './decoder.js';
import {alphabetOf, runsIn} from './runs.js';

const leastLength = 60;
const runs = {alphabet: alphabetOf(base64Characters), least: leastLength, leastAlone: leastLength};

/** So many characters of a run tell what it is. */
const sample = 200;
/** Of hundred characters of base64 some thirty differ in case from the one before, and some twenty-five are digits beside letters. */
const leastCaseChanges = 0.2;
const leastDigitChanges = 0.1;

/**
 * A text without its long base64: in megabytes of it, every short name stands between a plus and a slash by chance. What the
 * base64 holds is another reading of the text.
 */
export function withoutNoise(text: string): string {
  // Run by run, since a regular expression runs out of stack on one of many megabytes.
  let quiet = '';
  let end = 0;
  for (const run of runsIn(text, runs)) {
    const start = text.indexOf(run, end);
    quiet += text.slice(end, start) + (isNoise(run) ? border : run);
    end = start + run.length;
  }
  return quiet + text.slice(end);
}

/** No path has so many capitals within words and digits between letters. */
function isNoise(run: string): boolean {
  if (run.length < leastLength) return false;
  const known = run.slice(0, sample);
  const caseChanges = known.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  const digitChanges = known.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
  return caseChanges >= leastCaseChanges * known.length && digitChanges >= leastDigitChanges * known.length;
}
