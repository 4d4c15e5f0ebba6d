import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../openapi/index.js';
import type {Trace} from '../trace.js';
import {Derived} from './derived.js';
import type {JournalEntry} from './entry.js';
import {ErasedTexts} from './erased-texts.js';

const erased = ['My name is Ada Placeholder, and my parcel is late.'];
const derived = new Derived({entities: [{collection: 'symbl.conversations', id: '7'}]}, new ErasedTexts(erased));

/** What a request answered: `tok_1` stands for the meaning. */
function answered(body: JsonValue): JournalEntry {
  const request = {method: 'GET', path: '/', query: {}, headers: {}};
  const rest = {at: '', kind: 'request', vendor: 'symbl', findings: [], violations: []} as const;
  return {id: 'req-1', ...rest, request, response: {status: 200, body}};
}

function trace(id: string): Trace {
  const rest = {step: 'handle', written: [], scheduled: [], behaviours: {}} as const;
  return {...rest, read: [{vendor: 'symbl', collection: 'conversations', id}]};
}

/** @param near the conversation that the request looked at. */
const isIn = (meaning: JsonValue, {body = ['tok_1'] as JsonValue, near = '7'} = {}) =>
  derived.isIn(answered(body), trace(near), new Map([['tok_1', meaning]]));

describe('an answer of a request that looked at what was erased', () => {
  it.each(['placeholder', 'Placeholder, Ada', 'parcel is LATE'])('is worked out of it when it says %j', (meaning) => {
    expect(isIn(meaning)).toBe(true);
    expect(isIn(meaning, {body: {topics: [{text: 'tok_1'}]}})).toBe(true);
  });

  it.each(['Kim Placeholder', 'Noor', '', '...', 7, ['Ada']])('is not when it says %j', (meaning) => {
    expect(isIn(meaning)).toBe(false);
  });

  it('is not when it says so where nothing is personal', () => {
    expect(isIn('Ada', {body: {state: 'late'}})).toBe(false);
  });
});

it('is not an answer about something else, in which anybody may use such words', () => {
  expect(isIn('placeholder', {near: '8'})).toBe(false);
  expect(derived.isIn(answered(['tok_1']), undefined, new Map([['tok_1', 'placeholder']]))).toBe(false);
});
