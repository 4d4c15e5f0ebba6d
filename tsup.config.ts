import {copyFile} from 'node:fs/promises';
import {defineConfig} from 'tsup';

const library = {index: 'src/index.ts', express: 'src/faces/express.ts', people: 'src/people/index.ts'};
const shared = {target: 'node20', splitting: true, minifySyntax: true} as const;

/** ES modules for the library and the command; CommonJS for the library only, since jest still asks for it. */
export default defineConfig([
  {
    ...shared,
    entry: {...library, 'cli/main': 'src/cli/main.ts'},
    format: 'esm',
    dts: {entry: library},
    onSuccess: async () => {
      for (const file of ['seed.schema.json', 'proofs.json']) {
        await copyFile(`specs/standin/generated/${file}`, `dist/${file}`);
      }
    },
  },
  // What tsup makes CommonJS with stumbles over constructors that were minified.
  {...shared, minifySyntax: false, entry: library, format: 'cjs', dts: true},
]);
