import {fullNameOf, postalAddressOf, type Person, type Turn} from '../person.js';
import type {Words} from './words.js';

/** What a canary is known by. Each of these texts is its own and nobody else's. */
export type Identifiers = Pick<Person, (typeof identifierNames)[number]>;

/** By what a canary is known. */
export const identifierNames = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'accountNumber',
  'birthday',
  'street',
  'city',
  'company',
] as const;

/** Area codes that neither the vendors' seeds nor made-up people have. */
const areaCodes = '601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 641 646 650 651';
const areas = areaCodes.split(' ');

/** Long before anybody who writes mails was born, so that no date of anything else is among them. */
const firstBirthday = Date.UTC(1880, 0, 1);
const birthdays = 14_000;

const day = 86_400_000;
const minute = 60_000;

/** How many words a canary is made of. */
const wordsEach = 5;

/**
 * Invents somebody who never lived.
 *
 * @param number tells them from all others of these words; from 1.
 * @param now when it is, in milliseconds since 1970: what they said they said the day before.
 */
export function invent(number: number, words: Words, now: number): Person {
  const [firstName, lastName, street, city, company] = Array.from({length: wordsEach}, (_, at) =>
    words.wordAt(number * wordsEach + at),
  ) as [string, string, string, string, string];
  const position = words.numberAt(0) + number;
  const own = words.numberAt(number * wordsEach);
  const began = Math.max(0, now - day);
  const person: Person = {
    key: `canary-${lastName.toLowerCase()}`,
    firstName,
    lastName,
    email: `canary-${lastName.toLowerCase()}@example.org`,
    phone: phoneAt(position),
    birthday: new Date(firstBirthday + (position % birthdays) * day).toISOString().slice(0, 10),
    street: `${1 + (own % 99)} ${street} Street`,
    city,
    postcode: '00000',
    company: `${company} Works`,
    accountNumber: `CANARY-${String(own).padStart(8, '0')}`,
    joinedAt: instant(began),
    conversations: [],
  };
  return {...person, conversations: [conversationOf(person, began)]};
}

/** One that is over: whoever erases it need not close it first. */
function conversationOf(person: Person, began: number): Person['conversations'][number] {
  const {accountNumber, firstName, phone, email, birthday, company, lastName} = person;
  const name = fullNameOf(person);
  const address = postalAddressOf(person);
  const said: readonly Omit<Turn, 'at'>[] = [
    {
      by: 'person',
      text:
        `Hello, my name is ${name}. My order ${accountNumber} did not come to ${address}. ` +
        `Call me at ${phone}, please, or write to ${email}.`,
    },
    {by: 'agent', text: `Thank you, ${firstName}. When were you born, and whom is ${accountNumber} for?`},
    {by: 'person', text: `I was born on ${birthday}, and it is for ${company}.`},
    {by: 'agent', text: `It is on its way to ${address}, ${name}; you find the number of the parcel at ${email}.`},
  ];
  const turns = said.map((turn, position) => ({...turn, at: instant(began + position * minute)}));
  const lines = [name, email, phone, accountNumber, birthday, address, company];
  return {
    at: instant(began),
    subject: `Order ${accountNumber} of ${name}`,
    topic: 'order',
    turns,
    attachment: {
      name: `receipt-${lastName.toLowerCase()}.txt`,
      type: 'text/plain',
      base64: btoa(lines.join('\n')),
    },
  };
}

/** Numbers that are kept free for stories: 555-0100 to 555-0199. A hundred in a row differ in their last digits. */
function phoneAt(position: number): string {
  const area = areas[Math.floor(position / 100) % areas.length];
  return `+1${area}55501${String(position % 100).padStart(2, '0')}`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
