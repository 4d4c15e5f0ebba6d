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
    onSuccess: () => copyFile('specs/standin/generated/seed.schema.json', 'dist/seed.schema.json'),
  },
  // What tsup makes CommonJS with stumbles over constructors that were minified.
  {...shared, minifySyntax: false, entry: library, format: 'cjs', dts: true},
]);
