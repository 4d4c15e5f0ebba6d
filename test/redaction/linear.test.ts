import {beforeAll, describe, expect, it} from 'vitest';
import {detect, detectConversation} from '../../src/redaction/index.js';
import {hostileParts, repeated} from './hostile-texts.js';
import {workOf} from './work.js';

const length = 1000;
/** Linear is 4; a part that is cut in the middle, or a table that is filled once, may add a little. Quadratic is 16. */
const most = 4.6;
/** Whatever length a text has, so much is looked at. */
const ground = 10_000;

beforeAll(() => {
  // Whatever is made once is made before anything is counted.
  detect('My name is Ada Quill, call 555-0142.');
});

describe.each(Object.entries(hostileParts))('the work grows with the length and no faster: %s', (_, parts) => {
  it.each(parts)('%j', (part) => {
    const once = workOf(() => detect(repeated(part, length)));
    const fourTimes = workOf(() => detect(repeated(part, 4 * length)));
    expect(fourTimes).toBeLessThan(most * once + ground);
  });
});

it('reads a conversation in time that grows with its messages', () => {
  const messages = (count: number) => Array.from({length: count}, (_, i) => `Ask Zora${i % 26} about ${i}, says Orla.`);
  const once = workOf(() => detectConversation(messages(50)));
  const fourTimes = workOf(() => detectConversation(messages(200)));
  expect(fourTimes).toBeLessThan(most * once + ground);
});

it('would notice a list that is searched for each of its elements', () => {
  const careless = (count: number) => {
    const list = Array.from({length: count}, (_, i) => i);
    for (const one of list) list.find((other) => other > one);
  };
  const once = workOf(() => careless(length));
  const fourTimes = workOf(() => careless(4 * length));
  expect(fourTimes).toBeGreaterThan(most * once + ground);
});

it('would notice work that grows faster', () => {
  const careless = (text: string) => {
    for (const {index} of text.matchAll(/a/g)) /b/.test(text.slice(index));
  };
  const once = workOf(() => careless(repeated('a', length)));
  const fourTimes = workOf(() => careless(repeated('a', 4 * length)));
  expect(fourTimes).toBeGreaterThan(most * once + ground);
});
