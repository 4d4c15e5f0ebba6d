import type {JsonValue} from '../../openapi/index.js';
import type {Difference, JournalEntry} from './entry.js';
import type {Matcher} from './pattern.js';
import {isMet, type Disorder, type Group, type Nearest, type Tally} from './verify.js';

/** Longest text of a value in a message. */
const longestValue = 120;

/** How many calls a message lists. */
const mostListed = 10;

/** Everything that a message can tell. */
export interface Findings {
  readonly tallies: readonly Tally[];
  readonly groups: readonly Group[];
  readonly nearest: readonly Nearest[];
  readonly disorder: Disorder | undefined;
  /** Calls that nobody expected; undefined when they may come. */
  readonly unexpected: readonly JournalEntry[] | undefined;
  /** How many older calls the journal has let go. */
  readonly dropped: number;
  readonly entryOf: (id: string) => JournalEntry | undefined;
}

/** Says what was expected and what came, in lines for people. */
export function messageOf(findings: Findings): string {
  const {tallies, groups, disorder, unexpected = [], dropped} = findings;
  const lines = groups.flatMap((group) => (isMet(group) ? [] : linesOf(group, findings)));
  if (disorder) lines.push(...orderLines(disorder, tallies));
  if (unexpected.length > 0) {
    lines.push(`Expected nothing else, got ${counted(unexpected.length, 'other call')}:`);
    lines.push(...listed(unexpected));
  }
  if (lines.length === 0) lines.push('All calls were as expected.');
  if (dropped > 0) lines.push(`The journal has let go of ${counted(dropped, 'older entry', 'older entries')}.`);
  return lines.join('\n');
}

/** A difference in one line: `method: expected PATCH, got GET`. */
export function textOf({member, expected, got, note}: Difference): string {
  const parts = [`expected ${shown(expected)}`, `got ${shown(got)}`];
  return `${member}: ${parts.join(', ')}${note === undefined ? '' : ` (${note})`}`;
}

function linesOf(group: Group, {nearest, entryOf}: Findings): string[] {
  const {matched, erased, matcher, request, max} = group;
  const came = matched.length === 0 ? 'none' : String(matched.length);
  const lines = [`Expected ${timesOf(group)} ${describe(matcher)}, got ${came}.`];
  if (erased.length > 0) {
    lines.push(`  ${counted(erased.length, 'more call')} may be meant, but what was expected of it was erased:`);
    lines.push(...listed(erased.map(({shown: entry}) => entry)));
  }
  if (matched.length > max) lines.push(...listed(matched.map(({shown: entry}) => entry)));
  const close = nearest.filter((one) => one.request === request);
  if (close.length > 0) lines.push('  The closest:');
  for (const {id, differences} of close) {
    const entry = entryOf(id);
    if (entry) lines.push(`  ${callOf(entry)}`);
    lines.push(...differences.map((difference) => `    ${textOf(difference)}`));
  }
  return lines;
}

function orderLines({request, after, before}: Disorder, tallies: readonly Tally[]): string[] {
  const expected = describe((tallies[request] as Tally).matcher);
  const place = after ? `after ${callOf(after.shown)}` : 'first';
  const came = before ? `, but it came before: ${callOf(before.shown)}` : ', but it did not come there';
  return [`Out of order: expected a call ${expected} (request ${request + 1}) ${place}${came}.`];
}

function listed(entries: readonly JournalEntry[]): string[] {
  const lines = entries.slice(0, mostListed).map((entry) => `  ${callOf(entry)}`);
  const more = entries.length - lines.length;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}

function callOf({id, vendor, request, response, operation}: JournalEntry): string {
  const name = operation === undefined ? '' : ` (${operation})`;
  return `${id} ${vendor} ${request.method} ${request.path}${name}, answered ${response.status}`;
}

function timesOf({min, max}: Tally): string {
  if (min === max) return max === 0 ? 'no call' : `exactly ${counted(max, 'call')}`;
  if (max === Infinity) return `at least ${counted(min, 'call')}`;
  return min === 0 ? `at most ${counted(max, 'call')}` : `${min} to ${max} calls`;
}

/** What is expected of a call, without the values that may be personal. */
function describe({pattern, path}: Matcher): string {
  const {vendor, operation, method, status, query, headers, body, where} = pattern;
  const named = [
    ...Object.keys(query ?? {}).map((name) => `query ${name}`),
    ...Object.keys(headers).map((name) => `header ${name}`),
    ...(body === undefined ? [] : ['a body']),
    ...(where === undefined ? [] : ['a JSONPath']),
  ];
  const words = [
    ...(method === undefined ? [] : [method.toUpperCase()]),
    ...(operation === undefined ? [] : [operation]),
    ...(path === undefined ? [] : [path]),
  ];
  return [
    words.length === 0 ? 'of any operation' : `of ${words.join(' ')}`,
    ...(vendor === undefined ? [] : [`at ${vendor}`]),
    ...(status === undefined ? [] : [`answered ${status.text}`]),
    ...(named.length === 0 ? [] : [`with ${named.join(', ')}`]),
  ].join(' ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === '') return 'an empty text';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
