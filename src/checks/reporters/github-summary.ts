import type {CheckReport, Severity} from '../report.js';
import {countsOf, failuresOf, placeOf, type FoundFailure} from './failures.js';
import {oneLine} from './plain.js';
import {counted, countsText, coveredKinds, coveredText, percent, placeText, seconds} from './wording.js';

/** Bytes; GitHub refuses a step's summary of more than 1 MiB as a whole. Some are left to what else a step has to say. */
const defaultLimit = 1_000_000;

/** Letters of one value in a table. */
const cellLimit = 500;

const words: Readonly<Record<Severity, string>> = {
  broken: '❌ broken',
  error: '⚠️ could not run',
  learned: '💡 learned',
};

/**
 * Markdown for the summary of a step in GitHub Actions: the totals, a table of the vendors, and a table of every failure,
 * the worst first. What does not fit into `limit` bytes is left out and counted.
 */
export function githubSummary(report: CheckReport, {limit = defaultLimit}: {readonly limit?: number} = {}): string {
  const found = failuresOf(report);
  const head = [...headLines(report), ...(found.length === 0 ? [] : failureHead)];
  const rows = found.map(failureRow);
  const kept = fitting(head, rows, limit);
  const left = rows.length - kept.length;
  const last = left === 0 ? [] : ['', `${counted(left, 'more failure')} left out here: a summary has its limits.`];
  return [...head, ...kept, ...last].map((line) => `${line}\n`).join('');
}

function headLines(report: CheckReport): readonly string[] {
  return [
    `## standin check: ${countsText(report.counts)}`,
    '',
    `${counted(report.counts.total, 'step')} in ${seconds(report.milliseconds)}, standin ${escapeMarkdown(report.version)}.`,
    '',
    ...tableHead(['Vendor', 'Target', 'Steps', 'Coverage', 'Of these']),
    ...report.vendors.map(({title, target, workflows, coverage}) =>
      rowOf([
        title,
        target,
        countsText(countsOf(workflows.flatMap(({steps}) => steps))),
        percent(coverage.share),
        coveredKinds(coverage)
          .map(([kind, covered]) => `${kind} ${coveredText(covered)}`)
          .join(', '),
      ]),
    ),
  ];
}

const failureHead = [
  '',
  ...tableHead(['', 'Operation', 'Workflow › step', 'What', 'At', 'Expected', 'Got', 'Rule', 'Said in', 'To repeat']),
];

function failureRow({vendor, workflow, step, failure}: FoundFailure): string {
  const place = placeOf(failure);
  const rules = failure.rules.map(({id, mark}) => `${id} (${mark})`).join(', ');
  return rowOf([
    words[failure.severity],
    `${vendor.vendor} ${step.operation}`,
    `${workflow.id} › ${step.id}`,
    failure.message,
    failure.pointer,
    failure.expected,
    failure.got,
    rules === '' ? failure.mark : rules,
    place === undefined ? '' : placeText(place),
    failure.curl ?? '',
  ]);
}

/** As many rows as fit, with room for the line that counts the others. */
function fitting(head: readonly string[], rows: readonly string[], limit: number): readonly string[] {
  let room = limit - head.reduce((sum, line) => sum + bytesOf(line), 0) - 100;
  const end = rows.findIndex((row) => (room -= bytesOf(row)) < 0);
  return end === -1 ? rows : rows.slice(0, end);
}

/** With its line end. */
function bytesOf(line: string): number {
  return new TextEncoder().encode(line).length + 1;
}

function tableHead(names: readonly string[]): readonly string[] {
  return [`| ${names.join(' | ')} |`, `|${names.map(() => ' --- |').join('')}`];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escapeMarkdown(oneLine(cell, cellLimit))).join(' | ')} |`;
}

/** Character references, since they have no meaning in any dialect of Markdown: neither in tables nor in HTML. */
function escapeMarkdown(text: string): string {
  return text.replace(/[&<>|`*_[\]\\~!@$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
