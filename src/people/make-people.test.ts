import {beforeAll, describe, expect, it} from 'vitest';
import {makePeople, type PeopleOptions} from './make-people.js';
import {phoneNumberAt, phoneNumberCount} from './phone-numbers.js';
import {templates} from './templates.js';
import type {Person} from './index.js';

const at = '2026-01-01T00:00:00Z';

let crowd: readonly Person[];

beforeAll(async () => {
  crowd = await makePeople({count: 500, randomSeed: 7, at});
});

const textsOf = ({conversations}: Person) =>
  conversations.flatMap(({subject, turns, attachment}) => [
    subject,
    ...turns.map(({text}) => text),
    ...(attachment ? [attachment.name, atob(attachment.base64)] : []),
  ]);

describe('people made up', () => {
  it('are the same for the same random seed, and others for another', async () => {
    expect(JSON.stringify(await makePeople({count: 500, randomSeed: 7, at}))).toBe(JSON.stringify(crowd));
    const [other] = await makePeople({count: 1, randomSeed: 8, at});
    expect(other?.key).not.toBe(crowd[0]?.key);
    expect([other?.firstName, other?.lastName]).not.toEqual([crowd[0]?.firstName, crowd[0]?.lastName]);
  });

  it('are the first of more when they are fewer', async () => {
    expect(await makePeople({count: 20, randomSeed: 7, at})).toEqual(crowd.slice(0, 20));
  });

  it('are of random seed 1 and of the first day of 2026 unless something else is said', async () => {
    expect(await makePeople({count: 3})).toEqual(await makePeople({count: 3, randomSeed: 1, at}));
  });

  it('leave the generator of whoever uses it too as it was', async () => {
    const {faker} = await import('@faker-js/faker/locale/en');
    faker.seed(5);
    const expected = [faker.number.int(), faker.number.int()];
    faker.seed(5);
    const first = faker.number.int();
    await makePeople({count: 3, randomSeed: 9});
    expect([first, faker.number.int()]).toEqual(expected);
  });

  it('share no key, address, number or account', () => {
    for (const member of ['key', 'email', 'phone', 'accountNumber'] as const) {
      expect(new Set(crowd.map((person) => person[member])).size, member).toBe(500);
    }
  });

  it('have addresses and numbers that can be nobody’s', () => {
    for (const {email, phone} of crowd) {
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d+@(example\.org|[a-z]+\.example)$/);
      expect(phone).toMatch(/^\+1[2-9]\d{2}55501\d{2}$/);
    }
    for (const text of crowd.flatMap(textsOf)) {
      for (const [address] of text.matchAll(/\S+@\S+/g)) expect(address).toMatch(/@(example\.org|[a-z]+\.example)\b/);
    }
  });

  it('are grown up at the time they live in', () => {
    const ages = crowd.map(({birthday}) => (Date.parse(at) - Date.parse(birthday)) / (365.2425 * 86_400_000));
    expect(Math.min(...ages)).toBeGreaterThan(17.9);
    expect(Math.max(...ages)).toBeLessThan(91.1);
  });

  it('said what they said after they joined and before that time, one thing after the other', () => {
    for (const {joinedAt, conversations} of crowd) {
      const instants = conversations.flatMap(({at: began, turns}) => [began, ...turns.map((turn) => turn.at)]);
      for (const instant of instants) expect(new Date(instant).toISOString()).toBe(instant);
      for (const {at: began, turns} of conversations) {
        const times = [began, ...turns.map((turn) => turn.at)];
        expect(times).toEqual([...times].sort());
        expect(began > joinedAt && (times.at(-1) as string) < new Date(at).toISOString()).toBe(true);
      }
      const began = conversations.map((conversation) => conversation.at);
      expect(began).toEqual([...began].sort());
    }
  });
});

describe('what they say', () => {
  it('is varied: every template comes up, and half a thousand people hardly say the same', () => {
    expect(templates.length).toBeGreaterThanOrEqual(30);
    const used = new Set(crowd.flatMap(({conversations}) => conversations.map(({turns}) => turns.length)));
    expect(used.size).toBeGreaterThan(2);
    for (const {subject} of templates) {
      const shape = new RegExp(`^${subject.replace(/[.?]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`);
      expect(
        crowd.flatMap(textsOf).some((text) => shape.test(text)),
        subject,
      ).toBe(true);
    }
    const conversations = crowd.flatMap((person) => person.conversations.map(({turns}) => turns[0]?.text));
    expect(new Set(conversations).size).toBe(conversations.length);
  });

  it('has every blank filled', () => {
    for (const text of crowd.flatMap(textsOf)) expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('holds personal data in every conversation', () => {
    for (const person of crowd) {
      const {firstName, email, street, accountNumber, birthday} = person;
      const marks = [firstName, email, street, accountNumber, birthday];
      for (const {turns} of person.conversations) {
        const said = turns.map(({text}) => text).join('\n');
        expect(
          marks.some((mark) => said.includes(mark)),
          said,
        ).toBe(true);
      }
    }
  });

  it('holds telephone numbers as people write them', () => {
    const all = crowd.flatMap(textsOf).join('\n');
    for (const style of [/\+1\d{3}55501\d\d/, /\+1 \d{3} 555 01\d\d/, /\(\d{3}\) 555-01\d\d/, /\b\d{3}-555-01\d\d/]) {
      expect(all).toMatch(style);
    }
  });

  it('is answered in turn', () => {
    for (const {turns} of crowd.flatMap(({conversations}) => conversations)) {
      expect(turns.map(({by}) => by)).toEqual(turns.map((_, position) => (position % 2 === 0 ? 'person' : 'agent')));
    }
  });
});

describe('telephone numbers', () => {
  it('are enough for as many people as there can be', () => {
    const numbers = Array.from({length: 10_000}, (_, position) => phoneNumberAt(position, 4_321));
    expect(new Set(numbers).size).toBe(10_000);
    for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d{2}55501\d{2}$/);
    expect(phoneNumberAt(phoneNumberCount, 4_321)).toBe(numbers[0]);
  });

  it('are none of the seeds’ people, whose area is 202', () => {
    const numbers = Array.from({length: phoneNumberCount}, (_, position) => phoneNumberAt(position, 0));
    expect(numbers.filter((number) => number.startsWith('+1202'))).toEqual([]);
  });
});

describe('people are refused', () => {
  const wrongInstants = [
    'yesterday',
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-13-01T00:00:00Z',
    '1979-12-31T23:59:59Z',
  ];

  it.each<[PeopleOptions, string]>([
    [{count: 0}, 'Make from 1 to 10000 people, not 0.'],
    [{count: 10_001}, 'Make from 1 to 10000 people, not 10001.'],
    [{count: 1.5}, 'Make from 1 to 10000 people, not 1.5.'],
    [{count: 1, randomSeed: -1}, 'The random seed is a whole number from 0 to 4294967295, not -1.'],
    [{count: 1, randomSeed: 2 ** 32}, 'The random seed is a whole number from 0 to 4294967295, not 4294967296.'],
  ])('when told %j', async (options, message) => {
    await expect(makePeople(options)).rejects.toThrow(new RangeError(message));
  });

  it.each(wrongInstants)('when they are to live at %s', async (wrong) => {
    const message = `"${wrong}" is no instant; use one such as 2026-01-01T00:00:00Z, not before 1980.`;
    await expect(makePeople({count: 1, at: wrong})).rejects.toThrow(new RangeError(message));
  });
});
