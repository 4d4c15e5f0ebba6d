import {derivedUuid, type SeedData, objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import {demoOrganization} from '../entities.js';
import {storedAttachment, storedFiles} from './files.js';
import type {Known, KnownItem} from './known.js';
import {groupedBy, timeOf} from './reading.js';
import {unseenItems} from './redactions.js';

/** An entity as far as it is known. Whether a seed can hold it is judged where the seed is written. */
type Draft = Said & {readonly id: string};

const organization_id = demoOrganization;

/** A first ticket where none was told. */
const firstTicket = 1;

/** What is known, as a seed, with what nobody told filled in. Collections of which nothing is known are not named. */
export function seedOf(known: Known): SeedData {
  const history = historiesOf(known);
  // Those for whom sessions were opened are contacts once all answers are read.
  const sessions = sessionsOf(known, history);
  const contacts = Array.from(known.contacts, ([id, contact]) => ({...contact, id, organization_id}));
  const attachments = history.flatMap(({event}) => objectsIn(objectIn(event).attachments));
  const files = Array.from(storedFiles(known, attachments), ([id, base64]) => ({id, organization_id, base64}));
  const all = Object.entries({contacts, sessions, history, files});
  return Object.fromEntries(all.filter(([, entities]) => entities.length > 0));
}

/** All items, each session's in the order in which they happened. */
function historiesOf(known: Known): readonly Draft[] {
  const all = new Map([...known.items, ...unseenItems(known)]);
  const sessions = groupedBy(all, ([, {session_id}]) => session_id);
  return [...sessions.values()].flatMap((items) =>
    items
      .toSorted(([, a], [, b]) => instantOf(a.created_at) - instantOf(b.created_at))
      .map(([id, item], position) => itemOf(known, id, item, position)),
  );
}

/** Nothing shown tells a redacted text from a typed `[REDACTED]`; what reads so, and has nothing attached, is redacted. */
function itemOf(known: Known, id: string, {session_id, created_at, event}: KnownItem, position: number): Draft {
  const item = {id, session_id, created_at, position};
  if (event.type !== 'message') return {...item, event};
  const attachments = objectsIn(event.attachments).map((attachment) => storedAttachment(known, attachment));
  const isRedacted = objectIn(event.content).text === '[REDACTED]' && attachments.length === 0;
  return {...item, event: {...event, attachments}, ...(isRedacted && {redacted: true})};
}

/** All sessions, those of which only the history is known as well. */
function sessionsOf(known: Known, history: readonly Draft[]): readonly Draft[] {
  const items = groupedBy(history, ({session_id}) => String(session_id));
  const visitor = known.visitors.size === 1 ? [...known.visitors][0] : undefined;
  const ids = new Set([...known.sessions.keys(), ...known.visited, ...known.unseen.keys(), ...items.keys()]);
  let ticket = firstTicket;
  for (const {ticket_number} of known.sessions.values())
    if (typeof ticket_number === 'number') ticket = Math.max(ticket, ticket_number + 1);

  return Array.from(ids, (id) => {
    const {ticket_number = ticket++, ...session} = known.sessions.get(id) ?? {};
    const contact_id =
      textIn(session.contact_id) ?? contactOf(known, id) ?? (known.visited.has(id) ? visitor : undefined);
    return {
      ...timesOf(items.get(id) ?? [], session, {isTold: known.told.has(id), seen: known.unseen.get(id)?.at}),
      ...{id, organization_id, status: 'open', channel: {type: 'api'}, ticket_number},
      ...session,
      ...(contact_id !== undefined && {contact_id}),
    };
  });
}

/** The contact of whom only is known what was said when the session was opened: one that there is, or one made of that. */
function contactOf(known: Known, session: string): string | undefined {
  const stranger = known.strangers.get(session);
  if (stranger === undefined) return undefined;
  const match = known.match(stranger.details);
  if (match !== undefined) return match;
  const id = derivedUuid('opencx', 'implied', session, 'contact');
  known.describe(id, stranger.details, stranger.at);
  return id;
}

/**
 * A session begins and ends with its history where nothing else is told; the last message is told nowhere else.
 * @param about.isTold whether its history was shown. `seen`: an instant at which there was such a session.
 */
function timesOf(
  history: readonly Draft[],
  {created_at, updated_at}: Said,
  {isTold, seen = 0}: {readonly isTold: boolean; readonly seen: number | undefined},
): Said {
  const times = history.map((item) => instantOf(item.created_at));
  const messages = history.filter(({event}) => objectIn(event).type === 'message');
  const last = messages.at(-1)?.created_at ?? (isTold ? undefined : updated_at);
  const begun = created_at ?? timeOf(times[0] ?? seen);
  return {
    created_at: begun,
    updated_at: updated_at ?? (times.length > 0 ? timeOf(times.at(-1) ?? 0) : begun),
    ...(last !== undefined && {last_message_at: last}),
  };
}

/** Where a time stands; what is no time comes first. */
function instantOf(time: unknown): number {
  const instant = Date.parse(textIn(time) ?? '');
  return Number.isNaN(instant) ? 0 : instant;
}
