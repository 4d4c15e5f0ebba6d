import type {components} from '../../specs/opencx/generated/index.js';
import {showAttachment} from './attachments.js';
import type {Contact, HistoryItem, Session} from './entities.js';
import type {Caller} from './handler.js';

/** A session as OpenCX shows it, with its contact inside. It carries no messages. */
export function showSession(session: Session, contact: Contact | undefined): components['schemas']['ChatSession'] {
  const {organization_id: _, contact_id: __, ...shown} = session;
  return {...shown, ...(contact && {contact: showContact(contact)})};
}

/** An item of a history as OpenCX shows it. */
export function showItem(
  {id, created_at, event}: HistoryItem,
  baseUrl: string,
  caller: Caller,
): components['schemas']['HistoryItem'] {
  if (event.type !== 'message') return {id, created_at, event};
  const attachments = event.attachments.map((attachment) => showAttachment(attachment, baseUrl, caller));
  return {id, created_at, event: {...event, attachments}};
}

function showContact(contact: Contact): components['schemas']['ChatSessionContact'] {
  const {organization_id: _, created_at: __, updated_at: ___, ...shown} = contact;
  return shown;
}
