import {addContact} from '../contacts.js';
import type {Handler} from '../handler.js';

/** Adds a contact. Its telephone number is `phone` here and `phone_number` wherever it is read. */
export const createContact: Handler<'createContact'> = (call) => {
  const {phone, ...details} = call.body.contact;
  const owner = {organization: call.caller.organization_id, verified: true};
  const {id} = addContact(call, {...details, ...(phone !== undefined && {phone_number: phone})}, owner);
  return {status: 200, body: {id}};
};
