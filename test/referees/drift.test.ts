import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {harOf} from '../../src/export/index.js';
import {clientAt, exportOf, workEverywhere} from '../support/export-client.js';

/** Drift as Redocly's command finds it: nobody of us wrote how it reads a HAR, or what it takes for a difference. */
interface Drift {
  readonly run: {
    readonly documentedExchanges: number;
    readonly undocumentedExchanges: number;
    readonly skippedExchanges: number;
  };
  readonly problems: readonly {readonly severity: string; readonly message: string; readonly operationId?: string}[];
}

/** What it finds, and why that is no mistake of the export. */
const expected: Readonly<Record<string, readonly string[]>> = {
  dixa: [],
  opencx: [
    // A header that only a security scheme names is not among those that it knows.
    'info listWidgetSessions Undocumented header in traffic: "x-bot-token"',
    // The client's own: contacts cannot be filtered by it, and the export shows that the client tried.
    'warning listContacts Undocumented query parameter in traffic: "email"',
  ],
  symbl: [],
};

type Har = ReturnType<typeof harOf>;

const vendors = Object.keys(expected);
const hars = new Map<string, Har>();
let folder = '';

/** It loads a document of many thousand lines, in a process of its own. */
const patience = {timeout: 120_000};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-drift-'));
  const {standin, ask} = await clientAt();
  await workEverywhere(ask, standin);
  for (const vendor of vendors) {
    const exported = await exportOf(standin, {vendors: [vendor]});
    hars.set(vendor, harOf(exported.calls, {vendors: exported.vendors, version: '0.0.0'}));
  }
  await standin.close();
}, patience.timeout);

afterAll(() => rm(folder, {recursive: true, force: true}));

async function driftOf(vendor: string, har: Har): Promise<Drift> {
  const file = join(folder, `${vendor}.har`);
  await writeFile(file, JSON.stringify(har));
  const redocly = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const args = [redocly, 'drift', file, '--api', `specs/${vendor}/openapi.yaml`, '--format', 'json'];
  const env = {...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true'};
  const options = {env, maxBuffer: 32 * 1024 * 1024, timeout: patience.timeout};
  const {stdout} = await promisify(execFile)(process.execPath, args, options).catch((error: unknown) => {
    // It ends with 1 where it finds errors, and tells them all the same.
    const {stdout: told} = error as {stdout?: string};
    if (told?.includes('"problems"') !== true) throw error;
    return {stdout: told};
  });
  return JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1)) as Drift;
}

describe('redocly drift', () => {
  it.each(vendors)('finds the exported HAR of %s in keeping with the document', patience, async (vendor) => {
    const har = hars.get(vendor) as Har;
    const {run, problems} = await driftOf(vendor, har);
    const calls = har.log.entries.length;
    expect(calls).toBeGreaterThan(10);
    expect(run).toMatchObject({documentedExchanges: calls, undocumentedExchanges: 0, skippedExchanges: 0});
    const told = problems.map(({severity, operationId, message}) => `${severity} ${operationId} ${message}`);
    expect(told.sort()).toEqual(expected[vendor]);
  });

  it('would tell: an answer of another shape is an error to it', patience, async () => {
    const har = hars.get('symbl') as Har;
    const [token, ...entries] = har.log.entries;
    if (token === undefined) throw new Error('The HAR has no call.');
    const content = {...token.response.content, text: '{"accessToken":7}'};
    const broken = {log: {...har.log, entries: [{...token, response: {...token.response, content}}, ...entries]}};
    const {problems} = await driftOf('symbl', broken);
    expect(problems.filter(({severity}) => severity === 'error')).not.toEqual([]);
  });
});
