import {addContact, ownContact, updateContact as changeContact, type ContactDetails} from '../contacts.js';
import {isWithin, updatedRange} from '../dates.js';
import {contactOrder, type Contact} from '../entities.js';
import {invalid, notFound} from '../errors.js';
import type {Handler} from '../handler.js';
import {readPage, unreadable} from '../pages.js';
import {createdStatus} from '../statuses.js';
import {showContact} from '../views.js';

type Input = Parameters<Handler<'createContact'>>[0]['body']['contact'];

/** Adds a contact. Its telephone number is `phone` here and `phone_number` wherever it is read. OPENCX-31, OPENCX-53 */
export const createContact: Handler<'createContact'> = (call) => {
  const owner = {organization: call.caller.organization_id, verified: true};
  const {id} = addContact(call, detailsOf(call.body.contact), owner);
  return {status: createdStatus(call.behaviours), body: {id}};
};

/** The organization's contacts, the latest changed first, a page at a time. OPENCX-61, OPENCX-62, OPENCX-67 */
export const listContacts: Handler<'listContacts'> = async ({query, caller, state, behaviours}) => {
  const wrong = unreadable(query);
  if (wrong) return invalid(wrong);

  const range = {...updatedRange(query), descending: true};
  const {items, next} = await readPage<Contact>({
    size: behaviours.page_size,
    cursor: query.cursor,
    read: (part) => state.contacts.find('organization', caller.organization_id, {...range, ...part}),
    placeOf: (contact) => ({sort: contactOrder(contact), id: contact.id}),
    fits: (contact) => isWithin(contact, query),
  });
  return {status: 200, body: {items: items.map(showContact), next}};
};

/** One contact, for those who have the call: it is hidden unless `opencx.contact_get` says otherwise. OPENCX-64 */
export const getContact: Handler<'getContact'> = async (call) => {
  const contact = await ownContact(call, call.params.contact_id);
  return contact ? {status: 200, body: showContact(contact)} : notFound('Contact');
};

/** Changes what is named of a contact; custom data key by key. OPENCX-53, OPENCX-67 */
export const updateContact: Handler<'updateContact'> = async (call) => {
  const contact = await ownContact(call, call.params.contact_id);
  if (!contact) return notFound('Contact');
  changeContact(call, contact, detailsOf(call.body.contact), true);
  return {status: 200};
};

/** Removes a contact. Its sessions stay, without it; what it wrote is another call's to redact. OPENCX-67 */
export const deleteContact: Handler<'deleteContact'> = async (call) => {
  const contact = await ownContact(call, call.params.contact_id);
  if (!contact) return notFound('Contact');
  call.erases();
  call.state.contacts.remove(contact.id);
  return {status: 200};
};

/** Taken one by one: `phone_number`, which these calls do not know, must not slip in beside `phone`. */
function detailsOf({email, name, phone, custom_data}: Input): ContactDetails {
  return {email, name, phone_number: phone, custom_data};
}
