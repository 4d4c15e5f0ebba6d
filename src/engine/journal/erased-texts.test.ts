import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../openapi/index.js';
import {ErasedTexts} from './erased-texts.js';

const listed = new Set(['Open', 'Email']);
const holds = (erased: string | readonly string[], value: JsonValue) =>
  new ErasedTexts([erased].flat()).areIn(value, listed);

describe('an erased text of several words, or with a number', () => {
  it.each<[string, JsonValue]>([
    ['ada@example.com', 'ada@example.com'],
    ['ada@example.com', 'Write to ADA@example.com, please.'],
    ['ada@example.com', 'email=ada%40example.com&page=1'],
    ['ada@example.com', {contacts: [{mail: 'ada@example.com'}]}],
    ['ada@example.com', {'ada@example.com': true}],
    ['Ada  Example', 'ada\nexample'],
    ['Ada Müller', '{"name":"Ada M\\u00fcller"}'],
    ['line one\nline two', '{"text":"line one\\nline two"}'],
    ['customer-4711', 'sold to customer-4711'],
    ['120255501', 120255501],
    [btoa('Ada Example lives here'), 'a form with Ada Example lives here in it'],
  ])('%j is found in %j', (erased, value) => {
    expect(holds(erased, value)).toBe(true);
  });

  it.each<[string, JsonValue]>([
    ['ada@example.com', 'ida@example.com'],
    ['Ada Example', 'Ada and her example'],
    ['Ada Example', null],
    ['customer-4711', 'customer-4712'],
  ])('%j is not found in %j', (erased, value) => {
    expect(holds(erased, value)).toBe(false);
  });

  it('is found by a part that still tells something', () => {
    const message = 'Hello, this is Ada Example. Please call me at +12025550143 or write to ada@example.com.';
    for (const part of ['Ada Example', '+12025550143', 'ada@example.com', 'call me at +12025550143'])
      expect(holds(message, part), part).toBe(true);
    for (const part of ['Hello', 'please', 'me at', 'a@example.com.au', 'write to Noor'])
      expect(holds(message, part), part).toBe(false);
  });
});

describe('an erased word', () => {
  it('is found as a value, and as a word of a sentence, as it was written', () => {
    for (const value of ['Ada', 'Dear Ada, hello', '<p>Ada</p>', "It is Ada's.", 'So says Ada.', 'name=Ada&x=1'])
      expect(holds('Ada', value), value).toBe(true);
  });

  it('is not found inside other words and addresses, nor in another case, nor as a member’s name', () => {
    for (const value of ['Adam', 'ada', 'noor@Ada.example', 'https://Ada.example/x', {Ada: 1}])
      expect(holds('Ada', value), JSON.stringify(value)).toBe(false);
  });

  it('of one letter is found only where it stands alone', () => {
    expect([holds('A', 'A'), holds('A', 'A parcel')]).toEqual([true, false]);
  });
});

it('of which a document says that anybody may use it is nobody’s, and so are ids and times', () => {
  for (const nobodys of ['Open', 'Email', '2026-01-05T09:00:00Z', '123e4567-e89b-12d3-a456-426614174000', ' '])
    expect(holds(nobodys, nobodys), nobodys).toBe(false);
});

it('says when there is nothing to look for', () => {
  expect(new ErasedTexts(['', '2026-01-05T09:00:00Z']).isEmpty).toBe(true);
  expect(new ErasedTexts(['👋']).isEmpty).toBe(false);
  expect(holds('👋', '👋')).toBe(true);
});
