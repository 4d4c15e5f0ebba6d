import {objectIn, textIn, type Said} from '../../../src/engine/index.js';
import {timeOf} from './reading.js';

/** An item of a history as far as it is known. */
export interface KnownItem {
  readonly session_id: string;
  readonly created_at: unknown;
  readonly event: Said;
  /** A history showed it, and with that its place. */
  readonly isListed: boolean;
}

/** What is said about a contact whose id is not told. */
export interface Stranger {
  readonly details: Said;
  readonly at: number;
}

/** Messages of which a redaction tells no more than their number. */
export interface Unseen {
  readonly count: number;
  /** When they were redacted last. */
  readonly at: number;
}

/** What the answers told so far, by id. Later answers write over earlier ones. */
export class Known {
  readonly contacts = new Map<string, Said>();
  readonly sessions = new Map<string, Said>();
  /** In the order in which histories list them. */
  readonly items = new Map<string, KnownItem>();
  /** Who sessions were opened for, by session, as long as nobody was shown there. */
  readonly strangers = new Map<string, Stranger>();
  /** Sessions whose history was shown. */
  readonly told = new Set<string>();
  /** Of each session that was redacted: the messages among them that nothing showed. */
  readonly unseen = new Map<string, Unseen>();
  /** Ids of uploaded files. */
  readonly uploads = new Set<string>();
  /** The content of attachments that was sent along, as base64, by the attachment's id. */
  readonly contents = new Map<string, string>();
  /** Contacts that pages vouched for. */
  readonly visitors = new Set<string>();
  /** Sessions that a widget showed: they are a visitor's. */
  readonly visited = new Set<string>();

  /** Writes down what is said about a contact, who may be new. */
  describe(id: string, details: Said, at: number): void {
    const time = timeOf(at);
    const before = this.contacts.get(id) ?? {id, created_at: time};
    const data = {...objectIn(before.custom_data), ...objectIn(details.custom_data)};
    this.contacts.set(id, {
      ...before,
      ...details,
      ...(Object.keys(data).length > 0 && {custom_data: data}),
      updated_at: time,
    });
  }

  /** Forgets a contact who was deleted; sessions stay, without it (OPENCX-67). */
  forget(id: string): void {
    this.contacts.delete(id);
    this.visitors.delete(id);
  }

  /** A history of the session was shown: what it lists is what there is. */
  tell(session: string): void {
    this.told.add(session);
    const unseen = this.unseen.get(session);
    if (unseen) this.unseen.set(session, {...unseen, count: 0});
  }

  /** Takes an item for the last of those that were listed. */
  list(id: string, item: Omit<KnownItem, 'isListed'>): void {
    if (this.items.get(id)?.isListed !== true) this.items.delete(id);
    this.items.set(id, {...item, isListed: true});
  }

  /** The contact of that e-mail address, or of that telephone number (OPENCX-51). */
  match({email, phone_number}: Said): string | undefined {
    const contacts = [...this.contacts];
    const mail = textIn(email)?.toLowerCase();
    const found =
      contacts.find(([, contact]) => mail !== undefined && textIn(contact.email)?.toLowerCase() === mail) ??
      contacts.find(([, contact]) => textIn(phone_number) !== undefined && contact.phone_number === phone_number);
    return found?.[0];
  }
}
