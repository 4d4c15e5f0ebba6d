import {execFile} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, realpath, rm, symlink} from 'node:fs/promises';
import {readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import type {Browser, Page} from 'playwright-core';
import ts from 'typescript';
import {preview, type PreviewServer} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {describeInChromium, launch, launchTimeout} from './support/browser.js';

/** Each example as whoever copies it has it: in a folder of its own, with the built package and what it declares. */
const root = dirname(import.meta.dirname);
const run = promisify(execFile);
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, {recursive: true, force: true}))));

/** What `npm install` would make of the example: its packages and no others, without a network. */
async function installed(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `standin-${name}-`)));
  folders.push(folder);
  const source = join(root, 'examples', name);
  await cp(source, folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist|mockServiceWorker\.js)$/.test(path),
  });
  const {dependencies = {}, devDependencies = {}} = await manifestOf(folder);
  for (const dependency of Object.keys({...dependencies, ...devDependencies})) {
    const link = join(folder, 'node_modules', dependency);
    await mkdir(dirname(link), {recursive: true});
    await symlink(dependency === 'standin' ? root : join(root, 'node_modules', dependency), link);
  }
  await symlink(join(root, 'node_modules/.bin'), join(folder, 'node_modules/.bin'));
  return folder;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Runs one of the example's scripts to its end. @returns all that it printed. @throws Error with it, when the script fails. */
async function script(folder: string, name: string, args: readonly string[] = []): Promise<string> {
  // Nothing of the variables by which the framework tells its own tests that they are such.
  const {PATH, HOME} = process.env;
  const env = {PATH, HOME, NO_COLOR: '1', npm_config_update_notifier: 'false'};
  const {stdout, stderr} = await run('npm', ['run', '--silent', name, '--', ...args], {cwd: folder, env}).catch(
    (failed: {readonly stdout: string; readonly stderr: string}) => {
      throw new Error(`npm run ${name} failed:\n${failed.stdout}${failed.stderr}`);
    },
  );
  return stdout + stderr;
}

it.each(['express-mount', 'vitest-client', 'browser-demo'])(
  '%s asks for the versions that are tested here',
  async (name) => {
    const [own, tested] = await Promise.all([manifestOf(join(root, 'examples', name)), manifestOf(root)]);
    const {standin, ...others} = {...own.dependencies, ...own.devDependencies};
    expect(standin).toBe('file:../..');
    expect({...tested.dependencies, ...tested.devDependencies}).toMatchObject(others);
  },
);

it('express-mount erases a person through the mounted stand-in', {timeout: 60_000}, async () => {
  expect(await script(await installed('express-mount'), 'test')).toMatch(/pass 1$/m);
});

describe('docs/faces.md', () => {
  const blocks = [...readFileSync(join(root, 'docs/faces.md'), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, block = '']) => block,
  );
  const elsewhere = /from '(msw\/browser|standin\/vitest)'/;
  const programs = blocks.filter((block) => !elsewhere.test(block));

  it('has examples that run here, and two for a page and for tests', () => {
    expect([programs.length, blocks.length]).toEqual([5, 7]);
  });

  it.for(programs.map((program, position) => [position + 1, program] as const))(
    'prints in example %i what it says',
    {timeout: 60_000},
    async ([, program]) => {
      const {outputText} = ts.transpileModule(program, {
        compilerOptions: {target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext},
      });
      const {stdout} = await run(process.execPath, ['--input-type=module', '-e', outputText], {cwd: root});
      const said = [...program.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, words]) => words);
      expect(said.length).toBeGreaterThan(0);
      expect(stdout.trim().split('\n')).toEqual(said);
    },
  );
});

describe('vitest-client', () => {
  let folder: string;
  beforeAll(async () => void (folder = await installed('vitest-client')));

  it('passes its own tests', {timeout: 120_000}, async () => {
    const patience = ['--testTimeout=60000', '--hookTimeout=60000'];
    expect(await script(folder, 'test', patience)).toMatch(/Tests +\d+ passed \(\d+\)/);
  });

  it('compiles with the types of the package', {timeout: 120_000}, async () => {
    expect(await script(folder, 'types')).toBe('');
  });
});

describe('browser-demo', () => {
  let folder: string;
  let printed: string;
  beforeAll(async () => {
    folder = await installed('browser-demo');
    printed = await script(folder, 'build');
  }, 120_000);

  it('is built without a word of warning: nothing of Node is left to a bundler to put aside', () => {
    expect(printed).toContain('built in');
    expect(printed).not.toMatch(/warn|externalized|error/i);
  });

  it('compiles with the types of the package', {timeout: 120_000}, async () => {
    expect(await script(folder, 'types')).toBe('');
  });

  describeInChromium('in Chromium', () => {
    let browser: Browser;
    let server: PreviewServer;
    beforeAll(async () => {
      const place = {host: 'localhost', port: 0};
      server = await preview({root: folder, configFile: false, logLevel: 'silent', preview: place});
      browser = await launch();
    }, launchTimeout);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    it('an agent redacts a message and anonymizes a conversation, and both stay done after a reload', async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(server.resolvedUrls?.local[0] ?? '');

      // OpenCX is done at once.
      await open(page, 'Chat 4521');
      const parcel = page.getByText('My parcel never came');
      await page.getByRole('listitem').filter({has: parcel}).getByRole('button', {name: 'Redact'}).click();
      await page.getByText('OpenCX has redacted the message.').waitFor();
      expect(await parcel.count()).toBe(0);

      // Dixa refuses an open conversation, accepts it with force, and is done when its queue gets to it.
      await open(page, 'Conversation 10750');
      await page.getByRole('button', {name: 'Anonymize conversation'}).click();
      await page.getByText(/^Refused with 409: /).waitFor();
      await page.getByLabel('and close it first').check();
      await page.getByRole('button', {name: 'Anonymize conversation'}).click();
      await page.getByText('Accepted; waiting for Dixa’s queue.').waitFor();
      expect(await page.getByText('my cart is empty').count()).toBe(1);
      await page.getByRole('button', {name: 'Let 6 hours pass'}).click();
      await page.getByText('Dixa has anonymized this conversation.').waitFor();
      expect(await page.getByText('my cart is empty').count()).toBe(0);

      const requests = page.getByRole('list').and(page.locator('#journal')).getByRole('listitem');
      expect(await requests.filter({hasText: '409 PATCH dixa /v1/conversations/10750/anonymize'}).count()).toBe(1);
      expect(await requests.filter({hasText: '202 PATCH dixa /v1/conversations/10750/anonymize'}).count()).toBe(1);

      await page.reload();
      await open(page, 'Conversation 10750');
      await page.getByText('Dixa has anonymized this conversation.').waitFor();
      await open(page, 'Chat 4521');
      await page.getByRole('button', {name: 'Redact'}).first().waitFor();
      expect(await parcel.count()).toBe(0);
      // Chromium reports the refusal above, and nothing else.
      expect(errors).toEqual([expect.stringContaining('a status of 409')]);
    });
  });
});

/** Opens a conversation of the list, and waits until its messages are there. */
async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('button', {name: title}).click();
  await page.getByRole('heading', {name: title}).waitFor();
}
