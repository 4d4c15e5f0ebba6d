/** `npx tsx eval/redaction/convert.ts` writes `own.jsonl` and `unseen.jsonl` from their notation. A test holds them equal. */
import {readFile, writeFile} from 'node:fs/promises';
import {readNotation} from './notation.js';

for (const name of ['own', 'unseen']) {
  const notation = await readFile(new URL(`${name}.txt`, import.meta.url), 'utf8');
  const lines = readNotation(notation, name).map((message) => `${JSON.stringify(message)}\n`);
  await writeFile(new URL(`${name}.jsonl`, import.meta.url), lines.join(''));
}
