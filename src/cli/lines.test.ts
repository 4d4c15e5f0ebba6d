import {expect, it} from 'vitest';
import {linesOf} from './lines.js';

async function linesIn(...chunks: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream(chunks))) lines.push(line);
  return lines;
}

async function* stream(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks;
}

it.each([
  [['a\nb\n'], ['a\n', 'b\n']],
  [['a\r\n\r\nb'], ['a\r\n', '\r\n', 'b']],
  [
    ['a', 'b\nc', '', 'd\n'],
    ['ab\n', 'cd\n'],
  ],
  [
    ['\n', '\n'],
    ['\n', '\n'],
  ],
  [['a\u2028b\rc\n'], ['a\u2028b\rc\n']],
  [[''], []],
])('cuts %j into %j', async (chunks, lines) => {
  expect(await linesIn(...chunks)).toEqual(lines);
});
