import {changeStatus} from '../closing.js';
import {matchContact} from '../contacts.js';
import {contactKey, sessionOrder, type ContactCustomData, type Session} from '../entities.js';
import {invalid, notFound} from '../errors.js';
import type {Caller, Handler, Scope} from '../handler.js';
import {readPage, unreadable} from '../pages.js';
import {ownSession} from '../sessions.js';
import {contactToken} from '../visitors.js';
import {showWidgetHistory, showWidgetSession} from '../widget-views.js';

/**
 * Vouches for a visitor: the contact is found or made, and gets the token that its widget calls with. The older docs
 * answer the token alone. OPENCX-31, OPENCX-51
 */
export const authenticateContact: Handler<'authenticateContact'> = async (call) => {
  const {body, caller, behaviours} = call;
  const {email, name, phone: phone_number, customData} = body;
  const details = {email, name, phone_number, custom_data: customData && textsOf(customData)};
  const contact = await matchContact(call, details, {organization: caller.organization_id, verified: true});
  const token = contactToken(contact, call);
  return behaviours.docs_generation === 'G2'
    ? {status: 201, body: {token}}
    : {status: 200, body: {token, contact: {id: contact.id}}};
};

/** A session of the visitor with all that was said in it. OPENCX-48 */
export const pollWidgetSession: Handler<'pollWidgetSession'> = async (call) => {
  const session = await visitedSession(call, call.params.sessionId);
  if (!session) return notFound('Session');
  const history = await showWidgetHistory(call, session);
  return {status: 200, body: {session: await showWidgetSession(call, session), history}};
};

/** All that was said in a session of the visitor. OPENCX-48 */
export const getWidgetHistory: Handler<'getWidgetHistory'> = async (call) => {
  const session = await visitedSession(call, call.params.sessionId);
  if (!session) return notFound('Session');
  return {status: 200, body: await showWidgetHistory(call, session)};
};

/** The visitor's sessions, the latest changed first. Nothing is known of the filters but that they are JSON. OPENCX-48 */
export const listWidgetSessions: Handler<'listWidgetSessions'> = async (call) => {
  const {query, caller, state, behaviours} = call;
  const wrong = unreadable(query);
  if (wrong) return invalid(wrong);
  if (query.filters !== undefined && !isJson(query.filters)) return invalid('querystring/filters Invalid input');
  const key = contactKey(caller.organization_id, caller.contact_id ?? '');
  const {items, next} = await readPage<Session>({
    size: behaviours.page_size,
    cursor: query.cursor,
    read: (range) => state.sessions.find('contact', key, {...range, descending: true}),
    placeOf: (session) => ({sort: sessionOrder(session), id: session.id}),
  });
  const shown = await Promise.all(items.map((session) => showWidgetSession(call, session)));
  return {status: 200, body: {items: shown, next}};
};

/** The visitor says that the matter is settled, which closes the session. OPENCX-60 */
export const resolveWidgetSession: Handler<'resolveWidgetSession'> = async (call) => {
  const session = await visitedSession(call, call.body.session_id);
  if (!session) return notFound('Session');
  const closed =
    session.status === 'open' ? changeStatus(call, session, {status: 'closed_resolved', by: 'contact'}) : session;
  return {status: 200, body: await showWidgetSession(call, closed)};
};

/** Custom data of a contact is text; a page may say it otherwise. */
function textsOf(data: object): ContactCustomData {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)]));
}

/** The session of that id, if it is one of the visitor's; another visitor's does not exist. */
async function visitedSession(
  scope: Pick<Scope, 'state'> & {readonly caller: Caller},
  id: string,
): Promise<Session | undefined> {
  const session = await ownSession(scope, id);
  return session?.contact_id === scope.caller.contact_id ? session : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
