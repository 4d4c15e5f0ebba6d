import {
  derivedNumber,
  derivedUuid,
  fullNameOf,
  postalAddressOf,
  type Person,
  type PersonConversation,
  type SeedData,
} from '../../src/engine/index.js';
import type {SeedEntities} from './seed-entities.js';
import {toTimestamp} from './times.js';
import {speakingTime} from './transcript/timeline.js';

/** Who answers the telephone, as in the calls of the seed. */
const agent = {name: 'Kim Placeholder', email: 'kim@placeholder.example'};

/** Sixteen digits, above all ids of the seed and within what a number holds exactly. */
const ids = {min: 7e15, end: 9e15};

/** One conversation of a person, with its place among theirs. */
interface Matter extends PersonConversation {
  readonly person: Person;
  readonly position: number;
}

/**
 * Made-up people as callers. Symbl knows nobody but in conversations: each of a person's is a call in which they first say
 * who they are, with all that the other vendors have in fields. Nothing can be sent along in a call.
 */
export function populate(people: readonly Person[]): SeedData {
  const matters = people.flatMap((person) =>
    person.conversations.map((conversation, position): Matter => ({...conversation, person, position})),
  );
  const calls = matters.map((matter) => ({matter, messages: messagesOf(matter)}));
  return {
    conversations: calls.map(({matter, messages}) => conversationOf(matter, messages)),
    members: matters.flatMap(membersOf),
    messages: calls.flatMap(({messages}) => messages),
  };
}

type Messages = readonly SeedEntities['messages'][];

function conversationOf(matter: Matter, messages: Messages): SeedEntities['conversations'] {
  const {at, subject, topic, person} = matter;
  return {
    id: conversationId(matter),
    type: 'meeting',
    name: subject,
    startTime: at,
    endTime: messages.at(-1)?.endTime ?? at,
    metadata: {agentId: 'kim', topic, account: person.accountNumber, caller: fullNameOf(person)},
  };
}

/** Those that come later are counted from 1, so these come before them: their positions end at 0. */
function membersOf(matter: Matter): readonly SeedEntities['members'][] {
  const {person} = matter;
  const conversation = conversationId(matter);
  return [
    {
      id: memberId(matter, 'person'),
      conversationId: conversation,
      position: -1,
      name: fullNameOf(person),
      email: person.email,
    },
    {id: memberId(matter, 'agent'), conversationId: conversation, position: 0, ...agent},
  ];
}

function messagesOf(matter: Matter): Messages {
  const lines = [{by: 'person', text: introductionOf(matter.person)} as const, ...matter.turns];
  let cursor = Date.parse(matter.at);
  return lines.map(({by, text}, position) => {
    const start = cursor;
    cursor += speakingTime(text);
    return {
      id: String(derivedNumber(ids, 'symbl', matter.person.key, matter.position, 'message', position)),
      conversationId: conversationId(matter),
      position: position + 1 - lines.length,
      text,
      from: {id: memberId(matter, by)},
      startTime: toTimestamp(start),
      endTime: toTimestamp(cursor),
    };
  });
}

function introductionOf(person: Person): string {
  const {company, birthday, accountNumber, phone, email} = person;
  return (
    `Hello, this is ${fullNameOf(person)} from ${company}. I was born on ${birthday} and live at ` +
    `${postalAddressOf(person)}. My account is ${accountNumber}. Please call me at ${phone} or write to ${email}.`
  );
}

function conversationId({person, position}: Matter): string {
  return String(derivedNumber(ids, 'symbl', person.key, position));
}

function memberId({person, position}: Matter, who: 'person' | 'agent'): string {
  return derivedUuid('symbl', person.key, position, who);
}
