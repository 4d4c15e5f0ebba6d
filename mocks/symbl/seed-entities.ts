import type {Seeded} from '../../src/engine/index.js';
import type {
  AccessToken,
  AccountEntity,
  AccountSettings,
  App,
  Conversation,
  Delivery,
  Job,
  Member,
  Message,
} from './entities.js';

/** What may stand in each collection of a seed; what `prepare` fills in may be left out. */
export interface SeedEntities {
  /** The applications that can ask for a token, beside the one that each sandbox has anyway. */
  readonly apps: App;
  readonly tokens: AccessToken;
  readonly conversations: Seeded<Conversation, 'accountId'>;
  /** Who took part in conversations. */
  readonly members: Member;
  readonly messages: Seeded<Message, 'position' | 'from' | 'phrases'>;
  readonly jobs: Job;
  /** Changes of jobs on their way to webhooks. */
  readonly deliveries: Delivery;
  readonly settings: AccountSettings;
  /** Custom entities of accounts. */
  readonly accountEntities: Seeded<AccountEntity, 'accountId' | 'position' | 'values'>;
}
