import {defineConfig} from 'vitest/config';

/** Tests as a client's package has them; `../vitest.test.ts` runs them. */
export default defineConfig({
  test: {root: import.meta.dirname, include: ['*.check.js'], testTimeout: 60_000, hookTimeout: 60_000},
});
