import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'mocks/**/*.test.ts',
      'specs/**/*.test.ts',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    testTimeout: 30_000,
    coverage: {include: ['src/**', 'mocks/**'], exclude: ['**/*.test.ts', '**/generated/**']},
  },
});
