import {beforeEach, expect, it} from 'vitest';
import {createStandin, type JournalEntry} from '../../index.js';
import {StrictConduct} from './strict-conduct.js';

const scenario = 'happy-path';
/** A request that is right, one that was accepted for later, and one that leads to no operation. */
let right: JournalEntry;
let later: JournalEntry;
let wrong: JournalEntry;
let conduct: StrictConduct;

beforeEach(async () => {
  await using standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  await standin.fetch('/dixa/v1/conversations/10749', {headers});
  await standin.fetch('/dixa/v1/conversations/10749/anonymize', {method: 'PATCH', headers});
  await standin.fetch('/dixa/v1/nothing', {headers});
  [right, later, wrong] = (await standin.journal.entries()) as [JournalEntry, JournalEntry, JournalEntry];
  conduct = new StrictConduct({
    vendors: standin.vendors,
    version: '0.1.0',
    clock: () => 0,
    name: () => 'http://127.0.0.1:4020',
  });
});

/** Has a sandbox asked that often, from a number on. */
function ask(entry: JournalEntry, {from, times, sandbox = 'default'}: {from: number; times: number; sandbox?: string}) {
  for (let number = from; number < from + times; number += 1) {
    conduct.judge({...entry, id: `req-${number}`}, {sandbox, scenario});
  }
}

it('lists a thousand requests that broke something and a thousand others, and counts the rest', async () => {
  ask(right, {from: 1, times: 1500});
  ask(wrong, {from: 1501, times: 1200});
  const {counts, vendors} = conduct.end();
  expect(counts).toMatchObject({total: 2700, passed: 1500, broken: 1200});
  const [conversations, unknown] = vendors[0]?.workflows ?? [];
  expect([conversations, unknown].map((one) => [one?.id, one?.steps.length])).toEqual([
    ['getConversationsConversationid', 1000],
    ['unknown operations', 1000],
  ]);
  expect(conversations?.more).toMatchObject({total: 500, passed: 500});
  expect(unknown?.more).toMatchObject({total: 200, broken: 200});
});

it('tells of what nobody looked after even where the request was only counted', async () => {
  ask(right, {from: 1, times: 1000});
  ask(later, {from: 1001, times: 1});
  const {counts, vendors} = conduct.end();
  expect(counts).toMatchObject({total: 1001, passed: 1000, broken: 1});
  const anonymize = vendors[0]?.workflows.find(({id}) => id === later.operation);
  expect(anonymize?.steps.map(({id, failures}) => [id, failures.map(({check}) => check)])).toEqual([
    ['req-1001', ['unfollowed']],
  ]);
  expect(anonymize).not.toHaveProperty('more');
});

it('asks nothing of webhooks and preflights', async () => {
  for (const kind of ['webhook', 'preflight'] as const) ask({...wrong, kind}, {from: 1, times: 1});
  expect(conduct.end().counts.total).toBe(0);
});

it('takes a sandbox that begins anew for another one, since what happened to it before is gone', async () => {
  ask(wrong, {from: 3, times: 1, sandbox: 'a'});
  ask(wrong, {from: 1, times: 2, sandbox: 'a'});
  ask(wrong, {from: 1, times: 1, sandbox: 'b'});
  const {vendors} = conduct.end();
  const steps = vendors[0]?.workflows[0]?.steps ?? [];
  expect(steps.map(({id}) => id)).toEqual(['a/req-3', 'a/req-1 of life 2', 'a/req-2 of life 2', 'b/req-1']);
  expect(steps[1]?.failures[0]?.traffic?.file).toBe('journal/a/life-2/req-1');
  expect(steps[0]?.failures[0]?.traffic?.file).toBe('journal/a/req-3');
});
