import {copyFile} from 'node:fs/promises';
import {defineConfig} from 'tsup';
import {forPages} from './scripts/page-build.js';

/** What tests and programs import; jest still asks for CommonJS. */
const library = {
  index: 'src/index.ts',
  express: 'src/faces/express.ts',
  msw: 'src/faces/msw.ts',
  people: 'src/people/index.ts',
  redaction: 'src/redaction/index.ts',
  vitest: 'src/testing/vitest.ts',
  jest: 'src/testing/jest.ts',
};
/** The same under the same names for pages, where a bundler asks for the `browser` condition. */
const browser = {index: 'src/browser.ts', msw: 'src/faces/msw.ts', redaction: 'src/redaction/index.ts'};
// `node:` stays, so that no bundler takes a part of Node for a file.
const shared = {target: 'node20', splitting: true, minifySyntax: true, removeNodeProtocol: false} as const;

export default defineConfig([
  {
    ...shared,
    entry: {...library, register: 'src/register.ts', 'cli/main': 'src/cli/main.ts'},
    format: 'esm',
    dts: {entry: {...library, register: 'src/register.ts'}},
    onSuccess: async () => {
      for (const file of ['seed.schema.json', 'proofs.json']) {
        await copyFile(`specs/standin/generated/${file}`, `dist/${file}`);
      }
    },
  },
  // What tsup makes CommonJS with stumbles over constructors that were minified.
  {...shared, minifySyntax: false, entry: library, format: 'cjs'},
  {
    entry: browser,
    outDir: 'dist/browser',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    splitting: true,
    minify: true,
    esbuildPlugins: [forPages()],
  },
]);
