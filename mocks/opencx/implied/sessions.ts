import {objectIn, textIn, type Said} from '../../../src/engine/index.js';
import {detailsOf, seeContact} from './contacts.js';
import type {Known} from './known.js';
import {pick, timeOf} from './reading.js';

const shown = [
  ...['id', 'status', 'ai_closure_type', 'sentiment', 'channel', 'ticket_number', 'assist_mode', 'created_at'],
  ...['updated_at', 'language', 'assignee_id', 'custom_data', 'team', 'handoff', 'ticketing_system', 'summary'],
];

/** A session as the API shows it: whole, so that what is not there any more is gone. */
export function seeSession(known: Known, session: Said, at: number): void {
  const id = textIn(session.id);
  if (id === undefined) return;
  const contact = objectIn(session.contact);
  seeContact(known, contact, at);
  known.strangers.delete(id);
  known.sessions.set(id, {...pick(session, shown), ...(textIn(contact.id) && {contact_id: contact.id})});
}

/** A session that was opened. Its ticket is not told. */
export function seeCreated(known: Known, request: Said, id: string, at: number): void {
  const {channel, custom_data} = request;
  const contact_id = textIn(request.contact_id);
  const time = timeOf(at);
  known.sessions.set(id, {
    ...{id, status: 'open', created_at: time, updated_at: time},
    ...(channel !== undefined && {channel}),
    ...(custom_data !== undefined && {custom_data}),
    ...(contact_id !== undefined && {contact_id}),
  });
  if (contact_id !== undefined || request.contact === undefined) return;
  const {custom_data: data, ...details} = detailsOf(objectIn(request.contact));
  const place = request.verified === true ? 'custom_data' : 'non_verified_custom_data';
  known.strangers.set(id, {details: {...details, ...(data !== undefined && {[place]: data})}, at});
}

/** A session that was closed or reopened. */
export function seeChanged(known: Known, request: Said, id: string, at: number): void {
  const session = known.sessions.get(id);
  const status = textIn(request.status);
  if (!session || status === undefined || status === session.status) return;
  known.sessions.set(id, {...session, status, updated_at: timeOf(at)});
}
