import {beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type JournalEntry, type Standin} from '../src/index.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({
    clock: () => Date.parse('2026-01-05T09:00:00.000Z'),
    randomSeed: 1,
    journal: 'clear',
    outgoing: {send: () => Promise.resolve({status: 200, body: 'Ada Example was here'})},
  });
});

async function call(vendor: 'dixa' | 'opencx', method: string, path: string, body?: unknown): Promise<unknown> {
  const {dixa, opencx} = standin.info.vendors;
  const answer = await standin.fetch(`/${vendor}${path}`, {
    method,
    headers: {
      authorization: vendor === 'dixa' ? (dixa?.env.DIXA_API_KEY ?? '') : `Bearer ${opencx?.env.OPENCX_API_KEY ?? ''}`,
      ...(body !== undefined && {'content-type': 'application/json'}),
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

const last = async (): Promise<JournalEntry | undefined> => (await standin.journal.entries({limit: 1}))[0];

it('shows personal data and credentials as they were sent', async () => {
  await call('dixa', 'POST', '/v1/endusers', {displayName: 'Ada Example', email: 'ada.new@example.org'});
  expect(await last()).toMatchObject({
    request: {
      headers: {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY},
      body: {displayName: 'Ada Example', email: 'ada.new@example.org'},
    },
    response: {body: {data: {email: 'ada.new@example.org'}}},
  });
  await call('dixa', 'GET', '/v1/endusers?email=ada.new%40example.org');
  expect((await last())?.request.query).toEqual({email: ['ada.new@example.org']});
});

it('shows nothing any more of a person who was anonymized, and everything of another', async () => {
  const person = {displayName: 'Berta Sample', email: 'berta@example.org', phoneNumber: '+12025550199'};
  const other = {displayName: 'Carla Other', email: 'carla@example.org'};
  const {data} = (await call('dixa', 'POST', '/v1/endusers', person)) as {data: {id: string}};
  await call('dixa', 'POST', '/v1/endusers', other);
  await call('dixa', 'GET', '/v1/endusers?email=berta%40example.org');
  await call('dixa', 'PATCH', `/v1/endusers/${data.id}/anonymize`);
  await standin.clock.advance('PT1H');
  const entries = await standin.journal.entries();
  expect(entries.map(({erased = false}) => erased)).toEqual([true, false, true, false]);
  expect(JSON.stringify(entries)).not.toMatch(/berta|12025550199/i);
  expect(entries[0]).toMatchObject({
    operation: 'postEndusers',
    request: {method: 'POST', path: '/v1/endusers'},
    response: {status: 201},
  });
  expect(entries[1]?.request.body).toEqual(other);
  expect(await standin.journal.find({body: person})).toEqual([]);
  const {passed, message} = await standin.verify({requests: [{operation: 'postEndusers', body: person}]});
  expect(passed).toBe(false);
  expect(message).toMatch(/1 more call may be meant, but what was expected of it was erased:\n {2}req-1 dixa POST/);
});

describe('what the erasing request itself says', () => {
  const sessionId = '123e4567-e89b-12d3-a456-426614174000';

  it('stays, such as its reason', async () => {
    await call('opencx', 'POST', '/redaction/session', {sessionId, reason: 'Customer requested data removal'});
    expect((await last())?.request.body).toEqual({sessionId, reason: 'Customer requested data removal'});
  });

  it('goes when it repeats what it erased', async () => {
    const reason = 'She wrote: I am Ada Example, 12 Sample Street. My parcel never came. Call me at +1 202 555 0143.';
    await call('opencx', 'POST', '/redaction/session', {sessionId, reason});
    const entry = await last();
    expect(entry).toMatchObject({operation: 'redactSession', response: {status: 200}, erased: true});
    expect(entry?.request).not.toHaveProperty('body');
  });
});

it('keeps webhooks as tokens: they come back when what they tell may have been erased', async () => {
  const subscription = {
    name: 'Closed',
    url: 'http://127.0.0.1:4030/hook',
    events: ['ConversationClosed'],
    authorization: {_type: 'NoAuth'},
  };
  await call('dixa', 'POST', '/v1/webhooks', subscription);
  await call('dixa', 'PUT', '/v1/conversations/10750/close');
  await standin.settled();
  const [webhook] = await standin.journal.entries({kind: 'webhook'});
  expect(webhook?.request.body).toMatch(/^tok_/);
  expect(webhook?.response.body).toMatch(/^tok_/);
});
