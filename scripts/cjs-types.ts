/** Types of the CommonJS build: those of the other one, under the names that CommonJS asks for. */
import {readdir, readFile, writeFile} from 'node:fs/promises';

const dist = new URL('../dist/', import.meta.url);
for (const file of await readdir(dist)) {
  if (!file.endsWith('.d.ts')) continue;
  const types = await readFile(new URL(file, dist), 'utf8');
  await writeFile(
    new URL(file.replace(/\.d\.ts$/, '.d.cts'), dist),
    types.replaceAll(/(from '|import\(')(\.\/[^']+)\.js'/g, "$1$2.cjs'"),
  );
}
