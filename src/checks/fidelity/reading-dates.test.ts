import {expect, it} from 'vitest';
import {readingDates} from './reading-dates.js';

const reference = 'https://tiny.example/reference';
const guide = 'https://tiny.example/guide';

it('tells when an address, or what stands below it, was read', () => {
  const dateOf = readingDates(
    `# Sources\n\n- Reference: ${reference}.\n  Read 2026-03-01 to check fields.\n- Guide: ${guide}.\n`,
  );
  expect(dateOf(reference)).toBe('2026-03-01');
  expect(dateOf(`${reference}/notes`)).toBe('2026-03-01');
  expect(dateOf(`${reference}s`)).toBeUndefined();
  expect(dateOf(guide)).toBeUndefined();
});

it('tells it of a file that is named without its address, and of a row of a table', () => {
  const dateOf = readingDates(
    `On 2026-03-01 we read \`spec.json\` once more.\n\n| Guide | <${guide}> | read 2026-03-02 |\n`,
  );
  expect(dateOf('https://tiny.example/files/spec.json')).toBe('2026-03-01');
  expect(dateOf('https://tiny.example/files/myspec.json')).toBeUndefined();
  expect(dateOf(guide)).toBe('2026-03-02');
});

it('takes no other date for that of reading', () => {
  const dateOf = readingDates(`- Reference: ${reference}, last change 2026-03-01. It was read through a copy.\n`);
  expect(dateOf(reference)).toBeUndefined();
});

it('tells one date for all sources, or a later one of their own', () => {
  const dateOf = readingDates(
    `Last read: 2026-03-01.\n\n- ${reference}, read 2026-04-01\n- ${guide}, read 2025-01-01\n`,
  );
  expect(dateOf('https://elsewhere.example/')).toBe('2026-03-01');
  expect(dateOf(reference)).toBe('2026-04-01');
  expect(dateOf(guide)).toBe('2026-03-01');
});
