import type {Contact, HistoryItem, Session, StoredEvent} from './entities.js';
import type {Caller, Scope} from './handler.js';

/** The session of that id, if it is one of the caller's organization; any other does not exist (OPENCX-67). */
export async function ownSession(
  {state, caller}: Pick<Scope, 'state'> & {readonly caller: Caller},
  id: string,
): Promise<Session | undefined> {
  const session = await state.sessions.get(id);
  return session?.organization_id === caller.organization_id ? session : undefined;
}

/** The contact of a session, if it has one. */
export async function contactOf({state}: Pick<Scope, 'state'>, {contact_id}: Session): Promise<Contact | undefined> {
  return contact_id === undefined ? undefined : state.contacts.get(contact_id);
}

/** Whether a human is in charge: the session was handed over, or an agent took it (OPENCX-58, OPENCX-62). */
export function isHandedOff({handoff, assignee_id}: Session): boolean {
  return handoff !== undefined || assignee_id !== undefined;
}

/** Appends to the history of a session. */
export function append({state, ids, now}: Scope, session: Session, event: StoredEvent): HistoryItem {
  return state.history.save({
    id: ids.uuid(),
    session_id: session.id,
    created_at: new Date(now).toISOString(),
    position: ids.next('history'),
    event,
  });
}

/** Stores a changed session, with the time of the change. */
export function saveChanged({state, now}: Scope, session: Session): Session {
  return state.sessions.save({...session, updated_at: new Date(now).toISOString()});
}
