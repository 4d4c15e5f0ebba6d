import {availableParallelism} from 'node:os';

import {configDefaults, defineConfig} from 'vitest/config';

const all = ['{src,mocks,specs,contracts,test,scripts}/**/*.test.ts'];
/** Tests that put something in the place of a module of Node, or that intercept what a process asks. */
const alone = [
  'test/outgoing.test.ts',
  'test/msw-boundary.test.ts',
  'test/run/intercept.test.ts',
  'test/parity/parity.test.ts',
  'src/faces/msw.test.ts',
  'src/testing/lifecycle.test.ts',
];

export default defineConfig({
  test: {
    // As many as there are cores; one fewer, as by default, would be a single worker on the two cores of a CI machine.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    // Vendors load when the first stand-in of a worker is made, in a hook as a rule.
    hookTimeout: 30_000,
    // Nothing here has state of its own process, so files share their workers' modules: a third of the time. Mocked modules
    // would be shared as well; what needs one is in the second project.
    projects: [
      {
        extends: true,
        test: {name: 'shared', isolate: false, include: all, exclude: [...configDefaults.exclude, ...alone]},
      },
      {extends: true, test: {name: 'alone', include: alone}},
    ],
    coverage: {include: ['src/**', 'mocks/**'], exclude: ['**/*.test.ts', '**/generated/**']},
  },
});
