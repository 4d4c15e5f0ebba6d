import {expect, it} from 'vitest';
import {cuedNumbers} from './context.js';
import {cues} from './cues.js';

const found = (text: string, before = '') =>
  Array.from(cuedNumbers({text, before}), ({start, end, type}) => `${type} ${text.slice(start, end)}`);

it('are all written in small letters, for a text in small letters', () => {
  for (const {words} of cues) expect(words.flags).not.toContain('i');
});

it.each([
  ['My policy number is 4471 902.', ['ACCOUNT_NUMBER 4471 902']],
  ['The order number is 4471902.', []],
  ['4471 is my PIN.', ['PASSWORD 4471']],
  ['The three digits are 118.', ['CVV 118']],
  ['The user id is dlopez3.', []],
])('the nearest one says what a number is: %s', (text, numbers) => {
  expect(found(text)).toEqual(numbers);
});

it('one reaches from a question into the answer', () => {
  expect(found('8841027Q', 'What is your passport number?')).toEqual(['PASSPORT_NUMBER 8841027Q']);
});

it('a right check digit makes surer, and a wrong one hides no less', () => {
  const score = (text: string) => Array.from(cuedNumbers({text, before: ''}), (span) => span.score)[0] ?? 0;
  expect(score('My NHS number is 943 476 5919.')).toBeGreaterThan(score('My NHS number is 943 476 5918.'));
  expect(found('My NHS number is 943 476 5918.')).toEqual(['HEALTHCARE_NUMBER 943 476 5918']);
  expect(score('My SIN is 130 692 544.')).toBeGreaterThan(score('My SIN is 130 692 545.'));
});
