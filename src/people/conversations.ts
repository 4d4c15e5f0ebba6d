import type {Faker} from '@faker-js/faker';
import type {Person, PersonConversation} from '../engine/index.js';
import {templates, type Template} from './templates.js';

/** Who somebody is, before anything was said. */
export type Profile = Omit<Person, 'conversations'>;

/** Numbers that payment providers keep for tests. */
const testCards = ['4111 1111 1111 1111', '4242 4242 4242 4242', '5555 5555 5555 4444', '3782 822463 10005'];

/** What can be sent, carried, switched on and too small. */
const products = [
  'kettle',
  'lamp',
  'jacket',
  'backpack',
  'watch',
  'toaster',
  'camera',
  'helmet',
  'coffee machine',
  'heater',
];

/** How people write a telephone number. */
const phoneStyles: readonly ((area: string, rest: string) => string)[] = [
  (area, rest) => `+1${area}${rest.replace('-', '')}`,
  (area, rest) => `+1 ${area} ${rest.replace('-', ' ')}`,
  (area, rest) => `(${area}) ${rest}`,
  (area, rest) => `${area}-${rest}`,
];

const minute = 60_000;
const hour = 60 * minute;

/** One or two conversations between the day somebody joined and the last day before `end`, in milliseconds since 1970. */
export function conversationsOf(faker: Faker, profile: Profile, end: number): PersonConversation[] {
  const chosen = faker.helpers.arrayElements(templates, {min: 1, max: 2});
  const starts = chosen.map(() => faker.date.between({from: profile.joinedAt, to: end - 24 * hour}).getTime());
  starts.sort((one, other) => one - other);
  return chosen.map((template, position) =>
    conversationOf(faker, {profile, template, start: starts[position] as number}),
  );
}

function conversationOf(
  faker: Faker,
  {profile, template, start}: {profile: Profile; template: Template; start: number},
): PersonConversation {
  const facts = factsOf(faker, profile, start);
  const {topic, subject, turns, attachment} = template;
  let time = start;
  const said = turns.map((text, position) => {
    if (position > 0) time += faker.number.int({min: 2 * minute, max: 3 * hour});
    const by = position % 2 === 0 ? ('person' as const) : ('agent' as const);
    return {by, text: fill(text, facts), at: instant(time)};
  });
  return {
    at: instant(start),
    subject: fill(subject, facts),
    topic,
    turns: said,
    ...(attachment && {
      attachment: {
        name: fill(attachment.name, facts),
        type: 'text/plain',
        base64: Buffer.from(fill(attachment.text, facts)).toString('base64'),
      },
    }),
  };
}

/** What the blanks of a template are filled with. */
function factsOf(faker: Faker, profile: Profile, start: number): Readonly<Record<string, string>> {
  const {firstName, lastName, email, phone, street, postcode, city, company, accountNumber, birthday} = profile;
  const writePhone = faker.helpers.arrayElement(phoneStyles);
  return {
    name: `${firstName} ${lastName}`,
    first: firstName,
    email,
    phone: writePhone(phone.slice(2, 5), `${phone.slice(5, 8)}-${phone.slice(8)}`),
    street,
    address: `${street}, ${postcode} ${city}`,
    company,
    account: accountNumber,
    birthday,
    order: `A-${faker.string.numeric({length: 6, allowLeadingZeros: false})}`,
    product: faker.helpers.arrayElement(products),
    amount: `$${faker.commerce.price({min: 5, max: 400})}`,
    lately: dayOf(faker.date.recent({days: 20, refDate: start})),
    soon: dayOf(faker.date.soon({days: 20, refDate: start})),
    card: faker.helpers.arrayElement(testCards),
  };
}

/** @throws Error when a template has a blank that nothing fills. */
function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nothing fills ${blank} in ${JSON.stringify(text)}.`);
    return fact;
  });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function instant(time: number): string {
  return new Date(time).toISOString();
}
