import {access, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {createStandin, type Standin, type Seeds} from '../src/index.js';
import {runCommand} from './support/command.js';
import {HarRecorder, type Har} from './support/har.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-'));
});

afterAll(() => rm(folder, {recursive: true}));

const user = 'f28fafd6-2e42-4441-943c-388a8e0ef433';
const reads = [
  '/dixa/v1/conversations/10749',
  '/dixa/v1/conversations/10749/messages',
  '/dixa/v1/conversations/10749/notes',
  `/dixa/v1/endusers/${user}`,
  `/dixa/v1/endusers/${user}/conversations`,
];

/** Reads what there is, over HTTP. */
async function readAll(standin: Standin, recorder = new HarRecorder()): Promise<unknown[]> {
  const {url} = await standin.listen({port: 0});
  const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
  const bodies: unknown[] = [];
  for (const path of reads) {
    const answer = await recorder.fetch(url + path, {headers});
    expect(answer.status, path).toBe(200);
    bodies.push(JSON.parse((await answer.text()).replaceAll(url, '')));
  }
  return bodies;
}

/** A HAR of reads at Dixa, and what they were answered. */
async function recorded(): Promise<{har: Har; bodies: unknown[]}> {
  await using standin = await createStandin();
  const recorder = new HarRecorder();
  const bodies = await readAll(standin, recorder);
  return {har: recorder.har, bodies};
}

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** The same calls, as a browser or a proxy records them at the vendor's own address. */
function atDixa(har: Har): Har {
  const text = JSON.stringify(har).replaceAll(/http:\/\/127\.0\.0\.1:\d+\/dixa/g, 'https://dev.dixa.io');
  return JSON.parse(text) as Har;
}

describe('standin seed --from', () => {
  it.each([
    ['at a stand-in', (har: Har) => har],
    ["at the vendor's own address", atDixa],
  ])('writes a seed of a HAR recorded %s, with which a stand-in answers the same', async (_, change) => {
    const {har, bodies} = await recorded();
    const file = await fileOf('traffic.har', change(har));
    const out = join(folder, 'seed.yaml');
    const {code, stdout, stderr} = await runCommand(['seed', '--from', file, '--out', out]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('standin: dixa: 1 endUsers, 2 conversations, 2 messages');
    const text = await readFile(out, 'utf8');
    expect(text.split('\n')[1]).toBe('# From traffic.har: it holds whatever the traffic held, personal data too.');
    const seed = parse(text) as Seeds;
    expect(Object.keys(seed)).toEqual(['version', 'dixa']);
    await using second = await createStandin({seed});
    expect(await readAll(second)).toEqual(bodies);
  });

  it('writes a seed of what a Pact expects, with what it does not tell filled in', async () => {
    const file = await fileOf('pact.json', pact);
    const {code, stdout} = await runCommand(['seed', '--from', file, '--json']);
    expect(code).toBe(0);
    await using standin = await createStandin({seed: JSON.parse(stdout) as Seeds});
    const {url} = await standin.listen({port: 0});
    const headers = {authorization: standin.info.vendors.dixa?.env.DIXA_API_KEY ?? ''};
    const answer = await fetch(`${url}/dixa/v1/conversations/4711`, {headers});
    expect(await answer.json()).toMatchObject({data: {id: 4711, state: 'Closed', subject: 'Order 17'}});
  });

  it('shows nothing of what the traffic held on standard error', async () => {
    const {har, bodies} = await recorded();
    const {stderr} = await runCommand(['seed', '--from', await fileOf('traffic.har', har), '--json']);
    const texts = [...JSON.stringify(bodies).matchAll(/"(?:value|email|displayName|message)":"([^"]+)"/g)];
    expect(texts.length).toBeGreaterThan(3);
    for (const [, text = ''] of texts) expect(stderr).not.toContain(text);
  });

  it('leaves out the vendors of which nothing is told, and those that were not asked for', async () => {
    const {har} = await recorded();
    const file = await fileOf('traffic.har', har);
    const seed = await runCommand(['seed', '--from', file, '--json', '--vendor', 'dixa,symbl']);
    expect(Object.keys(JSON.parse(seed.stdout) as Seeds)).toEqual(['$schema', 'version', 'dixa']);
  });

  it('ends with 3, and writes no file, where nothing of the vendors that were asked for is told', async () => {
    const {har} = await recorded();
    const file = await fileOf('traffic.har', har);
    const out = join(folder, 'nothing.json');
    const ended = await runCommand(['seed', '--from', file, '--vendor', 'opencx', '--out', out]);
    expect(ended).toMatchObject({code: 3, stdout: ''});
    const sentence = `standin: ${file} tells nothing of the vendors' data, so there is no seed.`;
    expect(ended.stderr.trimEnd().split('\n').at(-1)).toBe(sentence);
    await expect(access(out)).rejects.toThrow('ENOENT');
  });

  it('OPENCX-24 takes a redaction by itself for a session with as many redacted messages, which a stand-in then has', async () => {
    const session = '6f1c2f5e-0b5e-4f5a-9c1d-2b7a3e4d5f60';
    const text = JSON.stringify({
      log: {
        entries: [
          {
            request: {
              ...{method: 'POST', url: 'https://api.open.cx/redaction/session', headers: []},
              postData: {mimeType: 'application/json', text: JSON.stringify({sessionId: session})},
            },
            response: {
              ...{status: 200, headers: [{name: 'content-type', value: 'application/json'}]},
              content: {
                mimeType: 'application/json',
                text: JSON.stringify({
                  ...{success: true, message: 'Session messages successfully redacted', itemId: session},
                  ...{redactionType: 'session', affectedCount: 1, messagesRedacted: 3},
                }),
              },
            },
          },
        ],
      },
    });
    const {code, stdout} = await runCommand(['seed', '--from', '-', '--json'], {}, text);
    expect(code).toBe(0);
    await using standin = await createStandin({seed: JSON.parse(stdout) as Seeds});
    const headers = {authorization: `Bearer ${standin.info.vendors.opencx?.env.OPENCX_API_KEY ?? ''}`};
    const answer = await standin.fetch(`/opencx/chat/sessions/${session}/history`, {headers});
    const {items} = (await answer.json()) as {items: {event: {content: {text: string}}}[]};
    expect(items.map(({event}) => event.content.text)).toEqual(['[REDACTED]', '[REDACTED]', '[REDACTED]']);
  });

  it.each([
    ['', 'The file is empty.'],
    ['{"log": ', 'The file is not valid JSON'],
    ['[]', 'The file is neither a HAR'],
    ['{"log": {}}', 'The HAR has no calls'],
  ])('refuses %j in a sentence', async (content, sentence) => {
    const file = await fileOf('broken.har', content);
    const {code, stdout, stderr} = await runCommand(['seed', '--from', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${file}: ${sentence}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('is for a recording or for people, not for both', async () => {
    const {code, stderr} = await runCommand(['seed', '--from', 'traffic.har', '--people', '3']);
    expect(code).toBe(2);
    expect(stderr).toContain('--from');
  });
});

/** A conversation as a client expects it: of all that Dixa shows, what the client reads. */
const pact = {
  consumer: {name: 'erasure-client'},
  provider: {name: 'dixa'},
  interactions: [
    {
      description: 'a request for a conversation',
      request: {method: 'GET', path: '/v1/conversations/4711', headers: {Authorization: 'token'}},
      response: {
        status: 200,
        headers: {'Content-Type': 'application/json'},
        body: {data: {id: 4711, state: 'Closed', subject: 'Order 17'}},
      },
    },
  ],
  metadata: {pactSpecification: {version: '2.0.0'}},
};
