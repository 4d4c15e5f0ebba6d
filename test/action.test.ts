import {spawn} from 'node:child_process';
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {checkOptions} from '../src/cli/check-settings.js';

/** The GitHub Action: its one step is really run, by bash, with an `npx` that writes down what it was called with. */
interface Action {
  readonly inputs: Readonly<Record<string, {readonly description: string; readonly default: string}>>;
  readonly outputs: Readonly<Record<string, {readonly description: string; readonly value: string}>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
      readonly run: string;
    }[];
  };
}

const action = parse(await readFile(new URL('../action.yml', import.meta.url), 'utf8')) as Action;
const [step] = action.runs.steps;
if (step === undefined) throw new Error('action.yml has no step.');

/** Writes its arguments, each ended by a null byte, and the files of its reporters; ends as it is told. */
const npx = `#!/usr/bin/env bash
printf '%s\\0' "$@" > "$CALLED"
for argument in "$@"; do
  case "$argument" in --reporter=*=*) [ -n "$WRITES_NOTHING" ] || printf report > "\${argument#--reporter=*=}" ;; esac
done
exit "$ENDS_WITH"
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-'));
  await writeFile(join(folder, 'npx'), npx);
  await chmod(join(folder, 'npx'), 0o755);
});

afterEach(() => rm(folder, {recursive: true}));

interface Ran {
  readonly code: number | null;
  readonly stderr: string;
  /** What npx was called with; undefined when it was not. */
  readonly args: readonly string[] | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the step as a runner does, with these inputs and the defaults of the others. */
async function run(
  inputs: Readonly<Record<string, string>> = {},
  {endsWith = 0, writesNothing = false}: {readonly endsWith?: number; readonly writesNothing?: boolean} = {},
): Promise<Ran> {
  const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}.`);
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    }),
  );
  const script = join(folder, 'step.sh');
  await writeFile(script, step?.run ?? '');
  await writeFile(join(folder, 'output'), '');
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: folder,
    env: {
      ...env,
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      GITHUB_OUTPUT: join(folder, 'output'),
      CALLED: join(folder, 'called'),
      ENDS_WITH: String(endsWith),
      WRITES_NOTHING: writesNothing ? 'yes' : '',
    },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const called = await readFile(join(folder, 'called'), 'utf8').catch(() => undefined);
  const output = await readFile(join(folder, 'output'), 'utf8');
  const lines = output.split('\n').filter((line) => line !== '');
  return {
    code,
    stderr,
    args: called?.split('\0').slice(0, -1),
    outputs: Object.fromEntries(lines.map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)])),
  };
}

const hostile = [
  'two words',
  '$(touch owned)',
  '`touch owned`',
  'a; touch owned',
  'a && touch owned',
  `a' "b`,
  '$HOME',
  '*',
  '--yes',
  '\\',
];

describe('the action', () => {
  it('is composite, and its script has no expression in it', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(1);
    expect(step.run).not.toContain('${{');
    expect(step.shell).toBe('bash');
  });

  it('hands each input to the step, and each output of the step on', () => {
    const handed = Object.values(step.env).map((value) => /inputs\.([a-z-]+)/.exec(value)?.[1]);
    expect([...handed, 'working-directory'].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, {value}] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.${step.id}.outputs.${name} }}`);
    }
  });

  it('has no flag that the command has not', async () => {
    const {args = []} = await run(everything);
    const known = checkOptions().map(({long}) => long);
    expect(known).toContain('--vendor');
    for (const flag of args.slice(3)) expect(known).toContain(flag.split('=')[0]);
  });
});

const everything = {
  ...{vendor: 'dixa,opencx', url: 'dixa=http://127.0.0.1:4020/dixa\nopencx=http://127.0.0.1:4020/opencx\n'},
  ...{only: 'DIXA-28\n  getTags  \n\n', skip: 'OPENCX-14', mark: 'documented', 'read-only': 'false'},
  ...{'allow-irreversible': 'true', wait: '10s', bail: 'true', 'min-coverage': '80'},
  ...{sarif: 'check.sarif', junit: 'check.xml', json: 'check.json', version: '1.2.3'},
};

describe('what is run', () => {
  it('is the newest standin, with nothing but check, when nothing is asked for', async () => {
    expect(await run()).toEqual({
      ...{code: 0, stderr: '', args: ['--yes', 'standin@latest', 'check'], outputs: {'exit-code': '0'}},
    });
  });

  it('has a flag for each input', async () => {
    const {args} = await run(everything);
    expect(args).toEqual([
      ...['--yes', 'standin@1.2.3', 'check', '--vendor=dixa,opencx'],
      ...['--url=dixa=http://127.0.0.1:4020/dixa', '--url=opencx=http://127.0.0.1:4020/opencx'],
      ...['--only=DIXA-28', '--only=getTags', '--skip=OPENCX-14', '--mark=documented', '--no-read-only'],
      ...['--allow-irreversible', '--wait=10s', '--bail', '--min-coverage=80'],
      ...['--reporter=sarif=check.sarif', '--reporter=junit=check.xml', '--reporter=json=check.json'],
    ]);
  });

  it('only reads when it is asked to', async () => {
    expect((await run({'read-only': 'true'})).args).toContain('--read-only');
  });

  it.each(hostile)('takes an input as it is: %s', async (text) => {
    const inputs = ['vendor', 'url', 'only', 'skip', 'mark', 'wait', 'min-coverage'];
    const {args} = await run(Object.fromEntries(inputs.map((name) => [name, text])), {writesNothing: true});
    expect(args?.slice(3)).toEqual(inputs.map((name) => `--${name}=${text}`));
    await expect(readFile(join(folder, 'owned'))).rejects.toThrow('ENOENT');
  });

  it.each(hostile)('takes the name of a file as it is: %s', async (text) => {
    const {args, outputs} = await run({sarif: text});
    expect(args).toContain(`--reporter=sarif=${text}`);
    expect(outputs.sarif).toBe(text);
    await expect(readFile(join(folder, 'owned'))).rejects.toThrow('ENOENT');
  });
});

describe('how it ends', () => {
  it.each([0, 1, 2, 3, 4])('as the command does, with %i, and tells it and the reports', async (endsWith) => {
    const {code, outputs} = await run({sarif: 'a.sarif', junit: 'b.xml', json: 'c.json'}, {endsWith});
    expect(code).toBe(endsWith);
    expect(outputs).toEqual({'exit-code': String(endsWith), sarif: 'a.sarif', junit: 'b.xml', json: 'c.json'});
  });

  it('tells no report that was not written, even when one of an earlier run lies there', async () => {
    await writeFile(join(folder, 'a.sarif'), 'old');
    const {outputs} = await run({sarif: 'a.sarif'}, {endsWith: 3, writesNothing: true});
    expect(outputs).toEqual({'exit-code': '3'});
  });

  it.each([
    ['version', '1.0.0 --call=id'],
    ['version', ''],
    ['version', '../other'],
    ['sarif', 'a\nexit-code=0'],
    ['mark', 'documented\n--bail'],
    ['read-only', 'perhaps'],
    ['bail', 'yes'],
    ['allow-irreversible', 'TRUE'],
  ])('with 2, and nothing run, for %s %j', async (name, text) => {
    const {code, args, outputs, stderr} = await run({[name]: text});
    expect({code, args, outputs}).toEqual({code: 2, args: undefined, outputs: {'exit-code': '2'}});
    expect(stderr).toContain(`${name} must be`);
  });
});

describe('the recipes', async () => {
  const page = await readFile(new URL('../docs/ci.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => parse(yaml) as unknown);

  it('have a line for every option of the command, and no other', () => {
    const table = page.slice(page.indexOf('## Options'), page.indexOf('## GitHub'));
    const told = new Set([...table.matchAll(/--[a-z][a-z-]*/g)].map(([flag]) => flag));
    const there = checkOptions().map(({long}) => long ?? '');
    expect([...told].sort()).toEqual(there.sort());
  });

  it('give the action only what it takes, and read only what it tells', () => {
    const used = blocks.flatMap(stepsOf).filter(({uses}) => uses?.includes('/standin@'));
    expect(used.length).toBeGreaterThan(1);
    for (const {with: inputs = {}} of used)
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    const read = [...page.matchAll(/steps\.standin\.outputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(read));
  });
});

interface UsedStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The steps of a whole workflow, or of a piece of one. */
function stepsOf(yaml: unknown): readonly UsedStep[] {
  if (Array.isArray(yaml)) return yaml as readonly UsedStep[];
  const {jobs = {}} = yaml as {readonly jobs?: Readonly<Record<string, {readonly steps: readonly UsedStep[]}>>};
  return Object.values(jobs).flatMap(({steps}) => steps);
}
