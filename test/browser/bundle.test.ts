/** What a bundler makes of a stand-in for a page. What runs there is in the tests beside this one. */
import {resolve} from 'node:path';
import {build} from 'esbuild';
import {expect, it} from 'vitest';

/** A page's program, and all that it imports. */
const programs = {
  'its sources': `export * from '../../src/browser.js'; export * from '../../src/faces/msw.js';`,
  'the package that was built': `export * from 'standin'; export * from 'standin/msw';`,
};

it.each(Object.entries(programs))(
  'has no part of Node in it, and makes no code out of text: %s',
  async (_, contents) => {
    // A built-in module that something needs is an error here: there is nothing to put in its place.
    const {outputFiles, metafile} = await build({
      stdin: {contents, loader: 'ts', resolveDir: resolve(import.meta.dirname)},
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['browser'],
      splitting: true,
      outdir: '/',
      // MSW is the page's own.
      external: ['msw'],
      logLevel: 'silent',
    });
    const outside = Object.values(metafile.outputs).flatMap(({imports}) => imports.filter(({external}) => external));
    expect([...new Set(outside.map(({path}) => path))]).toEqual(['msw']);
    const forNode = /node_modules\/(express|mockttp|pino|commander|yaml|@faker-js|@redocly|@mswjs)\//;
    expect(Object.keys(metafile.inputs).filter((path) => forNode.test(path))).toEqual([]);
    const text = outputFiles.map((file) => file.text).join('\n');
    expect(text).toContain('api.open.cx');
    expect(text.match(/\beval\(|\bnew Function\b|[^.\w]Function\(/g)).toBeNull();
  },
);
