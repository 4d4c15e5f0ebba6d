import type {components} from '../../specs/dixa/generated/index.js';
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
import {isKey} from './webhooks/signature.js';
import type {WebhookSubscription} from './webhooks/entities.js';
import {isSendable} from './webhooks/headers.js';

type SelectOption = components['schemas']['SelectOption'];
type Entity = {readonly id: string | number};
type Unfinished<T> = Partial<Omit<T, 'id'>> & Entity;

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
  if (collection === 'endUsers') return completeUser(entity as Unfinished<EndUser>);
  if (collection === 'agents') return completeAgent(entity as Unfinished<Agent>);
  if (collection === 'queues') return completeQueue(entity as Unfinished<Queue>);
  if (collection === 'customAttributes') return completeDefinition(entity as Unfinished<CustomAttributeDefinition>);
  if (collection === 'conversations') return completeConversation(entity as Unfinished<Conversation>);
  if (collection === 'messages') return completeMessage(entity as Unfinished<Message>);
  if (collection === 'activities') return completeActivity(entity as Unfinished<Activity>);
  if (collection === 'webhookSubscriptions') return completeSubscription(entity as Unfinished<WebhookSubscription>);
  return entity;
}

function completeAgent(agent: Unfinished<Agent>): Entity {
  const completed = {...noLists, roles: ['Agent'], ...agent};
  return completed;
}

function completeUser(user: Unfinished<EndUser>): Entity {
  return {...noLists, customAttributes: [], ...user};
}

/** What is left of an anonymized conversation is what its seed says, since some of it may be gone (DIXA-42). */
function completeConversation(conversation: Unfinished<Conversation>): Entity {
  if (conversation._type === 'AnonymizedConversation') return conversation;
  const completed = {customAttributes: [], ...conversation};
  return completed;
}

function completeQueue(queue: Unfinished<Queue>): Entity {
  const settings = {queueThresholds: {}, slaCalculationMethod: 'AbandonedIgnored', doNotOfferTimeouts: {}};
  return {isDefault: false, isDoNotOfferEnabled: false, ...settings, ...queue};
}

function completeDefinition(definition: Unfinished<CustomAttributeDefinition>): Entity {
  const input = definition.inputDefinition;
  return {
    ...{isRequired: false, isArchived: false, isDeactivated: false},
    ...definition,
    ...(input?._type === 'Select' && {inputDefinition: {...input, options: completeOptions(input.options)}}),
  };
}

function completeOptions(options: readonly Partial<SelectOption>[]): object[] {
  return options.map(({nestedOptions = [], ...option}) => ({
    isDeactivated: false,
    ...option,
    nestedOptions: completeOptions(nestedOptions),
  }));
}

function completeMessage(message: Unfinished<Message>): Entity {
  if (!message.attributes) return message;
  const completed = {...message, attributes: {...emptyAttributes[message.attributes._type], ...message.attributes}};
  return completed;
}

/** DIXA-78 */
function completeActivity(activity: Unfinished<Activity>): Entity {
  return activity._type ? {activityType: `${activity._type}ActivityType`, ...activity} : activity;
}

/** @throws Error when nothing could be sent for it, or nothing signed: better here than when it leaves. DIXA-89 */
function completeSubscription(unfinished: Unfinished<WebhookSubscription>): Entity {
  const {url = '', secretKey = ''} = unfinished;
  const subscription = {
    ...({authorization: {_type: 'NoAuth'}, customHeaders: {}, subscribedEvents: [], enabled: true} as const),
    ...unfinished,
  };
  if (!isSendable({...subscription, url})) throw new Error('its url or its headers cannot be sent');
  if (!isKey(secretKey)) throw new Error('its secretKey needs 64 hexadecimal digits in lower case');
  return subscription;
}
