import type {CheckReport, Severity, Subject} from '../report.js';
import {countsOfWorkflows, failuresOf, type FoundFailure} from './failures.js';
import {oneLine} from './plain.js';
import {
  counted,
  countsText,
  coveredKinds,
  coveredText,
  leftOutLines,
  percent,
  placeText,
  seconds,
  subjectWords,
  trafficText,
  unlistedIn,
} from './wording.js';

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
  const head = [...headLines(report), ...(found.length === 0 ? [] : failureHead(report.subject))];
  const rows = found.map((one) => rowOf(columns[report.subject].map(({cell}) => cell(one))));
  const kept = fitting(head, rows, limit);
  const left = rows.length - kept.length;
  const last = left === 0 ? [] : ['', `${counted(left, 'more failure')} left out here: a summary has its limits.`];
  return [...head, ...kept, ...last].map((line) => `${line}\n`).join('');
}

function headLines(report: CheckReport): readonly string[] {
  const words = subjectWords[report.subject];
  const unlisted = unlistedIn(report);
  const notes = [
    ...(unlisted === 0 ? [] : [`${counted(unlisted, `more ${words.one}`)} judged and only counted.`]),
    ...leftOutLines(report.leftOut ?? []).map((line) => `Left out: ${line}`),
  ];
  return [
    `## ${words.command}: ${countsText(report.counts, words)}`,
    '',
    `${counted(report.counts.total, words.one)} in ${seconds(report.milliseconds)}, standin ${escapeMarkdown(report.version)}.`,
    '',
    ...notes.flatMap((note) => [escapeMarkdown(oneLine(note, cellLimit)), '']),
    ...tableHead(['Vendor', 'Target', report.subject === 'steps' ? 'Steps' : 'Requests', 'Coverage', 'Of these']),
    ...report.vendors.map(({title, target, workflows, coverage}) =>
      rowOf([
        title,
        target,
        countsText(countsOfWorkflows(workflows), words),
        percent(coverage.share),
        coveredKinds(coverage)
          .map(([kind, covered]) => `${kind} ${coveredText(covered)}`)
          .join(', '),
      ]),
    ),
  ];
}

/** A column of the table of failures. */
interface Column {
  readonly head: string;
  readonly cell: (found: FoundFailure) => string;
}

const severity: Column = {head: '', cell: ({failure}) => words[failure.severity]};
const operation: Column = {head: 'Operation', cell: ({vendor, step}) => `${vendor.vendor} ${step.operation}`};
const what: Column = {head: 'What', cell: ({failure}) => failure.message};
const at: Column = {head: 'At', cell: ({failure}) => failure.pointer};
const rule: Column = {
  head: 'Rule',
  cell: ({failure: {rules, mark}}) =>
    rules.length === 0 ? mark : rules.map(({id, mark: sure}) => `${id} (${sure})`).join(', '),
};
const saidIn: Column = {
  head: 'Said in',
  cell: ({failure: {spec, contract}}) => {
    const place = spec ?? contract;
    return place === undefined ? '' : placeText(place);
  },
};

const columns: Readonly<Record<Subject, readonly Column[]>> = {
  steps: [
    ...[severity, operation],
    {head: 'Workflow › step', cell: ({workflow, step}) => `${workflow.id} › ${step.id}`},
    ...[what, at],
    {head: 'Expected', cell: ({failure}) => failure.expected},
    {head: 'Got', cell: ({failure}) => failure.got},
    ...[rule, saidIn],
    {head: 'To repeat', cell: ({failure}) => failure.curl ?? ''},
  ],
  requests: [
    ...[severity, operation],
    {head: 'Request', cell: ({step: {id, request = '', status}}) => `${id}: ${request} → ${status ?? ''}`},
    ...[what, at],
    {head: 'Instead', cell: ({failure}) => failure.instead ?? ''},
    rule,
    {
      head: 'Sent in',
      cell: ({failure: {traffic, pointer}}) => (traffic === undefined ? '' : trafficText(traffic, pointer)),
    },
    saidIn,
  ],
};

function failureHead(subject: Subject): readonly string[] {
  return ['', ...tableHead(columns[subject].map(({head}) => head))];
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
