import {type RecordedAnswer, type SeedData, objectIn, objectsIn, textIn, type Said} from '../../../src/engine/index.js';
import {detailsOf, seeContact, seeFoundContact, seeVisitor} from './contacts.js';
import {fileIdIn} from './files.js';
import {seeFound, seeItem, seeSent} from './history.js';
import {Known} from './known.js';
import {seeRedactedMessage, seeRedactedSession} from './redactions.js';
import {seedOf} from './seed-of.js';
import {seeChanged, seeCreated, seeSession} from './sessions.js';
import {seeWidgetItem, seeWidgetSession} from './widget.js';

/** One answer, with its bodies as objects. */
interface Seen {
  readonly known: Known;
  readonly params: RecordedAnswer['params'];
  readonly request: Said;
  readonly body: Said;
  /** Where the answer is a list without anything around it. */
  readonly list: readonly Said[];
  readonly at: number;
}

/**
 * The contacts, sessions, histories and files that recorded answers imply, all of them organization A's, to which the demo
 * credentials belong. A redacted message stays redacted, whatever was read before.
 */
export function implied(answers: readonly RecordedAnswer[]): SeedData {
  const known = new Known();
  for (const {operation, params, request, body, at} of answers) {
    const read = readers.get(operation);
    read?.({known, params, request: objectIn(request), body: objectIn(body), list: objectsIn(body), at});
  }
  return seedOf(known);
}

type Reader = (seen: Seen) => void;

/** What each operation's answer tells. The others tell nothing of what is stored. */
const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    createContact: ({known, request, body, at}) => {
      const id = textIn(body.id);
      if (id !== undefined) known.describe(id, detailsOf(objectIn(request.contact)), at);
    },
    listContacts: ({known, body, at}) => objectsIn(body.items).forEach((contact) => seeContact(known, contact, at)),
    getContact: ({known, body, at}) => seeContact(known, body, at),
    updateContact: ({known, params: {contact_id = ''}, request, at}) =>
      known.describe(contact_id, detailsOf(objectIn(request.contact)), at),
    deleteContact: ({known, params: {contact_id = ''}}) => known.forget(contact_id),
    authenticateContact: ({known, request, body, at}) => seeVisitor(known, request, body, at),

    createChatSession: ({known, request, body, at}) => {
      const id = textIn(body.id);
      if (id !== undefined) seeCreated(known, request, id, at);
    },
    getChatSession: ({known, body, at}) => seeSession(known, body, at),
    listChatSessions: ({known, body, at}) => objectsIn(body.items).forEach((session) => seeSession(known, session, at)),
    filterChatSessions: ({known, body, at}) =>
      objectsIn(body.data).forEach((session) => seeSession(known, session, at)),
    updateChatSession: ({known, params: {session_id = ''}, request, at}) => seeChanged(known, request, session_id, at),
    searchChatSessions: ({known, body, at}) => {
      for (const contact of objectsIn(body.contacts)) seeFoundContact(known, contact, at);
      for (const message of objectsIn(body.messages)) seeFound(known, message, at);
    },

    sendMessage: ({known, params: {session_id = ''}, request, body, at}) => {
      const id = textIn(objectIn(objectIn(body.data).message).id);
      if (id !== undefined) seeSent(known, request, session_id, id, at);
    },
    getChatSessionHistory: ({known, params: {session_id = ''}, body}) => {
      known.tell(session_id);
      for (const item of objectsIn(body.items)) seeItem(known, session_id, item);
    },
    redactSession: ({known, request, body, at}) => {
      const id = textIn(request.sessionId) ?? textIn(body.itemId);
      if (body.success === true && id !== undefined) seeRedactedSession(known, id, body, at);
    },
    redactMessage: ({known, request, body, at}) => {
      const id = textIn(request.messageId) ?? textIn(body.itemId);
      if (body.success === true && id !== undefined) seeRedactedMessage(known, id, at);
    },

    pollWidgetSession: ({known, params: {sessionId = ''}, body, at}) => {
      seeWidgetSession(known, objectIn(body.session));
      known.tell(sessionId);
      for (const item of objectsIn(body.history)) seeWidgetItem(known, sessionId, item, at);
    },
    getWidgetHistory: ({known, params: {sessionId = ''}, list, at}) => {
      known.tell(sessionId);
      known.visited.add(sessionId);
      for (const item of list) seeWidgetItem(known, sessionId, item, at);
    },
    listWidgetSessions: ({known, body}) => objectsIn(body.items).forEach((one) => seeWidgetSession(known, one)),
    resolveWidgetSession: ({known, body}) => seeWidgetSession(known, body),

    uploadMedia: ({known, body}) => {
      const id = textIn(body.id);
      if (id !== undefined) known.uploads.add(id);
    },
    uploadWidgetFile: ({known, body}) => {
      const id = fileIdIn(body.fileUrl);
      if (id !== undefined) known.uploads.add(id);
    },
  } satisfies Record<string, Reader>),
);
