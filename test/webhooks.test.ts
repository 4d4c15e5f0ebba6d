import {spawn, type ChildProcess} from 'node:child_process';
import {createHmac} from 'node:crypto';
import {EventEmitter, once} from 'node:events';
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createStandin, type Standin} from '../src/index.js';

/** Webhooks as they leave over real ports, and the command that receives them. The built command: `npm test` builds first. */
const main = new URL('../dist/cli/main.js', import.meta.url).pathname;

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let standin: Standin;
let received: Received[];
/** Told of each webhook that arrives. */
let receiver: EventEmitter;
let server: Server;
let url: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  standin = await createStandin({randomSeed: 1});
  received = [];
  receiver = new EventEmitter();
  server = createServer((message, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of message) body += String(chunk);
      received.push({headers: message.headers, body});
      response.writeHead(202).end('Thank you');
      receiver.emit('webhook');
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await standin.close();
  server.close();
  server.closeAllConnections();
});

async function dixa(method: string, path: string, body?: unknown) {
  const {DIXA_API_KEY = ''} = standin.info.vendors.dixa?.env ?? {};
  const answer = await standin.fetch(`/dixa/v1${path}`, {
    method,
    headers: {authorization: DIXA_API_KEY, 'content-type': 'application/json'},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return text === '' ? undefined : (JSON.parse(text) as {data: Record<string, unknown>}).data;
}

async function subscribe(to: string): Promise<{id: string; secretKey: string}> {
  const events = ['ConversationClosed', 'ConversationPendingExpired'];
  const subscription = {name: 'Closed', url: to, events, authorization: {_type: 'TokenAuth', value: 'receiver-key'}};
  return (await dixa('POST', '/webhooks', {...subscription, customHeaders: {'X-Team': 'privacy'}})) as {
    id: string;
    secretKey: string;
  };
}

describe('a webhook of Dixa', () => {
  it('DIXA-90: arrives with a signature that anyone can check, and its delivery can be looked up', async () => {
    const {id, secretKey} = await subscribe(url);
    await dixa('PUT', '/conversations/10750/close');
    await standin.settled();

    expect(received).toHaveLength(1);
    const {headers, body} = received[0] as Received;
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-dixa-subscription-id': id,
      authorization: 'Bearer receiver-key',
      'x-team': 'privacy',
    });
    const [, time = '', digest] = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers['x-dixa-signature'])) ?? [];
    const expected = createHmac('sha256', Buffer.from(secretKey, 'hex')).update(`${time}.${body}`).digest('hex');
    expect(digest).toBe(expected);
    expect(JSON.parse(body)).toMatchObject({event_fqn: 'CONVERSATION_CLOSED', data: {conversation: {csid: 10750}}});

    const logs = (await dixa('GET', `/webhooks/${id}/delivery-status/logs/ConversationClosed`)) as unknown as {
      payload: string;
      deliveryDetail: object;
    }[];
    expect(logs).toMatchObject([
      {payload: body, deliveryDetail: {success: true, responseCode: 202, responseText: 'Thank you'}},
    ]);
  });

  it('leaves by itself when the clock gets there', async () => {
    await subscribe(url);
    const arrival = once(receiver, 'webhook');
    const timestamp = new Date((await standin.clock.now()).getTime() + 300).toISOString();
    await dixa('PUT', '/conversations/10750/followup', {timestamp});
    await arrival;
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toContain('CONVERSATION_PENDING_EXPIRED');
  });

  it('does not leave this machine unless its host is named', async () => {
    const {id} = await subscribe('http://192.0.2.1:9/hook');
    await dixa('PUT', '/conversations/10750/close');
    await standin.settled();
    const logs = JSON.stringify(await dixa('GET', `/webhooks/${id}/delivery-status/logs/ConversationClosed`));
    expect(logs).toContain('start with --allow-webhook-host 192.0.2.1 to reach it');
  });
});

describe('standin webhooks listen', () => {
  /** Starts it, and waits until it listens. */
  async function listen(args: readonly string[]) {
    const child = spawn(process.execPath, [main, 'webhooks', 'listen', '--port', '0', ...args]);
    running.push(child);
    const output = {text: ''};
    child.stdout.on('data', (chunk) => (output.text += String(chunk)));
    await expect.poll(() => output.text, {timeout: 20_000}).toContain('\n');
    const at = /http:\/\/127\.0\.0\.1:\d+/.exec(output.text)?.[0] ?? '';
    const end = () =>
      new Promise((resolve) => {
        child.once('close', resolve);
        child.kill('SIGTERM');
      });
    return {at, end, arrivals: () => output.text.trim().split('\n').slice(1)};
  }

  it('prints what arrives and what its signature is worth', async () => {
    const secret = 'ab'.repeat(32);
    const {at, arrivals, end} = await listen(['--json', '--secret', secret]);
    const body = '{"a":1}';
    const digest = createHmac('sha256', Buffer.from(secret, 'hex')).update(`7.${body}`).digest('hex');
    const post = (headers: Record<string, string>) => fetch(`${at}/hook`, {method: 'POST', body, headers});
    for (const signature of [`t=7,v1=${digest}`, `t=8,v1=${digest}`]) {
      expect((await post({'x-dixa-signature': signature})).status).toBe(200);
    }
    await post({});
    await expect.poll(() => arrivals().length).toBe(3);
    const told = arrivals().map((line) => JSON.parse(line) as Record<string, string>);
    expect(told[0]).toEqual({method: 'POST', path: '/hook', signature: 'valid', body});
    expect(told[1]?.signature).toMatch(/another body, another time or another secret/);
    expect(told[2]?.signature).toBe('none');
    expect(await end()).toBe(0);
  });

  it('checks the webhooks of a stand-in', async () => {
    const {at, arrivals} = await listen([]);
    await subscribe(at);
    await dixa('PUT', '/conversations/10750/close');
    await standin.settled();
    await expect.poll(() => arrivals().join('\n')).toContain('"event_fqn": "CONVERSATION_CLOSED"');
    expect(arrivals()[0]).toBe('POST /  signature: unchecked');
  });
});
