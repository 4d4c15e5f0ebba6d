import {derivedUuid, objectIn, objectsIn, type Said} from '../../../src/engine/index.js';
import {fileIdIn} from './files.js';
import type {Known, KnownItem} from './known.js';
import {timeOf} from './reading.js';

/** What stands in the place of a text that was removed (OPENCX-14). */
const redactedText = {type: 'text', text: '[REDACTED]'};

/** The most messages that are made up for one session: more are not read by anybody, and a recording may say any number. */
const mostUnseen = 1000;

/**
 * The redaction of a session. Its messages that are known are hidden; of the others the answer tells how many were redacted
 * now (OPENCX-24).
 */
export function seeRedactedSession(known: Known, session: string, {messagesRedacted}: Said, at: number): void {
  let hidden = 0;
  for (const [id, item] of known.items) {
    if (item.session_id !== session) continue;
    if (isReadable(item)) hidden += 1;
    hide(known, id, item);
  }
  const before = known.unseen.get(session)?.count ?? 0;
  const more = Number.isInteger(messagesRedacted) ? Math.max(0, Number(messagesRedacted) - hidden) : 0;
  known.unseen.set(session, {count: Math.min(before + more, mostUnseen), at});
}

/** The redaction of a message. One that nothing showed is in a session of its own, until a history tells in which. */
export function seeRedactedMessage(known: Known, id: string, at: number): void {
  const item = known.items.get(id);
  if (item) hide(known, id, item);
  else known.items.set(id, redactedItem(derivedUuid('opencx', 'implied', id, 'session'), at));
}

/** The messages that were redacted unseen, by ids of their own. */
export function unseenItems({unseen}: Known): ReadonlyMap<string, KnownItem> {
  const items = [...unseen].flatMap(([session, {count, at}]) =>
    Array.from({length: count}, (_, position): [string, KnownItem] => [
      derivedUuid('opencx', 'implied', session, 'redacted', position),
      redactedItem(session, at),
    ]),
  );
  return new Map(items);
}

function redactedItem(session_id: string, at: number): KnownItem {
  const event = {type: 'message', sender: {type: 'contact'}, content: redactedText, attachments: [], context: {}};
  return {session_id, created_at: timeOf(at), event, isListed: false};
}

function isReadable({event}: KnownItem): boolean {
  if (event.type !== 'message') return false;
  return objectIn(event.content).text !== redactedText.text || objectsIn(event.attachments).length > 0;
}

/** Nothing of a message that was hidden stays (OPENCX-14…19). */
function hide(known: Known, id: string, item: KnownItem): void {
  if (item.event.type !== 'message') return;
  for (const {id: attachment, url} of objectsIn(item.event.attachments)) {
    known.contents.delete(String(attachment));
    known.uploads.delete(fileIdIn(url) ?? '');
  }
  known.items.set(id, {...item, event: {...item.event, content: redactedText, attachments: []}});
}
