import type {Faker} from '@faker-js/faker';
import type {Person} from '../engine/index.js';
import {conversationsOf, type Profile} from './conversations.js';
import {phoneNumberAt, phoneNumberCount} from './phone-numbers.js';

/** How many people, and which. */
export interface PeopleOptions {
  /** From 1 to 10,000. */
  readonly count: number;
  /** The same number gives the same people, from 0 to 2³² − 1. @defaultValue 1 */
  readonly randomSeed?: number;
  /** The day that ages and dates are counted from, ISO 8601 with an offset. @defaultValue 2026-01-01T00:00:00Z */
  readonly at?: string;
}

const maxCount = 10_000;
const maxSeed = 0xffffffff;
const day = 86_400_000;

/** Domains that nobody can have. */
const domains = ['example.org', 'mail.example', 'post.example', 'customer.example'];

/**
 * Makes people up: each with one or two conversations that hold their personal data. Fewer people of one random seed are
 * the first of more. No address or number of theirs can be anybody's; a name may be somebody's by chance.
 * @throws RangeError when a number is out of its range or `at` is no instant.
 */
export async function makePeople({
  count,
  randomSeed = 1,
  at = '2026-01-01T00:00:00Z',
}: PeopleOptions): Promise<readonly Person[]> {
  if (!isWithin(count, 1, maxCount)) throw new RangeError(`Make from 1 to ${maxCount} people, not ${count}.`);
  if (!isWithin(randomSeed, 0, maxSeed)) {
    throw new RangeError(`The random seed is a whole number from 0 to ${maxSeed}, not ${randomSeed}.`);
  }
  const end = instantOf(at);
  const faker = await fakerOf(randomSeed);
  faker.setDefaultRefDate(end);
  const firstPhone = faker.number.int({min: 0, max: phoneNumberCount - 1});
  return Array.from({length: count}, (_, position) => {
    const profile = profileOf(faker, {
      key: `${randomSeed.toString(36)}-${position.toString(36)}`,
      position,
      phone: phoneNumberAt(position, firstPhone),
      end,
    });
    return {...profile, conversations: conversationsOf(faker, profile, end)};
  });
}

/**
 * A generator of our own, so that nobody else's is disturbed, with one language. It is loaded when it is needed; so is that
 * language alone, which is why its class is taken from the instance that comes with it.
 */
async function fakerOf(seed: number): Promise<Faker> {
  const {faker} = await import('@faker-js/faker/locale/en');
  const Own = faker.constructor as new (options: {locale: Faker['rawDefinitions']; seed: number}) => Faker;
  return new Own({locale: faker.rawDefinitions, seed});
}

function profileOf(
  faker: Faker,
  {key, position, phone, end}: {key: string; position: number; phone: string; end: number},
): Profile {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const local = `${lettersOf(firstName)}.${lettersOf(lastName)}${position + 1}`;
  return {
    key,
    firstName,
    lastName,
    // Counted, so that no two people share one.
    email: `${local}@${faker.helpers.arrayElement(domains)}`,
    phone,
    birthday: faker.date.birthdate({mode: 'age', min: 18, max: 90}).toISOString().slice(0, 10),
    street: faker.location.streetAddress(),
    city: faker.location.city(),
    postcode: faker.location.zipCode('#####'),
    company: faker.company.name(),
    accountNumber: `C-${faker.string.numeric({length: 3, allowLeadingZeros: false})}${String(position + 1).padStart(5, '0')}`,
    joinedAt: faker.date.between({from: end - 1500 * day, to: end - 30 * day}).toISOString(),
  };
}

/** A name as it stands in an address. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function isWithin(number: number, min: number, max: number): boolean {
  return Number.isInteger(number) && number >= min && number <= max;
}

/** In milliseconds since 1970. Years before 1980 and after 9999 would leave no room for a life, or for writing it down. */
function instantOf(text: string): number {
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i.test(text);
  const instant = isInstant ? Date.parse(text) : NaN;
  if (instant >= Date.parse('1980-01-01T00:00:00Z')) return instant;
  throw new RangeError(`${JSON.stringify(text)} is no instant; use one such as 2026-01-01T00:00:00Z, not before 1980.`);
}
