import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Wire} from '../engine/index.js';
import {toFetch} from './web.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const text = 'abcdefghijklmnopqrst';
const answer = (wire: Wire, body: string | Uint8Array | undefined = text) => ({status: 200, headers: {}, body, wire});

/** Reads the next piece of a body as text; undefined at its end. */
async function pieceOf(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  const {value} = await reader.read();
  return value && new TextDecoder().decode(value);
}

const readerOf = ({body}: Response) => (body as ReadableStream<Uint8Array>).getReader();

describe('a body that drips', () => {
  it('comes in ten pieces, spread evenly over the time', async () => {
    const reader = readerOf(toFetch(answer({over: 1000})));
    for (const piece of ['ab', 'cd', 'ef', 'gh', 'ij', 'kl', 'mn', 'op', 'qr', 'st']) {
      let came: string | undefined;
      const next = pieceOf(reader).then((read) => (came = read));
      await vi.advanceTimersByTimeAsync(99);
      expect(came).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      expect(await next).toBe(piece);
    }
    expect(await pieceOf(reader)).toBeUndefined();
  });

  it('of three bytes comes in three', async () => {
    const reading = toFetch(answer({over: 300}, new Uint8Array([65, 66, 67]))).text();
    await vi.advanceTimersByTimeAsync(300);
    expect(await reading).toBe('ABC');
  });

  it('ends with the caller’s reason when he goes away, and leaves no timer behind', async () => {
    const caller = new AbortController();
    const reading = expect(toFetch(answer({over: 1000}), caller).text()).rejects.toThrow('aborted');
    await vi.advanceTimersByTimeAsync(150);
    caller.abort();
    await reading;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that nobody reads to its end leaves no timer behind', async () => {
    const reader = readerOf(toFetch(answer({over: 1000})));
    const next = reader.read();
    await vi.advanceTimersByTimeAsync(10);
    expect(vi.getTimerCount()).toBe(1);
    await reader.cancel();
    expect((await next).done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a connection that breaks', () => {
  it.each([
    ['reset', 'ECONNRESET', 'An injected fault reset the connection.'],
    ['empty', 'UND_ERR_SOCKET', 'An injected fault closed the connection without an answer.'],
  ] as const)('by %s is a network error, with the code that Node’s fetch gives it', (broken, code, message) => {
    const error = expect.objectContaining({code, message}) as Error;
    expect(() => toFetch(answer({broken}))).toThrow(new TypeError('fetch failed', {cause: error}));
  });

  it('in the middle of the body gives half of it, and then an error', async () => {
    const response = toFetch(answer({broken: 'truncate'}));
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '20']);
    const reader = readerOf(response);
    expect(await pieceOf(reader)).toBe('abcdefghij');
    await expect(reader.read()).rejects.toThrow(new TypeError('terminated'));
  });
});

it('an answer that nothing spoils is as it is', async () => {
  expect(await toFetch({status: 200, headers: {}, body: text}).text()).toBe(text);
  expect(toFetch({status: 204, headers: {}, body: undefined}).body).toBeNull();
});

it('has no body for HEAD, as nothing has over HTTP', async () => {
  const answer = {status: 404, headers: {'Content-Type': 'application/json'}, body: '{"message":"Not Found"}'};
  const response = toFetch(answer, {method: 'HEAD'});
  expect([response.status, response.headers.get('content-type'), response.body]).toEqual([
    404,
    'application/json',
    null,
  ]);
  expect(await toFetch(answer, {method: 'GET'}).text()).toBe(answer.body);
});
