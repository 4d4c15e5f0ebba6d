import {readToken, objectIn, textIn, type Said} from '../../../src/engine/index.js';
import type {Known} from './known.js';
import {pick, timeOf} from './reading.js';

const shown = [
  ...['id', 'email', 'phone_number', 'name', 'custom_data', 'created_at', 'updated_at'],
  ...['non_verified_name', 'non_verified_email', 'non_verified_custom_data'],
];

/** A contact as a list, a session or a search shows it, each with members that others leave out. */
export function seeContact(known: Known, contact: Said, at: number): void {
  const id = textIn(contact.id);
  if (id === undefined) return;
  const time = timeOf(at);
  const before = known.contacts.get(id) ?? {created_at: time, updated_at: time};
  known.contacts.set(id, {...before, ...pick(contact, shown)});
}

/** What a search found: its telephone number is `phone` there. */
export function seeFoundContact(known: Known, {id, name, email, phone}: Said, at: number): void {
  seeContact(known, {id, name, email, phone_number: phone}, at);
}

/** A visitor for whom a page vouched. The older docs answer the token alone, which names the contact. */
export function seeVisitor(known: Known, request: Said, body: Said, at: number): void {
  const token = textIn(body.token);
  const id = textIn(objectIn(body.contact).id) ?? textIn((token && readToken(token))?.sub);
  if (id === undefined) return;
  const data = Object.entries(objectIn(request.customData)).map(([key, value]) => [key, String(value)]);
  known.describe(id, {...detailsOf(request), custom_data: Object.fromEntries(data) as Said}, at);
  known.visitors.add(id);
}

/** What a request says about a contact, by the names under which it is shown; empty texts say nothing. */
export function detailsOf({email, name, phone, phone_number = phone, custom_data}: Said): Said {
  const texts = Object.entries({email, name, phone_number}).filter(([, value]) => textIn(value) !== undefined);
  return {...Object.fromEntries(texts), ...(custom_data !== undefined && {custom_data})};
}
