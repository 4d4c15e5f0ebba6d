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
import {demoOrganization} from './entities.js';
import {sizeOf} from './files.js';
import type {SeedEntities} from './seed-entities.js';

/** The human agent of the seed, who answers. */
const agent = {id: 17, name: 'Sam Agent'};

/** Above the tickets of the seed. */
const tickets = {min: 1_000_000, end: 1_000_000_000};

/** One conversation of a person, with its place among theirs. */
interface Matter extends PersonConversation {
  readonly person: Person;
  readonly position: number;
}

/**
 * Made-up people as contacts of organization A. Each of their conversations is a session that a human took over, with what
 * was said, what was sent along, and a comment of the agent's.
 *
 * What redaction leaves alone holds personal data too, as it does in life: the contact and its custom data, the session's
 * summaries and custom data, the context of a message, the comment (OPENCX-18…20).
 */
export function populate(people: readonly Person[]): SeedData {
  const matters = people.flatMap((person) =>
    person.conversations.map((conversation, position): Matter => ({...conversation, person, position})),
  );
  return {
    contacts: people.map(contactOf),
    sessions: matters.map(sessionOf),
    history: matters.flatMap((matter) => [
      ...matter.turns.map((turn, at) => messageOf(matter, turn, at)),
      noteOf(matter),
    ]),
    files: matters.flatMap(filesOf),
  };
}

function contactOf(person: Person): SeedEntities['contacts'] {
  const {key, email, phone, birthday, street, city, postcode, company, accountNumber, joinedAt, conversations} = person;
  const last = conversations.at(-1);
  return {
    id: contactId(key),
    organization_id: demoOrganization,
    email,
    phone_number: phone,
    name: fullNameOf(person),
    custom_data: {account_number: accountNumber, company, birthday, street, postcode, city},
    created_at: joinedAt,
    updated_at: last ? endOf(last) : joinedAt,
  };
}

function sessionOf(matter: Matter): SeedEntities['sessions'] {
  const {person, at, subject, topic} = matter;
  const {email, phone, accountNumber} = person;
  const name = fullNameOf(person);
  return {
    id: idOf(matter, 'session'),
    organization_id: demoOrganization,
    contact_id: contactId(person.key),
    status: isAnswered(matter) ? 'closed_resolved' : 'open',
    ai_closure_type: 'handed_off',
    sentiment: 'neutral',
    channel: {type: 'email'},
    ticket_number: derivedNumber(tickets, ...placeOf(matter)),
    created_at: at,
    updated_at: endOf(matter),
    last_message_at: endOf(matter),
    language: 'en',
    assignee_id: String(agent.id),
    custom_data: {subject, account_number: accountNumber, caller: `${name}, ${email}`},
    handoff: {summary: `${name} (${email}, ${phone}) asks for a human.`, sentiment: 'neutral'},
    summary: `${name} wrote about: ${subject}`,
    tags: [topic],
  };
}

function messageOf(matter: Matter, {by, text, at}: Turn, position: number): SeedEntities['history'] {
  const {person, attachment} = matter;
  const isFirst = position === 0;
  return {
    id: idOf(matter, 'message', position),
    session_id: idOf(matter, 'session'),
    created_at: at,
    position,
    event: {
      type: 'message',
      sender: by === 'person' ? {type: 'contact', name: fullNameOf(person)} : {type: 'human_agent', name: agent.name},
      content: {type: 'text', text},
      ...(isFirst && {context: {page: `https://shop.example/contact?email=${person.email}`}}),
      ...(isFirst &&
        attachment && {
          attachments: [
            {
              id: idOf(matter, 'file'),
              name: attachment.name,
              size: sizeOf(attachment.base64),
              type: attachment.type,
            },
          ],
        }),
    },
  };
}

/** What the agent wrote down for colleagues. */
function noteOf(matter: Matter): SeedEntities['history'] {
  const {person, turns} = matter;
  const {phone, email, accountNumber} = person;
  const about = `account ${accountNumber}, ${postalAddressOf(person)}`;
  return {
    id: idOf(matter, 'comment'),
    session_id: idOf(matter, 'session'),
    created_at: endOf(matter),
    position: turns.length,
    event: {
      type: 'human_agent_comment',
      human_agent_id: agent.id,
      content: {type: 'text', text: `Spoke with ${fullNameOf(person)} (${about}) at ${phone}; will write to ${email}.`},
    },
  };
}

/** The bytes of what was sent along, with the first message; without one there is nothing to send it with. */
function filesOf(matter: Matter): SeedEntities['files'][] {
  const {attachment, turns} = matter;
  if (!attachment || turns.length === 0) return [];
  return [{id: idOf(matter, 'file'), organization_id: demoOrganization, base64: attachment.base64}];
}

function contactId(key: string): string {
  return derivedUuid('opencx', key, 'contact');
}

function idOf(matter: Matter, ...what: readonly (string | number)[]): string {
  return derivedUuid(...placeOf(matter), ...what);
}

function placeOf({person, position}: Matter): readonly [string, string, number] {
  return ['opencx', person.key, position];
}
