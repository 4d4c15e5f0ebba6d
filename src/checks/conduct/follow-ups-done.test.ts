import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {JournalEntry} from '../../engine/index.js';
import {createStandin, type Standin} from '../../index.js';
import type {JsonValue} from '../../openapi/index.js';
import {judgementOf} from './index.js';
import {askAs, jsonOf} from './test-support.js';

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
});

afterEach(() => standin.close());

const ask = (path: string, init?: RequestInit) => askAs(standin, path, init);

const anonymize = async (path = '/conversations/10749/anonymize', version = 'v1') => {
  const {data} = await ask(`/dixa/${version}${path}`, {method: 'PATCH'});
  return (data as {readonly id: string}).id;
};
/** What there is to say of the journal's entries, each changed. */
const kindsWith = async (change: (entry: JournalEntry) => JournalEntry) => {
  const judgement = judgementOf(standin.vendors);
  for (const entry of await standin.journal.entries())
    judgement.judge({entry: change(entry), sandbox: '', origin: 'made', hasCredentials: true});
  return judgement.end().map(({entry, kind}) => `${entry} ${kind}`);
};
const withBody = (entry: JournalEntry, body: JsonValue | undefined): JournalEntry => ({
  ...entry,
  response: {status: entry.response.status, ...(body !== undefined && {body})},
});
const dataOf = ({response: {body}}: JournalEntry) => (body as {readonly data: Record<string, JsonValue>}).data;
/** What there is to say of the entries as they are. */
const kinds = () => kindsWith((entry) => entry);

describe('an anonymization', () => {
  it('is followed by a look at an end user who has a name alone: which one Dixa leaves is unknown (DIXA-45)', async () => {
    const {data} = await ask('/dixa/v1/conversations/10749');
    const {requesterId} = data as {readonly requesterId: string};
    await anonymize(`/endusers/${requesterId}/anonymize?force=true`);
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/endusers/${requesterId}`);
    const named = (member: object) => (entry: JournalEntry) =>
      entry.operation === 'getEndusersUserid' ? withBody(entry, {data: {...dataOf(entry), ...member}}) : entry;
    expect(await kindsWith(named({displayName: 'Anonymized'}))).toEqual([]);
    expect(await kindsWith(named({displayName: 'Anonymized', email: 'tok_1111111111111111(a@a.a)'}))).toEqual([
      'req-2 unfollowed',
    ]);
  });

  it.each([
    ['another kind of answer', 'tok_1111111111111111(5120 bytes)', false],
    ['a list that the journal hides', 'tok_1111111111111111([{"aa":9}])', true],
    ['nothing', null, false],
    ['what was not recorded', undefined, true],
  ])('is looked at with %s for an answer', async (_, body, isFollowed) => {
    const id = await anonymize();
    await ask(`/dixa/v1/anonymization/request/${id}`);
    const told = await kindsWith((entry) => (entry.id === 'req-2' ? withBody(entry, body) : entry));
    expect(told).toEqual(isFollowed ? [] : ['req-1 unfollowed']);
  });

  it('is not followed by an answer that has no body', async () => {
    const id = await anonymize();
    await ask(`/dixa/v1/anonymization/request/${id}`);
    const emptied = (entry: JournalEntry) => (entry.id === 'req-2' ? {...entry, response: {status: 204}} : entry);
    expect(await kindsWith(emptied)).toEqual(['req-1 unfollowed']);
  });

  it('is done where its own answer says so, and so is what was asked for before', async () => {
    await anonymize();
    await anonymize();
    const processed = (entry: JournalEntry) =>
      entry.id === 'req-2' ? withBody(entry, {data: {...dataOf(entry), processedAt: '2026-01-15T09:00:00Z'}}) : entry;
    expect(await kindsWith(processed)).toEqual([]);
  });

  it('is not done because its own answer has nothing personal', async () => {
    const {data} = await ask('/dixa/v1/conversations/10749');
    await anonymize(`/endusers/${String((data as {readonly requesterId: string}).requesterId)}/anonymize?force=true`);
    expect(await kinds()).toEqual(['req-2 unfollowed']);
  });

  it('is done when what was asked later of the same target is, but not the other way round', async () => {
    const first = await anonymize();
    const second = await anonymize();
    await anonymize('/conversations/10750/anonymize?force=true');
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/anonymization/request/${first}`);
    expect(await kinds()).toEqual(['req-2 unfollowed', 'req-3 unfollowed']);
    await ask(`/dixa/v1/anonymization/request/${second}`);
    expect(await kinds()).toEqual(['req-3 unfollowed']);
  });

  it('of the deprecated call has its target in the body', async () => {
    const create = async (entityId: string) => {
      const body = {entityId, _type: 'Conversation', forceAnonymization: true};
      const {data} = await ask('/dixa/v1/anonymization', jsonOf('POST', {}, body));
      return (data as {readonly id: string}).id;
    };
    await create('10749');
    const other = await create('10750');
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/anonymization/request/${other}`);
    expect(await kinds()).toEqual(['req-1 unfollowed']);
    const again = await create('10749');
    await standin.clock.advance('PT1M');
    await ask(`/dixa/v1/anonymization/request/${again}`);
    expect(await kinds()).toEqual([]);
  });

  it('whose id was not recorded is closed by a look of its own', async () => {
    const ids = [await anonymize(), await anonymize('/conversations/10750/anonymize?force=true')];
    await standin.clock.advance('PT1M');
    const withoutIds = (entry: JournalEntry) => (entry.response.status === 202 ? withBody(entry, undefined) : entry);
    await ask(`/dixa/v1/anonymization/request/${ids[1]}`);
    expect(await kindsWith(withoutIds)).toEqual(['req-2 unfollowed']);
    await ask(`/dixa/v1/anonymization/request/${ids[0]}`);
    expect(await kindsWith(withoutIds)).toEqual([]);
  });
});

describe('a redaction', () => {
  it('is not confirmed by a page to log in on', async () => {
    const sessionId = '123e4567-e89b-12d3-a456-426614174000';
    await ask('/opencx/redaction/session', jsonOf('POST', {}, {sessionId}));
    await ask(`/opencx/chat/sessions/${sessionId}/history`);
    const page = (entry: JournalEntry) =>
      entry.id === 'req-2' ? withBody(entry, 'tok_1111111111111111(5120 bytes)') : entry;
    expect(await kindsWith(page)).toEqual(['req-1 unconfirmed']);
  });
});
