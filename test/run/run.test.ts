import {execFileSync, spawn} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {constants, tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {runCommand} from '../support/command.js';

/** The built command: `npm test` builds first. */
const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const client = new URL('client.mjs', import.meta.url).pathname;
const anonymize = 'https://dev.dixa.io/v1/conversations/10749/anonymize';
let folder = '';

beforeAll(async () => {
  // Each starts several programs, one after the other.
  vi.setConfig({testTimeout: 120_000});
  folder = await mkdtemp(join(tmpdir(), 'standin-test-'));
});
afterAll(async () => {
  vi.resetConfig();
  await rm(folder, {recursive: true});
});

/** Runs a command under `standin run`; its temporary files lie in a folder of the test's own. */
function run(options: readonly string[], command: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCommand(['run', ...options, '--', ...command], {TMPDIR: folder, ...env});
}

/** A test that needs a program; it is left out where there is none, but not in CI. */
function itWith(program: string) {
  return it.skipIf(process.env.CI === undefined && !isThere(program));
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** One line of JSON for each way in which the client asked. */
function answersIn(stdout: string): readonly {way: string; status: number}[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as {way: string; status: number});
}

it('has a Node program that knows only the vendor’s address ask a stand-in, through fetch, https and axios', async () => {
  const ended = await run([], [process.execPath, client, 'fetch', 'https', 'get', 'axios']);
  expect(ended).toMatchObject({code: 0, stderr: ''});
  expect(answersIn(ended.stdout).map(({way, status}) => [way, status])).toEqual([
    ['fetch', 202],
    ['https', 202],
    ['get', 200],
    ['axios', 202],
  ]);
});

const python = `
import os, urllib.request
request = urllib.request.Request('${anonymize}', method='PATCH', headers={'authorization': os.environ['DIXA_API_KEY']})
print(urllib.request.urlopen(request).status)
`;
const curl = `curl -sS -o "$TMPDIR/answer" -w '%{http_code}\\n' -X PATCH ${anonymize} -H "authorization: $DIXA_API_KEY"`;

itWith('curl')('has curl ask it, which trusts the proxy for this run', async () => {
  expect(await run([], ['sh', '-c', curl])).toEqual({code: 0, stdout: '202\n', stderr: ''});
});

itWith('python3')('has Python ask it', async () => {
  expect(await run([], ['python3', '-c', python])).toEqual({code: 0, stdout: '202\n', stderr: ''});
});

itWith('curl')('shares one state among all programs of the command', async () => {
  const count = 'curl -sS "$STANDIN_URL/_standin/journal/count"';
  const {stdout, code} = await run(
    [],
    ['sh', '-c', `${curl} && "${process.execPath}" "${client}" fetch >"$TMPDIR/out" && ${count}`],
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout.split('\n')[1] ?? '')).toEqual({count: 2});
});

it('breaks connections through the proxy as well', async () => {
  const order = `curl -sS -o "$TMPDIR/answer" "$STANDIN_URL/_standin/faults" -H 'content-type: application/json' -d`;
  const {stdout} = await run(
    [],
    [
      'sh',
      '-c',
      `${order} '{"fault":"reset","times":1}'; ${curl} 2>/dev/null; echo "$?"; ` +
        `${order} '{"fault":"truncate","times":1}'; ${curl} 2>/dev/null; echo "$?"; ${curl}`,
    ],
  );
  // No answer, then one that ended too soon, then a whole one.
  expect(stdout.trim().split('\n')).toEqual([
    '000',
    expect.stringMatching(/^(35|52|56)$/),
    '202',
    expect.stringMatching(/^(18|56)$/),
    '202',
  ]);
});

it('keeps the command’s exit code, or tells the signal that ended it as a shell does', async () => {
  expect((await run([], ['sh', '-c', 'exit 7'])).code).toBe(7);
  expect((await run([], ['sh', '-c', 'kill -TERM $$'])).code).toBe(143);
});

it('passes signals on to the command, and ends as it does', async () => {
  const waiting = `process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('ready')`;
  const child = spawn(process.execPath, [main, 'run', '--', process.execPath, '-e', waiting]);
  const code = new Promise((resolve) => child.once('close', resolve));
  child.stdout.once('data', () => child.kill('SIGTERM'));
  expect(await code).toBe(9);
});

it.each(['SIGQUIT', 'SIGUSR2'] as const)('leaves nothing behind after %s', async (signal) => {
  const waiting = `setInterval(() => {}, 1000); console.log(process.pid)`;
  const child = spawn(process.execPath, [main, 'run', '--', process.execPath, '-e', waiting], {
    env: {...process.env, TMPDIR: folder},
  });
  const code = new Promise((resolve) => child.once('close', resolve));
  child.stdout.once('data', () => child.kill(signal));
  expect(await code).toBe(128 + constants.signals[signal]);
  expect((await readdir(folder)).filter((name) => name.startsWith('standin-run-'))).toEqual([]);
});

it('says so when there is no such command', async () => {
  const {code, stderr} = await run([], ['no-such-command']);
  expect(stderr).toBe('standin: Cannot run no-such-command: there is no such command.\n');
  expect(code).toBe(3);
});

it('turns success into 1 with --strict when the command broke a contract, and says where', async () => {
  const broken = [
    '-e',
    'await fetch("https://dev.dixa.io/v1/no-such-thing", {headers: {authorization: process.env.DIXA_API_KEY}})',
  ];
  const command = [process.execPath, '--input-type=module', ...broken];
  const report = join(folder, 'strict.json');
  const strict = await run(['--strict', '--reporter', `json=${report}`], command);
  expect(strict).toMatchObject({code: 1, stdout: ''});
  expect(strict.stderr).toContain('1) Dixa, unknown-operation, broken: The vendor has no operation GET /v1/');
  expect(strict.stderr).toMatch(/ sent in {3}journal\/default\/req-1\n/);
  expect(strict.stderr).toMatch(/\n1 request: 1 broken, in \d+\.\d s\.\n$/);
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({format: 'standin-judge/1', counts: {broken: 1}});
  expect(await run([], command)).toMatchObject({code: 0, stderr: ''});
});

it('says with --strict that a command kept the contract, on standard error, and leaves its exit code alone', async () => {
  const looking = `await fetch("https://dev.dixa.io/v1/conversations/10749", {headers: {authorization: process.env.DIXA_API_KEY}})`;
  const ended = await run(['--strict'], [process.execPath, '--input-type=module', '-e', `${looking}; process.exit(7)`]);
  expect(ended).toMatchObject({code: 7, stdout: ''});
  expect(ended.stderr).toMatch(/✓ getConversationsConversationid: 1 passed\n[^]*\n1 request: 1 passed, in /);
});

it('tells with --strict of what the journal has lost: to a reset, with its sandbox, and to later requests', async () => {
  const app = await file(
    'loses.mjs',
    `const headers = {authorization: process.env.DIXA_API_KEY};
     const control = (path, method = 'POST', body) =>
       fetch(process.env.STANDIN_URL + '/_standin' + path, {method, body, headers: {'content-type': 'application/json'}});
     const ask = (path, sandbox = 'default') =>
       fetch('https://dev.dixa.io/v1/' + path, {headers: {...headers, 'x-standin-sandbox': sandbox}});
     await ask('before-the-reset');
     await control('/reset');
     await control('/sandboxes', 'POST', '{"id": "short"}');
     await ask('in-a-sandbox', 'short');
     await control('/sandboxes/short', 'DELETE');
     await ask('the-first-of-many');
     for (let time = 0; time < 1010; time += 1) await ask('conversations/10749');`,
  );
  const {code, stderr} = await run(['--strict', '--vendor', 'dixa'], [process.execPath, app]);
  expect(stderr.match(/no operation GET/g)).toHaveLength(3);
  expect(stderr).toMatch(/\n1013 requests: 1010 passed, 3 broken, in /);
  expect(code).toBe(1);
});

itWith('curl')('refuses other hosts with --unhandled error, and names them at the end', async () => {
  const asking = `curl -sS https://other.example/x -w '\\n%{http_code}\\n'`;
  const {code, stdout, stderr} = await run(['--unhandled', 'error'], ['sh', '-c', asking]);
  expect(stdout).toMatch(/other\.example is no vendor that is stood in for.*\n502\n$/);
  expect(stderr).toContain('standin: refused other.example: it is no vendor that is stood in for');
  expect(code).toBe(0);
  expect((await run(['--unhandled', 'error', '--strict'], ['sh', '-c', asking])).code).toBe(1);
});

it('tells as well of hosts that a Node program refused by itself, and counts them with --strict', async () => {
  const asking = `await fetch('https://other.example/x').catch(({message}) => console.log(message))`;
  const command = [process.execPath, '--input-type=module', '-e', asking];
  const ended = await run(['--unhandled', 'error', '--strict'], command);
  expect(ended.stdout).toMatch(/^other\.example is no vendor that is stood in for/);
  expect(ended.stderr).toMatch(
    /^standin: refused other\.example: it is no vendor that is stood in for.*\n0 requests, in .*\nstandin: No client asked anything: nothing was judged\.\n$/,
  );
  expect(ended.code).toBe(1);
});

it('ends with 3 with --strict when the command asked nothing, unless it failed by itself', async () => {
  const ended = (script: string) =>
    run(['--unhandled', 'error', '--strict', '--vendor', 'dixa'], [process.execPath, '-e', script]);
  const {code, stderr} = await ended('');
  expect({code, stderr}).toMatchObject({code: 3, stderr: expect.stringMatching(/: nothing was judged\.\n$/) as string});
  expect((await ended('process.exit(7)')).code).toBe(7);
});

describe('a vendor’s own host', () => {
  const addresses = [
    ['https://api.symbl.ai/v1/x', 'api.symbl.ai', "symbl's, which is not among the vendors"],
    [
      'http://dev.dixa.io/v1/x',
      'dev.dixa.io',
      "dixa's, which is stood in for at https://dev.dixa.io and not at http://",
    ],
    [
      'https://dev.dixa.io:8443/v1/x',
      'dev.dixa.io:8443',
      "dixa's, which is stood in for at https://dev.dixa.io and not",
    ],
  ] as const;

  it.each(['bypass', 'error'])('is never let through, by the proxy or in a Node program (%s)', async (unhandled) => {
    const proxied = addresses.map(([address]) => `curl -sS '${address}' -w '\\n%{http_code}\\n'`).join('; ');
    const within = addresses.map(([address]) => `await fetch('${address}').catch(({message}) => console.log(message))`);
    const node = `"${process.execPath}" --input-type=module -e "${within.join(';')}"`;
    for (const [command, times] of [
      [proxied, /^502$/gm],
      [node, /never let through/g],
    ] as const) {
      const {stdout, stderr} = await run(['--vendor', 'dixa', '--unhandled', unhandled], ['sh', '-c', command]);
      expect(stdout.match(times)).toHaveLength(3);
      expect(stderr.trim().split('\n')).toEqual(
        addresses.map(([, host, why]) => expect.stringContaining(`standin: refused ${host}: it is ${why}`) as string),
      );
    }
  });

  itWith('curl')('is answered with the dot that may end it, and refused to WebSockets', async () => {
    const dot = `curl -sS -o "$TMPDIR/answer" -w '%{http_code}\\n' https://dev.dixa.io./v1/conversations/10749`;
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: eA==',
    ]
      .map((header) => `-H '${header}'`)
      .join(' ');
    const socket = `curl -sS --http1.1 -o "$TMPDIR/answer" -w '%{http_code}\\n' ${upgrade} https://dev.dixa.io/v1/x`;
    const {stdout, stderr} = await run([], ['sh', '-c', `${dot}; ${socket}`]);
    expect(stdout).toBe('401\n502\n');
    expect(stderr).toMatch(/^standin: refused dev\.dixa\.io: it .*wss:/);
  });
});

itWith('curl')('has the vendor refuse a long head, as over HTTP', async () => {
  const command = `curl -sS -w '\\n%{http_code}\\n' ${anonymize} -X PATCH -H "authorization: $DIXA_API_KEY" -H "x-long: $(printf '%020000d' 0)"; curl -sS "$STANDIN_URL/_standin/journal/count"`;
  const {stdout} = await run([], ['sh', '-c', command]);
  const [body = '', status, count = ''] = stdout.split('\n');
  expect([JSON.parse(body), status, JSON.parse(count)]).toEqual([
    {message: expect.any(String) as string},
    '400',
    {count: 1},
  ]);
});

itWith('curl')('leaves the connection to another host alone: its certificate is its own', async () => {
  const {generateCACertificate} = await import('mockttp');
  const certificate = await generateCACertificate({subject: {commonName: 'the test itself'}});
  const server = createServer({key: certificate.key, cert: certificate.cert}, (_, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const asking = `curl -skv --noproxy '' https://localhost:${port}/ 2>&1`;
  const {stdout} = await run(['--unhandled', 'bypass'], ['sh', '-c', asking]);
  server.close();
  server.closeAllConnections();
  expect(stdout).toMatch(/CONNECT localhost:/);
  expect(stdout).toMatch(/issuer: .*CN *= *the test itself/);
  expect(stdout).toMatch(/here$/);
});

it('keeps the certificates that the user trusts, and says so when their file cannot be read', async () => {
  const own = await file('own.pem', '-----BEGIN CERTIFICATE-----\nthe user trusts this\n-----END CERTIFICATE-----\n');
  const look = ['sh', '-c', 'grep -c "the user trusts this" "$CURL_CA_BUNDLE"'];
  const missing = join(folder, 'missing.pem');
  const ended = await run([], look, {REQUESTS_CA_BUNDLE: own, CURL_CA_BUNDLE: own, SSL_CERT_FILE: missing});
  expect(ended.stdout).toBe('1\n');
  expect(ended.stderr).toBe(
    `standin: SSL_CERT_FILE names ${missing}, which cannot be read: the command does without.\n`,
  );
});

it('takes STANDIN_STRICT=false for no, and an empty command for none', async () => {
  const asking = ['-e', 'fetch("https://dev.dixa.io/v1/no-such-thing")'];
  expect((await run([], [process.execPath, ...asking], {STANDIN_STRICT: 'false'})).code).toBe(0);
  expect((await run([], [process.execPath, ...asking], {STANDIN_STRICT: 'true'})).code).toBe(1);
  expect(await run([], [''])).toMatchObject({code: 2, stderr: 'standin: Say what to run: standin run -- npm test.\n'});
});

it('leaves no certificate behind, and lets nobody else read it meanwhile', async () => {
  const look = 'ls -ld "$(dirname "$SSL_CERT_FILE")" | cut -c1-10; cat "$SSL_CERT_FILE" | grep -c "PRIVATE KEY"';
  const {stdout} = await run([], ['sh', '-c', look]);
  expect(stdout).toBe('drwx------\n0\n');
  expect((await readdir(folder)).filter((name) => name.startsWith('standin-run-'))).toEqual([]);
});

it('keeps what the user says to Node, and loads for CommonJS as well', async () => {
  const app = await file(
    'app.cjs',
    `require('node:https').get('https://dev.dixa.io/v1/conversations/10749', (message) => {
      console.log(message.statusCode, process.env.NODE_OPTIONS.startsWith('--no-warnings --import file:'));
      message.resume();
    });`,
  );
  const ended = await run([], [process.execPath, app], {NODE_OPTIONS: '--no-warnings'});
  expect(ended).toMatchObject({code: 0, stdout: '401 true\n'});
});

const register = new URL('../../dist/register.js', import.meta.url).href;

it('works without the command: node --import standin/register', async () => {
  const app = await file(
    'alone.mjs',
    `const headers = {authorization: 'any text'};
     console.log((await fetch('https://dev.dixa.io/v1/conversations/10749', {headers})).status);`,
  );
  const alone = (env: Readonly<Record<string, string>> = {}) =>
    execFileSync(process.execPath, ['--import', register, app], {encoding: 'utf8', env: {...process.env, ...env}});
  expect(alone()).toBe('401\n');
  expect(alone({STANDIN_AUTH: 'any', STANDIN_VENDOR: 'dixa'})).toBe('200\n');
  // What concerns a stand-in that listens is not asked here, and a variable without a text counts as none.
  expect(alone({STANDIN_PORT: 'none', STANDIN_UNHANDLED: ''})).toBe('401\n');
});

it('answers in worker threads too', async () => {
  const app = await file(
    'worker.mjs',
    `import {Worker, isMainThread} from 'node:worker_threads';
     import {fileURLToPath} from 'node:url';
     if (isMainThread) new Worker(fileURLToPath(import.meta.url));
     else console.log((await fetch('https://dev.dixa.io/v1/conversations/1')).status);`,
  );
  expect(execFileSync(process.execPath, ['--import', register, app], {encoding: 'utf8'})).toBe('401\n');
});
