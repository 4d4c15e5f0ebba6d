import {emailKey, phoneKey, type Contact, type ContactCustomData} from './entities.js';
import type {Caller, Scope} from './handler.js';

/** What a request says about a contact. */
export interface ContactDetails {
  readonly email?: string;
  readonly name?: string;
  readonly phone_number?: string;
  readonly custom_data?: ContactCustomData;
}

/** Whose contact it is, and whether what is said about it was verified. */
export interface ContactOwner {
  readonly organization: string;
  readonly verified: boolean;
}

/** The contact of that id, if it is one of the caller's organization; any other does not exist (OPENCX-67). */
export async function ownContact(
  {state, caller}: Pick<Scope, 'state'> & {readonly caller: Caller},
  id: string,
): Promise<Contact | undefined> {
  const contact = await state.contacts.get(id);
  return contact?.organization_id === caller.organization_id ? contact : undefined;
}

/** The contact that a session or a message is about: matched by e-mail address, then by phone, or new (OPENCX-51). */
export async function matchContact(scope: Scope, details: ContactDetails, owner: ContactOwner): Promise<Contact> {
  const known = await findContact(scope, details, owner.organization);
  return known ? updateContact(scope, known, details, owner.verified) : addContact(scope, details, owner);
}

/** Adds a contact. */
export function addContact(
  {state, ids, now}: Scope,
  details: ContactDetails,
  {organization, verified}: ContactOwner,
): Contact {
  const time = new Date(now).toISOString();
  const unknown: Contact = {
    id: ids.uuid(),
    organization_id: organization,
    email: null,
    phone_number: null,
    name: null,
    custom_data: null,
    non_verified_name: null,
    non_verified_email: null,
    non_verified_custom_data: null,
    created_at: time,
    updated_at: time,
  };
  return state.contacts.save(withDetails(unknown, details, verified));
}

/** Writes what is said over what is known; custom data key by key (OPENCX-53). */
export function updateContact(
  {state, now}: Scope,
  contact: Contact,
  details: ContactDetails,
  verified: boolean,
): Contact {
  return state.contacts.save({...withDetails(contact, details, verified), updated_at: new Date(now).toISOString()});
}

async function findContact(
  {state}: Scope,
  {email, phone_number}: ContactDetails,
  organization: string,
): Promise<Contact | undefined> {
  const byEmail = emailKey(organization, email);
  const byPhone = phoneKey(organization, phone_number);
  return (
    (byEmail === undefined ? undefined : await state.contacts.first('email', byEmail)) ??
    (byPhone === undefined ? undefined : await state.contacts.first('phone', byPhone))
  );
}

/** Clients send empty strings for what they do not know: those say nothing. */
function withDetails(
  contact: Contact,
  {email, name, phone_number, custom_data}: ContactDetails,
  verified: boolean,
): Contact {
  const data = verified ? 'custom_data' : 'non_verified_custom_data';
  return {
    ...contact,
    ...(email && {email}),
    ...(name && {name}),
    ...(phone_number && {phone_number}),
    ...(custom_data && {[data]: {...contact[data], ...custom_data}}),
  };
}
