import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {curlOf} from './curl.js';

/** What came last. */
let heard = {target: '', key: '', body: ''};
const server = createServer((request, response) => {
  void text(request).then((body) => {
    heard = {target: `${request.method} ${request.url}`, key: String(request.headers.authorization), body};
    response.end('ok');
  });
});
let base = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const credentials = new Map([['authorization', 'Bearer $DIXA_API_KEY']]);
const exchange = (authorization: string, body: string) => ({
  request: {
    method: 'POST',
    path: '/v1/search',
    query: "q='it'&x=$HOME",
    headers: {authorization, 'content-type': 'application/json', accept: '*/*'},
    body,
  },
  response: {status: 200, headers: {}},
});

it('repeats a call in a shell as it was, whatever its values hold, and has no secret in it', async () => {
  const body = `{"value":"it's $(touch /nowhere) \`id\` \\"!\\" $HOME"}`;
  const line = curlOf(exchange('Bearer the-secret', body), {base, credentials, secrets: []});
  expect(line).not.toContain('the-secret');
  const shell = spawn('bash', ['-c', line], {stdio: 'ignore', env: {...process.env, DIXA_API_KEY: 'the-secret'}});
  const [code] = (await once(shell, 'close')) as [number];
  expect(code).toBe(0);
  expect(heard).toEqual({target: "POST /v1/search?q='it'&x=$HOME", key: 'Bearer the-secret', body});
});

it('sends a credential that nobody issued as it was', () => {
  const line = curlOf(exchange('Bearer standin-no-such-credential', '{}'), {base, credentials, secrets: []});
  expect(line).toContain("-H 'authorization: Bearer standin-no-such-credential'");
  expect(line).not.toContain('accept');
});
