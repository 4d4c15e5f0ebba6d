import {spawn} from 'node:child_process';
import {expect, it} from 'vitest';
import {entityTypes} from '../../src/redaction/index.js';

/** The built command: `npm test` builds first. */
const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

/** Begins `standin redact`. */
function begin(...args: readonly string[]) {
  const child = spawn(process.execPath, [main, 'redact', ...args]);
  const output = {stdout: '', stderr: ''};
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {child, output, ended};
}

/** Runs it on what comes in, to its end. */
async function redact(input: string, ...args: readonly string[]) {
  const {child, output, ended} = begin(...args);
  child.stdin.end(input);
  return {code: await ended, ...output};
}

it('answers each line as it arrives, as it is told to', async () => {
  const {child, output, ended} = begin('--style', 'custom', '--custom', 'EMAIL_ADDRESS=mail', '--exclude', 'SSN,AGE');
  child.stdin.write('Mail ada@example.com\n');
  await expect.poll(() => output.stdout, {timeout: 20_000}).toBe('Mail [mail]\n');
  child.stdin.end('I am 36.');
  expect(await ended).toBe(0);
  expect(output).toEqual({stdout: 'Mail [mail]\nI am 36.', stderr: ''});
});

it('answers the lines before one that it refuses, and ends with the code of bad usage', async () => {
  expect(await redact('{"text":"Yes."}\nNo.\n{"text":"Yes."}')).toEqual({
    stdout: '{"entities":[],"redacted":"Yes."}\n',
    stderr: expect.stringMatching(/^standin: Line 2 of the input is no JSON: .*\n$/),
    code: 2,
  });
});

it.each([
  [['--style', 'loud'], 'Allowed choices are default, obfuscation, custom'],
  [['--style', 'custom', '--custom', 'SSN'], '--custom takes a type and its text'],
])('refuses %j', async (args, says) => {
  expect(await redact('Yes.', ...args)).toEqual({stdout: '', stderr: expect.stringContaining(says), code: 2});
});

it('lists the types', async () => {
  expect((await redact('', '--types')).stdout.trim().split('\n')).toEqual([...entityTypes]);
});

it('ends quietly when nobody reads on', async () => {
  const {child, output, ended} = begin();
  child.stdout.destroy();
  child.stdin.on('error', () => undefined).end('Yes.\n'.repeat(50_000));
  expect(await ended).toBe(0);
  expect(output.stderr).toBe('');
});
