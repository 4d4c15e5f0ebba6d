import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {extname, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {build} from 'esbuild';
import {chromium, type Browser} from 'playwright-core';
import {describe} from 'vitest';
import {forPages} from '../../scripts/page-build.js';

const here = import.meta.dirname;
const workerFile = resolve(createRequire(import.meta.url).resolve('msw/package.json'), '../lib/mockServiceWorker.js');

/** How long a hook that launches Chromium or bundles a page may take on a busy machine, in milliseconds. */
export const launchTimeout = 120_000;

/** The Chromium of this machine; undefined where there is none. @throws Error when CHROMIUM_PATH names no file. */
export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  return given || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
}

/** Tests that need Chromium. Where there is none they are skipped, but in CI they fail: a skipped proof is none. */
export function describeInChromium(title: string, body: () => void): void {
  if (chromiumPath() !== undefined || process.env.CI) describe(title, {timeout: 60_000}, body);
  else describe.skip(`${title} (no Chromium here: install it, or set CHROMIUM_PATH)`, body);
}

/** Starts Chromium without a window. Whoever launches it closes it. @throws Error where there is none. */
export function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('There is no Chromium here: install it, or set CHROMIUM_PATH.');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-component-update', '--disable-sync'],
    timeout: launchTimeout,
  });
}

/** What {@link servePage} serves. */
export interface PageOptions {
  /** The page's program in TypeScript: its text, whose imports are relative to `test/browser`, or its file. */
  readonly script: string | URL;
  /** What the page's body holds. @defaultValue nothing */
  readonly html?: string;
  /** A Content-Security-Policy, sent with everything. @defaultValue none */
  readonly csp?: string;
}

/** A page that is served on this machine. */
export interface ServedPage {
  /** `http://localhost:<port>/`: an origin that browsers trust with service workers. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Bundles a program for browsers, each dynamic import as a file of its own, and serves it as a page on a free port, beside
 * MSW's `/mockServiceWorker.js`.
 * @throws Error when the program cannot be bundled: it needs a built-in module of Node, for example.
 */
export async function servePage({script, html = '', csp}: PageOptions): Promise<ServedPage> {
  const files = await bundle(script);
  files.set('/mockServiceWorker.js', await readFile(workerFile));
  files.set('/', Buffer.from(documentOf(html)));
  files.set('/favicon.ico', Buffer.alloc(0));
  const policy = csp === undefined ? {} : {'Content-Security-Policy': csp};
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path);
    if (file === undefined) return response.writeHead(404, policy).end(`There is no ${path} here.`);
    response.writeHead(200, {...policy, 'Content-Type': types[extname(path)] ?? 'text/html; charset=utf-8'}).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = {'.js': 'text/javascript; charset=utf-8', '.ico': 'image/x-icon'};

function documentOf(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>standin</title>
    <script type="module" src="/page.js"></script>
  </head>
  <body>${body}</body>
</html>
`;
}

/** The files of a program by their paths on the server; `/page.js` is where it begins. */
async function bundle(script: string | URL): Promise<Map<string, Uint8Array>> {
  const entry =
    typeof script === 'string'
      ? {stdin: {contents: script, loader: 'ts' as const, resolveDir: resolve(here, '../browser')}}
      : {entryPoints: {page: fileURLToPath(script)}};
  const {outputFiles} = await build({
    ...entry,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['browser'],
    splitting: true,
    target: 'es2022',
    outdir: '/',
    entryNames: 'page',
    chunkNames: 'chunk-[hash]',
    // What pages are given, not what Node runs.
    plugins: [forPages()],
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({path, contents}) => [path, contents]));
}
