import type {JournalEntry, NearMiss, Vendor} from '../../engine/index.js';
import {valueAt} from '../../openapi/index.js';
import type {Told} from './breach.js';
import {weakestMark} from './marks.js';
import type {PlainWords} from './plain-words.js';

/** That the vendor has no such operation, and which one may have been meant. */
export function lostCall(
  entry: JournalEntry,
  {vendor, words}: {readonly vendor: Vendor; readonly words: PlainWords},
): Told {
  const [closest, ...others] = entry.nearest ?? [];
  const message = `The vendor has no operation ${words.request(entry)}.`;
  const rules = (valueAt(vendor.document, '/x-standin-unknown-route') ?? []) as readonly string[];
  const mark = weakestMark(vendor, rules, 'documented');
  const told = {kind: 'unknown-operation', pointer: '/request/path', rules, mark} as const;
  if (closest === undefined)
    return {...told, message, instead: 'Call an operation that the document has: none is like it.'};
  const mend = closest.differences.map(differenceOf).join('; ');
  const also = others.length === 0 ? '' : ` Also near: ${others.map(nameOf).join(', ')}.`;
  const instead = `Call ${closest.method} ${closest.path} (${nameOf(closest)}), which is the closest (${mend}).${also}`;
  return {...told, message, instead};
}

function nameOf({vendor, operation}: NearMiss): string {
  return `${vendor}.${operation}`;
}

/** What was sent is left out, since it may be anything. */
function differenceOf({member, expected, note}: NearMiss['differences'][number]): string {
  const wanted = expected === undefined ? 'not expected' : `expected ${String(expected)}`;
  return note === undefined ? `${member}: ${wanted}` : `${member}: ${note}`;
}
