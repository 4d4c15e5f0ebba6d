import {connect} from 'node:net';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import express from 'express';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {standinMiddleware} from '../src/faces/express.js';
import {createStandin, type FaultSpec, type Standin} from '../src/index.js';

let standin: Standin;
let port: number;

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1, onViolation: fail, onError: fail});
  const {url} = await standin.listen({port: 0});
  port = Number(new URL(url).port);
});

afterEach(() => standin.close());

function fail(reason: unknown): never {
  throw new Error(JSON.stringify(reason));
}

const authorization = () => standin.info.vendors.dixa?.env.DIXA_API_KEY ?? '';
const conversation = '/dixa/v1/conversations/10750';
const close = `${conversation}/close`;

/** Over HTTP, as any client. */
const call = (path: string, {headers, ...init}: {method?: string; headers?: object; signal?: AbortSignal} = {}) =>
  fetch(`${standin.url ?? ''}${path}`, {...init, headers: {authorization: authorization(), ...headers}});

/** In this process. */
const inProcess = (path: string, {headers, ...init}: {method?: string; headers?: object; signal?: AbortSignal} = {}) =>
  standin.fetch(path, {...init, headers: {authorization: authorization(), ...headers}});

async function stateOf(): Promise<string> {
  await standin.faults.clear();
  return ((await (await inProcess(conversation)).json()) as {data: {state: string}}).data.state;
}

/** What a socket sees that sends one request: pieces of the answer, and how it ended. */
function raw(path: string, method = 'GET', at = port): Promise<{pieces: string[]; end: string}> {
  return new Promise((resolve) => {
    const pieces: string[] = [];
    const socket = connect(at, '127.0.0.1', () =>
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization()}\r\n\r\n`),
    );
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => pieces.push(piece));
    socket.on('end', () => resolve({pieces, end: 'closed'}));
    socket.on('error', ({code}: NodeJS.ErrnoException) => resolve({pieces, end: code ?? 'error'}));
  });
}

/** Head and body of an answer that was read in pieces. */
function partsOf(pieces: readonly string[]): {head: string; body: string} {
  const [head = '', ...body] = pieces.join('').split('\r\n\r\n');
  return {head, body: body.join('\r\n\r\n')};
}

describe('over HTTP', () => {
  it('a reset is one of TCP, and nothing was done', async () => {
    await standin.faults.add({fault: 'reset'});
    expect(await raw(close, 'PUT')).toEqual({pieces: [], end: 'ECONNRESET'});
    await expect(call(close, {method: 'PUT'})).rejects.toMatchObject({cause: {code: 'ECONNRESET'}});
    expect(await stateOf()).not.toBe('Closed');
  });

  it('an empty reply is a closed connection, and nothing was done', async () => {
    await standin.faults.add({fault: 'empty'});
    expect(await raw(close, 'PUT')).toEqual({pieces: [], end: 'closed'});
    await expect(call(close, {method: 'PUT'})).rejects.toMatchObject({cause: {code: 'UND_ERR_SOCKET'}});
    expect(await stateOf()).not.toBe('Closed');
  });

  it('a truncated body promises all of it, and a client notices', async () => {
    const whole = await (await call(conversation)).text();
    await standin.faults.add({fault: 'truncate'});
    const {pieces, end} = await raw(conversation);
    const {head, body} = partsOf(pieces);
    expect(end).toBe('closed');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 200 OK\r\n[^]*\r\nContent-Length: ${Buffer.byteLength(whole)}\r\n`));
    expect(body).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    await expect(call(conversation).then((answer) => answer.text())).rejects.toThrow('terminated');
  });

  it('a body drips in pieces, and is whole in the end', async () => {
    const whole = await (await call(conversation)).text();
    await standin.faults.add({fault: 'drip', over: 'PT0.5S', times: 1});
    const answer = await call(conversation);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)));
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe(whole);
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('a timeout after success is silence, and then a closed connection; the work is done', async () => {
    await standin.faults.add({fault: 'timeout', for: 'PT0.05S', operation: 'putConversationsConversationidClose'});
    expect(await raw(close, 'PUT')).toEqual({pieces: [], end: 'closed'});
    expect(await stateOf()).toBe('Closed');
    expect((await standin.journal.entries())[0]).toMatchObject({
      operation: 'putConversationsConversationidClose',
      fault: 'timeout',
      response: {status: 204},
    });
  });

  it('a caller who has no patience finds the work done after a timeout', async () => {
    await standin.faults.add({fault: 'timeout', for: 'PT10M', times: 1});
    const caller = new AbortController();
    const waiting = expect(call(close, {method: 'PUT', signal: caller.signal})).rejects.toThrow('aborted');
    await expect.poll(() => standin.faults.list()).toMatchObject([{hits: 1}]);
    caller.abort();
    await waiting;
    expect(await stateOf()).toBe('Closed');
  });

  it('nobody else waits with a delayed caller, and whoever waits is answered when the stand-in ends', async () => {
    await standin.faults.add({fault: 'delay', delay: 'PT10M', times: 1});
    const late = call(close, {method: 'PUT'});
    await expect.poll(() => standin.faults.list()).toMatchObject([{hits: 1}]);
    expect(await stateOf()).toBe('Closed');
    await standin.close();
    expect((await late).status).toBe(204);
  });

  it('a fault is the vendor’s refusal, with the vendor’s headers', async () => {
    await standin.faults.add({fault: '429', vendor: 'opencx', times: 1});
    const answer = await call('/opencx/contacts');
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('x-ratelimit-limit')]).toEqual([
      429,
      '60',
      '100',
    ]);
    expect(await answer.json()).toMatchObject({message: 'Rate limit exceeded, retry in 1 minute'});
  });

  it('OPENCX-10 a page of the gateway is HTML', async () => {
    const answer = await call('/opencx/contacts', {headers: {'x-standin-fault': '502'}});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=UTF-8']);
    expect(await answer.text()).toContain('Bad gateway');
  });

  it('a client that always sends the header gets through with its retry', async () => {
    const headers = {'x-standin-fault': 'reset;times=1'};
    await expect(call(close, {method: 'PUT', headers})).rejects.toMatchObject({cause: {code: 'ECONNRESET'}});
    expect((await call(close, {method: 'PUT', headers})).status).toBe(204);
  });
});

describe('in an Express application', () => {
  let server: Server;

  beforeEach(async () => {
    const app = express().use(standinMiddleware(standin));
    await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', () => resolve())));
  });

  afterEach(() => void server.close());

  it.each<[Pick<FaultSpec, 'fault' | 'when' | 'for'>, string]>([
    [{fault: 'reset', when: 'after'}, 'ECONNRESET'],
    [{fault: 'empty', when: 'after'}, 'closed'],
    [{fault: 'timeout', for: 'PT0.05S'}, 'closed'],
  ])('%j is %s as well', async (fault, end) => {
    await standin.faults.add(fault);
    expect(await raw(close, 'PUT', (server.address() as AddressInfo).port)).toEqual({pieces: [], end});
    expect(await stateOf()).toBe('Closed');
  });
});

describe('in process', () => {
  afterEach(() => void vi.useRealTimers());

  it('a broken connection is the error of fetch', async () => {
    await standin.faults.add({fault: 'reset'});
    const failing = inProcess(close, {method: 'PUT'});
    await expect(failing).rejects.toThrow(TypeError);
    await expect(failing).rejects.toMatchObject({message: 'fetch failed', cause: {code: 'ECONNRESET'}});
    expect(await stateOf()).not.toBe('Closed');
  });

  it('a truncated body is an error in its middle', async () => {
    await standin.faults.add({fault: 'truncate'});
    const answer = await inProcess(conversation);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow(TypeError);
  });

  it('a timeout rejects at its end, and not before; the work is done', async () => {
    await standin.faults.add({fault: 'timeout', operation: 'putConversationsConversationidClose'});
    vi.useFakeTimers();
    let ended: unknown;
    inProcess(close, {method: 'PUT'}).catch((error: unknown) => (ended = error));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(ended).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toBeInstanceOf(TypeError);
    vi.useRealTimers();
    expect(await stateOf()).toBe('Closed');
  });

  it('a timeout ends at once when the caller loses patience; the work is done', async () => {
    await standin.faults.add({fault: 'timeout', for: 'PT10M'});
    const caller = new AbortController();
    const waiting = inProcess(close, {method: 'PUT', signal: caller.signal});
    await expect.poll(() => standin.faults.list()).toMatchObject([{hits: 1}]);
    caller.abort();
    await expect(waiting).rejects.toMatchObject({name: 'AbortError'});
    expect(await stateOf()).toBe('Closed');
  });

  it('whoever went away before he called does nothing', async () => {
    const gone = inProcess(close, {method: 'PUT', signal: AbortSignal.abort()});
    await expect(gone).rejects.toMatchObject({name: 'AbortError'});
    expect(await stateOf()).not.toBe('Closed');
  });

  it('Prefer: wait has the answer come later, and says so', async () => {
    vi.useFakeTimers();
    let answer: Response | undefined;
    void inProcess(conversation, {headers: {prefer: 'wait=2'}}).then((came) => (answer = came));
    await vi.advanceTimersByTimeAsync(1999);
    expect(answer).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(answer?.headers.get('preference-applied')).toBe('wait=2');
  });

  it('whoever waits is answered when the stand-in ends', async () => {
    await standin.faults.add({fault: 'delay', delay: 'PT10M', times: 1});
    const late = inProcess(conversation);
    await expect.poll(() => standin.faults.list()).toMatchObject([{hits: 1}]);
    await standin.close();
    expect((await late).status).toBe(200);
  });
});

describe('the control plane', () => {
  const control = async (path: string, method = 'GET', body?: unknown) => {
    const answer = await standin.fetch(path, {
      method,
      ...(body !== undefined && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
    });
    const text = await answer.text();
    return {status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown)};
  };

  it('adds a fault, tells what it did, and removes it', async () => {
    const fault = {
      id: 'fault-1',
      fault: '429',
      operation: 'postEndusers',
      times: 2,
      when: 'before',
      hits: 0,
      remaining: 2,
    };
    expect(await control('/_standin/faults', 'POST', {fault: '429', operation: 'postEndusers', times: 2})).toEqual({
      status: 201,
      body: {faults: [fault]},
    });
    expect((await call('/dixa/v1/endusers', {method: 'POST'})).status).toBe(429);
    expect(await control('/_standin/faults/fault-1')).toEqual({status: 200, body: {...fault, hits: 1, remaining: 1}});
    expect(await control('/_standin/faults/fault-1', 'DELETE')).toEqual({status: 204, body: undefined});
    expect(await control('/_standin/faults')).toEqual({status: 200, body: {faults: []}});
  });

  it('adds several, all or none, and removes all', async () => {
    const list = [
      {fault: '500', every: 3},
      {fault: 'timeout', every: 5, for: 'PT5S'},
    ];
    expect((await control('/_standin/faults', 'POST', list)).status).toBe(201);
    expect((await control('/_standin/faults', 'POST', [{fault: '500'}, {fault: '418'}])).status).toBe(400);
    expect((await control('/_standin/faults')).body).toMatchObject({faults: [{id: 'fault-1'}, {id: 'fault-2'}]});
    expect((await control('/_standin/faults', 'DELETE')).status).toBe(204);
    expect(await standin.faults.list()).toEqual([]);
  });

  it('names what there is when something is not', async () => {
    const none = (body: unknown, detail: string) => expect({body, detail}).toMatchObject({body: {body: {detail}}});
    none(
      await control('/_standin/faults', 'POST', {fault: '429', operation: 'redactSesion'}),
      'There is no operation "redactSesion"; the nearest are redactSession, redactMessage, getChatSession.',
    );
    none(
      await control('/_standin/faults', 'POST', {fault: '409', operation: 'putConversationsConversationidClose'}),
      'Dixa has no words for 409 at putConversationsConversationidClose: use 400, 401, 403, 404, 413, 429 or 500.',
    );
    none(
      await control('/_standin/faults', 'POST', {fault: '502', vendor: 'dixa'}),
      'Dixa has no words for 502: use 400, 401, 403, 404, 409, 413, 429 or 500.',
    );
    none(
      await control('/_standin/faults', 'POST', {fault: '429', vendor: 'symbl', html: true}),
      'Symbl.ai has no HTML page for 429: leave "html" out.',
    );
    none(await control('/_standin/faults/fault-9'), 'There is no such fault: this sandbox has none.');
    await standin.faults.add({fault: '500'});
    none(await control('/_standin/faults/fault-9', 'DELETE'), 'There is no such fault: there are fault-1.');
  });

  it.each([
    [{}],
    [{fault: 429}],
    [{fault: '429', tims: 1}],
    [{fault: '429', times: '1'}],
    [{fault: '429', times: 0}],
    [{fault: '429', probability: 2}],
    [{fault: '429', when: 'later'}],
    [{fault: 'x'.repeat(21)}],
    [{fault: '429', operation: 'x'.repeat(201)}],
    [[]],
    [Array.from({length: 101}, () => ({fault: '500'}))],
    ['429'],
    [null],
  ])('refuses %j with a sentence', async (body) => {
    const {status, body: problem} = await control('/_standin/faults', 'POST', body);
    expect([status, problem]).toEqual([400, expect.objectContaining({detail: expect.stringMatching(/\.$/) as string})]);
    expect(await standin.faults.list()).toEqual([]);
  });

  it('says the same in a program, by sandbox', async () => {
    const blue = standin.sandbox('blue');
    expect(await blue.faults.add([{fault: '429', vendor: 'dixa'}, {fault: '500'}])).toHaveLength(2);
    expect((await blue.fetch(conversation)).status).toBe(429);
    expect((await call(conversation)).status).toBe(200);
    expect(await blue.faults.list()).toMatchObject([
      {id: 'fault-1', hits: 1},
      {id: 'fault-2', hits: 0},
    ]);
    await blue.faults.remove('fault-1');
    await expect(blue.faults.remove('fault-1')).rejects.toThrow(RangeError);
    await expect(blue.faults.add({fault: 'tiemout'})).rejects.toThrow(
      'There is no fault "tiemout": use a status such as',
    );
    await blue.reset();
    expect(await blue.faults.list()).toEqual([]);
  });

  it('does not fail by faults itself', async () => {
    await standin.faults.add({fault: 'reset'});
    expect((await fetch(`${standin.url ?? ''}/_standin/health`, {headers: {'x-standin-fault': '500'}})).status).toBe(
      200,
    );
  });
});
