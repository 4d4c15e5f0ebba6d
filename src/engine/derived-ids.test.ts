import {describe, expect, it} from 'vitest';
import {derivedNumber, derivedUuid} from './derived-ids.js';

describe('a derived UUID', () => {
  it('is the same for the same parts, whenever it is asked for', () => {
    expect(derivedUuid('dixa', 'ada', 0)).toBe('2dc5bb29-4a0c-5bc4-9812-af78ebdce0f1');
    expect(derivedUuid('dixa', 'ada', 0)).toBe(derivedUuid('dixa', 'ada', 0));
  });

  it.each([[['dixa', 'ada', 1]], [['dixa', 'ada0']], [['dixaada', 0]], [['dixa', 'ada', '0']], [['dixa', 'ada']]])(
    'is another for other parts: %j',
    (parts) => {
      expect(derivedUuid(...parts)).not.toBe(derivedUuid('dixa', 'ada', 0));
    },
  );

  it('says that it is of version 5, so that it is none of the random ones', () => {
    const uuids = Array.from({length: 200}, (_, at) => derivedUuid(at));
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(uuids.map((uuid) => uuid.charAt(19)))).toEqual(new Set(['8', '9', 'a', 'b']));
  });
});

describe('a derived number', () => {
  it('lies in its range, both ends included that can be', () => {
    const numbers = Array.from({length: 200}, (_, at) => derivedNumber({min: 7, end: 10}, 'ada', at));
    expect(new Set(numbers)).toEqual(new Set([7, 8, 9]));
  });

  it('has all the digits that it can hold', () => {
    const range = {min: 7e15, end: 9e15};
    const numbers = Array.from({length: 200}, (_, at) => derivedNumber(range, at));
    expect(new Set(numbers).size).toBe(200);
    expect(numbers.every((number) => Number.isSafeInteger(number) && number >= range.min && number < range.end)).toBe(
      true,
    );
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(1.9e15);
  });
});
