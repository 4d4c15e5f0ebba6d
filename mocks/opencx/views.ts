import type {components} from '../../specs/opencx/generated/index.js';
import {showAttachment} from './attachments.js';
import type {Contact, HistoryItem, Session} from './entities.js';

/** A session as OpenCX shows it, with its contact inside. It carries no messages. */
export function showSession(session: Session, contact: Contact | undefined): components['schemas']['ChatSession'] {
  const {organization_id, contact_id, last_message_at, tags, ...shown} = session;
  return {...shown, ...(contact && {contact: showSessionContact(contact)})};
}

/** An item of a history as OpenCX shows it. */
export function showItem({id, created_at, event}: HistoryItem, baseUrl: string): components['schemas']['HistoryItem'] {
  if (event.type !== 'message') return {id, created_at, event};
  const attachments = event.attachments.map((attachment) => showAttachment(attachment, baseUrl));
  return {id, created_at, event: {...event, attachments}};
}

/** A contact as OpenCX lists it: with its times, and without what was not verified. */
export function showContact(contact: Contact): components['schemas']['Contact'] {
  const {id, email, phone_number, name, custom_data, created_at, updated_at} = contact;
  return {id, email, phone_number, name, custom_data, created_at, updated_at};
}

function showSessionContact(contact: Contact): components['schemas']['ChatSessionContact'] {
  const {organization_id, created_at, updated_at, ...shown} = contact;
  return shown;
}
