import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const rounds = 3;
const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** How long `standin check` takes for all contracts of all vendors, and for each vendor by itself. */
export async function measureCheck(): Promise<void> {
  const rows = [[], ['--vendor', 'opencx'], ['--vendor', 'dixa'], ['--vendor', 'symbl']];
  process.stdout.write('| standin check | seconds, median of 3 |\n|---|---|\n');
  for (const flags of rows) {
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) seconds.push(await secondsOf(flags));
    const median = seconds.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
    process.stdout.write(`| ${flags[1] ?? 'all vendors'} | ${median.toFixed(1)} |\n`);
  }
}

async function secondsOf(flags: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [command, 'check', ...flags], {stdio: ['ignore', 'ignore', 'inherit']});
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`standin check ${flags.join(' ')} ended with ${String(code)}.`);
  return (performance.now() - began) / 1000;
}
