import type {components} from '../../specs/opencx/generated/index.js';
import {collection} from '../../src/engine/index.js';

type Schemas = components['schemas'];

export type SessionStatus = Schemas['SessionStatus'];
export type HistoryEvent = Schemas['HistoryEvent'];
export type SessionCustomData = Schemas['SessionCustomData'];
export type ContactCustomData = Schemas['ContactCustomData'];
type MessageEvent = Schemas['MessageEvent'];

/** A key of one organization; its id is the key itself (OPENCX-1…3). */
export interface ApiKey {
  readonly id: string;
  /** What the dashboard calls it; the audit trail names it so. */
  readonly name: string;
  readonly organization_id: string;
  /** `resource:action` each; without them the key has full access. */
  readonly scopes?: readonly string[];
  readonly revoked?: boolean;
}

/** A session as the vendor shows it, with its organization, and its contact by id. */
export interface Session extends Readonly<Omit<Schemas['ChatSession'], 'contact'>> {
  readonly organization_id: string;
  readonly contact_id?: string;
}

/** A contact as a session shows it, with its organization. */
export interface Contact extends Readonly<Required<Schemas['ChatSessionContact']>> {
  readonly organization_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** An attachment of a message. One without `url` is kept here: its bytes stand in `files` under the same id. */
export type Attachment = Omit<Schemas['MessageAttachment'], 'url'> & {readonly url?: string};

/** A message of anybody, as it is stored. */
export type StoredMessage = Omit<MessageEvent, 'attachments'> & {readonly attachments: readonly Attachment[]};
export type StoredEvent = Exclude<HistoryEvent, MessageEvent> | StoredMessage;

/** One thing that happened in a session (OPENCX-46). */
export interface HistoryItem {
  readonly id: string;
  readonly session_id: string;
  readonly created_at: string;
  readonly event: StoredEvent;
  /** Counts up and orders what happened at the same instant. A seed's items have none. */
  readonly position?: number;
  /** Nothing that the vendor shows tells a redacted text from a typed `[REDACTED]`; this does. */
  readonly redacted?: boolean;
}

/** The bytes of an attachment. They go with the message that held it (OPENCX-15). */
export interface StoredFile {
  readonly id: string;
  readonly base64: string;
}

export const collections = {
  apiKeys: collection<ApiKey>()(),
  contacts: collection<Contact>()({
    email: {by: ({organization_id, email}: Contact) => emailKey(organization_id, email), sort: createdFirst},
    phone: {
      by: ({organization_id, phone_number}: Contact) => phoneKey(organization_id, phone_number),
      sort: createdFirst,
    },
  }),
  sessions: collection<Session>()({
    organization: {by: ({organization_id}: Session) => organization_id, sort: sessionOrder},
    ticket: {by: ({organization_id}: Session) => organization_id, sort: ({ticket_number}: Session) => ticket_number},
  }),
  history: collection<HistoryItem>()({
    session: {by: ({session_id}: HistoryItem) => session_id, sort: historyOrder},
  }),
  files: collection<StoredFile>()(),
};

/** Under which a contact is found by e-mail address in its organization; none for an empty one. */
export function emailKey(organization: string, email: string | null | undefined): string | undefined {
  return email ? `${organization} ${email.toLowerCase()}` : undefined;
}

/** Under which a contact is found by telephone number in its organization; none for an empty one. */
export function phoneKey(organization: string, phone: string | null | undefined): string | undefined {
  return phone ? `${organization} ${phone}` : undefined;
}

/** Where a session stands among those of its organization: by its last change (OPENCX-61). */
export function sessionOrder({updated_at}: Session): string {
  return instantKey(Date.parse(updated_at));
}

/** Where an item stands in the history of its session (OPENCX-61). */
export function historyOrder({created_at, position = 0}: HistoryItem): string {
  return `${instantKey(Date.parse(created_at))} ${String(position).padStart(12, '0')}`;
}

function createdFirst({created_at}: Contact): string {
  return instantKey(Date.parse(created_at));
}

/** An instant as a text that sorts like it. Before 1970 there were no sessions. */
export function instantKey(instant: number): string {
  return String(Math.max(0, instant)).padStart(15, '0');
}
