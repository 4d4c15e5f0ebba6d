import {seed} from '../../specs/dixa/generated/index.js';
import {
  derivedNumber,
  derivedUuid,
  endOf,
  fullNameOf,
  isAnswered,
  postalAddressOf,
  type Person,
  type PersonConversation,
  type SeedData,
  type Turn,
} from '../../src/engine/index.js';
import {exampleOrganization} from './configuration/organization.js';
import {ratingKey} from './conversations/ratings.js';
import {taggingKey, type Agent, type CustomAttributeDefinition, type Queue, type Tag} from './entities.js';
import {pathOf} from './files.js';
import type {SeedEntities} from './seed-entities.js';

/** Who answers, and where mails come in: as the seed has them, since a seed of people leaves its accounts alone. */
const [agent] = seed.agents as readonly [Agent];
const [queue] = seed.queues as readonly [Queue];
const support = 'support@email.dixa.io';

/** Above the numbers of the seed and of new conversations, within the 32 bits that the activity log has for them. */
const numbers = {min: 1_000_000, end: 1_000_000_000};

/** One conversation of a person, with its number. */
interface Matter extends PersonConversation {
  readonly person: Person;
  readonly position: number;
  readonly number: number;
}

/**
 * Made-up people as end users. Each of their conversations is one by mail, with what was said and sent along, a note, its
 * activity log, a tag if the seed has the topic as one, and a rating once it is closed.
 *
 * By default custom attributes of conversations outlive an anonymization (DIXA-42), so they hold personal data too.
 */
export function populate(people: readonly Person[]): SeedData {
  const matters = mattersOf(people);
  return {
    endUsers: people.map(endUserOf),
    conversations: matters.map(conversationOf),
    messages: matters.flatMap((matter) => matter.turns.map((turn, position) => messageOf(matter, turn, position))),
    files: matters.flatMap(filesOf),
    notes: matters.map(noteOf),
    ratings: matters.filter(isAnswered).map(ratingOf),
    conversationTags: matters.flatMap(taggingsOf),
    activities: matters.flatMap(activitiesOf),
  };
}

/** Numbers are few, so that two of many thousand may meet: the later one gets the next that is free. */
function mattersOf(people: readonly Person[]): Matter[] {
  const taken = new Set<number>();
  return people.flatMap((person) =>
    person.conversations.map((conversation, position) => {
      let number = derivedNumber(numbers, 'dixa', person.key, position);
      while (taken.has(number)) number += 1;
      taken.add(number);
      return {...conversation, person, position, number};
    }),
  );
}

function endUserOf(person: Person): SeedEntities['endUsers'] {
  const {firstName, lastName, email, phone, company, birthday, accountNumber, joinedAt} = person;
  return {
    id: userId(person),
    createdAt: joinedAt,
    displayName: fullNameOf(person),
    firstName,
    lastName,
    email,
    phoneNumber: phone,
    externalId: accountNumber,
    customAttributes: [
      attribute('Contact', 'my_attribute', company),
      attribute('Contact', 'end_user_attribute', `${birthday}, ${postalAddressOf(person)}`),
    ],
  };
}

function conversationOf(matter: Matter): SeedEntities['conversations'] {
  const {person, number, at, subject} = matter;
  const {email, accountNumber} = person;
  return {
    _type: 'EmailConversation',
    id: number,
    requesterId: userId(person),
    channel: 'Email',
    createdAt: at,
    direction: 'Inbound',
    state: isAnswered(matter) ? 'Closed' : 'Open',
    stateUpdatedAt: endOf(matter),
    assignment: {agentId: agent.id, assignedAt: at},
    queue: {id: queue.id, queuedAt: at},
    customAttributes: [
      attribute('Conversation', 'order_number', accountNumber),
      attribute('Conversation', 'conversation_attribute', `${fullNameOf(person)}, ${email}`),
    ],
    fromEmail: email,
    toEmail: support,
    integrationEmail: support,
    language: 'en',
    subject,
  };
}

function messageOf(matter: Matter, {by, text, at}: Turn, position: number): SeedEntities['messages'] {
  const {person, number, attachment} = matter;
  const requester = {email: person.email, name: fullNameOf(person)};
  const ways = {
    person: {authorId: userId(person), direction: 'Inbound', from: requester, to: [{email: support}]},
    agent: {
      authorId: agent.id,
      direction: 'Outbound',
      from: {email: support, name: agent.displayName},
      to: [requester],
    },
  } as const;
  const {authorId, ...mail} = ways[by];
  return {
    id: idOf(matter, 'message', position),
    conversationId: number,
    authorId,
    createdAt: at,
    position,
    attributes: {
      _type: 'EmailAttributes',
      emailContent: {_type: 'Regular', content: {_type: 'Text', value: text}},
      ...mail,
      ...(position === 0 && attachment && {attachments: [{url: filePath(matter), prettyName: attachment.name}]}),
    },
  };
}

/** The bytes of what was sent along, with the first message; without one there is nothing to send it with. */
function filesOf(matter: Matter): SeedEntities['files'][] {
  const {attachment, turns} = matter;
  if (!attachment || turns.length === 0) return [];
  return [{id: filePath(matter), type: attachment.type, base64: attachment.base64}];
}

/** What the agent wrote down for colleagues. */
function noteOf(matter: Matter): SeedEntities['notes'] {
  const {person, number} = matter;
  const {phone, email, accountNumber} = person;
  const about = `account ${accountNumber}, ${postalAddressOf(person)}`;
  return {
    id: idOf(matter, 'note'),
    authorId: agent.id,
    createdAt: endOf(matter),
    csid: number,
    message: `Spoke with ${fullNameOf(person)} (${about}) at ${phone}; will write to ${email}.`,
  };
}

function ratingOf(matter: Matter): SeedEntities['ratings'] {
  const {person, number} = matter;
  const ratingId = idOf(matter, 'rating');
  return {
    id: ratingKey(ratingId, 'Csat'),
    ratingId,
    conversationId: number,
    ratingType: 'Csat',
    ratingScore: 5,
    ratingComment: `Quick and friendly! ${fullNameOf(person)}, ${person.email}`,
    conversationChannel: 'Email',
    agentId: agent.id,
    userId: userId(person),
    ratingStatus: 'Rated',
    language: 'en',
    timestamps: {offered_at: endOf(matter), rated_at: endOf(matter)},
  };
}

function taggingsOf({topic, number}: Matter): SeedEntities['conversationTags'][] {
  const tag = (seed.tags as readonly Tag[]).find(({name, state}) => name === topic && state === 'Active');
  return tag ? [{id: taggingKey(number, tag.id), conversationId: number, tagId: tag.id}] : [];
}

function activitiesOf(matter: Matter): SeedEntities['activities'][] {
  const {person, number, at, subject} = matter;
  const {email, phone: phoneNumber} = person;
  const created = {
    id: idOf(matter, 'created'),
    conversationId: number,
    activityTimestamp: at,
    _type: 'ConversationCreatedByCustomer',
    author: {id: userId(person), name: fullNameOf(person), email, phoneNumber},
    attributes: {subject},
  } as const;
  if (!isAnswered(matter)) return [created];
  const {id, displayName: name, email: agentEmail} = agent;
  const closed = {
    id: idOf(matter, 'closed'),
    conversationId: number,
    activityTimestamp: endOf(matter),
    _type: 'ConversationClosed',
    author: {id, name, email: agentEmail},
  } as const;
  return [created, closed];
}

/** A value of one of the custom attributes that the seed defines. */
function attribute(entityType: CustomAttributeDefinition['entityType'], identifier: string, value: string) {
  const definitions = seed.customAttributes as readonly CustomAttributeDefinition[];
  const definition = definitions.find((one) => one.entityType === entityType && one.identifier === identifier);
  if (!definition) throw new Error(`The seed defines no attribute ${identifier} of a ${entityType}.`);
  return {id: definition.id, name: definition.label, identifier, value};
}

function filePath(matter: Matter): string {
  return pathOf(exampleOrganization.id, idOf(matter, 'file'));
}

function userId({key}: Person): string {
  return derivedUuid('dixa', key, 'endUser');
}

function idOf({person, position}: Matter, ...what: readonly (string | number)[]): string {
  return derivedUuid('dixa', person.key, position, ...what);
}
