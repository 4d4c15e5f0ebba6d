import {changeStatus} from '../closing.js';
import {matchContact, ownContact} from '../contacts.js';
import {isWithin, updatedRange} from '../dates.js';
import {sessionOrder, type Contact, type Session} from '../entities.js';
import {invalid, notFound} from '../errors.js';
import type {Handler, Scope} from '../handler.js';
import {readPage, unreadable} from '../pages.js';
import {contactOf, isHandedOff, ownSession} from '../sessions.js';
import {createdStatus} from '../statuses.js';
import {showSession} from '../views.js';

type CreateCall = Parameters<Handler<'createChatSession'>>[0];
type ListQuery = Parameters<Handler<'listChatSessions'>>[0]['query'];

/** Opens a session, with its contact if one is named or described. OPENCX-50…53 */
export const createChatSession: Handler<'createChatSession'> = async (call) => {
  const {body, caller, state, ids, now, behaviours} = call;
  const contact = await contactFor(call);
  if (contact === 'unknown') return notFound('Contact');

  const time = new Date(now).toISOString();
  const session = state.sessions.save({
    id: ids.uuid(),
    organization_id: caller.organization_id,
    status: 'open',
    ai_closure_type: null,
    sentiment: null,
    channel: {type: body.channel?.type ?? 'api'},
    ticket_number: await nextTicket(call, caller.organization_id),
    assist_mode: false,
    created_at: time,
    updated_at: time,
    ...(contact && {contact_id: contact.id}),
    ...(body.custom_data && {custom_data: body.custom_data}),
  });
  return {status: createdStatus(behaviours), body: {id: session.id}};
};

/** A session of the organization. OPENCX-20, OPENCX-67 */
export const getChatSession: Handler<'getChatSession'> = async (call) => {
  const session = await ownSession(call, call.params.session_id);
  if (!session) return notFound('Session');
  return {status: 200, body: showSession(session, await contactOf(call, session))};
};

/** The organization's sessions, the latest changed first, a page at a time. OPENCX-61, OPENCX-62, OPENCX-67 */
export const listChatSessions: Handler<'listChatSessions'> = async (call) => {
  const {query, caller, state, behaviours} = call;
  const wrong = unreadable(query);
  if (wrong) return invalid(wrong);

  const range = {...updatedRange(query), descending: true};
  const {items, next} = await readPage<Session>({
    size: behaviours.page_size,
    cursor: query.cursor,
    read: (part) => state.sessions.find('organization', caller.organization_id, {...range, ...part}),
    placeOf: (session) => ({sort: sessionOrder(session), id: session.id}),
    fits: (session) => fits(session, query),
  });
  const shown = items.map(async (session) => showSession(session, await contactOf(call, session)));
  return {status: 200, body: {items: await Promise.all(shown), next}};
};

/** Closes or reopens a session. What else it may ask of help desks has no effect here. OPENCX-60 */
export const updateChatSession: Handler<'updateChatSession'> = async (call) => {
  const {params, body} = call;
  const session = await ownSession(call, params.session_id);
  if (!session) return notFound('Session');
  const {status = session.status, generate_summary_and_sentiment_on_resolve: analyse = false} = body;
  changeStatus(call, session, {status, by: 'api', analyse});
  return {status: 200};
};

/** The contact that a new session is linked with: an id goes before a description (OPENCX-51, OPENCX-52). */
async function contactFor(call: CreateCall): Promise<Contact | 'unknown' | undefined> {
  const {contact_id, contact, verified} = call.body;
  if (contact_id !== undefined) return (await ownContact(call, contact_id)) ?? 'unknown';
  const owner = {organization: call.caller.organization_id, verified: verified === true};
  return contact && matchContact(call, contact, owner);
}

/** Tickets are numbered from 1 in each organization (OPENCX-50). */
async function nextTicket({state}: Scope, organization: string): Promise<number> {
  const [last] = await state.sessions.find('ticket', organization, {descending: true, limit: 1});
  return (last?.ticket_number ?? 0) + 1;
}

/** All filters must fit; bounds are exclusive (OPENCX-62). */
function fits(session: Session, query: ListQuery): boolean {
  const {handed_off, status, channel_type} = query;
  return (
    (handed_off === undefined || isHandedOff(session) === (handed_off === 'true')) &&
    (status === undefined || session.status === status) &&
    (channel_type === undefined || session.channel.type === channel_type) &&
    isWithin(session, query)
  );
}
