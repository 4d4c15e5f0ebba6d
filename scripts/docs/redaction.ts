import {readLabelled} from '../../eval/redaction/labelled.js';
import {predict} from '../../eval/redaction/predict.js';
import {scoreOf} from '../../eval/redaction/score.js';

const sets = ['unseen', 'own', 'dev'];
const figures = /(<!-- figures[^>]*-->\n)[^]*?(<!-- \/figures -->)/;

/** The page about redaction with the figures of today in the place of those it has. */
export async function redactionPage(written: string): Promise<string> {
  const rows = await Promise.all(sets.map((name) => rowOf(name)));
  const table = [
    '| set | messages | entities | F1 strict | F1 overlap | mean over types, overlap | hidden | clean messages touched |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return written.replace(figures, (_, begin: string, end: string) => `${begin}\n${table.join('\n')}\n\n${end}`);
}

async function rowOf(name: string): Promise<string> {
  const messages = await readLabelled(new URL(`../../eval/redaction/${name}.jsonl`, import.meta.url));
  const score = scoreOf(messages, predict(messages));
  const cells = [
    `\`${name}.jsonl\``,
    score.messages,
    score.entities,
    percent(score.micro.strict.f1),
    percent(score.micro.overlap.f1),
    percent(score.macroF1.overlap),
    `${percent(score.hidden)} %`,
    `${score.cleanTouched} of ${score.clean}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
