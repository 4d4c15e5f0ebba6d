/**
 * Prints, as JSON, the regular expressions that the detector puts together from parts, whether when it loads or when it
 * reads. A process of its own, since a module is loaded once and the constructor is everybody's.
 */
import {readLabelled} from '../../eval/redaction/labelled.js';
import type {Expression} from './written-expressions.js';

const made = new Map<string, Expression>();
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, [from, flags]: [string | RegExp, string?]) {
    const expression = new target(from, flags);
    made.set(String(expression), {source: expression.source, flags: expression.flags});
    return expression;
  },
});

const {predict} = await import('../../eval/redaction/predict.js');
await predict(await readLabelled(new URL('../../eval/redaction/dev.jsonl', import.meta.url)));
process.stdout.write(JSON.stringify([...made.values()]));
