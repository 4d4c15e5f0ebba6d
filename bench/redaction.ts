import {execFileSync} from 'node:child_process';
import {readLabelled, type LabelledMessage} from '../eval/redaction/labelled.js';
import {scoreOf} from '../eval/redaction/score.js';
import {hostileParts, repeated} from '../test/redaction/hostile-texts.js';
import {medianOf} from './growth.js';
import {readers, type Reader} from './redaction-readers.js';

const rounds = Number(process.env.ROUNDS ?? 5);
/** As long as the hostile texts are. */
const length = 100_000;

/**
 * Measures the redaction beside its peers: how well each reads `eval/redaction/dev.jsonl` and `unseen.jsonl`, CPU time of a
 * message and of an import; and what a hostile text of 100 kB costs the stand-in.
 */
export async function measureRedaction(): Promise<void> {
  const sets = await Promise.all(['dev', 'unseen'].map((name) => setOf(name)));
  const compared = await readers();
  console.log(
    '\n| | F1 strict, dev | overlap, dev | strict, unseen | overlap, unseen | ms of CPU for a message | ms of CPU to import |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const reader of compared) {
    const scores = sets.map((set) => {
      const {micro} = scoreOf(
        set,
        set.map(({text}) => reader.read(text)),
      );
      return `${percent(micro.strict.f1)} | ${percent(micro.overlap.f1)}`;
    });
    const message = messageTime(reader, sets.flat());
    console.log(
      `| ${reader.name} | ${scores.join(' | ')} | ${message.toFixed(3)} | ${importTime(reader).toFixed(0)} |`,
    );
  }
  printHostile(compared[0] as Reader, sets.flat());
}

function setOf(name: string): Promise<LabelledMessage[]> {
  return readLabelled(new URL(`../eval/redaction/${name}.jsonl`, import.meta.url));
}

/** Milliseconds of CPU for one message, once everything is warm. */
function messageTime({read}: Reader, messages: readonly LabelledMessage[]): number {
  const once = () => {
    for (const {text} of messages) read(text);
  };
  once();
  return medianOf(Array.from({length: rounds}, () => cpuTime(once))) / messages.length;
}

/** Milliseconds of CPU to import it in a fresh process, without the start of the process. */
function importTime({url}: Reader): number {
  const program = `
    const before = process.cpuUsage();
    await import(${JSON.stringify(url)});
    const {user, system} = process.cpuUsage(before);
    console.log((user + system) / 1000);
  `;
  const run = () => Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], {encoding: 'utf8'}));
  return medianOf(Array.from({length: rounds}, run));
}

/** For each family the part that costs most, beside ordinary text of the same length. */
function printHostile({read}: Reader, messages: readonly LabelledMessage[]): void {
  const ordinary = repeated(messages.map(({text}) => `${text}\n`).join(''), length).slice(0, length);
  const ordinaryTime = medianOf(Array.from({length: 3}, () => cpuTime(() => read(ordinary))));
  console.log(`\n| text of ${length / 1000} kB | worst part | ms of CPU, all layers together |`);
  console.log('|---|---|---|');
  console.log(`| ordinary messages | | ${ordinaryTime.toFixed(0)} |`);
  for (const [family, parts] of Object.entries(hostileParts)) {
    const times = parts.map((part) => {
      const text = repeated(part, length);
      return {part, time: medianOf(Array.from({length: 3}, () => cpuTime(() => read(text))))};
    });
    const [worst] = times.toSorted((one, other) => other.time - one.time);
    if (worst) console.log(`| ${family} | \`${JSON.stringify(worst.part)}\` | ${worst.time.toFixed(0)} |`);
  }
}

function cpuTime(something: () => void): number {
  const before = process.cpuUsage();
  something();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
