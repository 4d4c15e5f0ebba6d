import type {components} from '../../specs/dixa/generated/index.js';
import type {Seeded} from '../../src/engine/index.js';
import type {Organization} from './configuration/organization.js';
import type {
  Activity,
  Agent,
  AnonymizationRequest,
  ApiToken,
  AttachmentSource,
  Attributes,
  BulkTagging,
  ContactPoint,
  Conversation,
  ConversationTag,
  CustomAttributeDefinition,
  EndUser,
  Flow,
  Followup,
  Message,
  Note,
  Queue,
  Rating,
  SearchTrace,
  StoredFile,
  Tag,
} from './entities.js';
import type {WebhookDelivery, WebhookSubscription} from './webhooks/entities.js';

type Schemas = components['schemas'];

/** What may stand in each collection of a seed; what `prepare` fills in may be left out. */
export interface SeedEntities {
  /** The tokens that the API takes, beside those that each sandbox has anyway. */
  readonly apiTokens: ApiToken;
  /** Agents and admins. */
  readonly agents: Seeded<Agent, Lists | 'roles'>;
  readonly organizations: Organization;
  readonly queues: Seeded<Queue, 'isDefault' | 'isDoNotOfferEnabled' | QueueSettings>;
  readonly contactPoints: ContactPoint;
  readonly flows: Flow;
  readonly customAttributes: SeedDefinition;
  readonly tags: Tag;
  readonly conversationTags: ConversationTag;
  readonly attachmentSources: AttachmentSource;
  readonly files: StoredFile;
  readonly followups: Followup;
  /** The people who write in. */
  readonly endUsers: Seeded<EndUser, Lists>;
  /** Conversations of any channel, told apart by `_type`. */
  readonly conversations: Conversation;
  readonly messages: SeedMessage;
  readonly bulkTaggings: BulkTagging;
  readonly searchTraces: SearchTrace;
  readonly notes: Note;
  readonly ratings: Rating;
  /** The activity logs of conversations. */
  readonly activities: Seeded<Activity, 'activityType'>;
  readonly anonymizationRequests: AnonymizationRequest;
  readonly webhookSubscriptions: Seeded<WebhookSubscription, SubscriptionSettings>;
  readonly webhookDeliveries: WebhookDelivery;
}

/** Of people: empty unless told. */
type Lists = 'additionalEmails' | 'additionalPhoneNumbers' | 'middleNames';

type QueueSettings = 'queueThresholds' | 'slaCalculationMethod' | 'doNotOfferTimeouts';

type SubscriptionSettings = 'authorization' | 'customHeaders' | 'subscribedEvents' | 'enabled';

/** A custom attribute that end users (`Contact`) or conversations can have. */
export interface SeedDefinition extends Seeded<
  Omit<CustomAttributeDefinition, 'inputDefinition'>,
  'isRequired' | 'isArchived' | 'isDeactivated'
> {
  readonly inputDefinition: SeedSelect | Schemas['Text'];
}

/** A choice of options. */
export interface SeedSelect extends Omit<Schemas['Select'], 'options'> {
  readonly options: readonly SeedOption[];
}

/** One option, and those that appear once it is chosen. */
export interface SeedOption extends Seeded<Omit<Schemas['SelectOption'], 'nestedOptions'>, 'isDeactivated'> {
  readonly nestedOptions?: readonly SeedOption[];
}

/** A message with its place in a conversation. Its files are named by their paths. */
export interface SeedMessage extends Omit<Message, 'attributes'> {
  readonly attributes: SeedAttributes<Attributes>;
}

type SeedAttributes<A> = A extends unknown ? Seeded<A, Extract<keyof A, AlwaysShown>> : never;

/** What answers show of messages even when there is nothing. */
type AlwaysShown = AddressLists | 'isAutoReply' | 'isAutomated' | 'inlineImages' | 'attachments';
type AddressLists = 'to' | 'cc' | 'bcc' | 'replyDefaultToEmails';
