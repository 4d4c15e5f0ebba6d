import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../index.js';
import {matchers} from './matchers.js';

const anonymize = 'dixa.patchConversationsConversationidAnonymize';
const ada = {emails: ['ada@example.org']};

let standin: Standin;

beforeEach(async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
});

afterEach(() => standin.close());

const headers = () => ({authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''});
const call = (path: string, init: RequestInit = {}) => standin.fetch(`/dixa${path}`, {headers: headers(), ...init});

const askAnonymization = (id = '10749', query = '') =>
  call(`/v1/conversations/${id}/anonymize${query}`, {method: 'PATCH'});

const addPerson = (email: string) =>
  call('/v1/endusers', {
    method: 'POST',
    headers: {...headers(), 'content-type': 'application/json'},
    body: JSON.stringify({displayName: 'Ada Example', email}),
  });

const received = (
  ...args: Parameters<typeof matchers.toHaveReceived> extends [unknown, ...infer Rest] ? Rest : never
) => matchers.toHaveReceived.call({isNot: false}, standin, ...args);
const notReceived: typeof received = (...args) => matchers.toHaveReceived.call({isNot: true}, standin, ...args);

describe('toHaveReceived', () => {
  it('passes for one call or more, unless it is said how many', async () => {
    expect(await received(anonymize)).toMatchObject({pass: false});
    await askAnonymization();
    await askAnonymization();
    expect(await received(anonymize)).toMatchObject({pass: true});
    expect(await received(anonymize, {times: 2})).toMatchObject({pass: true});
    expect(await received(anonymize, {times: 1})).toMatchObject({pass: false});
    expect(await received(anonymize, {times: {atMost: 1}})).toMatchObject({pass: false});
    expect(await received(anonymize, {times: {atLeast: 1, atMost: 3}})).toMatchObject({pass: true});
  });

  it('looks at status, path, query, headers and body, in clear', async () => {
    await askAnonymization('10749', '?force=true');
    await addPerson('ada@example.org');
    expect(await received(anonymize, {status: 202, query: {force: true}, headers: headers()})).toMatchObject({
      pass: true,
    });
    expect(await received(anonymize, {path: '/v1/conversations/10749/anonymize'})).toMatchObject({pass: true});
    expect(await received(anonymize, {status: '4xx'})).toMatchObject({pass: false});
    expect(await received(anonymize, {query: {force: false}})).toMatchObject({pass: false});
    expect(await received('dixa.postEndusers', {body: {email: 'ada@example.org'}})).toMatchObject({pass: true});
    expect(await received('dixa.postEndusers', {body: {email: 'bob@example.org'}})).toMatchObject({pass: false});
  });

  it('says what came closest, and then the journal', async () => {
    await askAnonymization('10749', '?force=true');
    const {message} = await received(anonymize, {query: {force: false}});
    expect(message()).toMatch(
      /^Expected at least 1 call of patchConversationsConversationidAnonymize at dixa with query force, got none\.\n {2}The closest:\n(.*\n)*The journal:\n {2}req-1 \d\d:\d\d:\d\d\.\d{3} PATCH \/v1\/conversations\/10749\/anonymize 202 dixa\.patchConversationsConversationidAnonymize$/,
    );
  });

  it('is denied when it came, and says how often', async () => {
    expect(await notReceived(anonymize)).toMatchObject({pass: false});
    await askAnonymization();
    const {pass, message} = await notReceived(anonymize);
    expect(pass).toBe(true);
    expect(message()).toContain(
      `Expected otherwise of ${anonymize}: the calls that are as described are 1.\nThe journal:`,
    );
    expect(await notReceived(anonymize, {times: 2})).toMatchObject({pass: false});
  });

  it('neither passes nor is denied for a call whose content was erased since', async () => {
    await standin.close();
    standin = await createStandin({vendors: ['dixa'], journal: 'clear', randomSeed: 1});
    const added = (await (await addPerson('ada@example.org')).json()) as {data: {id: string}};
    await call(`/v1/endusers/${added.data.id}/anonymize`, {method: 'PATCH'});
    await standin.clock.advance('PT1H');
    const [entry] = await standin.journal.entries();
    expect(entry).toMatchObject({operation: 'postEndusers', erased: true});
    const body = {email: 'ada@example.org'};
    expect(await received('dixa.postEndusers', {body})).toMatchObject({pass: false});
    const denied = await notReceived('dixa.postEndusers', {body});
    expect(denied.pass).toBe(true);
    expect(denied.message()).toContain('and 1 of which nobody can tell, since what they said was erased');
  });

  it('refuses an operation that there is not, with the nearest one', async () => {
    await expect(received('dixa.patchConversationsConversationidAnonymise' as typeof anonymize)).rejects.toThrow(
      /patchConversationsConversationidAnonymize/,
    );
  });

  it('refuses what is no stand-in and no sandbox', async () => {
    await expect(matchers.toHaveReceived.call({}, {}, anonymize)).rejects.toThrow(
      'Give expect(…).toHaveReceived a stand-in or one of its sandboxes: `await expect(sandbox).toHaveReceived(…)`.',
    );
  });
});

describe('toHaveErased', () => {
  it('tells where somebody still is, without saying who', async () => {
    await addPerson('ada@example.org');
    const {pass, message} = await matchers.toHaveErased.call({}, standin, ada);
    expect(pass).toBe(false);
    expect(message()).toMatch(
      /^Expected the person to be erased, but they are found in \d+ places?:\n {2}state \/dixa\/endUsers\//,
    );
    expect(message()).toContain("the subject's /emails/0");
    expect(message()).toContain('The journal:\n  req-1 ');
    expect(message()).not.toContain('ada@example.org');
  });

  it('passes from the moment when nothing is left, and says so where it is denied', async () => {
    const added = (await (await addPerson('ada@example.org')).json()) as {data: {id: string}};
    expect(await matchers.toHaveErased.call({}, standin, ada)).toMatchObject({pass: false});
    await call(`/v1/endusers/${added.data.id}/anonymize`, {method: 'PATCH'});
    expect(await matchers.toHaveErased.call({}, standin, ada), 'accepted, not yet done').toMatchObject({pass: false});
    await standin.clock.advance('PT1H');
    const {pass, message} = await matchers.toHaveErased.call({}, standin, ada);
    expect(pass).toBe(true);
    expect(message()).toMatch(/^Expected the person to be there, but nothing is left of them:\nThe journal:\n/);
  });

  it('passes when only what rules keep is left, and names each rule where it is denied', async () => {
    await using opencx = await createStandin({vendors: ['opencx'], randomSeed: 1});
    const {OPENCX_API_KEY = ''} = opencx.info.vendors.opencx?.env ?? {};
    const post = async (path: string, body: unknown) => {
      const sent = {authorization: `Bearer ${OPENCX_API_KEY}`, 'content-type': 'application/json'};
      const answer = await opencx.fetch(`/opencx${path}`, {method: 'POST', headers: sent, body: JSON.stringify(body)});
      return (await answer.json()) as {id: string};
    };
    const {id} = await post('/chat/sessions', {contact: {email: 'ada@example.org', name: 'Ada Example'}});
    expect(await matchers.toHaveErased.call({}, opencx, ada)).toMatchObject({pass: false});
    await post(`/chat/sessions/${id}/send`, {sender: 'contact', message: {type: 'text', text: 'Hello'}});
    await post('/redaction/session', {sessionId: id});
    const {pass, message} = await matchers.toHaveErased.call({}, opencx, ada);
    expect(pass).toBe(true);
    expect(message()).toMatch(
      /^Expected the person to be there, but only what rules keep is left, in 1 place:\n {2}state \/opencx\/contacts\/\S+\/email: the subject's \/emails\/0 \(kept by OPENCX-20\)\n/,
    );
  });

  it('refuses somebody who cannot be looked for', async () => {
    await expect(matchers.toHaveErased.call({}, standin, {})).rejects.toThrow(RangeError);
  });
});

describe('toConformToContract', () => {
  it('passes for calls as the documents have them', async () => {
    await askAnonymization();
    expect(await matchers.toConformToContract.call({}, standin)).toMatchObject({pass: true});
  });

  it('tells each breach, and then the journal', async () => {
    await askAnonymization('abc');
    await call('/v1/conversation/10749');
    const {pass, message} = await matchers.toConformToContract.call({}, standin);
    expect(pass).toBe(false);
    expect(message()).toContain('The client broke the contract 2 times:\n  req-1 dixa.patchConversations');
    expect(message()).toMatch(/ {2}req-2 dixa: The vendor has no operation .*\nThe journal:\n {2}req-1 /);
  });

  it('knows the scenario of the sandbox: one that refuses good credentials blames nobody', async () => {
    await standin.scenarios.use('revoked-key');
    await call('/v1/conversations/10749');
    expect(await matchers.toConformToContract.call({}, standin)).toMatchObject({pass: true});
    await call('/v1/conversations/10749', {headers: {}});
    expect(await matchers.toConformToContract.call({}, standin)).toMatchObject({pass: false});
  });

  it('looks at the sandbox that it is given', async () => {
    await using other = await standin.sandboxes.create();
    await other.fetch('/dixa/v1/conversations/10749');
    expect(await matchers.toConformToContract.call({}, other)).toMatchObject({pass: false});
    expect(await matchers.toConformToContract.call({}, standin)).toMatchObject({pass: true});
  });
});

describe('what cannot be judged', () => {
  it('is a sandbox that has ended, also one that ends before the matcher is through', async () => {
    const sandbox = await standin.sandboxes.create();
    const late = Promise.all([
      expect(matchers.toConformToContract.call({}, sandbox)).rejects.toThrow(/has ended: await/),
      expect(matchers.toHaveReceived.call({isNot: true}, sandbox, anonymize)).rejects.toThrow(/has ended: await/),
    ]);
    await sandbox[Symbol.asyncDispose]();
    await late;
    await expect(matchers.toHaveErased.call({}, sandbox, ada)).rejects.toThrow(/has ended: await/);
  });

  it.each([
    ['getOrganization', {}, /with its vendor/],
    [undefined, {}, /with its vendor/],
    ['dixa.getOrganization.extra', {}, /getOrganization\.extra/],
    ['dixa.getOrganization', 3, /in an object/],
  ])('is the operation %j with %j', async (operation, call, told) => {
    await expect(notReceived(operation as typeof anonymize, call as object)).rejects.toThrow(told);
  });
});
