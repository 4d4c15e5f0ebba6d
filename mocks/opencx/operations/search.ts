import type {components} from '../../../specs/opencx/generated/index.js';
import {ownContact} from '../contacts.js';
import {
  contactKey,
  contactOrder,
  historyOrder,
  sessionOrder,
  type Contact,
  type HistoryItem,
  type Session,
} from '../entities.js';
import type {Handler} from '../handler.js';
import {walk} from '../pages.js';

type Call = Parameters<Handler<'searchChatSessions'>>[0];
type Test = (text: string | null) => boolean;
type FoundContact = components['schemas']['FoundContact'];
type FoundMessage = components['schemas']['FoundMessage'];

/**
 * Contacts and messages that hold a text, in any letter case, the latest first. It reads the messages themselves: a
 * word index would be one more place for a redacted text to survive in. OPENCX-47, OPENCX-67
 */
export const searchChatSessions: Handler<'searchChatSessions'> = async (call) => {
  const wanted = call.query.q.toLowerCase();
  const holds: Test = (text) => text !== null && text.toLowerCase().includes(wanted);
  return {status: 200, body: {contacts: await findContacts(call, holds), messages: await findMessages(call, holds)}};
};

async function findContacts(call: Call, holds: Test): Promise<FoundContact[]> {
  const found: FoundContact[] = [];
  for await (const {id, name, email, phone_number: phone} of contactsIn(call)) {
    if (holds(name) || holds(email) || holds(phone)) found.push({id, name, email, phone});
    if (found.length === call.behaviours.page_size) break;
  }
  return found;
}

async function findMessages(call: Call, holds: Test): Promise<FoundMessage[]> {
  const found: FoundMessage[] = [];
  for await (const session of sessionsIn(call)) {
    for await (const {id, event} of messagesOf(call, session)) {
      if (event.type !== 'message' || !holds(event.content.text)) continue;
      found.push({id, session_id: session.id, message: event.content.text, type: event.type});
      if (found.length === call.behaviours.page_size) return found;
    }
  }
  return found;
}

/** The contacts that are looked through: all, or the one that is asked for. */
async function* contactsIn(call: Call): AsyncGenerator<Contact, void> {
  const {state, query, caller} = call;
  if (query.contact_id !== undefined) {
    const contact = await ownContact(call, query.contact_id);
    if (contact) yield contact;
    return;
  }
  yield* walk<Contact>({
    read: (range) => state.contacts.find('organization', caller.organization_id, {...range, descending: true}),
    placeOf: (contact) => ({sort: contactOrder(contact), id: contact.id}),
  });
}

/** The sessions that are looked through: all, or those of the contact that is asked for. */
function sessionsIn({state, query, caller}: Call): AsyncGenerator<Session, void> {
  const [index, key] =
    query.contact_id === undefined
      ? (['organization', caller.organization_id] as const)
      : (['contact', contactKey(caller.organization_id, query.contact_id)] as const);
  return walk<Session>({
    read: (range) => state.sessions.find(index, key, {...range, descending: true}),
    placeOf: (session) => ({sort: sessionOrder(session), id: session.id}),
  });
}

function messagesOf({state}: Call, {id: session}: Session): AsyncGenerator<HistoryItem, void> {
  return walk<HistoryItem>({
    read: (range) => state.history.find('messages', session, {...range, descending: true}),
    placeOf: (item) => ({sort: historyOrder(item), id: item.id}),
  });
}
