import {describe, expect, it} from 'vitest';
import type {JournalEntry} from './entry.js';
import {Journal, maxFollowers} from './journal.js';

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
  fill(journal, count);
  return journal;
};

const fill = (journal: Journal, count: number) => {
  for (let number = 0; number < count; number += 1) journal.add(entry);
};

const idsOf = (entries: readonly JournalEntry[]) => entries.map(({id}) => id);

describe('the journal', () => {
  it('numbers its entries and keeps them in order', () => {
    const journal = filled(2);
    expect(journal.add({...entry, vendor: 'other'})).toEqual({id: 'req-3', ...entry, vendor: 'other'});
    expect(idsOf(journal.entries())).toEqual(['req-1', 'req-2', 'req-3']);
  });

  it.each([999, 1000, 1001, 1999, 2000, 2001, 5500])('holds the last thousand of %i entries', (count) => {
    const journal = filled(count);
    const ids = idsOf(journal.entries());
    expect(ids).toHaveLength(Math.min(count, 1000));
    expect(ids[0]).toBe(`req-${Math.max(1, count - 999)}`);
    expect(ids.at(-1)).toBe(`req-${count}`);
    expect(journal.dropped).toBe(Math.max(0, count - 1000));
  });

  it('lets go of entries that weigh too much together', () => {
    const journal = new Journal();
    for (let number = 0; number < 500; number += 1) journal.add(entry, {weight: 1000});
    expect(journal.entries().length).toBeLessThan(201);
    expect(journal.entries().at(-1)?.id).toBe('req-500');
    const clear = {meanings: new Map([['tok', 'x'.repeat(60_000)]]), listed: new Set()};
    for (let number = 0; number < 1000; number += 1) journal.add(entry, {clear});
    expect(journal.entries().length).toBeLessThan(400);
  });

  it('is empty once it is cleared, and never uses a number twice', () => {
    const journal = filled(3, 2);
    journal.clear();
    expect(journal.entries()).toEqual([]);
    expect(journal.dropped).toBe(0);
    expect(journal.add(entry).id).toBe('req-4');
  });

  it('hands out lists that later entries do not change', () => {
    const journal = filled(1);
    const entries = journal.entries();
    journal.add(entry);
    expect(entries).toHaveLength(1);
  });

  it('tells what came after an entry, and leaves nothing out for an id of an earlier life', () => {
    const after = (id: string) =>
      idsOf(
        filled(5, 3)
          .records(id)
          .map((kept) => kept.entry),
      );
    expect(after('req-4')).toEqual(['req-5']);
    expect(after('req-5')).toEqual([]);
    for (const id of ['req-1', 'req-6', 'req-x', 'anna']) expect(after(id), id).toEqual(['req-3', 'req-4', 'req-5']);
  });
});

describe('who follows the journal', () => {
  const next = async (follower: ReturnType<Journal['follow']>) =>
    idsOf((await follower!.next()).map(({shown}) => shown));

  it('is told what comes from then on', async () => {
    const journal = filled(2);
    const follower = journal.follow();
    const waiting = next(follower);
    fill(journal, 1);
    expect(await waiting).toEqual(['req-3']);
    fill(journal, 2);
    expect(await next(follower)).toEqual(['req-4', 'req-5']);
  });

  it('is told what came meanwhile, as far as it is still there', async () => {
    const journal = filled(5, 3);
    expect(await next(journal.follow('req-4'))).toEqual(['req-5']);
    journal.clear();
    fill(journal, 1);
    expect(await next(journal.follow('req-1'))).toEqual(['req-6']);
    // It was another life in which somebody saw so many.
    expect(await next(journal.follow('req-99'))).toEqual(['req-6']);
  });

  it('is handed no more than fifty at once', async () => {
    const journal = filled(120);
    const follower = journal.follow('req-0');
    const sizes = [await next(follower), await next(follower), await next(follower)].map(({length}) => length);
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('goes on behind what was cleared', async () => {
    const journal = filled(2);
    const follower = journal.follow();
    fill(journal, 2);
    journal.clear();
    fill(journal, 1);
    expect(await next(follower)).toEqual(['req-5']);
  });

  it('is let go when it is so slow that entries went before it read them', async () => {
    const journal = filled(1, 3);
    const [slow, quick] = [journal.follow(), journal.follow()];
    fill(journal, 2);
    expect(await next(quick)).toEqual(['req-2', 'req-3']);
    fill(journal, 10);
    for (let others = 2; others < maxFollowers; others += 1) journal.follow();
    expect(journal.follow()).toBeUndefined();
    expect(await next(slow)).toEqual([]);
    expect(await next(slow)).toEqual([]);
    // Its place is another's now.
    expect(journal.follow()).toBeDefined();
  });

  it.each(['end', 'restart'] as const)('is let go by %s', async (how) => {
    const journal = filled(1);
    const follower = journal.follow();
    const waiting = next(follower);
    journal[how]();
    expect(await waiting).toEqual([]);
    fill(journal, 1);
    expect(await next(follower)).toEqual([]);
  });

  it('leaves its place to another when it stops', () => {
    const journal = new Journal();
    const followers = Array.from({length: maxFollowers}, () => journal.follow());
    expect(journal.follow()).toBeUndefined();
    followers[0]?.stop();
    followers[0]?.stop();
    expect(journal.follow()).toBeDefined();
    expect(journal.follow()).toBeUndefined();
  });
});

describe('a journal in clear', () => {
  const tokens = {name: 'tok_0123456789abcdef(Aaa)', mail: 'tok_fedcba9876543210(aaa@aaaaaaa.aaa)'};
  const request = {
    method: 'POST',
    path: '/v1/notes/tok',
    query: {email: [tokens.mail]},
    headers: {accept: '*/*', [tokens.name]: tokens.name},
    body: {name: tokens.name, list: [{mail: tokens.mail}], kept: 'Open'},
  };
  const clear = {
    meanings: new Map([
      [tokens.name, 'Ada'],
      [tokens.mail, 'ada@example.org'],
      ['/v1/notes/tok', '/v1/notes/Ada'],
    ]),
    listed: new Set<unknown>(['Open']),
  };
  const noted = () => {
    const journal = new Journal();
    journal.add({...entry, request, response: {status: 201, body: {name: tokens.name}}}, {clear});
    return journal;
  };

  it('shows what tokens stand for, and compares by tokens', () => {
    const [kept] = noted().records();
    expect(kept?.shown).toMatchObject({
      request: {
        path: '/v1/notes/Ada',
        query: {email: ['ada@example.org']},
        headers: {accept: '*/*', Ada: 'Ada'},
        body: {name: 'Ada', list: [{mail: 'ada@example.org'}], kept: 'Open'},
      },
      response: {status: 201, body: {name: 'Ada'}},
    });
    expect(JSON.stringify(kept?.entry)).not.toContain('Ada');
  });

  it('keeps only the outline of an entry once anything in it was erased', () => {
    const journal = noted();
    journal.add({...entry, operation: 'other'}, {clear: {meanings: new Map([['tok', 'Noor']]), listed: new Set()}});
    journal.forget({entities: [], texts: new Set(['ada@example.org'])});
    const [erased, other] = journal.entries();
    expect(erased).toEqual({
      ...entry,
      id: 'req-1',
      request: {method: 'POST', path: '/v1/notes/tok', query: {email: []}, headers: {accept: '*/*'}},
      response: {status: 201},
      erased: true,
    });
    expect(other).not.toHaveProperty('erased');
    expect(JSON.stringify(journal.records())).not.toContain('Ada');
  });

  it('keeps what others share, and what was not erased', () => {
    const journal = noted();
    journal.forget({
      entities: [],
      texts: new Set(['Open', 'Noor', 'noor@example.org', '', '2026-01-05T09:00:00.000Z']),
    });
    expect(journal.entries()[0]?.request.body).toMatchObject({name: 'Ada'});
  });

  it('is forgotten before a slow listener reads it', async () => {
    const journal = noted();
    const follower = journal.follow('req-0');
    journal.forget({entities: [], texts: new Set(['ada@example.org'])});
    expect((await follower?.next())?.[0]?.shown).toMatchObject({erased: true});
  });
});
