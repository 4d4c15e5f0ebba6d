import {expect, it} from 'vitest';
import {readDocument} from './document.js';
import {spokenNumbers} from './spoken-numbers.js';

it('types a number that was spoken as the same number in digits, where it stands in the text', () => {
  const text = 'my social security number is four four four six seven three three three four thanks';
  const [found] = spokenNumbers(readDocument(text));
  expect(found?.type).toBe('SSN');
  expect(text.slice(found?.start, found?.end)).toBe('four four four six seven three three three four');
});
