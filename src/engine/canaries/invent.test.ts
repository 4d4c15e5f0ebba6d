import {describe, expect, it} from 'vitest';
import {createSearch} from '../../erasure/index.js';
import {identifierAt, subjectOf} from './canary.js';
import {identifierNames, invent} from './invent.js';
import {Words} from './words.js';

const now = Date.parse('2026-01-05T09:00:00.000Z');
const words = new Words(1, 'default canaries');
const numbers = Array.from({length: 300}, (_, at) => at + 1);
const people = numbers.map((number) => invent(number, words, now));

describe('invented words', () => {
  it('are never the same for two positions', () => {
    const all = Array.from({length: 5000}, (_, position) => words.wordAt(position));
    expect(new Set(all).size).toBe(all.length);
    for (const word of all) expect(word).toMatch(/^[A-Z][a-z]{7}$/);
  });

  it('come all once before the first comes again', () => {
    // What repeats sooner repeats after a part of them all: half, a fifth or a seventh, as 70 ** 4 is divided.
    for (const part of [2, 5, 7]) expect(words.numberAt(70 ** 4 / part)).not.toBe(words.numberAt(0));
    expect(words.numberAt(70 ** 4)).toBe(words.numberAt(0));
  });

  it('follow from the seed and the salt', () => {
    expect(new Words(1, 'default canaries').wordAt(7)).toBe(words.wordAt(7));
    expect(new Words(2, 'default canaries').wordAt(7)).not.toBe(words.wordAt(7));
    expect(new Words(1, 'blue canaries').wordAt(7)).not.toBe(words.wordAt(7));
  });
});

describe('invented people', () => {
  it.each(identifierNames)('have a %s that is nobody else’s', (name) => {
    expect(new Set(people.map((person) => person[name])).size).toBe(people.length);
  });

  it('have addresses and numbers that nobody can have', () => {
    for (const {email, phone} of people) {
      expect(email).toMatch(/^canary-[a-z]+@example\.org$/);
      expect(phone).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
    }
  });

  it('have birthdays that are dates, long before those of anybody who writes mails', () => {
    for (const {birthday} of people) {
      expect(new Date(birthday).toISOString().slice(0, 10)).toBe(birthday);
      expect(birthday < '1920').toBe(true);
    }
  });

  it('say in a file and in what they write all that they are known by', () => {
    const [person] = people.map(({conversations: [conversation], ...known}) => ({conversation, known}));
    const [{conversation, known}] = [person!];
    const file = atob(conversation?.attachment?.base64 ?? '');
    const said = conversation?.turns.map(({text}) => text).join() ?? '';
    for (const name of identifierNames) for (const place of [file, said]) expect(place).toContain(known[name]);
  });

  it('said it the day before, also when the clock shows the first day of all', () => {
    const [last] = invent(1, words, now).conversations;
    expect(last?.at).toBe('2026-01-04T09:00:00.000Z');
    expect(invent(1, words, 5).joinedAt).toBe('1970-01-01T00:00:00.000Z');
  });
});

it('tells whose identifier was found, and which', () => {
  const search = createSearch(subjectOf(people.slice(0, 20)));
  for (const [at, person] of people.slice(0, 20).entries()) {
    const all = identifierNames.map((name) => person[name]);
    const found = [...search.in(all)].map(({pointer, of}) => [all[Number(pointer.slice(1))], identifierAt(of)]);
    const own = identifierNames.map((name) => [person[name], {person: at, name}]);
    expect(found).toEqual(expect.arrayContaining(own));
    for (const [, whose] of found) expect(whose).toMatchObject({person: at});
  }
});
