import {spawn, type ChildProcess} from 'node:child_process';
import {createRequire} from 'node:module';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';
import {freePort} from './support/processes.js';

/**
 * A second opinion that none of us wrote: Prism stands between client and stand-in and holds every request and every
 * answer against the same document. With `--errors` it answers 500 for a difference instead of passing it on.
 */
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

let standin: Standin & {url: string};
const referees = new Map<string, {url: string; child: ChildProcess}>();

beforeAll(async () => {
  standin = (await createStandin({randomSeed: 1})) as Standin & {url: string};
  await standin.listen({port: 0});
  await Promise.all(['dixa', 'opencx', 'symbl'].map((vendor) => startReferee(vendor)));
}, 120_000);

afterAll(async () => {
  for (const {child} of referees.values()) child.kill('SIGTERM');
  await standin.close();
});

async function startReferee(vendor: string): Promise<void> {
  const port = await freePort();
  const document = new URL(`../specs/${vendor}/openapi.yaml`, import.meta.url).pathname;
  const upstream = `${standin.url}/${vendor}`;
  const child = spawn(process.execPath, [prism, 'proxy', '--errors', '-p', String(port), document, upstream], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  referees.set(vendor, {url, child});
  const isUp = () =>
    fetch(`${url}/`).then(
      () => true,
      () => false,
    );
  await vi.waitUntil(isUp, {timeout: 90_000, interval: 100});
}

interface Exchange {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a vendor through its referee. A difference that Prism finds fails the test with Prism's words. */
async function call(vendor: string, path: string, {method = 'GET', body, headers = {}}: Exchange = {}) {
  const answer = await fetch((referees.get(vendor)?.url ?? '') + path, {
    method,
    headers: {...(body !== undefined && {'content-type': 'application/json'}), ...headers},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  if (text.includes('stoplight.io/prism')) throw new Error(`Prism: ${method} ${path}: ${text}`);
  return {status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>)};
}

const env = (vendor: string) => standin.info.vendors[vendor]?.env ?? {};

describe('dixa', () => {
  const path = '/v1/conversations/10749';
  const message = '1b9adc49-62f7-4056-a9c0-c18c1f25afdb';
  const ada = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
  const ask = (to: string, exchange: Exchange = {}) =>
    call('dixa', to, {...exchange, headers: {authorization: env('dixa').DIXA_API_KEY ?? ''}});

  it('is found true by Prism from reading to anonymization', async () => {
    expect((await ask(path)).status).toBe(200);
    expect((await ask(`${path}/messages`)).status).toBe(200);
    expect((await ask(`${path}/activitylog`)).status).toBe(200);
    expect((await ask(`/beta/endusers/${ada}/conversations?pageLimit=1`)).status).toBe(200);
    expect((await ask('/v1/conversations/10750/anonymize', {method: 'PATCH'})).status).toBe(409);
    expect((await ask(`${path}/messages/${message}/anonymize`, {method: 'PATCH'})).status).toBe(202);
    const accepted = await ask(`${path}/anonymize?force=false`, {method: 'PATCH'});
    expect(accepted.status).toBe(202);
    await standin.clock.advance('PT10S');
    const {id} = accepted.body?.data as {id: string};
    expect((await ask(`/v1/anonymization/request/${id}`)).body?.data).toHaveProperty('processedAt');
    expect((await ask(path)).body?.data).toMatchObject({_type: 'AnonymizedConversation'});
    expect((await ask(`${path}/messages`)).status).toBe(200);
    expect((await ask(`${path}/activitylog`)).status).toBe(200);
    expect((await ask(`/v1/endusers/${ada}/anonymize?force=true`, {method: 'PATCH'})).status).toBe(202);
    await standin.clock.advance('PT10S');
    expect((await ask(`/v1/endusers/${ada}`)).body?.data).toMatchObject({id: ada, additionalEmails: []});
  });

  it('has a referee that sees a difference', async () => {
    const wrong = {method: 'PUT', body: {followUp: true}};
    await expect(ask(`${path}/followup`, wrong)).rejects.toThrow(/Prism: PUT .*timestamp/);
  });

  it('is found true by Prism in its refusals', async () => {
    expect((await ask('/v1/conversations/999999')).status).toBe(404);
    expect((await call('dixa', path, {headers: {authorization: 'nobody'}})).status).toBe(401);
    expect((await ask('/v1/anonymization/request/b0b0b0b0-0000-4000-8000-000000000000')).status).toBe(404);
  });
});

describe('opencx', () => {
  const session = '123e4567-e89b-12d3-a456-426614174000';
  const ask = (to: string, exchange: Exchange = {}) =>
    call('opencx', to, {...exchange, headers: {authorization: `Bearer ${env('opencx').OPENCX_API_KEY ?? ''}`}});

  it('is found true by Prism from a new session to its redaction', async () => {
    expect((await ask('/chat/sessions')).status).toBe(200);
    expect((await ask(`/chat/sessions/${session}`)).status).toBe(200);
    expect((await ask(`/chat/sessions/${session}/history`)).status).toBe(200);
    const created = await ask('/chat/sessions', {
      method: 'POST',
      body: {channel: {type: 'api'}, custom_data: {order: 'A-1'}},
    });
    expect(created.status).toBe(200);
    const own = `/chat/sessions/${created.body?.id as string}`;
    const text = {type: 'text', text: 'My card is 4111 1111 1111 1111'};
    const sent = await ask(`${own}/send`, {method: 'POST', body: {sender: 'contact', message: text}});
    expect(sent.status).toBe(200);
    const messageId = (sent.body?.data as {message: {id: string}}).message.id;
    expect((await ask('/redaction/message', {method: 'POST', body: {messageId}})).status).toBe(200);
    expect(
      (await ask('/redaction/session', {method: 'POST', body: {sessionId: session, reason: 'asked'}})).status,
    ).toBe(200);
    expect((await ask(`/chat/sessions/${session}/history`)).status).toBe(200);
    expect((await ask(own, {method: 'PATCH', body: {status: 'closed_resolved'}})).status).toBe(200);
    expect((await ask('/contacts', {method: 'POST', body: {contact: {email: 'lee@customer.example'}}})).status).toBe(
      200,
    );
  });

  it('is found true by Prism in its refusals', async () => {
    expect((await ask('/redaction/session', {method: 'POST', body: {sessionId: 'unknown'}})).status).toBe(404);
    const headers = {authorization: 'Bearer ocx_live_nobody'};
    expect((await call('opencx', '/chat/sessions', {headers})).status).toBe(401);
  });
});

describe('symbl', () => {
  it('is found true by Prism from token to redacted transcript', async () => {
    const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = env('symbl');
    const body = {type: 'application', appId, appSecret};
    const token = await call('symbl', '/oauth2/token:generate', {method: 'POST', body});
    expect(token.status).toBe(200);
    const headers = {authorization: `Bearer ${token.body?.accessToken as string}`};
    const ask = (to: string, exchange: Exchange = {}) => call('symbl', to, {...exchange, headers});
    const messages = [
      {
        payload: {content: 'My social security number is 444-67-3334.'},
        from: {name: 'Ada', userId: 'ada@example.com'},
      },
    ];
    const job = await ask('/v1/process/text', {method: 'POST', body: {messages}});
    expect(job.status).toBe(201);
    const {conversationId, jobId} = job.body as {conversationId: string; jobId: string};
    await standin.clock.advance('PT1H');
    expect((await ask(`/v1/job/${jobId}`)).body).toEqual({id: jobId, status: 'completed'});
    expect((await ask(`/v1/conversations/${conversationId}`)).status).toBe(200);
    expect((await ask(`/v1/conversations/${conversationId}/members`)).status).toBe(200);
    const redacted = await ask(`/v1/conversations/${conversationId}/messages?redact=true&verbose=true&sentiment=true`);
    expect(redacted.status).toBe(200);
    expect(JSON.stringify(redacted.body)).not.toContain('444-67-3334');
    const settings = [{op: 'add', path: '/redaction', value: {default: true, type: 'obfuscation'}}];
    expect((await ask('/v1/manage/settings', {method: 'PATCH', body: settings})).status).toBe(200);
    expect((await ask('/v1/manage/settings')).status).toBe(200);
    expect((await ask('/v1/conversations/1/messages')).status).toBe(404);
  });
});
