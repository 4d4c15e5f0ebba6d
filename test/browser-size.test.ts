import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {gzipSync} from 'node:zlib';
import {build, type Plugin} from 'esbuild';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {forPages} from '../scripts/page-build.js';
import {vendorNames, type VendorName} from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a page may load for the core, MSW's handlers and one vendor, in bytes after gzip. */
const most = 90_000;

/** A call of each vendor that is answered with 200, as a script writes it; `env` has the credentials. */
const telling: Readonly<Record<VendorName, string>> = {
  dixa: "'/v1/conversations/10749', {headers: {authorization: env.DIXA_API_KEY}}",
  opencx: "'/chat/sessions', {headers: {authorization: 'Bearer ' + env.OPENCX_API_KEY}}",
  symbl: `'/oauth2/token:generate', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({type: 'application', appId: env.SYMBL_APP_ID, appSecret: env.SYMBL_APP_SECRET}),
  }`,
};

/** Each file of the bundle says when it is loaded. */
const banner = '(globalThis.loaded??=[]).push(import.meta.url);\n';

/** MSW is the page's own: it is neither bundled nor counted. */
const msw: Plugin = {
  name: 'msw',
  setup: ({onResolve}) =>
    onResolve({filter: /^msw$/}, () => ({
      path: pathToFileURL(createRequire(import.meta.url).resolve('msw')).href,
      external: true,
    })),
};

/** What the page's bundle exports, and what a page with one vendor does with it. */
const program = `
  export * from './src/browser.ts';
  export * from './src/faces/msw.ts';
`;
const visit = (entry: string, vendor: VendorName) => `
  import {createRequire} from 'node:module';
  const {createStandin, handlers} = await import(${JSON.stringify(entry)});
  const {getResponse} = createRequire(${JSON.stringify(import.meta.url)})('msw');
  const standin = await createStandin({vendors: [${JSON.stringify(vendor)}]});
  const [{name, origins, operationList}] = standin.vendors;
  const {env} = standin.info.vendors[name];
  const all = handlers(standin);
  const answer = (path, init) => getResponse(all, new Request(origins[0] + path, init));
  const {status} = await answer(${telling[vendor]});
  for (const {method, path} of operationList) await answer(path.replace('{version}', 'v1').replace(/{\\w+}/g, '1'), {method});
  const loaded = [...globalThis.loaded];
  const behaviours = Object.keys(await standin.behaviours.get()).length;
  console.log(JSON.stringify({status, behaviours, loaded, later: globalThis.loaded.slice(loaded.length)}));
`;

interface Visit {
  readonly status: number;
  /** How many behaviours the control plane told of. */
  readonly behaviours: number;
  /** Files that were loaded to answer the vendor's calls, and those that the control plane took. */
  readonly loaded: readonly string[];
  readonly later: readonly string[];
}

let folder = '';
const files = new Map<string, string>();
let externals: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-size-'));
  const {outputFiles, metafile} = await build({
    stdin: {contents: program, resolveDir: root, sourcefile: 'entry.ts', loader: 'ts'},
    absWorkingDir: root,
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    splitting: true,
    minify: true,
    banner: {js: banner},
    plugins: [msw, forPages()],
  });
  for (const {path, text} of outputFiles) {
    await writeFile(path, text);
    files.set(basename(path), text.replace(banner, ''));
  }
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  externals = imports.filter(({external}) => external).map(({path}) => path);
}, 60_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

async function visited(vendor: VendorName): Promise<Visit> {
  const script = visit(pathToFileURL(join(folder, 'stdin.mjs')).href, vendor);
  const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout) as Visit;
}

const sizeOf = (urls: readonly string[]) =>
  urls.reduce((sum, url) => sum + gzipSync(files.get(basename(url)) ?? '', {level: 9}).length, 0);

describe('What a page loads', () => {
  it.each(vendorNames)(
    'for %s it is at most 90 kB after gzip, and it answers; what else it is asked comes later',
    async (name) => {
      const {status, behaviours, loaded, later} = await visited(name);
      console.log(
        `${name}: ${sizeOf(loaded)} bytes in ${loaded.length} files; the control plane ${sizeOf(later)} more`,
      );
      expect(status).toBe(200);
      expect(behaviours).toBeGreaterThan(0);
      expect(sizeOf(loaded)).toBeGreaterThan(20_000);
      expect(sizeOf(loaded)).toBeLessThanOrEqual(most);
      expect(later.length).toBeGreaterThan(0);
    },
  );

  it('needs nothing but MSW beside it: no part of Node', () => {
    expect([...new Set(externals)].map((path) => /\/node_modules\/(\w+)\//.exec(path)?.[1] ?? path)).toEqual(['msw']);
  });

  it('makes no code of texts, which a Content-Security-Policy without unsafe-eval forbids', () => {
    const making = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/;
    expect([...files].filter(([, text]) => making.test(text)).map(([file]) => file)).toEqual([]);
  });
});
