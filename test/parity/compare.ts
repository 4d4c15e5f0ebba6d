import {fromUtf8} from './bytes.js';
import type {Outcome, Step} from './face.js';

/** The first call of a transcript that a face answers in another way than HTTP, as sentences. */
export interface Difference {
  readonly call: string;
  readonly what: string;
}

/** Compares statuses, headers and the bytes of bodies. @returns undefined where all is the same. */
export function differenceOf(
  steps: readonly Step[],
  {expected, found}: {readonly expected: readonly Outcome[]; readonly found: readonly Outcome[]},
): Difference | undefined {
  const calls = steps.flatMap((step) => ('call' in step ? [step.call] : []));
  for (const [position, {method, target}] of calls.entries()) {
    const [theirs, ours] = [expected[position], found[position]];
    const what = theirs && ours ? contrast(theirs, ours) : 'There is no answer to compare.';
    if (what !== undefined) return {call: `call ${position + 1}, ${method} ${target}`, what};
  }
  return undefined;
}

function contrast(http: Outcome, face: Outcome): string | undefined {
  if ('failed' in http || 'failed' in face)
    return JSON.stringify(http) === JSON.stringify(face) ? undefined : both('outcome', shown(http), shown(face));
  if (http.status !== face.status) return both('status', shown(http), shown(face));
  const names = [...new Set([...Object.keys(http.headers), ...Object.keys(face.headers)])];
  const header = names.find((name) => http.headers[name] !== face.headers[name]);
  if (header !== undefined)
    return both(`header ${header}`, http.headers[header] ?? 'none', face.headers[header] ?? 'none');
  if (http.body === face.body) return undefined;
  const at = [...http.body].findIndex((byte, position) => byte !== face.body[position]);
  const from = Math.max(0, (at < 0 ? http.body.length : at) - 40);
  return both('body', excerpt(http.body, from), excerpt(face.body, from));
}

const both = (what: string, http: string, face: string) =>
  `another ${what}\n    over HTTP: ${http}\n    here:      ${face}`;

function shown(outcome: Outcome): string {
  return 'failed' in outcome ? `failed with ${outcome.failed}` : `${outcome.status} ${excerpt(outcome.body, 0)}`;
}

/** A part of a body that shows what differs, as text where it is text. */
function excerpt(body: string, from: number): string {
  const part = fromUtf8(body.slice(from, from + 160));
  return `${from > 0 ? '…' : ''}${part}${body.length > from + 160 ? '…' : ''} (${body.length} bytes)`;
}
