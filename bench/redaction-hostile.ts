import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {LabelledMessage} from '../eval/redaction/labelled.js';
import {hostileParts, repeated} from '../test/redaction/hostile-texts.js';
import {writtenExpressions, type Expression} from '../test/redaction/written-expressions.js';
import {cpuTime} from './cpu-time.js';
import {medianOf} from './growth.js';
import type {Reader} from './redaction-readers.js';

const length = 100_000;

/** What 100 kB of hostile text cost: the part of each family that costs most, all layers together and the slowest pattern alone. */
export async function printHostile({read}: Reader, messages: readonly LabelledMessage[]): Promise<void> {
  const patterns = await patternsOf();
  const timeOf = (text: string) => medianOf(Array.from({length: 3}, () => cpuTime(() => read(text))));
  const ordinary = repeated(messages.map(({text}) => `${text}\n`).join(''), length).slice(0, length);
  console.log(`\n| ${length / 1000} kB of | worst part | ms of CPU | slowest pattern alone, ms |`);
  console.log('|---|---|---|---|');
  console.log(`| ordinary messages | | ${timeOf(ordinary).toFixed(0)} | ${slowest(patterns, ordinary)} |`);
  for (const [family, parts] of Object.entries(hostileParts)) {
    const times = parts.map((part) => ({part, time: timeOf(repeated(part, length))}));
    const [worst] = times.toSorted((one, other) => other.time - one.time);
    if (worst === undefined) continue;
    const alone = slowest(patterns, repeated(worst.part, length));
    console.log(`| ${family} | \`${JSON.stringify(worst.part)}\` | ${worst.time.toFixed(0)} | ${alone} |`);
  }
}

/** The expressions that are looked for all over a text. */
async function patternsOf(): Promise<RegExp[]> {
  const script = fileURLToPath(new URL('../test/redaction/built-expressions.ts', import.meta.url));
  const built = execFileSync(process.execPath, ['--import', 'tsx', script], {encoding: 'utf8', maxBuffer: 1 << 26});
  const all = [...(await writtenExpressions()), ...(JSON.parse(built) as Expression[])];
  const patterns = all.filter(({flags}) => flags.includes('g')).map(({source, flags}) => new RegExp(source, flags));
  return [...new Map(patterns.map((pattern) => [String(pattern), pattern])).values()];
}

function slowest(patterns: readonly RegExp[], text: string): string {
  const times = patterns.map((pattern) => {
    const search = () => {
      for (const match of text.matchAll(pattern)) void match;
    };
    return Math.min(cpuTime(search), cpuTime(search));
  });
  return Math.max(...times).toFixed(1);
}
