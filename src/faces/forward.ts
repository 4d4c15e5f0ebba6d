import http, {type IncomingMessage} from 'node:http';
import https from 'node:https';
import {Readable} from 'node:stream';
import type {PlainRequest, PlainResponse} from '../engine/index.js';
import type {Answerer} from './places.js';

/** As they are before anything intercepts them. */
const {request: overHttp} = http;
const {request: overHttps} = https;

/** Headers that are about one connection only. */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding', 'expect', 'host', 'content-length'];

/**
 * A stand-in that listens elsewhere, such as one that several processes share. It is told under which address it was
 * asked, so that links in its answers lead there.
 * @param url where it listens: `http://127.0.0.1:4020`. @throws RangeError when that is no such URL.
 */
export function forwardTo(url: string): Answerer {
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new RangeError(`The stand-in's address must be like http://127.0.0.1:4020, not ${JSON.stringify(url)}.`);
  const {protocol, hostname, port, pathname} = new URL(url);
  const send = protocol === 'https:' ? overHttps : overHttp;
  const prefix = pathname.replace(/\/+$/, '');
  return {
    handle: ({method, target, headers, body, origin}, {departure} = {}) =>
      new Promise((resolve, reject) => {
        const signal = departure?.();
        const outgoing = send({
          method,
          hostname: hostname.replace(/^\[|\]$/g, ''),
          ...(port !== '' && {port}),
          path: prefix + target,
          headers: {...headersFor(headers, origin), ...(body && {'content-length': body.length})},
          ...(signal && {signal}),
        });
        outgoing.once('response', (message) => resolve(answerOf(message, method)));
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
  };
}

/**
 * Asks a proxy for a host that this process refused, without a path, so that the proxy refuses it as well and tells of it.
 * A proxy that is gone is no error: then nobody is left to be told.
 * @param proxy its address: `http://127.0.0.1:40123`. @param host as a URL has it: `other.example:8443`.
 */
export async function tellRefused(proxy: string, host: string): Promise<void> {
  const {hostname, port} = new URL(proxy);
  await new Promise<void>((resolve) => {
    const outgoing = overHttp({method: 'HEAD', hostname, port, path: `http://${host}/`, headers: {host}, agent: false});
    outgoing.once('response', (message) => message.resume());
    outgoing.on('error', () => {});
    outgoing.once('close', resolve);
    outgoing.end();
  });
}

function headersFor(headers: PlainRequest['headers'], origin: string): Record<string, string> {
  const {host, protocol} = new URL(origin);
  const kept = Object.entries(headers).filter(([name]) => !ofConnection.includes(name));
  return {...Object.fromEntries(kept), host, 'x-forwarded-proto': protocol.slice(0, -1)};
}

function answerOf(message: IncomingMessage, method: string): PlainResponse {
  const {statusCode: status = 502, rawHeaders} = message;
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (!['connection', 'keep-alive', 'transfer-encoding'].includes(name.toLowerCase()))
      headers[name] = rawHeaders[at + 1] as string;
  }
  if (method === 'HEAD' || [204, 205, 304].includes(status)) {
    message.resume();
    return {status, headers, body: undefined};
  }
  const stream = Readable.toWeb(Readable.from(bytesFrom(message))) as ReadableStream<Uint8Array>;
  return {status, headers, body: undefined, stream};
}

/** The body as it comes; where the connection ends too soon, with the error that `fetch` reports then. */
async function* bytesFrom(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* message as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new TypeError('terminated', {cause});
  }
}
