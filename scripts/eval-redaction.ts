/** `npm run eval:redaction [file] [-- --json] [--errors N]`: how well the detector reads a set. Default: `eval/redaction/dev.jsonl`. */
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {readLabelled} from '../eval/redaction/labelled.js';
import {predict} from '../eval/redaction/predict.js';
import {errorLine, reportOf} from '../eval/redaction/report.js';
import {scoreOf} from '../eval/redaction/score.js';

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {json: {type: 'boolean', default: false}, errors: {type: 'string', default: '0'}},
});
const [file = fileURLToPath(new URL('../eval/redaction/dev.jsonl', import.meta.url))] = positionals;
const messages = await readLabelled(file);
const {errors, ...score} = scoreOf(messages, predict(messages));
const shown = errors.slice(0, Number(values.errors)).map(errorLine);
process.stdout.write(
  values.json
    ? `${JSON.stringify(score, null, 2)}\n`
    : `${reportOf({...score, errors})}${shown.map((line) => `${line}\n`).join('')}`,
);
