import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {describe, expect, it} from 'vitest';

/** The built package as a dependent loads it, by its own name. */
const root = new URL('..', import.meta.url).pathname;
const run = promisify(execFile);

const use = `
  const standin = await createStandin({vendors: ['dixa']});
  const {status} = await standin.fetch('/dixa/v1/conversations/10749', {
    headers: {authorization: standin.info.vendors.dixa.env.DIXA_API_KEY},
  });
  const {url} = await standin.listen({port: 0});
  const health = await (await fetch(url + '/_standin/health')).json();
  await standin.close();
  console.log(status, health.status, typeof standinMiddleware);
`;

describe('the package', () => {
  it('works as ES modules', async () => {
    const source = `import {createStandin} from 'standin'; import {standinMiddleware} from 'standin/express'; ${use}`;
    const {stdout} = await run(process.execPath, ['--input-type=module', '-e', source], {cwd: root});
    expect(stdout.trim()).toBe('200 ok function');
  });

  it('works as CommonJS', async () => {
    const source = `const {createStandin} = require('standin'); const {standinMiddleware} = require('standin/express'); (async () => {${use}})();`;
    const {stdout} = await run(process.execPath, ['--input-type=commonjs', '-e', source], {cwd: root});
    expect(stdout.trim()).toBe('200 ok function');
  });

  it('brings the schema of seeds, and what judges by it, for those who bring a seed', async () => {
    const refused = `
      createStandin({seed: {dixa: {endUsers: [{id: 5}]}}}).catch((error) => console.log(schema.title, error.name));
    `;
    const imported = `
      import {createStandin} from 'standin';
      import schema from 'standin/seed.schema.json' with {type: 'json'};
    `;
    const required = `
      const {createStandin} = require('standin');
      const schema = require('standin/seed.schema.json');
    `;
    const kinds = [['module', imported] as const, ['commonjs', required] as const];
    for (const [kind, source] of kinds) {
      const {stdout} = await run(process.execPath, [`--input-type=${kind}`, '-e', source + refused], {cwd: root});
      expect(stdout.trim()).toBe('Seed of a stand-in SeedError');
    }
  });

  it('makes people up', async () => {
    const made = `makePeople({count: 2}).then(async (people) => console.log(people.length, ...Object.keys(await seedOf(people))));`;
    const kinds = [
      ['module', `import {makePeople, seedOf} from 'standin/people';`],
      ['commonjs', `const {makePeople, seedOf} = require('standin/people');`],
    ] as const;
    for (const [kind, source] of kinds) {
      const {stdout} = await run(process.execPath, [`--input-type=${kind}`, '-e', source + made], {cwd: root});
      expect(stdout.trim()).toBe('2 opencx dixa symbl');
    }
  });

  it('has what the core needs and nothing of Node in it', async () => {
    const {build} = await import('esbuild');
    const entries = ['src/engine/index.ts', 'src/control/index.ts', 'src/redaction/index.ts', 'src/registry.ts'];
    const {outputFiles} = await build({
      entryPoints: entries.map((entry) => root + entry),
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      outdir: 'out',
    });
    // A browser build fails on a Node built-in; what is left to find is code made at run time, which a page may forbid.
    for (const {text} of outputFiles) expect(text).not.toMatch(/\bnew Function\(|\beval\(/);
  });
});
