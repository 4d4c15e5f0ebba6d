import {removeAttachments} from './attachments.js';
import type {HistoryItem, Session, StoredEvent} from './entities.js';
import type {Scope} from './handler.js';
import {saveChanged} from './sessions.js';

/** What stands in the place of a text that was removed (OPENCX-14). */
const redactedText = {type: 'text', text: '[REDACTED]'} as const;

/** How many items of a session were redacted. */
export interface Redacted {
  /** By this call. */
  readonly fresh: number;
  /** By this call and by earlier ones. */
  readonly all: number;
}

/**
 * Redacts the messages of a session that are not redacted yet, whoever sent them (OPENCX-14…25). Nothing else of the
 * session changes: summaries, custom data and contact stay, and so does, by default, `updated_at`.
 */
export async function redactMessagesOf(scope: Scope, session: Session): Promise<Redacted> {
  const items = await scope.state.history.find('session', session.id);
  const redactable = items.filter(({event: {type}}) => type === 'message' || isIncludedComment(scope, type));
  const fresh = redactable.filter(({redacted}) => !redacted);
  for (const item of fresh) redact(scope, item);
  if (fresh.length > 0) touch(scope, session);
  return {fresh: fresh.length, all: redactable.length};
}

/** Redacts one message; one that is redacted already stays as it is (OPENCX-35, OPENCX-37). */
export function redactOne(scope: Scope, session: Session, message: HistoryItem): Redacted {
  if (message.redacted) return {fresh: 0, all: 1};
  redact(scope, message);
  touch(scope, session);
  return {fresh: 1, all: 1};
}

/** Comments are internal notes, no messages; a switch takes them in (OPENCX-18). */
function isIncludedComment({behaviours}: Scope, type: StoredEvent['type']): boolean {
  return type === 'human_agent_comment' && behaviours.redact_comments;
}

/** Id, time, sender and place in the history stay (OPENCX-16). */
function redact(scope: Scope, item: HistoryItem): void {
  scope.state.history.save({...item, event: redactedEvent(scope, item.event), redacted: true});
}

function redactedEvent(scope: Scope, event: StoredEvent): StoredEvent {
  if (event.type === 'human_agent_comment') return {...event, content: redactedText};
  if (event.type !== 'message') return event;
  const {type, sender, attachments} = event;
  removeAttachments(scope, attachments);
  const context = scope.behaviours.redact_context ? {} : event.context;
  return {type, sender, content: redactedText, attachments: [], context};
}

function touch(scope: Scope, session: Session): void {
  if (scope.behaviours.redaction_bumps_updated_at) saveChanged(scope, session);
}
