import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type JournalMode, type Standin} from '../index.js';
import {excerptOf} from './message.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({
    vendors: ['dixa'],
    randomSeed: 1,
    clock: () => Date.parse('2026-01-05T09:00:00.250Z'),
  });
});

afterEach(() => standin.close());

const headers = () => ({authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''});
const call = (path: string, init: RequestInit = {}) => standin.fetch(`/dixa${path}`, {headers: headers(), ...init});
const excerpt = async () => excerptOf(await standin.journal.entries(), standin.vendors);

it('says that nothing was asked', async () => {
  expect(await excerpt()).toBe('The journal is empty: nothing was asked of this sandbox.');
});

it('has a line for each entry, with what was odd', async () => {
  await call('/v1/conversations/10749');
  await call('/v1/conversations/10749/anonymization', {method: 'PATCH'});
  await standin.faults.add({fault: '429', times: 1});
  await call('/v1/conversations/10749');
  expect(await excerpt()).toBe(
    [
      'The journal:',
      '  req-1 09:00:00.250 GET /v1/conversations/10749 200 dixa.getConversationsConversationid',
      '  req-2 09:00:00.250 PATCH /v1/conversations/tok_7d3b95fac3342244(99999)/anonymization 404 dixa · no such operation; near: dixa.patchConversationsConversationidAnonymize, dixa.patchConversationsConversationidCustom-attributes',
      '  req-3 09:00:00.250 GET /v1/conversations/10749 429 dixa.getConversationsConversationid · fault 429',
    ].join('\n'),
  );
});

it('has two findings of a request in full, and counts the others', async () => {
  const own = {...headers(), 'content-type': 'application/json'};
  await call('/v1/conversations/abc/close', {method: 'PUT', headers: own, body: '{"userId": 5}'});
  const body = JSON.stringify({displayName: 5, email: 5, phoneNumber: 5, externalId: 5});
  await call('/v1/endusers', {method: 'POST', headers: own, body});
  const [, two, four] = (await excerpt()).split('\n');
  expect(two).toMatch(/ · The path's \/conversationId must be integer\. · The body's \/userId must be string\.$/);
  expect(four).toMatch(/( · The body's [^.]+\.){2} · and 2 more findings$/);
});

it('has the newest ten', async () => {
  for (let count = 0; count < 12; count += 1) await call('/v1/conversations/10749');
  const [title, ...lines] = (await excerpt()).split('\n');
  expect(title).toBe("The journal's newest 10 of 12 entries:");
  expect([lines.length, lines[0]?.slice(0, 7), lines.at(-1)?.slice(0, 8)]).toEqual([10, '  req-3', '  req-12']);
});

it('tells webhooks without where they went', async () => {
  await call('/v1/conversations/10749');
  const [entry] = await standin.journal.entries();
  const webhook = {
    ...entry!,
    kind: 'webhook' as const,
    request: {...entry!.request, path: 'https://hooks.example/ada'},
  };
  expect(excerptOf([webhook], standin.vendors)).toMatch(/ webhook 200 dixa/);
  expect(excerptOf([webhook], standin.vendors)).not.toContain('ada');
});

describe.each<JournalMode>(['tokens', 'clear'])('of a journal with %s', (journal) => {
  it('shows nothing personal', async () => {
    await standin.close();
    standin = await createStandin({vendors: ['dixa'], journal, randomSeed: 1});
    await call('/v1/people/canary-word/ada@example.org?canary-word=1');
    await call('/v1/conversations/canary-word?canary-word=canary-word');
    await call('/v1/endusers?email=ada@example.org');
    await call('/v1/endusers', {
      method: 'POST',
      headers: {...headers(), 'content-type': 'application/json'},
      body: JSON.stringify({displayName: 'canary-word', email: ['canary-word'], 'canary-word': 1}),
    });
    expect((await excerpt()).split('\n')).toHaveLength(5);
    expect(await excerpt()).not.toMatch(/canary-word|ada@example/);
  });
});
