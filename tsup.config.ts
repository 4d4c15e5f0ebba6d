import {defineConfig} from 'tsup';

/** The library in both module systems (jest still asks for CommonJS), the command as a plain ES module. */
export default defineConfig([
  {
    entry: {index: 'src/index.ts', express: 'src/faces/express.ts'},
    format: ['esm', 'cjs'],
    target: 'node20',
    dts: true,
    clean: true,
    splitting: true,
  },
  {
    entry: {'cli/main': 'src/cli/main.ts'},
    format: ['esm'],
    target: 'node20',
    splitting: true,
  },
]);
