import {describe, expect, it} from 'vitest';
import {Journal, type JournalEntry} from './journal.js';

const entry: Omit<JournalEntry, 'id'> = {
  at: '2026-01-05T09:00:00.000Z',
  kind: 'request',
  vendor: 'tiny',
  request: {method: 'GET', path: '/ping', query: {}, headers: {}},
  response: {status: 200},
  findings: [],
  violations: [],
};

const filled = (count: number, capacity?: number) => {
  const journal = new Journal(capacity);
  for (let number = 0; number < count; number += 1) journal.add(entry);
  return journal;
};

describe('the journal', () => {
  it('numbers its entries and keeps them in order', () => {
    const journal = filled(2);
    expect(journal.add({...entry, vendor: 'other'})).toEqual({id: 'req-3', ...entry, vendor: 'other'});
    expect(journal.entries().map(({id}) => id)).toEqual(['req-1', 'req-2', 'req-3']);
  });

  it.each([999, 1000, 1001, 1999, 2000, 2001, 5500])('holds the last thousand of %i entries', (count) => {
    const ids = filled(count)
      .entries()
      .map(({id}) => id);
    expect(ids).toHaveLength(Math.min(count, 1000));
    expect(ids[0]).toBe(`req-${Math.max(1, count - 999)}`);
    expect(ids.at(-1)).toBe(`req-${count}`);
  });

  it('is empty once it is cleared, and never uses a number twice', () => {
    const journal = filled(3, 2);
    journal.clear();
    expect(journal.entries()).toEqual([]);
    expect(journal.add(entry).id).toBe('req-4');
  });

  it('hands out lists that later entries do not change', () => {
    const journal = filled(1);
    const entries = journal.entries();
    journal.add(entry);
    expect(entries).toHaveLength(1);
  });
});
