import type {AuditEntry} from '../../../src/engine/index.js';
import type {HistoryItem, Session} from '../entities.js';
import {notFound, serverError} from '../errors.js';
import type {Handler} from '../handler.js';
import {redactMessagesOf, redactOne} from '../redaction.js';
import {ownSession} from '../sessions.js';
import {createdStatus} from '../statuses.js';

type SessionCall = Parameters<Handler<'redactSession'>>[0];
type MessageCall = Parameters<Handler<'redactMessage'>>[0];

/** Redacts all messages of a session, and counts those that this call redacted. OPENCX-11…33 */
export const redactSession: Handler<'redactSession'> = async (call) => {
  const {body, behaviours} = call;
  const session = await ownSession(call, body.sessionId);
  if (!session) return unknownSession(call);

  const {fresh, all} = await redactMessagesOf(call, session);
  note(call, {type: 'session', item: session.id, count: fresh});
  return {
    status: createdStatus(behaviours),
    body: {
      success: true,
      message: `${behaviours.session_redaction_text === 'session' ? 'Session' : 'Message'} successfully redacted`,
      itemId: body.sessionId,
      redactionType: 'session',
      affectedCount: 1,
      messagesRedacted: behaviours.recount_already_redacted ? all : fresh,
    },
  };
};

/** Redacts one message; its siblings stay. OPENCX-34…40 */
export const redactMessage: Handler<'redactMessage'> = async (call) => {
  const {body, behaviours} = call;
  const found = await ownMessage(call);
  if (!found) return unknownMessage(call);

  const {fresh} = redactOne(call, found.session, found.message);
  note(call, {type: 'message', item: found.message.id, count: fresh});
  return {
    status: createdStatus(behaviours),
    body: {
      success: true,
      message: 'Message successfully redacted',
      itemId: body.messageId,
      redactionType: 'message',
      affectedCount: fresh > 0 ? 1 : behaviours.repeated_message_count,
    },
  };
};

/** The message of that id; other events of a history are no messages (OPENCX-39). */
async function ownMessage(call: MessageCall): Promise<{session: Session; message: HistoryItem} | undefined> {
  const message = await call.state.history.get(call.body.messageId);
  if (message?.event.type !== 'message') return undefined;
  const session = await ownSession(call, message.session_id);
  return session && {session, message};
}

/** Says that something is erased, with a line of the audit trail for each redaction, a repeated one too; never a word of what was redacted (OPENCX-43). */
function note(
  {body: {reason}, caller, audit, erases}: SessionCall | MessageCall,
  done: Pick<AuditEntry, 'type' | 'item' | 'count'>,
): void {
  erases();
  audit({action: 'redact', ...done, actor: caller.name, ...(reason !== undefined && {reason})});
}

/** How OpenCX answers for an unknown target is not known (OPENCX-29). */
function unknownSession({body, behaviours}: SessionCall): Awaited<ReturnType<Handler<'redactSession'>>> {
  if (behaviours.unknown_target === '404') return notFound('Session');
  if (behaviours.unknown_target === '500') return serverError();
  const counts = {affectedCount: 0, messagesRedacted: 0};
  return {
    status: 200,
    body: {success: false, message: 'Session not found', itemId: body.sessionId, redactionType: 'session', ...counts},
  };
}

function unknownMessage({body, behaviours}: MessageCall): Awaited<ReturnType<Handler<'redactMessage'>>> {
  if (behaviours.unknown_target === '404') return notFound('Message');
  if (behaviours.unknown_target === '500') return serverError();
  const {messageId: itemId} = body;
  return {
    status: 200,
    body: {success: false, message: 'Message not found', itemId, redactionType: 'message', affectedCount: 0},
  };
}
