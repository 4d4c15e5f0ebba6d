import type {
  Activity,
  Agent,
  Attributes,
  Conversation,
  CustomAttributeDefinition,
  EndUser,
  Message,
  Queue,
} from './entities.js';
import {noLists} from './people/people.js';
import type {SeedEntities, SeedOption} from './seed-entities.js';
import type {WebhookSubscription} from './webhooks/entities.js';
import {isSendable} from './webhooks/headers.js';
import {isKey} from './webhooks/signature.js';

type Entity = {readonly id: string | number};
type Option = Extract<CustomAttributeDefinition['inputDefinition'], {readonly _type: 'Select'}>['options'][number];

const emptyMail = {to: [], cc: [], bcc: [], isAutoReply: false, inlineImages: [], attachments: []};
const emptyText = {attachments: []};

/** What answers always show of a kind of message, so that a seed need not say it. */
const emptyAttributes: Readonly<Partial<Record<Attributes['_type'], object>>> = {
  EmailAttributes: emptyMail,
  ContactFormAttributes: {...emptyMail, replyDefaultToEmails: []},
  ChatAttributes: {...emptyText, isAutomated: false},
  FacebookMessengerAttributes: emptyText,
  GenericAttributes: emptyText,
  SmsAttributes: emptyText,
  TwitterAttributes: emptyText,
  WhatsAppAttributes: emptyText,
};

/** Completes what a seed says with what Dixa always shows: lists, empty if need be (DIXA-18), and older names. */
export function prepare(collection: string, entity: Entity): Entity {
  if (collection === 'endUsers') return completeUser(entity as SeedEntities['endUsers']);
  if (collection === 'agents') return completeAgent(entity as SeedEntities['agents']);
  if (collection === 'queues') return completeQueue(entity as SeedEntities['queues']);
  if (collection === 'customAttributes') return completeDefinition(entity as SeedEntities['customAttributes']);
  if (collection === 'conversations') return completeConversation(entity as SeedEntities['conversations']);
  if (collection === 'messages') return completeMessage(entity as SeedEntities['messages']);
  if (collection === 'activities') return completeActivity(entity as SeedEntities['activities']);
  if (collection === 'webhookSubscriptions')
    return completeSubscription(entity as SeedEntities['webhookSubscriptions']);
  return entity;
}

function completeAgent(agent: SeedEntities['agents']): Agent {
  return {...noLists, roles: ['Agent'], ...agent};
}

function completeUser(user: SeedEntities['endUsers']): EndUser {
  return {...noLists, customAttributes: [], ...user};
}

/** What is left of an anonymized conversation is what its seed says, since some of it may be gone (DIXA-42). */
function completeConversation(conversation: SeedEntities['conversations']): Conversation {
  return conversation._type === 'AnonymizedConversation' ? conversation : {customAttributes: [], ...conversation};
}

function completeQueue(queue: SeedEntities['queues']): Queue {
  const settings = {queueThresholds: {}, slaCalculationMethod: 'AbandonedIgnored', doNotOfferTimeouts: {}} as const;
  return {isDefault: false, isDoNotOfferEnabled: false, ...settings, ...queue};
}

function completeDefinition({
  inputDefinition,
  ...definition
}: SeedEntities['customAttributes']): CustomAttributeDefinition {
  const isSelect = inputDefinition._type === 'Select';
  return {
    ...{isRequired: false, isArchived: false, isDeactivated: false},
    ...definition,
    inputDefinition: isSelect
      ? {...inputDefinition, options: completeOptions(inputDefinition.options)}
      : inputDefinition,
  };
}

function completeOptions(options: readonly SeedOption[]): Option[] {
  return options.map(({nestedOptions = [], ...option}) => ({
    isDeactivated: false,
    ...option,
    nestedOptions: completeOptions(nestedOptions),
  }));
}

function completeMessage({attributes, ...message}: SeedEntities['messages']): Message {
  return {...message, attributes: {...emptyAttributes[attributes._type], ...attributes} as Attributes};
}

/** DIXA-78 */
function completeActivity(activity: SeedEntities['activities']): Activity {
  return {activityType: `${activity._type}ActivityType`, ...activity};
}

/** @throws Error when nothing could be sent for it, or nothing signed: better here than when it leaves. DIXA-89 */
function completeSubscription(unfinished: SeedEntities['webhookSubscriptions']): WebhookSubscription {
  const subscription = {
    ...({authorization: {_type: 'NoAuth'}, customHeaders: {}, subscribedEvents: [], enabled: true} as const),
    ...unfinished,
  };
  if (!isSendable(subscription)) throw new Error('its url or its headers cannot be sent');
  if (!isKey(subscription.secretKey)) throw new Error('its secretKey needs 64 hexadecimal digits in lower case');
  return subscription;
}
