import {connect} from 'node:net';
import {afterEach, expect, it} from 'vitest';
import {createStandin, type Standin, type StandinOptions} from '../src/index.js';
import type {ListenOptions} from '../src/index.js';

const open: Standin[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((standin) => standin.close()));
});

/** A stand-in on a free port that fails the test when it answers against a document. */
async function serve(options: StandinOptions = {}, listen: ListenOptions = {}): Promise<Standin & {url: string}> {
  const standin = await createStandin({
    randomSeed: 1,
    onViolation: (entry) => {
      throw new Error(JSON.stringify(entry.violations));
    },
    ...options,
  });
  open.push(standin);
  await standin.listen({port: 0, ...listen});
  return standin as Standin & {url: string};
}

const key = (standin: Standin) => standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';

it('answers a request over a real port as it answers it in process', async () => {
  const [served, inProcess] = [await serve(), await createStandin({randomSeed: 1})];
  const init = {headers: {authorization: key(served)}};
  const overHttp = await fetch(`${served.url}/dixa/v1/conversations/10750/messages`, init);
  const direct = await inProcess.fetch('/dixa/v1/conversations/10750/messages', init);
  expect(overHttp.status).toBe(200);
  expect(await overHttp.text()).toBe(await direct.text());
});

it('shows the vendor’s headers and none of its own', async () => {
  const standin = await serve();
  const {headers} = await fetch(`${standin.url}/dixa/v1/conversations/10749`, {headers: {authorization: key(standin)}});
  expect([...headers.keys()].sort()).toEqual(['connection', 'content-length', 'content-type', 'date', 'keep-alive']);
});

it('answers the vendor’s own address in process', async () => {
  const standin = await createStandin();
  const answer = await standin.fetch('https://dev.dixa.io/v1/conversations/10749', {
    headers: {authorization: key(standin)},
  });
  expect(answer.status).toBe(200);
});

it('gives a vendor an origin of its own, where relative links carry no prefix', async () => {
  const standin = await serve({}, {vendorPorts: {dixa: 0}});
  const [origin = ''] = standin.info.vendors.dixa?.origins ?? [];
  const path = '/v1/endusers/f28fafd6-2e42-4441-943c-388a8e0ef433/conversations?pageLimit=1';
  const init = {headers: {authorization: key(standin)}};
  const own = (await (await fetch(origin + path, init)).json()) as {meta: {next: string}};
  expect(own.meta.next).toMatch(/^\/v1\/endusers\//);
  expect((await fetch(new URL(own.meta.next, origin), init)).status).toBe(200);
  const prefixed = (await (await fetch(`${standin.url}/dixa${path}`, init)).json()) as {meta: {next: string}};
  expect(prefixed.meta.next).toMatch(/^\/dixa\/v1\/endusers\//);
  expect((await fetch(new URL(prefixed.meta.next, standin.url), init)).status).toBe(200);
});

it('lets a single vendor answer at the root too, and says so', async () => {
  const standin = await serve({vendors: ['dixa']});
  expect(standin.info.vendors.dixa?.origins).toEqual([standin.url]);
  const answer = await fetch(`${standin.url}/v1/conversations/10749`, {headers: {authorization: key(standin)}});
  expect(answer.status).toBe(200);
});

it('isolates a client by nothing but its credential', async () => {
  const standin = await serve();
  const blue = standin.sandbox('blue').info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  const close = `${standin.url}/dixa/v1/conversations/10750/close`;
  expect((await fetch(close, {method: 'PUT', headers: {authorization: blue}})).status).toBe(204);
  const stateFor = async (authorization: string) => {
    const answer = await fetch(`${standin.url}/dixa/v1/conversations/10750`, {headers: {authorization}});
    return ((await answer.json()) as {data: {state: string}}).data.state;
  };
  expect([await stateFor(blue), await stateFor(key(standin))]).toEqual(['Closed', 'Open']);
});

it('answers a page on this machine, and no other, and journals its question', async () => {
  const standin = await serve();
  const ask = (origin: string) =>
    fetch(`${standin.url}/dixa/v1/conversations/10749/close`, {
      method: 'OPTIONS',
      headers: {origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization'},
    });
  const allowed = await ask('http://localhost:5173');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization');
  expect((await standin.journal.entries()).map(({kind}) => kind)).toEqual(['preflight']);
  const refused = await ask('https://evil.example');
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  expect(refused.status).toBe(401);
});

it('sends CORS headers with the answer itself, and none when they are off', async () => {
  const headers = {origin: 'http://127.0.0.1:8080'};
  const on = await serve();
  expect((await fetch(`${on.url}/dixa/v1/x`, {headers})).headers.get('access-control-allow-origin')).toBe(
    headers.origin,
  );
  const off = await serve({}, {cors: 'off'});
  expect((await fetch(`${off.url}/dixa/v1/x`, {headers})).headers.get('access-control-allow-origin')).toBeNull();
});

it('never opens the control plane to a page', async () => {
  const standin = await serve();
  const answer = await fetch(`${standin.url}/_standin/reset`, {
    method: 'POST',
    headers: {origin: 'http://localhost:5173'},
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

it('does not answer the control plane under a name that somebody pointed at this machine', async () => {
  const standin = await serve();
  const {port} = new URL(standin.url);
  const text = await raw(
    Number(port),
    'GET /_standin/info HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 403 /);
});

it('asks for the admin token once there is one', async () => {
  const standin = await serve({}, {adminToken: 'only-for-tests'});
  expect((await fetch(`${standin.url}/_standin/health`)).status).toBe(401);
  const headers = {authorization: 'Bearer only-for-tests'};
  expect((await fetch(`${standin.url}/_standin/health`, {headers})).status).toBe(200);
});

it('refuses floods of headers and addresses in the vendor’s words', async () => {
  const standin = await serve();
  const {port} = new URL(standin.url);
  const long = 'a'.repeat(20_000);
  const authorization = `Authorization: ${key(standin)}\r\n`;
  const overlong = 'a'.repeat(40_000);
  const heads = [
    `GET /dixa/v1/conversations/1 HTTP/1.1\r\nHost: x\r\n${authorization}X-Flood: ${long}\r\nConnection: close\r\n\r\n`,
    `GET /dixa/v1/conversations/${long} HTTP/1.1\r\nHost: x\r\n${authorization}Connection: close\r\n\r\n`,
    `GET /dixa/v1/conversations/1 HTTP/1.1\r\nHost: x\r\nX-Flood: ${overlong}\r\n\r\n`,
  ];
  for (const head of heads) {
    const answer = await raw(Number(port), head);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/\{"message":"Invalid value in request"\}$/);
  }
});

it('answers what is no HTTP with 400 and goes on', async () => {
  const standin = await serve();
  expect(await raw(Number(new URL(standin.url).port), 'this is not http\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect((await fetch(`${standin.url}/_standin/health`)).status).toBe(200);
});

it('refuses a body beyond every limit with 413 in the vendor’s words', async () => {
  const standin = await serve();
  const answer = await fetch(`${standin.url}/dixa/v1/endusers`, {
    method: 'POST',
    headers: {authorization: key(standin), 'content-type': 'application/json'},
    body: JSON.stringify({displayName: 'x'.repeat(17 * 1024 * 1024)}),
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({message: 'Request Entity Too Large'});
});

it('answers requests under way before it ends', async () => {
  const standin = await serve({latency: 150});
  const pending = fetch(`${standin.url}/dixa/v1/conversations/10749`, {headers: {authorization: key(standin)}});
  await expect.poll(async () => (await standin.journal.entries()).length).toBe(1);
  await standin.close();
  expect((await pending).status).toBe(200);
  await expect(fetch(`${standin.url ?? 'http://127.0.0.1:1'}/`)).rejects.toThrow();
});

it('shows a page for people, and says what is where when nothing is', async () => {
  const standin = await serve();
  const page = await fetch(`${standin.url}/`);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('patchConversationsConversationidAnonymize');
  const nothing = await fetch(`${standin.url}/nothing`);
  expect(nothing.status).toBe(404);
  expect(await nothing.json()).toMatchObject({status: 404, detail: expect.stringContaining('/dixa') as string});
});

/** Sends bytes as they are and reads until the other side ends. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
