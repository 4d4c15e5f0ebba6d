import {connect} from 'node:net';
import {createStandin} from '../../../src/index.js';
import type {FaultSpec, Standin} from '../../../src/index.js';
import {receiver} from '../../support/receiver.js';
import type {Entry} from '../transcript.js';

/** What only a wire can do: played over HTTP alone, and held against what it must be, since there is nothing to compare. */
export interface WireCheck extends Entry {
  /** Why no other face plays it. */
  readonly reason: string;
  /** @returns what came of it. */
  run(stage: WireStage): Promise<unknown>;
  /** What must come of it. */
  readonly expected: unknown;
}

/** A stand-in for Dixa that listens. */
export interface WireStage {
  readonly standin: Standin;
  readonly port: number;
  /** With the token. */
  readonly head: string;
}

/** Why, in the words of the page. */
export const reasons = {
  connection: 'A connection that is cut, or a body in pieces, is seen as such by a socket only.',
  bytes:
    '`fetch` sends no such request: what is garbage, repeated, in pieces or in capitals never reaches the other faces.',
  server:
    'A webhook that leaves, and a stream of events, are no answer to compare: both come from Node, whatever face was called; a page sends none.',
} as const;

const wire = {group: 'the wire', faces: ['http']} as const;

const notFound = {status: 'HTTP/1.1 404 Not Found'};

export const wireChecks: readonly WireCheck[] = [
  broken('a connection is reset', {fault: 'reset'}, {error: 'ECONNRESET', text: ''}),
  broken('a connection ends without a byte', {fault: 'empty'}, {error: undefined, text: ''}),
  broken('silence, and then no byte', {fault: 'timeout', for: 'PT0.01S'}, {error: undefined, text: ''}),
  {
    ...wire,
    name: 'half a body of which the whole length was told',
    reason: reasons.connection,
    run: async ({standin, port, head}) => {
      await standin.faults.add({fault: 'truncate', times: 1});
      const {text} = await exchange(port, `GET /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`);
      const [top = '', body = ''] = text.split('\r\n\r\n');
      return Math.floor(Number(/content-length: (\d+)/i.exec(top)?.[1]) / 2) === body.length && body.length > 0;
    },
    expected: true,
  },
  {
    ...wire,
    name: 'a body in pieces',
    reason: reasons.connection,
    run: async ({standin, port, head}) => {
      await standin.faults.add({fault: 'drip', over: 'PT0.05S', times: 1});
      return (await exchange(port, `GET /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`)).pieces > 2;
    },
    expected: true,
  },
  raw(
    'a head that is too long',
    (head) => `GET /dixa/v1/organization HTTP/1.1\r\n${head}x: ${'y'.repeat(40_000)}\r\n\r\n`,
    {
      status: 'HTTP/1.1 400 Bad Request',
      body: '{"message":"Invalid value in request"}',
    },
  ),
  raw('what is no HTTP', () => 'GET /dixa/v1 nonsense\r\n\r\n', {
    status: 'HTTP/1.1 400 Bad Request',
    body: '{"message":"Invalid value in request"}',
  }),
  raw(
    'a header that is sent twice',
    (head) => `GET /dixa/v1/nothing HTTP/1.1\r\n${head}Authorization: other\r\n\r\n`,
    notFound,
  ),
  raw('a method in small letters', (head) => `get /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`, {
    status: 'HTTP/1.1 400 Bad Request',
  }),
  raw('TRACE', (head) => `TRACE /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`, notFound),
  raw('a body with GET', (head) => `GET /dixa/v1/endusers HTTP/1.1\r\n${head}Content-Length: 2\r\n\r\n{}`, {
    status: 'HTTP/1.1 200 OK',
  }),
  raw(
    'a body in pieces whose length nobody told',
    (head) =>
      `POST /dixa/v1/endusers HTTP/1.1\r\n${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n` +
      '8\r\n{"displa\r\n10\r\nyName": "Bo C."}\r\n0\r\n\r\n',
    {status: 'HTTP/1.1 201 Created'},
  ),
  {
    ...wire,
    name: 'a webhook leaves',
    reason: reasons.server,
    run: async ({standin, port, head}) => {
      const {url, bodies, close} = await receiver();
      const events = ['ConversationClosed'];
      const hook = JSON.stringify({name: 'Closed', url, events, authorization: {_type: 'NoAuth'}});
      await exchange(port, post('/dixa/v1/webhooks', head, hook));
      await exchange(port, post('/dixa/v1/conversations/10750/close', head, '{}').replace('POST', 'PUT'));
      await standin.settled();
      close();
      return bodies.length;
    },
    expected: 1,
  },
  {
    ...wire,
    name: 'the journal as it is written',
    reason: reasons.server,
    run: async ({port, head}) => {
      const live = await fetch(`http://127.0.0.1:${port}/_standin/journal/events`);
      const reader = (live.body as ReadableStream<Uint8Array>).getReader();
      await exchange(port, `GET /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`);
      let text = '';
      while (!text.includes('"operation":"getOrganization"'))
        text += new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
      return live.headers.get('content-type');
    },
    expected: 'text/event-stream',
  },
];

/** Carries a check out on a stand-in of its own. */
export async function carryOut({run}: WireCheck): Promise<unknown> {
  await using standin = await createStandin({vendors: ['dixa'], randomSeed: 7});
  const {url} = await standin.listen({port: 0});
  const head = `Host: 127.0.0.1\r\nConnection: close\r\nAuthorization: ${standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''}\r\n`;
  return await run({standin, port: Number(new URL(url).port), head});
}

function broken(name: string, fault: FaultSpec, expected: object): WireCheck {
  return {
    ...wire,
    name,
    reason: reasons.connection,
    run: async ({standin, port, head}) => {
      await standin.faults.add({...fault, times: 1});
      const {error, text} = await exchange(port, `GET /dixa/v1/organization HTTP/1.1\r\n${head}\r\n`);
      return {error, text};
    },
    expected,
  };
}

function raw(
  name: string,
  request: (head: string) => string,
  expected: {readonly status: string; readonly body?: string},
): WireCheck {
  return {
    ...wire,
    name,
    reason: reasons.bytes,
    run: async ({port, head}) => {
      const {text} = await exchange(port, request(head));
      const [top = '', body = ''] = text.split('\r\n\r\n');
      return {status: top.split('\r\n', 1)[0], ...(expected.body !== undefined && {body})};
    },
    expected,
  };
}

function post(path: string, head: string, body: string): string {
  return `POST ${path} HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** Sends these bytes, and reads until the connection ends. */
function exchange(port: number, bytes: string): Promise<{text: string; pieces: number; error: string | undefined}> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    let pieces = 0;
    let error: string | undefined;
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      pieces += 1;
    });
    socket.on('error', ({code}: NodeJS.ErrnoException) => (error = code));
    socket.on('close', () => resolve({text, pieces, error}));
  });
}
