import {isObject} from '../../openapi/index.js';
import type {CheckReport} from '../report.js';

/** Names of the formats. */
const formats = {steps: 'standin-check/1', requests: 'standin-judge/1'} as const;

/** Keys that come first, in this order; all others follow by the alphabet. */
const first = [
  'format',
  'id',
  'vendor',
  'title',
  'target',
  'version',
  'startedAt',
  'milliseconds',
  'counts',
  'total',
  'operation',
  'outcome',
  'check',
  'severity',
  'message',
];

/** The report itself. Keys have one order, whatever order they were made in, so that two reports can be compared as text. */
export function jsonReport(report: CheckReport): string {
  return `${JSON.stringify({format: formats[report.subject], ...report}, inOrder, 2)}\n`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => compare(one, other)));
}

function compare(one: string, other: string): number {
  const difference = rankOf(one) - rankOf(other);
  if (difference !== 0) return difference;
  return one < other ? -1 : 1;
}

function rankOf(key: string): number {
  const rank = first.indexOf(key);
  return rank === -1 ? first.length : rank;
}
