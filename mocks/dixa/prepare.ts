import type {Activity, Attributes, EndUser, Message} from './entities.js';

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
  if (collection === 'messages') return completeMessage(entity as Unfinished<Message>);
  if (collection === 'activities') return completeActivity(entity as Unfinished<Activity>);
  return entity;
}

function completeUser(user: Unfinished<EndUser>): Entity {
  return {additionalEmails: [], additionalPhoneNumbers: [], middleNames: [], customAttributes: [], ...user};
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
