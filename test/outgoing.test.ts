import {createServer, type IncomingMessage, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {OutgoingRequest} from '../src/engine/index.js';
import {createOutgoing} from '../src/faces/outgoing.js';

/** Names of a network of which a test must not ask the real one. */
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  const names: Record<string, string> = {'elsewhere.example': '192.0.2.7', 'here.example': '127.0.0.1'};
  const lookup = (host: string, options: object, done: (...answer: unknown[]) => void) => {
    const address = names[host];
    if (address === undefined) return dns.lookup(host, options as {all: true}, done);
    return done(null, [{address, family: 4}]);
  };
  return {...dns, lookup};
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A receiver, and what it received. */
async function receiver(answer: RequestListener = (_, response) => response.writeHead(200).end()) {
  const received: {headers: IncomingMessage['headers']; body: string; method: string | undefined}[] = [];
  const server = createServer((message, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of message) body += String(chunk);
      received.push({headers: message.headers, body, method: message.method});
      answer(message, response);
    })();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {received, port, url: `http://127.0.0.1:${port}/hook`};
}

const never = new AbortController().signal;

function send(
  url: string,
  {allowHosts, signal = never, ...more}: Partial<OutgoingRequest> & {allowHosts?: string[]; signal?: AbortSignal} = {},
) {
  const outgoing = createOutgoing(allowHosts && {allowHosts});
  return outgoing.send({url, headers: {}, body: '{"a":"é"}', timeout: 5000, ...more}, signal);
}

describe('a webhook over HTTP', () => {
  it('is a POST of exactly those bytes with those headers, and its result is the answer', async () => {
    const {url, received} = await receiver((_, response) => response.writeHead(202).end('Thank you'));
    const headers = {'X-Signature': 't=1', 'Content-Type': 'application/json'};
    expect(await send(url, {headers})).toEqual({status: 202, body: 'Thank you'});
    expect(received).toMatchObject([
      {
        method: 'POST',
        body: '{"a":"é"}',
        headers: {'x-signature': 't=1', 'content-type': 'application/json', 'content-length': '10'},
      },
    ]);
  });

  it('follows no redirect', async () => {
    const target = await receiver();
    const {url} = await receiver((_, response) => response.writeHead(307, {location: target.url}).end());
    expect(await send(url)).toEqual({status: 307, body: ''});
    expect(target.received).toEqual([]);
  });

  it('is given up after its timeout, also when the answer never ends', async () => {
    const silent = await receiver(() => undefined);
    expect(await send(silent.url, {timeout: 30})).toEqual({failure: 'No answer in time.'});
    const endless = await receiver((_, response) => response.writeHead(200).write('x'));
    expect(await send(endless.url, {timeout: 30})).toEqual({failure: 'No answer in time.'});
  });

  it('is broken off when the stand-in ends', async () => {
    const ending = new AbortController();
    const {url} = await receiver(() => ending.abort());
    expect(await send(url, {signal: ending.signal})).toEqual({failure: 'Broken off.'});
  });

  it('keeps no more of the answer than 64 kB', async () => {
    const {url} = await receiver((_, response) => response.end('x'.repeat(1_000_000)));
    const result = await send(url);
    expect('body' in result && result.body.length).toBe(65_536);
  });

  it('lets no header frame the message anew', async () => {
    const {url, received} = await receiver();
    const headers = {
      Host: 'other.example',
      'content-length': '3',
      'Transfer-Encoding': 'chunked',
      Connection: 'upgrade',
    };
    expect(await send(url, {headers})).toEqual({status: 200, body: ''});
    expect(received[0]?.body).toBe('{"a":"é"}');
    expect(received[0]?.headers.host).toMatch(/^127\.0\.0\.1:/);
    expect(received[0]?.headers).not.toHaveProperty('transfer-encoding');
  });

  it.each([
    ['a header that is none', {headers: {'X-A': 'a\r\nX-B: b'}}],
    ['a header name that is none', {headers: {'X A': 'a'}}],
  ])('fails with %s', async (_, request) => {
    const {url, received} = await receiver();
    expect(await send(url, request)).toHaveProperty('failure');
    expect(received).toEqual([]);
  });

  it('fails when nobody listens', async () => {
    const {port} = await receiver();
    servers.splice(0).forEach((server) => server.close());
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual({failure: 'No answer: ECONNREFUSED.'});
  });
});

describe('the way out', () => {
  const refused = (host: string) => ({
    failure: `Not sent: ${host} is not this machine; start with --allow-webhook-host ${host} to reach it.`,
  });

  it.each([
    ['http://192.0.2.1/', '192.0.2.1'],
    ['http://10.0.0.1:4020/', '10.0.0.1'],
    ['http://169.254.169.254/latest', '169.254.169.254'],
    ['http://0.0.0.0/', '0.0.0.0'],
    ['http://3221225985/', '192.0.2.1'],
    ['http://[::]/', '::'],
    ['http://[fe80::1]/', 'fe80::1'],
    ['http://[::ffff:192.0.2.1]/', '::ffff:c000:201'],
    ['https://elsewhere.example/', 'elsewhere.example'],
    ['http://127.0.0.1@192.0.2.1/', '192.0.2.1'],
  ])('does not lead to %s', async (url, host) => {
    expect(await send(url)).toEqual(refused(host));
  });

  it.each([
    (port: number) => `http://localhost:${port}/`,
    (port: number) => `http://here.example:${port}/`,
    (port: number) => `http://0x7f.1:${port}/`,
  ])('leads to this machine by any name (%#)', async (address) => {
    const {port} = await receiver();
    expect(await send(address(port))).toEqual({status: 200, body: ''});
  });

  it('leads to a host that is named, wherever it is, and to no other', async () => {
    const allowHosts = ['192.0.2.1', 'Elsewhere.example'];
    expect(await send('http://elsewhere.example:9/', {allowHosts, timeout: 30})).not.toEqual(
      refused('elsewhere.example'),
    );
    // Nothing answers there; what counts is that it was tried.
    expect(await send('http://192.0.2.1:9/', {allowHosts, timeout: 30})).not.toEqual(refused('192.0.2.1'));
    expect(await send('http://192.0.2.2/', {allowHosts})).toEqual(refused('192.0.2.2'));
  });

  it.each(['/_standin/reset', '/s/blue/_standin/clock', '/mounted/_standin', '/dixa/../_standin/reset'])(
    'does not lead to the control plane at %s, not even of a host that is named',
    async (path) => {
      const {port, received} = await receiver();
      const result = await send(`http://127.0.0.1:${port}${path}`, {allowHosts: ['127.0.0.1']});
      expect(result).toEqual({failure: 'Not sent: no webhook may call the control plane.'});
      expect(received).toEqual([]);
    },
  );

  it('is wide enough for many at once, without a warning', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const {url} = await receiver();
    await Promise.all(Array.from({length: 30}, () => send(url)));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'nonsense', ''])('does not know %j', async (url) => {
    expect(await send(url)).toEqual({failure: 'Not sent: the address is no http or https URL.'});
  });
});
