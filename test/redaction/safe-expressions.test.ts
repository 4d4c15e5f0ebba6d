import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {analyse} from 'scslre';
import {expect, it} from 'vitest';
import {writtenExpressions, type Expression} from './written-expressions.js';

const run = promisify(execFile);

/** What makes an expression slow on hostile text: the repetitions that can split the same characters in many ways. */
function slownessOf({source, flags}: Expression): string[] {
  const {reports} = analyse({source, flags}, {assumeRejectingSuffix: false});
  return reports.map((report) => {
    const repetitions = 'quant' in report ? [report.quant] : [report.startQuant, report.endQuant];
    return `${report.exponential ? 'exponential' : 'polynomial'}: ${repetitions.map(({raw}) => raw).join(' and ')}`;
  });
}

function slowOf(expressions: readonly Expression[]) {
  return expressions
    .map((expression) => ({...expression, slow: slownessOf(expression)}))
    .filter(({slow}) => slow.length > 0);
}

it('has no expression in its files that takes more than linear time', async () => {
  const expressions = await writtenExpressions();
  expect(expressions.length).toBeGreaterThan(50);
  expect(slowOf(expressions)).toEqual([]);
});

it('puts none together that takes more than linear time', async () => {
  const script = fileURLToPath(new URL('built-expressions.ts', import.meta.url));
  const {stdout} = await run(process.execPath, ['--import', 'tsx', script], {maxBuffer: 1 << 26});
  const expressions = JSON.parse(stdout) as Expression[];
  expect(expressions.length).toBeGreaterThan(20);
  expect(slowOf(expressions)).toEqual([]);
});

it.each([
  ['(a+)+$', /^exponential/],
  ['a+a+b', /^polynomial: a\+ and a\+/],
  ['a+b', /^polynomial: a\+$/],
])('would notice /%s/', (source, slowness) => {
  expect(slownessOf({source, flags: ''})).toContainEqual(expect.stringMatching(slowness));
});
