import type {Seeded} from '../../src/engine/index.js';
import type {
  ApiKey,
  Contact,
  Delivery,
  HistoryItem,
  Session,
  StoredEvent,
  StoredFile,
  WidgetToken,
} from './entities.js';

/** What may stand in each collection of a seed; what `prepare` fills in may be left out. */
export interface SeedEntities {
  /** The keys that the API takes, beside those that each sandbox has anyway. */
  readonly apiKeys: ApiKey;
  readonly widgetTokens: WidgetToken;
  readonly contacts: Seeded<Contact, Details>;
  readonly sessions: Seeded<Session, 'ai_closure_type' | 'sentiment' | 'assist_mode'>;
  /** What happened in sessions: messages, handoffs, comments. */
  readonly history: SeedHistoryItem;
  readonly files: StoredFile;
  /** Webhooks on their way out. */
  readonly deliveries: Delivery;
}

/** What may be known of a contact. */
export type Details = 'email' | 'phone_number' | 'name' | 'custom_data' | NonVerified;
type NonVerified = 'non_verified_name' | 'non_verified_email' | 'non_verified_custom_data';

/** One thing that happened in a session (OPENCX-46). */
export interface SeedHistoryItem extends Omit<HistoryItem, 'event'> {
  readonly event: SeedEvent<StoredEvent>;
}

type SeedEvent<E> = E extends {readonly type: 'message'} ? Seeded<E, Extract<keyof E, 'attachments' | 'context'>> : E;
