import {expect, it} from 'vitest';
import {floors} from '../../eval/redaction/floors.js';
import {readLabelled} from '../../eval/redaction/labelled.js';
import {predict} from '../../eval/redaction/predict.js';
import {scoreOf} from '../../eval/redaction/score.js';

it.each(Object.entries(floors))('reads %s.jsonl as well as it once did', async (name, floor) => {
  const messages = await readLabelled(new URL(`../../eval/redaction/${name}.jsonl`, import.meta.url));
  const {micro, macroF1, hidden, cleanTouched} = scoreOf(messages, await predict(messages));
  expect(micro.strict.f1).toBeGreaterThanOrEqual(floor.strict);
  expect(micro.overlap.f1).toBeGreaterThanOrEqual(floor.overlap);
  expect(macroF1.overlap).toBeGreaterThanOrEqual(floor.macroOverlap);
  expect(hidden).toBeGreaterThanOrEqual(floor.hidden);
  expect(cleanTouched).toBeLessThanOrEqual(floor.cleanTouched);
});
