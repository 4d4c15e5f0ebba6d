import {notify} from './deliveries.js';
import type {Session, SessionStatus} from './entities.js';
import type {Scope} from './handler.js';
import {append, saveChanged} from './sessions.js';

/** Who changes a status: a caller of the API, or the contact in the widget. */
export type Closer = 'api' | 'contact';

/** What the AI writes about a session when it is asked to; it quotes nobody, so it holds nothing personal. */
const scriptedSummary = 'The contact asked a question and the conversation was closed.';

export interface StatusChange {
  readonly status: SessionStatus;
  readonly by: Closer;
  /** Whether the AI looks at what was said, if this closes the session. */
  readonly analyse?: boolean;
}

/**
 * Closes or reopens a session (OPENCX-60). History tells of a closing only by a switch; of a reopening by the API the
 * vendor knows no event. The same status again changes nothing.
 */
export function changeStatus(scope: Scope, session: Session, {status, by, analyse = false}: StatusChange): Session {
  if (status === session.status) return session;
  if (status === 'open') return saveChanged(scope, {...session, status});
  if (scope.behaviours.emit_status_events) append(scope, session, {type: eventOf(status, by)});
  const found = analyse ? {summary: session.summary ?? scriptedSummary, sentiment: session.sentiment ?? 'neutral'} : {};
  // That a key stands for a human is assumed: the vendor names AI, human, workflow and contact.
  const closed_by = by === 'api' ? 'human' : by;
  notify(scope, session, {event: 'conversation.closed', status, closed_by});
  return saveChanged(scope, {...session, status, ...found});
}

/** The contact can only resolve. */
function eventOf(status: Exclude<SessionStatus, 'open'>, by: Closer) {
  return by === 'contact' ? 'closed_resolved_by_contact' : (`${status}_by_api` as const);
}
