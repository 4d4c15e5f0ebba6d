import {PlainWords} from '../checks/conduct/index.js';
import type {JournalEntry, NearMiss, Vendor} from '../engine/index.js';

/** How many entries a message shows: the newest. */
const mostEntries = 10;

/** How many findings, and how many near misses, a line shows. */
const mostNotes = 2;

/**
 * The end of a journal in lines for people: id, time, method, path, status, operation, and what was odd. It shows nothing
 * personal, even of a journal in clear.
 */
export function excerptOf(entries: readonly JournalEntry[], vendors: readonly Vendor[]): string {
  if (entries.length === 0) return 'The journal is empty: nothing was asked of this sandbox.';
  const words = new Map(vendors.map((vendor) => [vendor.name, new PlainWords(vendor)]));
  const newest = entries.slice(-mostEntries);
  const title =
    newest.length === entries.length
      ? 'The journal:'
      : `The journal's newest ${newest.length} of ${entries.length} entries:`;
  return [title, ...newest.map((entry) => `  ${lineOf(entry, words.get(entry.vendor))}`)].join('\n');
}

function lineOf(entry: JournalEntry, words: PlainWords | undefined): string {
  const {id, at, kind, vendor, operation, response, fault} = entry;
  const time = at.slice('2026-01-05T'.length, -1);
  // Where a webhook went to may tell of people.
  const call = kind === 'webhook' ? 'webhook' : (words?.request(entry) ?? entry.request.method);
  const name = operation === undefined ? vendor : `${vendor}.${operation}`;
  return [
    `${id} ${time} ${call} ${response.status} ${name}`,
    ...(fault ? [`fault ${fault}`] : []),
    ...notesOf(entry, words),
  ].join(' · ');
}

function notesOf(
  {kind, operation, findings, violations, nearest = [], erased}: JournalEntry,
  words: PlainWords | undefined,
): readonly string[] {
  const told = words ? findings.slice(0, mostNotes).map((finding) => words.finding(finding)) : [];
  const more = findings.length - told.length;
  return [
    ...(kind === 'preflight' ? ['preflight'] : []),
    ...(kind === 'request' && operation === undefined ? [lost(nearest)] : []),
    ...told,
    ...(more > 0 ? [`and ${more} more findings`] : []),
    ...(violations.length > 0 ? ['the answer differs from the document'] : []),
    ...(erased ? ['erased since'] : []),
  ];
}

function lost(nearest: readonly NearMiss[]): string {
  const near = nearest.slice(0, mostNotes).map(({vendor, operation}) => `${vendor}.${operation}`);
  return near.length === 0 ? 'no such operation' : `no such operation; near: ${near.join(', ')}`;
}
