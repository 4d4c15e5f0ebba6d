import type {Person} from '../../src/engine/index.js';

/** What tells two people of tests apart: a word for all that is theirs, and the last two digits of their number. */
export interface Somebody {
  readonly word: string;
  readonly digits: string;
}

/**
 * Somebody whose every member is a text that occurs nowhere else, and begins with their word. Of their two conversations
 * the first is closed and had a file sent along; the second is still open.
 */
export function somebody({word, digits}: Somebody): Person {
  const title = word.charAt(0).toUpperCase() + word.slice(1);
  const day = (number: number, time: string) => `2025-03-0${number}T${time}:00.000Z`;
  return {
    key: word,
    firstName: `${title}first`,
    lastName: `${title}last`,
    email: `${word}-mail@customer.example`,
    phone: `+120255501${digits}`,
    birthday: `19${digits}-02-03`,
    street: `${digits} ${title} Street`,
    city: `${title}ville`,
    postcode: `${digits}0${digits}`,
    company: `${title} Company`,
    accountNumber: `${word}-account-${digits}`,
    joinedAt: day(1, '08:00'),
    conversations: [
      {
        at: day(2, '09:00'),
        subject: `${title} subject one`,
        topic: 'refund',
        turns: [
          {by: 'person', text: `${title} question one, from ${word}-mail@customer.example`, at: day(2, '09:00')},
          {by: 'agent', text: `${title} answer one`, at: day(2, '09:30')},
        ],
        attachment: {name: `${word}-file.txt`, type: 'text/plain', base64: btoa(`${word} contents of a file`)},
      },
      {
        at: day(3, '10:00'),
        subject: `${title} subject two`,
        topic: 'order',
        turns: [
          {by: 'person', text: `${title} question two`, at: day(3, '10:00')},
          {by: 'agent', text: `${title} answer two`, at: day(3, '10:20')},
          {by: 'person', text: `${title} reply two`, at: day(3, '10:40')},
        ],
      },
    ],
  };
}

/** Who is erased in tests, and who must stay untouched. */
export const quill = somebody({word: 'quill', digits: '71'});
export const ember = somebody({word: 'ember', digits: '72'});

/** Every text by which somebody could be known again, without what was said in common: kinds of files, topics, times. */
export function identifiersOf(person: Person): string[] {
  const {key: _, joinedAt: __, conversations, ...own} = person;
  return [
    ...Object.values(own),
    ...conversations.flatMap(({subject, turns, attachment}) => [
      subject,
      ...turns.map(({text}) => text),
      ...(attachment ? [attachment.name, attachment.base64] : []),
    ]),
  ];
}

/** Somebody to whom everything was said at the same instant. */
export function allAtOnce(person: Person): Person {
  const conversations = person.conversations.map((conversation) => ({
    ...conversation,
    turns: conversation.turns.map((turn) => ({...turn, at: conversation.at})),
  }));
  return {...person, conversations};
}
