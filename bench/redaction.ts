import {execFileSync} from 'node:child_process';
import {readLabelled, type LabelledMessage} from '../eval/redaction/labelled.js';
import {scoreOf} from '../eval/redaction/score.js';
import {cpuTime} from './cpu-time.js';
import {medianOf} from './growth.js';
import {printHostile} from './redaction-hostile.js';
import {readers, type Reader} from './redaction-readers.js';

const rounds = Number(process.env.ROUNDS ?? 5);

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
  await printHostile(compared[0] as Reader, sets.flat());
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

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
