import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {Standin} from '../src/index.js';
import type {Har} from '../src/traffic/har/format.js';
import type {PactV4} from '../src/traffic/pact/format.js';
import {runCommand} from './support/command.js';
import {clientAt, somebody} from './support/export-client.js';
import {freePort} from './support/processes.js';

let standin: Standin;
let url = '';
/** For what each test writes. */
let folder = '';
const folders: string[] = [];

beforeAll(async () => {
  const {standin: made, ask} = await clientAt();
  standin = made;
  await ask('POST', '/dixa/v1/endusers', {displayName: somebody.name, email: somebody.email});
  await ask('GET', '/dixa/v1/conversations/10749');
  await ask('PATCH', '/dixa/v1/conversations/10750/anonymize', {force: true});
  const {SYMBL_APP_ID: appId, SYMBL_APP_SECRET: appSecret} = standin.info.vendors.symbl?.env ?? {};
  await ask('POST', '/symbl/oauth2/token:generate', {type: 'application', appId, appSecret});
  await ask('POST', '/symbl/v1/process/text', {messages: [{payload: {content: `I am ${somebody.name}.`}}]});
  url = (await standin.listen({port: 0})).url;
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-export-'));
  folders.push(folder);
});

afterAll(async () => {
  await standin.close();
  for (const one of folders) await rm(one, {recursive: true});
});

/** Runs `standin export …` against the stand-in. */
function exported(...args: readonly string[]) {
  return runCommand(['export', ...args, '--url', url]);
}

const pact = ['pact', '--consumer', 'shop'] as const;

describe('standin export har', () => {
  it('writes the calls to all vendors to standard output, as they were asked, and nothing of anybody', async () => {
    const {code, stdout, stderr} = await exported('har');
    expect([code, stderr]).toEqual([0, '']);
    const {entries} = (JSON.parse(stdout) as Har).log;
    const asked = (await standin.journal.entries()).map(({request, response}) => [request.method, response.status]);
    expect(asked).toHaveLength(5);
    expect(entries.map(({request, response}) => [request.method, response.status])).toEqual(asked);
    expect(new Set(entries.map(({request}) => new URL(request.url).hostname)).size).toBe(2);
    for (const value of Object.values(somebody)) expect(stdout.toLowerCase()).not.toContain(value.toLowerCase());
  });

  it('writes the same bytes each time, to a file in a folder that it makes as well', async () => {
    const file = join(folder, 'new', 'traffic.har');
    expect(await exported('har', '--out', file)).toEqual({code: 0, stdout: '', stderr: ''});
    const text = await readFile(file, 'utf8');
    expect(text).toContain('"text": "{\\"force\\":true}"');
    expect((await exported('har')).stdout).toBe(text);
    expect((await exported('har', '--random-seed', '2')).stdout).not.toBe(text);
  });
});

describe('standin export pact', () => {
  it('writes a Pact of each vendor into a folder, and says which', async () => {
    const ended = await exported(...pact, '--out', folder);
    const files = ['shop-dixa.json', 'shop-symbl.json'];
    expect((await readdir(folder)).toSorted()).toEqual(files);
    expect(ended.code).toBe(0);
    const told = ended.stdout.trimEnd().split('\n');
    expect(told.toSorted()).toEqual(files.map((file) => join(folder, file)));
    for (const file of files) {
      const {consumer, provider, interactions} = JSON.parse(await readFile(join(folder, file), 'utf8')) as PactV4;
      expect([consumer.name, `shop-${provider.name}.json`.toLowerCase()]).toEqual(['shop', file]);
      expect(interactions.length).toBeGreaterThan(1);
    }
  });

  it('writes that of a single vendor to standard output, the same bytes each time', async () => {
    const {code, stdout} = await exported(...pact, '--vendor', 'symbl');
    expect([code, (JSON.parse(stdout) as PactV4).consumer.name]).toEqual([0, 'shop']);
    expect((await exported(...pact, '--vendor', 'symbl')).stdout).toBe(stdout);
  });

  it.each([
    [
      [...pact],
      /^standin: The journal has calls to (\w+, \w+): name a folder with --out, or a single one of them with --vendor\.$/m,
    ],
    [[...pact, '--vendor', 'nobody'], /^standin: The stand-in has no vendor "nobody": use /m],
    [['pact', '--consumer', '../shop', '--vendor', 'dixa'], /^standin: A consumer is named with 1 to 100 letters/m],
    [['pact', '--vendor', 'dixa'], /--consumer/],
    [['har', '--random-seed', 'x'], /Use a whole number/],
  ])('refuses %j as bad usage', async (args, sentence) => {
    const {code, stdout, stderr} = await exported(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });
});

describe.each([['har'], [...pact]])('standin export %s', (...format) => {
  it('ends with 3 when there is nothing to export, and writes no file', async () => {
    const out = join(folder, 'nothing');
    const ended = await exported(...format, '--vendor', 'opencx', '--out', out);
    const stderr = 'standin: There is nothing to export: the journal has no call that can be made again.\n';
    expect(ended).toEqual({code: 3, stdout: '', stderr});
    await expect(stat(out)).rejects.toThrow('ENOENT');
  });

  it('ends with 3 when nobody listens there', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const {code, stdout, stderr} = await runCommand(['export', ...format, '--url', nowhere]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^standin: [^\n]+\n$/);
    expect(stderr).toContain(nowhere);
  });

  it('ends with 3 when a file cannot be written', async () => {
    const taken = join(import.meta.filename, 'folder');
    const out = format[0] === 'har' ? join(taken, 'traffic.har') : taken;
    const {code, stdout, stderr} = await exported(...format, '--vendor', 'dixa', '--out', out);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/cannot be written \(\w+\); check the path\.\n$/);
  });
});
