import {modes, type Rates, type Score, type ScoreError} from './score.js';

/** The score as a table for people. */
export function reportOf({types, micro, macroF1, ...score}: Score): string {
  const rows = Object.entries(types).map(([type, {gold, found, ...rates}]) => row(type, gold, found, rates));
  const found = Object.values(types).reduce((sum, type) => sum + type.found, 0);
  return [
    `${'type'.padEnd(24)} gold found   strict P      R     F1   overlap P      R     F1`,
    ...rows,
    row('all', score.entities, found, micro),
    '',
    `mean F1 over the types: strict ${percent(macroF1.strict).trim()}, overlap ${percent(macroF1.overlap).trim()}`,
    `hidden: ${percent(score.hidden).trim()} % of the characters of entities, ${percent(score.hiddenTooMuch).trim()} % of all others; ${score.untouched} of ${score.entities} entities untouched`,
    `clean messages touched: ${score.cleanTouched} of ${score.clean}`,
    '',
  ].join('\n');
}

/** One error as a line. */
export function errorLine({kind, type, start, end, message}: ScoreError): string {
  return `${kind} ${message.id} ${type} «${message.text.slice(start, end)}» in: ${JSON.stringify(message.text)}`;
}

function row(name: string, gold: number, found: number, rates: Readonly<Record<'strict' | 'overlap', Rates>>): string {
  const cells = modes.map((mode) => {
    const {precision, recall, f1} = rates[mode];
    return `   ${percent(precision).padStart(8)} ${percent(recall)} ${percent(f1)}`;
  });
  return `${name.padEnd(24)} ${String(gold).padStart(4)} ${String(found).padStart(5)}${cells.join('')}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(6);
}
