/**
 * Makes what is generated from what people write. Runs before start, build and test, and does nothing while nothing
 * changed: the generator takes its time, even to load. Nothing it makes is committed.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stampOf} from './generate/stamp.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'specs', 'standin', 'generated', 'stamp');

const stamp = await stampOf(root);
if ((await readFile(file, 'utf8').catch(() => '')) !== stamp) {
  const {generateEverything} = await import('./generate/everything.js');
  await generateEverything();
  // Last, so that what was broken off is done again.
  await writeFile(file, stamp);
}
