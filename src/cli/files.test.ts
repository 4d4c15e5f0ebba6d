import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import {CommandError} from './exit.js';
import {readDataFile} from './files.js';

const folder = await mkdtemp(join(tmpdir(), 'standin-'));
afterAll(() => rm(folder, {recursive: true}));

async function read(text: string): Promise<unknown> {
  const file = join(folder, 'data.yaml');
  await writeFile(file, text);
  return readDataFile(file, 3);
}

describe('a file of data', () => {
  it('is YAML or JSON', async () => {
    expect(await read('dixa:\n  tags: [{id: a, name: yes}]\n')).toEqual({dixa: {tags: [{id: 'a', name: 'yes'}]}});
    expect(await read('{"dixa": {}}')).toEqual({dixa: {}});
  });

  it('may repeat itself by aliases, but not without end', async () => {
    expect(await read('one: &a {name: Ada}\ntwo: *a\n')).toEqual({one: {name: 'Ada'}, two: {name: 'Ada'}});
    const lines = Array.from({length: 9}, (_, level) => {
      const before = level === 0 ? 'lol' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array.from({length: 9}, () => before).join(', ')}]`;
    });
    await expect(read(lines.join('\n'))).rejects.toThrow(/is neither YAML nor JSON: Excessive alias count/);
  });

  it.each([
    [
      'a tag that asks for code',
      'run: !!js/function "function () { return 1 }"\n',
      /is neither YAML nor JSON: Unresolved tag/,
    ],
    ['a tag of somebody’s own', 'run: !evil {a: 1}\n', /is neither YAML nor JSON: Unresolved tag/],
    ['a line that cannot be read', 'a: [1\n', /is neither YAML nor JSON: /],
    ['two documents', 'a: 1\n---\nb: 2\n', /is neither YAML nor JSON: /],
  ])('is refused for %s', async (_, text, message) => {
    const refusal = await read(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CommandError);
    expect(refusal).toMatchObject({message});
  });

  it('keeps a name that leads to what every object has as a name, for the judge to refuse', async () => {
    const data = await read('__proto__: {isAdmin: true}\n');
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('that is not there is told with its path', async () => {
    await expect(readDataFile(join(folder, 'nothing.yaml'), 3)).rejects.toThrow(
      /cannot be read \(ENOENT\); check the path/,
    );
  });
});
