import http from 'node:http';
import https, {request as importedRequest} from 'node:https';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import axios from 'axios';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {forwardTo} from '../../src/faces/forward.js';
import {intercept, type InterceptOptions} from '../../src/faces/intercept.js';
import {placesOf, type Answerer} from '../../src/faces/places.js';
import {createStandin, type Standin} from '../../src/index.js';

const url = 'https://dev.dixa.io/v1/conversations/10749';

let standin: Standin;
let interception: Disposable | undefined;
let authorization = '';

beforeEach(async () => {
  standin = await createStandin({vendors: ['dixa'], randomSeed: 1});
  authorization = standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
});
afterEach(async () => {
  interception?.[Symbol.dispose]();
  await standin.close();
});

function start(answerer: Answerer = standin, options: Partial<InterceptOptions> = {}): void {
  interception = intercept(answerer, {places: placesOf(standin.vendors), ...options});
}

/** Asks through `https.request`, and reads the body to its end. */
function ask(
  address = url,
  {send = https.request, agent, method = 'GET', body}: Asking = {},
): Promise<{status: number | undefined; body: string}> {
  return new Promise((resolve, reject) => {
    const outgoing = send(address, {method, headers: {authorization}, ...(agent && {agent})}, (message) => {
      text(message).then((read) => resolve({status: message.statusCode, body: read}), reject);
    });
    outgoing.once('error', reject);
    if (body) body.pipe(outgoing);
    else outgoing.end();
  });
}

interface Asking {
  readonly send?: typeof https.request;
  readonly agent?: http.Agent;
  readonly method?: string;
  readonly body?: Readable;
}

describe.each([
  ['a stand-in of this process', () => Promise.resolve(standin as Answerer)],
  ['a stand-in that listens elsewhere', async () => forwardTo((await standin.listen({port: 0})).url)],
])('%s', (_, answererOf) => {
  beforeEach(async () => start(await answererOf()));

  it('answers fetch, https, a function that was imported by its name, keep-alive agents and axios', async () => {
    const agent = new https.Agent({keepAlive: true});
    expect((await fetch(url, {headers: {authorization}})).status).toBe(200);
    expect((await ask()).status).toBe(200);
    expect((await ask(url, {send: importedRequest})).status).toBe(200);
    expect((await ask(url, {agent})).status).toBe(200);
    expect((await ask(url, {agent})).status).toBe(200);
    expect((await axios.get(url, {headers: {authorization}})).status).toBe(200);
    expect(await standin.journal.count({status: 200})).toBe(6);
    agent.destroy();
  });

  it('takes what is sent piece by piece', async () => {
    const body = JSON.stringify({message: {_type: 'Inbound', content: {_type: 'Text', value: 'a'.repeat(50_000)}}});
    const pieces = Readable.from([body.slice(0, 10), body.slice(10)]);
    const answer = await ask('https://dev.dixa.io/v1/conversations', {method: 'POST', body: pieces});
    // What it lacks is told, so all of it was read.
    expect(answer.status).toBe(400);
    const [entry] = await standin.journal.entries();
    expect(entry?.operation).toBe('postConversations');
  });

  it('breaks the connection as each client knows it', async () => {
    for (const fault of ['reset', 'empty'] as const) {
      await standin.faults.add({fault, times: 2});
      await expect(fetch(url)).rejects.toMatchObject({
        name: 'TypeError',
        cause: {code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/)},
      });
      await expect(ask()).rejects.toMatchObject({code: 'ECONNRESET'});
    }
    expect((await ask()).status).toBe(200);
  });

  it('cuts a body off in its middle', async () => {
    await standin.faults.add({fault: 'truncate', times: 2});
    const answer = await fetch(url, {headers: {authorization}});
    await expect(answer.text()).rejects.toThrow(TypeError);
    await expect(ask()).rejects.toMatchObject({code: 'ECONNRESET'});
  });

  it('lets a body drip', async () => {
    const whole = (await ask()).body;
    await standin.faults.add({fault: 'drip', over: 'PT0.02S', times: 2});
    expect((await ask()).body).toBe(whole);
    expect(await (await fetch(url, {headers: {authorization}})).text()).toBe(whole);
  });
});

it('tells a stand-in elsewhere under which address it was asked', async () => {
  const origins: string[] = [];
  const server = http.createServer((message, response) => {
    origins.push(`${String(message.headers['x-forwarded-proto'])}://${String(message.headers.host)}`);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  start(forwardTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  await fetch(url);
  expect(origins).toEqual(['https://dev.dixa.io']);
  server.closeAllConnections();
  server.close();
});

it('answers from the sandbox that is named', async () => {
  start(standin, {sandbox: 'blue'});
  authorization = standin.sandbox('blue').info.vendors.dixa?.env.DIXA_API_KEY ?? '';
  expect((await ask()).status).toBe(200);
  expect(await standin.sandbox('blue').journal.count()).toBe(1);
});

it('refuses other hosts with a sentence if asked to, but never this machine’s own', async () => {
  start(standin, {unhandled: 'error'});
  const server = http.createServer((_, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const refusal = /^other\.example is no vendor that is stood in for.*STANDIN_UNHANDLED=bypass/;
  await expect(fetch('https://other.example/x')).rejects.toThrow(refusal);
  await expect(ask('https://other.example/x')).rejects.toThrow(refusal);
  expect(await (await fetch(here)).text()).toBe('here');
  expect(await (await fetch('data:,here')).text()).toBe('here');
  server.closeAllConnections();
  server.close();
});

it('is asked for its places only when a request leaves this machine', async () => {
  let asked = 0;
  const places = () => {
    asked += 1;
    return Promise.resolve(placesOf(standin.vendors));
  };
  start(standin, {places});
  await fetch('http://127.0.0.1:1/').catch(() => {});
  expect(asked).toBe(0);
  await ask();
  await ask();
  expect(asked).toBe(1);
});

it('leaves everything as it was when it ends', () => {
  const before = {fetch: globalThis.fetch, request: https.request};
  start();
  expect(https.request).not.toBe(before.request);
  interception?.[Symbol.dispose]();
  expect({fetch: globalThis.fetch, request: https.request}).toEqual(before);
});
