import type {JournalEntry, NearMiss} from '../../engine/index.js';
import type {Told} from './breach.js';
import type {PlainWords} from './plain-words.js';

/** That the vendor has no such operation, and which one may have been meant. */
export function lostCall(entry: JournalEntry, words: PlainWords): Told {
  const [closest, ...others] = entry.nearest ?? [];
  const message = `The vendor has no operation ${words.request(entry)}.`;
  const told = {kind: 'unknown-operation', pointer: '/request/path', rules: [], mark: 'documented'} as const;
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
