/**
 * Makes what is generated from what people write, and sees to it that every rule has a proof. Runs before start, build and
 * test, and does nothing while nothing changed: the generator takes its time, even to load. Nothing it makes is committed.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {proofStampOf, stampOf} from './generate/stamp.js';

const root = fileURLToPath(new URL('..', import.meta.url));

await unlessDone('stamp', await stampOf(root), async () => {
  const {generateEverything} = await import('./generate/everything.js');
  await generateEverything();
});
await unlessDone('proofs.stamp', await proofStampOf(root), async () => {
  const {generateProofs} = await import('./generate/proofs.js');
  await generateProofs(root);
});

async function unlessDone(name: string, stamp: string, generate: () => Promise<void>): Promise<void> {
  const file = join(root, 'specs', 'standin', 'generated', name);
  if ((await readFile(file, 'utf8').catch(() => '')) === stamp) return;
  await generate();
  // Last, so that what was broken off is done again.
  await writeFile(file, stamp);
}
