import type {components} from '../../specs/opencx/generated/index.js';
import {collection} from '../../src/engine/index.js';

type Schemas = components['schemas'];

export type SessionStatus = Schemas['SessionStatus'];
type HistoryEvent = Schemas['HistoryEvent'];
export type ContactCustomData = Schemas['ContactCustomData'];
type MessageEvent = Schemas['MessageEvent'];

/** The organization of the demo credentials: A of the seed (OPENCX-68). */
export const demoOrganization = 'b7f0a9c2-5d1e-4c86-9a37-2e64f8d01a01';

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

/** What a widget on a page brings to say whose it is; its id is the token itself (OPENCX-48). */
export interface WidgetToken {
  readonly id: string;
  readonly name: string;
  readonly organization_id: string;
}

/** A session as the vendor shows it, with its organization, and its contact by id. */
export interface Session extends Readonly<Omit<Schemas['ChatSession'], 'contact'>> {
  readonly organization_id: string;
  readonly contact_id?: string;
  /**
   * When the last message came: shown nowhere, but sessions are sorted by it (OPENCX-63).
   * @format date-time
   */
  readonly last_message_at?: string;
  /** Shown nowhere either; a filter can ask for them (OPENCX-63). */
  readonly tags?: readonly string[];
}

/** A contact as a session shows it, with its organization. */
export interface Contact extends Readonly<Required<Schemas['ChatSessionContact']>> {
  readonly organization_id: string;
  /** @format date-time */
  readonly created_at: string;
  /** @format date-time */
  readonly updated_at: string;
}

/**
 * An attachment of a message. One without `url` is kept here: its bytes stand in `files` under the same id. One whose
 * address leads to an uploaded file names that file (OPENCX-66).
 */
export type Attachment = Omit<Schemas['MessageAttachment'], 'url'> & {
  readonly url?: string;
  readonly file_id?: string;
};

/** A message of anybody, as it is stored. */
type StoredMessage = Omit<MessageEvent, 'attachments'> & {readonly attachments: readonly Attachment[]};
export type StoredEvent = Exclude<HistoryEvent, MessageEvent> | StoredMessage;

/** One thing that happened in a session (OPENCX-46). */
export interface HistoryItem extends Readonly<Omit<Schemas['HistoryItem'], 'event'>> {
  readonly session_id: string;
  readonly event: StoredEvent;
  /** Counts up and orders what happened at the same instant. A seed's items have none. */
  readonly position?: number;
  /** Nothing that the vendor shows tells a redacted text from a typed `[REDACTED]`; this does. */
  readonly redacted?: boolean;
}

/** The bytes of an attachment or of an upload. They go with the message that held it (OPENCX-15, OPENCX-66). */
export interface StoredFile {
  readonly id: string;
  readonly organization_id: string;
  /** @pattern ^[0-9A-Za-z+/]*={0,2}$ */
  readonly base64: string;
}

/** What a receiver is still to be told. It holds no text: that is looked up when it leaves (OPENCX-45). */
export interface Delivery {
  readonly id: string;
  readonly session_id: string;
  /**
   * When it happened.
   * @format date-time
   */
  readonly timestamp: string;
  readonly occasion:
    | {readonly event: 'conversation.handoff_to_human'}
    | {
        readonly event: 'conversation.closed';
        readonly status: SessionStatus;
        readonly closed_by: 'human' | 'contact';
      }
    | {
        readonly event:
          | 'conversation.started'
          | 'conversation.contact_response'
          | 'conversation.ai_response'
          | 'conversation.agent_response';
        readonly message_id: string;
      };
}

export const collections = {
  apiKeys: collection<ApiKey>()(),
  widgetTokens: collection<WidgetToken>()(),
  contacts: collection<Contact>()({
    email: {by: ({organization_id, email}: Contact) => emailKey(organization_id, email), sort: createdFirst},
    phone: {
      by: ({organization_id, phone_number}: Contact) => phoneKey(organization_id, phone_number),
      sort: createdFirst,
    },
    organization: {by: ({organization_id}: Contact) => organization_id, sort: contactOrder},
  }),
  sessions: collection<Session>()({
    organization: {by: ({organization_id}: Session) => organization_id, sort: sessionOrder},
    created: {by: ({organization_id}: Session) => organization_id, sort: createdOrder},
    activity: {by: ({organization_id}: Session) => organization_id, sort: activityOrder},
    contact: {
      by: ({organization_id, contact_id}: Session) => contact_id && contactKey(organization_id, contact_id),
      sort: sessionOrder,
    },
    ticket: {by: ({organization_id}: Session) => organization_id, sort: ({ticket_number}: Session) => ticket_number},
  }),
  history: collection<HistoryItem>()({
    session: {by: ({session_id}: HistoryItem) => session_id, sort: historyOrder},
    messages: {
      by: ({session_id, event}: HistoryItem) => (event.type === 'message' ? session_id : undefined),
      sort: historyOrder,
    },
  }),
  files: collection<StoredFile>()(),
  deliveries: collection<Delivery>()(),
};

/** Under which a contact is found by e-mail address in its organization; none for an empty one. */
export function emailKey(organization: string, email: string | null | undefined): string | undefined {
  return email ? `${organization} ${email.toLowerCase()}` : undefined;
}

/** Under which a contact is found by telephone number in its organization; none for an empty one. */
export function phoneKey(organization: string, phone: string | null | undefined): string | undefined {
  return phone ? `${organization} ${phone}` : undefined;
}

/** Under which the sessions of a contact are found. */
export function contactKey(organization: string, contact: string): string {
  return `${organization} ${contact}`;
}

/** Where a session stands among those of its organization: by its last change (OPENCX-61). */
export function sessionOrder({updated_at}: Session): string {
  return instantKey(Date.parse(updated_at));
}

/** Where a session stands by its creation (OPENCX-63). */
export function createdOrder({created_at}: Session): string {
  return instantKey(Date.parse(created_at));
}

/** Where a session stands by its last message, or its creation as long as there is none (OPENCX-63). */
export function activityOrder({last_message_at, created_at}: Session): string {
  return instantKey(Date.parse(last_message_at ?? created_at));
}

/** Where a contact stands among those of its organization: by its last change (OPENCX-61). */
export function contactOrder({updated_at}: Contact): string {
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
