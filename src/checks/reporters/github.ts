import type {CheckReport, Severity} from '../report.js';
import {failuresOf, ofSeverity, placeOf, type FoundFailure} from './failures.js';
import {oneLine, shorten} from './plain.js';
import {detailLines, leftOutLines} from './wording.js';

/** GitHub shows ten annotations of each kind for a step, and drops the others without a word. */
const shown = 10;

/** In the order in which they are written: the worst first. */
const commands: readonly (readonly [Severity, command: string, many: string])[] = [
  ['broken', 'error', 'broken'],
  ['error', 'warning', 'not carried out'],
  ['learned', 'notice', 'learned'],
];

/**
 * Annotations for GitHub Actions as workflow commands: `error` for what is broken, `warning` for what could not be carried
 * out, `notice` for what was learned; ten of each kind at most, and lines at the end that count the others and what was left
 * out. Empty when there is nothing to say.
 */
export function githubReport(report: CheckReport): string {
  const found = failuresOf(report);
  const kinds = commands.map(([severity, command, many]) => ({command, many, all: ofSeverity(found, severity)}));
  const lines = kinds.flatMap(({command, all}) => all.slice(0, shown).map((one) => commandOf(command, one)));
  const left = kinds
    .filter(({all}) => all.length > shown)
    .map(({many, all}) => `${all.length - shown} more ${many}`)
    .join(', ');
  const last = left === '' ? [] : [`Without an annotation: ${left}. The summary of the step has them.`];
  const leftOut = leftOutLines(report.leftOut ?? []).map((line) => `Left out: ${line}`);
  return [...lines, ...last, ...leftOut].map((line) => `${line}\n`).join('');
}

function commandOf(command: string, found: FoundFailure): string {
  const {vendor, step, failure} = found;
  const place = placeOf(failure);
  const properties: readonly (readonly [string, string | number])[] = [
    ...(place === undefined
      ? []
      : ([
          ['file', oneLine(place.file)],
          ['line', place.line],
          ['col', place.column],
        ] as const)),
    ['title', shorten(oneLine(`${vendor.title}: ${step.operation}, ${failure.check}`), 200)],
  ];
  const told = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${command} ${told}::${escapeData([oneLine(failure.message), ...detailLines(found)].join('\n'))}`;
}

/** Source: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
