import http from 'node:http';
import https, {request as importedRequest} from 'node:https';
import type {AddressInfo, LookupFunction} from 'node:net';
import {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import axios from 'axios';
import {http as mswHttp} from 'msw';
import {setupServer} from 'msw/node';
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

it('answers a host with the dot that may end it', async () => {
  start();
  expect((await fetch('https://dev.dixa.io./v1/conversations/10749', {headers: {authorization}})).status).toBe(200);
});

it('refuses a sandbox’s name that can be none', () => {
  expect(() => start(standin, {sandbox: 'not a name'})).toThrow('"not a name" names no sandbox');
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

it('lets other hosts pass unless told otherwise', async () => {
  start();
  const server = http.createServer((message, response) => response.end(message.headers.host));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const lookup: LookupFunction = (_, options, found) =>
      options.all === true ? found(null, [{address: '127.0.0.1', family: 4}]) : found(null, '127.0.0.1', 4);
    http.get(`http://other.example:${port}/x`, {lookup}, resolve).once('error', reject);
  });
  expect(await text(answer)).toBe(`other.example:${port}`);
  server.closeAllConnections();
  server.close();
});

it.each([
  [
    'http://dev.dixa.io/v1/conversations/10749',
    /^dev\.dixa\.io is dixa's, which is stood in for at https:.* not at http:/,
  ],
  ['https://dev.dixa.io:8443/v1', /^dev\.dixa\.io:8443 is dixa's/],
  ['https://api.symbl.ai/v1/process/text', /^api\.symbl\.ai is symbl's, which is not among the vendors/],
])('never lets a vendor’s own host pass: %s', async (address, sentence) => {
  const told: string[] = [];
  start(standin, {onRefused: async (host) => void told.push(host)});
  await expect(fetch(address)).rejects.toThrow(sentence);
  await expect(ask(address, {send: address.startsWith('https') ? https.request : http.request})).rejects.toThrow(
    sentence,
  );
  const {host} = new URL(address);
  expect(told).toEqual([host, host]);
});

describe('several at a time', () => {
  const msw = setupServer(mswHttp.get('https://other.example/x', () => new Response('from MSW')));
  const askMsw = async () => [
    await (await fetch('https://other.example/x')).text(),
    (await ask('https://other.example/x')).body,
  ];
  // MSW has the same interceptors for all its servers, and whatever was before must not have spoilt them.
  afterEach(async () => {
    for (const _ of [1, 2]) {
      msw.listen({onUnhandledRequest: 'bypass'});
      expect(await askMsw()).toEqual(['from MSW', 'from MSW']);
      using _interception = begin();
      expect(await statuses()).toEqual(all);
      msw.close();
      expect(await statuses()).toEqual(all);
    }
    expect(now()).toEqual(before);
  });

  const before = {fetch: globalThis.fetch, request: https.request, get: http.get};
  const now = () => ({fetch: globalThis.fetch, request: https.request, get: http.get});
  const begin = () => intercept(standin, {places: placesOf(standin.vendors)});
  const statuses = async () => {
    const asked = [fetch(url, {headers: {authorization}}), ask(), ask(url, {send: importedRequest})];
    return (await Promise.all(asked)).map(({status}) => status);
  };
  const all = [200, 200, 200];

  it.each([
    ['the first', 0],
    ['the last', 1],
  ])('answer when %s of two ends, and leave everything as it was with the other', async (_, first) => {
    const both = [begin(), begin()];
    both[first]?.[Symbol.dispose]();
    expect(await statuses()).toEqual(all);
    both[1 - first]?.[Symbol.dispose]();
    // Once more is nothing.
    both[first]?.[Symbol.dispose]();
    expect(now()).toEqual(before);
  });

  it('answer when MSW, which was there first, closes', async () => {
    const server = setupServer();
    server.listen({onUnhandledRequest: 'bypass'});
    const both = [begin(), begin()];
    expect(await statuses()).toEqual(all);
    server.close();
    expect(await statuses()).toEqual(all);
    both[0]?.[Symbol.dispose]();
    expect(await statuses()).toEqual(all);
    both[1]?.[Symbol.dispose]();
    expect(now()).toEqual(before);
  });

  it('answer when MSW, which came later, closes, and those that begin then', async () => {
    const first = begin();
    const server = setupServer();
    for (const _ of [1, 2]) {
      server.listen({onUnhandledRequest: 'bypass'});
      expect(await statuses()).toEqual(all);
      server.close();
      expect(await statuses()).toEqual(all);
    }
    const second = begin();
    first[Symbol.dispose]();
    expect(await statuses()).toEqual(all);
    second[Symbol.dispose]();
    expect(now()).toEqual(before);
  });

  it('leave MSW alone when they end before it', async () => {
    const first = begin();
    msw.listen({onUnhandledRequest: 'error'});
    first[Symbol.dispose]();
    expect(await askMsw()).toEqual(['from MSW', 'from MSW']);
    msw.close();
    expect(now()).toEqual(before);
  });
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
