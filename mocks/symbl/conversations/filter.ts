import {parse} from '@rsql/parser';
import type {Conversation} from '../entities.js';
import {instantOf} from '../times.js';

/** Whether a conversation is among those that were asked for. */
export type Filter = (conversation: Conversation) => boolean;

type Expression = ReturnType<typeof parse>;
type Comparison = Extract<Expression, {type: 'COMPARISON'}>;

/** A filter may speak of so many different fields, however often. */
const maxFields = 2;

const fields = new Set(['id', 'type', 'name', 'startTime', 'endTime']);
const times = new Set(['startTime', 'endTime']);

/**
 * Reads a filter such as `conversation.metadata.agentId==johndoe;conversation.startTime>2021-08-01T00:00:00.000Z`: RSQL
 * without OR, on two fields at most.
 * @returns undefined when it is none, or speaks of something that a conversation does not have.
 */
export function readFilter(text: string): Filter | undefined {
  const comparisons = comparisonsIn(text);
  if (comparisons === undefined) return undefined;
  if (new Set(comparisons.map(({left}) => left.selector)).size > maxFields) return undefined;
  const tests = comparisons.map(testOf);
  if (!tests.every((test) => test !== undefined)) return undefined;
  return (conversation) => tests.every((test) => test(conversation));
}

/** The field that a name stands for: `startTime` or `metadata.agentId`; undefined when there is none of that name. */
export function fieldOf(name: string): string | undefined {
  const [, field = ''] = /^conversation\.(.+)$/.exec(name) ?? [];
  // So the page itself calls it where it tells the default.
  if (field === 'startDate') return 'startTime';
  return fields.has(field) || field.startsWith('metadata.') ? field : undefined;
}

/** What a conversation has there, as text; undefined when it has nothing that can be compared. */
export function valueOf(conversation: Conversation, field: string): string | undefined {
  const label = field.startsWith('metadata.') ? field.slice('metadata.'.length) : undefined;
  const value = label === undefined ? conversation[field as 'id'] : ownOf(conversation.metadata, label);
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

/** All comparisons of an expression, which hold together; undefined for one with an OR, or that is no RSQL. */
function comparisonsIn(text: string): readonly Comparison[] | undefined {
  const found: Comparison[] = [];
  const waiting: Expression[] = [];
  try {
    waiting.push(parse(text));
  } catch {
    return undefined;
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'COMPARISON') found.push(next);
    else if (next.operator === ';' || next.operator === 'and') waiting.push(next.left, next.right);
    else return undefined;
  }
  return found;
}

function testOf({left, operator, right}: Comparison): Filter | undefined {
  const field = fieldOf(left.selector);
  const compare = comparers[operator];
  if (field === undefined || compare === undefined) return undefined;
  const isList = Array.isArray(right.value);
  if (isList && !lists.has(operator)) return undefined;
  const isTime = times.has(field);
  const wanted = (isList ? (right.value as string[]) : [right.value as string]).map((text) => keyOf(text, isTime));
  if (!wanted.every((key) => key !== undefined)) return undefined;
  return (conversation) => {
    const value = valueOf(conversation, field);
    return compare(value === undefined ? undefined : keyOf(value, isTime), wanted);
  };
}

type Key = string | number;
type Comparer = (value: Key | undefined, wanted: readonly Key[]) => boolean;

/** Times are compared as instants, however they are written. */
function keyOf(text: string, isTime: boolean): Key | undefined {
  return isTime ? instantOf(text) : text;
}

const isIn: Comparer = (value, wanted) => value !== undefined && wanted.includes(value);
const isOut: Comparer = (value, wanted) => !isIn(value, wanted);
const ordered =
  (holds: (value: Key, bound: Key) => boolean): Comparer =>
  (value, [bound]) =>
    value !== undefined && bound !== undefined && holds(value, bound);
const isLess = ordered((value, bound) => value < bound);
const isAtMost = ordered((value, bound) => value <= bound);
const isMore = ordered((value, bound) => value > bound);
const isAtLeast = ordered((value, bound) => value >= bound);

const lists = new Set(['=in=', '=out=']);
const comparers: Readonly<Record<string, Comparer>> = {
  '==': isIn,
  '!=': isOut,
  '=in=': isIn,
  '=out=': isOut,
  '<': isLess,
  '=lt=': isLess,
  '<=': isAtMost,
  '=le=': isAtMost,
  '>': isMore,
  '=gt=': isMore,
  '>=': isAtLeast,
  '=ge=': isAtLeast,
};

function ownOf(labels: Conversation['metadata'], label: string): unknown {
  return labels && Object.hasOwn(labels, label) ? labels[label] : undefined;
}
