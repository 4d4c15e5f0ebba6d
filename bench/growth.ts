import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {growthCalls, type GrowthCall} from './growth-calls.js';

const few = 100;
const many = 100_000;
const rounds = Number(process.env.ROUNDS ?? 3);

/**
 * Measures whether a call takes longer when there is more data: the median time of each call among a hundred
 * conversations and among a hundred thousand. Every size has a process of its own, so that a large heap is felt.
 */
export async function measureGrowth(): Promise<void> {
  const medians = new Map<string, Map<number, number[]>>();
  for (let round = 0; round < rounds; round += 1) {
    for (const size of [few, many]) {
      for (const [call, median] of Object.entries(measure(size))) {
        const bySize = medians.get(call) ?? new Map<number, number[]>();
        medians.set(call, bySize.set(size, [...(bySize.get(size) ?? []), median]));
      }
    }
  }
  await Promise.resolve(print(growthCalls, medians));
}

function measure(size: number): Record<string, number> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const script = new URL('./growth-measure.ts', import.meta.url).pathname;
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', tsx, script, String(size)], {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024,
  });
  return JSON.parse(output) as Record<string, number>;
}

function print(
  calls: readonly GrowthCall[],
  medians: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>,
): void {
  console.log(`\n| median of a call, microseconds | among ${few} | among ${many} | ratio |`);
  console.log('|---|---|---|---|');
  for (const {name} of calls) {
    const [small, large] = [few, many].map((size) => medianOf(medians.get(name)?.get(size) ?? []));
    const ratio = (large as number) / (small as number);
    console.log(
      `| ${name} | ${(small as number).toFixed(0)} | ${(large as number).toFixed(0)} | ${ratio.toFixed(2)} |`,
    );
  }
}

/** The middle one of a list. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
