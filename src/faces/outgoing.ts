import {lookup} from 'node:dns';
import {setMaxListeners} from 'node:events';
import {request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions} from 'node:http';
import {request as requestHttps} from 'node:https';
import {isIP, type LookupFunction} from 'node:net';
import type {Outgoing, OutgoingRequest, OutgoingResult} from '../engine/index.js';
import {isLoopback} from './loopback.js';

/** Most bytes that are kept of a receiver's answer. */
const maxAnswerBytes = 64 * 1024;

/** Whoever may subscribe to webhooks must not reach through them what only this machine may call. */
const controlPath = /\/_standin(\/|$)/;

/**
 * The way out over HTTP. Requests go to this machine only, or to hosts that are named: a stand-in answers whoever can
 * reach it, and must not be their way into a network. What counts is the address that is connected to, so a name that
 * resolves to another machine is refused as well. No redirect is followed.
 * @param options.allowHosts host names that requests may go to wherever they are: `['hooks.example.org']`.
 */
export function createOutgoing({allowHosts = []}: {readonly allowHosts?: readonly string[]} = {}): Outgoing {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  return {
    send: async (request, signal) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
        return {failure: 'Not sent: the address is no http or https URL.'};
      }
      if (controlPath.test(url.pathname)) return {failure: 'Not sent: no webhook may call the control plane.'};
      const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
      const isAllowed = allowed.has(host.toLowerCase());
      if (!isAllowed && isIP(host) !== 0 && !isLoopback(host)) return refused(host);
      const limits = isAllowed ? {} : {lookup: lookUpLoopback};
      return within(request.timeout, signal, (ending) => post(request, url, {...limits, signal: ending}), host);
    },
  };
}

/** Does something that can be broken off, by its time or by the stand-in's end, and tells its failures as results. */
async function within(
  timeout: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<OutgoingResult>,
  host: string,
): Promise<OutgoingResult> {
  // Not AbortSignal.timeout: joined with another signal it is lost to garbage collection on Node 20.
  const ending = new AbortController();
  let reason: string | undefined;
  const end = (why: string) => {
    reason ??= why;
    ending.abort();
  };
  const onEnd = () => end('Broken off.');
  const timer = setTimeout(() => end('No answer in time.'), timeout);
  // One signal for all that are under way, however many.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', onEnd, {once: true});
  try {
    return await work(ending.signal);
  } catch (error) {
    if (reason !== undefined) return {failure: reason};
    return (error as NodeJS.ErrnoException).code === notLoopback ? refused(host) : {failure: sentenceOf(error)};
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onEnd);
  }
}

async function post(
  {headers, body}: OutgoingRequest,
  url: URL,
  options: {readonly signal: AbortSignal; readonly lookup?: LookupFunction},
): Promise<OutgoingResult> {
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  const settings: RequestOptions = {
    ...options,
    method: 'POST',
    // What frames the message is ours to say, whatever headers a subscription asks for.
    headers: {...withoutFraming(headers), 'Content-Length': Buffer.byteLength(body)},
    agent: false,
  };
  const request = start(url, settings);
  const answer = await answerTo(request, body);
  return {status: answer.statusCode ?? 0, body: await textOf(answer)};
}

function answerTo(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
    request.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
}

function withoutFraming(headers: Readonly<Record<string, string>>): Record<string, string> {
  const framing = new Set(['connection', 'content-length', 'host', 'transfer-encoding', 'upgrade', 'expect']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !framing.has(name.toLowerCase())));
}

const notLoopback = 'STANDIN_NOT_LOOPBACK';

/** Resolves a name to this machine's own addresses, or to none. */
const lookUpLoopback: LookupFunction = (host, options, done) => {
  lookup(host, {...options, all: true}, (error, addresses) => {
    if (error) return done(error, []);
    const own = addresses.filter(({address}) => isLoopback(address));
    const [first] = own;
    if (first === undefined) {
      return done(Object.assign(new Error(`${host} is not this machine`), {code: notLoopback}), []);
    }
    if (options.all) done(null, own);
    else (done as (error: null, address: string, family: number) => void)(null, first.address, first.family);
  });
};

function refused(host: string): OutgoingResult {
  return {failure: `Not sent: ${host} is not this machine; start with --allow-webhook-host ${host} to reach it.`};
}

function sentenceOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  return `No answer: ${code ?? message}.`;
}
