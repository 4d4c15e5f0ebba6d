import {describe, expect, it} from 'vitest';
import {readToken} from '../../src/engine/index.js';
import {symbl} from './index.js';
import {appIdOf, sandboxOfApp} from './app-ids.js';
import {
  badRequest,
  credentialsOf,
  getMessages,
  notFound,
  otherApp,
  poll,
  said,
  seeded,
  signedIn,
  stranger,
  submit,
  tokenOf,
  tokenRefused,
} from './test-support.js';

const generate = '/oauth2/token:generate';
const anHour = 3_600_000;

describe('a token', () => {
  it('SYMBL-1 SYMBL-7 is a JSON Web Token that lives for a day, and is valid at once', async () => {
    const client = stranger();
    const answer = await client.call('POST', generate, {body: credentialsOf()});

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({accessToken: expect.any(String) as string, expiresIn: 86_400});
    const {accessToken} = answer.body as {accessToken: string};
    const issued = Date.parse('2026-01-05T09:00:00Z') / 1000;
    expect(readToken(accessToken)).toMatchObject({iat: issued, exp: issued + 86_400});
    client.authorization = `Bearer ${accessToken}`;
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 200});
  });

  it('SYMBL-2 is the same one again while it lives, with the seconds it has left', async () => {
    const client = stranger();
    const first = await tokenOf(client);
    client.advance(anHour + 500);
    const answer = await client.call('POST', generate, {body: credentialsOf()});
    expect(answer.body).toEqual({accessToken: first, expiresIn: 82_799});
  });

  it('SYMBL-2 is a new one when a minute or less is left, and the old one lives to its end', async () => {
    const client = stranger();
    const first = await tokenOf(client);
    client.advance(24 * anHour - 60_000);
    const second = await tokenOf(client);
    expect(second).not.toBe(first);
    expect(await tokenOf(client)).toBe(second);

    client.authorization = `Bearer ${first}`;
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 200});
    client.advance(60_000);
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 401, body: tokenRefused});
  });

  it('SYMBL-2 is handed out for as long as the switch says', async () => {
    const client = stranger({behaviours: {'symbl.token_renewal': 'PT10M'}});
    const first = await tokenOf(client);
    client.advance(24 * anHour - 600_001);
    expect(await tokenOf(client)).toBe(first);
    client.advance(1);
    expect(await tokenOf(client)).not.toBe(first);
  });

  it.each([
    ['an unknown id', {appId: 'a'.repeat(64)}],
    ['a wrong secret', {appSecret: 'b'.repeat(128)}],
    ['the secret of another application', {appSecret: otherApp.appSecret}],
  ])('SYMBL-3 is refused for %s', async (_, wrong) => {
    const answer = await stranger().call('POST', generate, {body: {...credentialsOf(), ...wrong}});
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({message: 'Unauthorized. Please generate a new access token.'});
  });

  const {appId, appSecret} = credentialsOf();
  it.each([
    ['SYMBL-4', 'no appId', {type: 'application', appSecret}],
    ['SYMBL-4', 'no appSecret', {type: 'application', appId}],
    ['SYMBL-4', 'a body that is not JSON', '{"type":"application"'],
    ['SYMBL-4', 'a body that is no object', [appId, appSecret]],
    ['SYMBL-4', 'an empty body', ''],
    ['SYMBL-5', 'no type', {appId, appSecret}],
    ['SYMBL-5', 'another type', {type: 'user', appId, appSecret}],
  ])('%s is refused for %s', async (_, __, body) => {
    const answer = await stranger().call('POST', generate, {body});
    expect(answer).toMatchObject({status: 400, body: badRequest});
  });

  it('SYMBL-4 is refused for a form', async () => {
    const headers = {'content-type': 'application/x-www-form-urlencoded'};
    const answer = await stranger().call('POST', generate, {body: `appId=${appId}`, headers});
    expect(answer).toMatchObject({status: 400, body: badRequest});
  });

  it('SYMBL-6 does not mind members that a client adds', async () => {
    const body = {...credentialsOf(), AuthURI: 'https://api.symbl.ai/oauth2/token:generate'};
    expect(await stranger().call('POST', generate, {body})).toMatchObject({status: 200});
  });
});

describe('a call', () => {
  it.each([
    ['the Bearer header', (token: string) => ({authorization: `Bearer ${token}`})],
    ['the older key header', (token: string) => ({'x-api-key': token})],
  ])('SYMBL-8 is let in with %s', async (_, headersOf) => {
    const client = stranger();
    const headers = headersOf(await tokenOf(client));
    expect(await client.call('GET', `/v1/conversations/${seeded.page}`, {headers})).toMatchObject({status: 200});
  });

  it.each([
    ['no token', {}],
    ['an empty header', {authorization: ''}],
    ['a word that is no token', {authorization: 'Bearer nonsense'}],
    ['a well-formed token from elsewhere', {authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.e30'}],
    ['a token without its scheme', {authorization: 'eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.e30'}],
    ['an unknown key', {'x-api-key': 'nonsense'}],
  ])('SYMBL-9 is refused with %s', async (_, headers) => {
    const answer = await stranger().call('GET', `/v1/conversations/${seeded.page}`, {headers});
    expect(answer).toMatchObject({status: 401, body: tokenRefused});
  });

  it('SYMBL-10 reads the scheme in any letter case', async () => {
    const client = stranger();
    const authorization = `bEARER ${await tokenOf(client)}`;
    expect(await client.call('GET', '/v1/manage/settings', {authorization})).toMatchObject({status: 200});
  });

  it.each([
    ['Bearer nonsense', 401],
    ['Basic bm9uc2Vuc2U=', 401],
  ])('SYMBL-10 goes by Authorization when both headers are sent: %s', async (authorization, status) => {
    const client = stranger();
    const key = await tokenOf(client);
    const path = '/v1/manage/settings';
    expect(await client.call('GET', path, {authorization, headers: {'x-api-key': key}})).toMatchObject({status});
    const good = {authorization: `Bearer ${key}`, headers: {'x-api-key': 'nonsense'}};
    expect(await client.call('GET', path, good)).toMatchObject({status: 200});
  });

  it('SYMBL-11 needs no content type to read', async () => {
    const client = await signedIn();
    const answer = await getMessages(client, seeded.page);
    expect(answer.status).toBe(200);
    const [entry] = (await client.journal()).slice(-1);
    expect(entry?.request.headers).not.toHaveProperty('content-type');
  });

  it.each([
    ['what does not exist', 'GET', '/v1/conversations/1111111111111111/messages', undefined],
    ['a wrong parameter', 'GET', `/v1/conversations/${seeded.page}/messages?redact=maybe`, undefined],
    ['a wrong body', 'POST', '/v1/process/text', {messages: []}],
  ])('SYMBL-12 is asked for its token before %s is looked at', async (_, method, path, body) => {
    const answer = await stranger().call(method, path, {body});
    expect(answer).toMatchObject({status: 401, body: tokenRefused});
  });
});

describe("another account's application", () => {
  it('SYMBL-13 sees its own conversations and nobody else’s', async () => {
    const client = await signedIn();
    const {conversationId, jobId} = await submit(client, [said('Hello.')]);
    expect(await getMessages(client, seeded.foreign)).toMatchObject({status: 404, body: notFound});

    client.authorization = `Bearer ${await tokenOf(client, otherApp)}`;
    expect(await getMessages(client, seeded.foreign)).toMatchObject({status: 200});
    const body = {messages: [said('Let me in.')]};
    for (const [method, path] of [
      ['GET', `/v1/conversations/${seeded.page}`],
      ['GET', `/v1/conversations/${seeded.page}/messages`],
      ['GET', `/v1/conversations/${seeded.page}/members`],
      ['PUT', `/v1/process/text/${conversationId}`],
    ] as const) {
      const answer = await client.call(method, path, method === 'PUT' ? {body} : {});
      expect(answer, `${method} ${path}`).toMatchObject({status: 404, body: notFound});
    }
    expect(await client.call('GET', `/v1/job/${jobId}`)).toMatchObject({status: 404});
    // Asking in vain has not moved the job on either.
    client.authorization = `Bearer ${await tokenOf(client)}`;
    expect(await poll(client, jobId)).toBe('in_progress');
  });
});

describe('credentials of a sandbox', () => {
  const names = ['default', 'blue', 'a', '_-_', 'x'.repeat(40), '_'.repeat(40), '9f1b5b7e-0d0f-4a0f-9b0a-6b1d3c1e2f3a'];

  it.each(names)('have the vendor’s shape and tell the sandbox: %s', (sandbox) => {
    const {SYMBL_APP_ID: appId = '', SYMBL_APP_SECRET: secret = ''} = symbl.issue(sandbox).env;
    expect(appId).toMatch(/^[0-9a-z]{64}$/);
    expect(secret).toMatch(/^[0-9a-z]{128}$/);
    expect(sandboxOfApp(appId)).toBe(sandbox);
  });

  it('are told from ids that were made up', () => {
    const id = appIdOf('blue');
    const madeUp = [...id].map(
      (digit, place) => id.slice(0, place) + (digit === 'a' ? 'b' : 'a') + id.slice(place + 1),
    );
    for (const other of [...madeUp, '0'.repeat(64), 'z'.repeat(64), 'f00d'.repeat(16), id.toUpperCase(), id.slice(1)]) {
      expect(sandboxOfApp(other), other).toBeUndefined();
    }
  });

  it('lead to that sandbox, token and all, and are unknown in another', async () => {
    const client = stranger();
    const token = await tokenOf(client, credentialsOf('blue'));
    client.authorization = `Bearer ${token}`;
    const {conversationId} = await submit(client, [said('Only in blue.')]);
    expect(await client.everything('blue')).toContain(conversationId);
    expect(await client.everything('default')).not.toContain(conversationId);

    const key = {authorization: null, headers: {'x-api-key': token}};
    expect(await client.call('GET', `/v1/conversations/${conversationId}`, key)).toMatchObject({status: 200});
    const elsewhere = await client.call('GET', '/v1/manage/settings', {sandbox: 'green'});
    expect(elsewhere).toMatchObject({status: 401, body: tokenRefused});
    const body = credentialsOf('blue');
    expect(await client.call('POST', generate, {body, sandbox: 'green'})).toMatchObject({status: 401});
  });
});

describe('with every credential taken', () => {
  it('any pair gets a token and any token sees the demo account', async () => {
    const client = stranger({auth: 'any'});
    client.authorization = 'Bearer whatever';
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 200});
    client.authorization = `Bearer ${await tokenOf(client, {type: 'application', appId: 'mine', appSecret: 'mine'})}`;
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 200});
    expect(await getMessages(client, seeded.foreign)).toMatchObject({status: 404});
    client.authorization = null;
    expect(await getMessages(client, seeded.page)).toMatchObject({status: 401});
  });
});
