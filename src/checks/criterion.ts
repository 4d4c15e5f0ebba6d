import {valueAt, type JsonValue} from '../openapi/index.js';
import type {RecordedExchange} from '../traffic/exchange.js';
import type {ExecutedCheck} from './respect/results.js';

/** What a failed criterion asked for, and what was there. */
export interface Unmet {
  /** JSON pointer into the answer's body; empty for the answer as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly got: string;
}

/** Tells a failed success criterion in the terms of the answer. */
export function unmetBy({condition = '', message}: ExecutedCheck, {response}: RecordedExchange): Unmet {
  const status = /^\$statusCode\s*(==|!=|<=?|>=?)\s*(\d+)$/.exec(condition);
  if (status)
    return {pointer: '', expected: `status ${relation(status[1])}${status[2]}`, got: `status ${response.status}`};
  const body = parsed(response.body);
  const member = /^\$response\.body#(\S*)\s*(==|!=|<=?|>=?)\s*(.+)$/.exec(condition);
  if (member) {
    const [, pointer = '', operator, value = ''] = member;
    return {pointer, expected: `${relation(operator)}${value}`, got: shown(valueAt(body, pointer))};
  }
  const [, pointer] = /"context":"\$response\.body#([^"]*)"/.exec(message) ?? [];
  if (pointer !== undefined) return {pointer, expected: condition, got: shown(valueAt(body, pointer))};
  return {pointer: '', expected: condition, got: shown(body)};
}

function relation(operator: string | undefined): string {
  if (operator === '==' || operator === undefined) return '';
  return operator === '!=' ? 'not ' : `${operator} `;
}

/** A body as its JSON, or as the text it is. */
export function parsed(body: string | undefined): JsonValue | undefined {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return body;
  }
}

const longest = 120;

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
