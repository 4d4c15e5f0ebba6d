import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readRecording} from '../../src/traffic/index.js';
import {runCommand, type Ended} from '../support/command.js';
import {harTextOf} from './har.js';
import {judgedFromHar} from './judged.js';
import {mistakes} from './mistakes/index.js';
import {Run} from './run.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
});

afterAll(() => rm(folder, {recursive: true}));

/** Has the command judge what a client did. */
async function judged(run: Run, name: string): Promise<Ended & {readonly file: string}> {
  const file = join(folder, name);
  await writeFile(file, harTextOf(run.client.noted, run.client.standin.vendors));
  return {file, ...(await runCommand(['judge', file, '--reporter', 'json']))};
}

describe('standin judge', () => {
  it('names every mistake with its operation, its rules and its place in the file, and ends with 1', async () => {
    await using run = await Run.open();
    for (const {make} of mistakes) await make(run, ([first]) => first as NonNullable<typeof first>);
    // What was begun in good faith is looked after.
    await run.play([]);
    const {vendors} = run.client.standin;
    const {calls} = readRecording(harTextOf(run.client.noted, vendors), {vendors});
    const {breaches, ids} = await judgedFromHar(run);
    const expected = mistakes.flatMap(({told}) => told.map(({kind, operation}) => `${kind} ${operation}`));
    expect(breaches.map(({kind, operation}) => `${kind} ${operation}`).sort()).toEqual(expected.sort());
    const {code, stdout, file} = await judged(run, 'mistakes.har');
    for (const {entry, pointer, operation = '', rules} of breaches) {
      const place = calls[ids.indexOf(entry)]?.pointerOf(pointer);
      for (const word of [`"${place}"`, operation, ...rules]) expect(stdout).toContain(word);
    }
    expect(stdout).toContain(file);
    expect(code).toBe(1);
  });

  it('has nothing to say of a client that made none, and ends with 0', async () => {
    await using run = await Run.open();
    await run.client.ask('dixa', 'getConversationsConversationid', {path: {conversationId: 501}});
    await run.client.ask('dixa', 'getConversationsConversationid', {path: {conversationId: 987_654_321}});
    expect(await judged(run, 'right.har')).toMatchObject({code: 0});
  });
});
