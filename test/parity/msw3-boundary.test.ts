import {execFile} from 'node:child_process';
import {rm} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect, it} from 'vitest';
import {msw3, newerNode, programWithMsw3} from './faces/msw3.js';

const missing = process.env.CI ? undefined : msw3.missing();

/** As `test/msw-boundary.test.ts` has it of MSW 2. */
it.skipIf(missing !== undefined)(
  `callers at the same time, each in a boundary of MSW 3, have a sandbox each${missing === undefined ? '' : ` (${missing})`}`,
  {timeout: 60_000},
  async () => {
    const program = await programWithMsw3('boundary');
    try {
      const {stdout} = await promisify(execFile)(newerNode() ?? 'node', [program], {timeout: 50_000});
      expect(JSON.parse(stdout)).toEqual([
        {status: 202, anonymized: [true, false], received: 3},
        {status: 202, anonymized: [false, true], received: 3},
      ]);
    } finally {
      await rm(program, {force: true});
    }
  },
);
