import type {Coverage, Covered} from '../coverage.js';
import type {CheckReport, Counts, LeftOutReport, Place, RuleReference, Subject, TrafficPlace} from '../report.js';
import type {FoundFailure} from './failures.js';
import {oneLine} from './plain.js';

/** What a report about something calls it. */
export interface SubjectWords {
  /** The command whose report it is. */
  readonly command: string;
  /** One of what is counted. */
  readonly one: string;
  /** What the coverage of the vendor's document is called. */
  readonly coverage: string;
}

/** What reports call what they are about. */
export const subjectWords: Readonly<Record<Subject, SubjectWords>> = {
  steps: {command: 'standin check', one: 'step', coverage: 'Coverage'},
  requests: {command: 'standin judge', one: 'request', coverage: 'Of the document the client used'},
};

/** `specs/dixa/openapi.yaml:812:15` */
export function placeText({file, line, column}: Place): string {
  return `${oneLine(file)}:${line}:${column}`;
}

/**
 * `traffic.har:88:11 (/log/entries/3/request/url)`; of a journal, which has no lines, `http://… (/request/path)`.
 * @param told a pointer that stands beside it already, and is not repeated.
 */
export function trafficText({file, line, column, pointer}: TrafficPlace, told = ''): string {
  const where = line === undefined ? oneLine(file) : placeText({file, line, column: column ?? 1});
  return pointer === told || pointer === '' ? where : `${where} (${oneLine(pointer)})`;
}

/** What was not judged, by reasons, the most frequent first: `9 × Its host is no vendor's.` */
export function leftOutLines(leftOut: readonly LeftOutReport[]): readonly string[] {
  return [...leftOut]
    .sort((one, other) => other.count - one.count)
    .map(({why, count, first}) => {
      const at = first === undefined ? '' : `, ${count === 1 ? 'at' : 'the first at'} ${trafficText(first)}`;
      return `${count} × ${oneLine(why)}${at}`;
    });
}

/** How many requests were judged and are only counted, over all vendors. */
export function unlistedIn({vendors}: CheckReport): number {
  return vendors.reduce((sum, {workflows}) => sum + workflows.reduce((all, one) => all + (one.more?.total ?? 0), 0), 0);
}

/** `DIXA-28 (documented): A second request is refused. https://…` */
export function ruleText({id, mark, statement, source}: RuleReference): string {
  return oneLine(`${id} (${mark}): ${statement}${source === undefined ? '' : ` ${source}`}`);
}

/** All that is known of a failure, as labels and one-line values, in the order in which a reader asks. */
export function detailsOf({
  workflow,
  step,
  failure,
}: FoundFailure): readonly (readonly [label: string, value: string])[] {
  const answer = step.status === undefined ? '' : ` → ${step.status}`;
  const {traffic} = failure;
  const whole = traffic === undefined ? 'the answer as a whole' : 'the request as a whole';
  return [
    ['operation', `${step.operation} (${traffic === undefined ? `${workflow.id} › ` : ''}${step.id})`],
    ...(step.request === undefined ? [] : [['request', `${step.request}${answer}`] as const]),
    ['at', failure.pointer === '' && step.status !== undefined ? whole : failure.pointer],
    ['expected', failure.expected],
    ['got', failure.got],
    ['instead', failure.instead ?? ''],
    ['sent in', traffic === undefined ? '' : trafficText(traffic, failure.pointer)],
    ...(failure.spec === undefined ? [] : [['spec', placeText(failure.spec)] as const]),
    ...(failure.contract === undefined ? [] : [['contract', placeText(failure.contract)] as const]),
    ...(failure.rules.length === 0
      ? [['mark', failure.mark] as const]
      : failure.rules.map((rule) => ['rule', ruleText(rule)] as const)),
    ...(failure.curl === undefined ? [] : [['repeat', failure.curl] as const]),
  ]
    .filter(([, value]) => value !== '')
    .map(([label, value]) => [label, oneLine(value)] as const);
}

/** The details as lines, labels in one column. */
export function detailLines(found: FoundFailure): readonly string[] {
  return detailsOf(found).map(([label, value]) => `${label.padEnd(9)} ${value}`);
}

/** `8 passed, 2 broken`; what there is none of is left out. */
export function countsText(
  {total, passed, broken, learned, error, skipped}: Counts,
  {one}: Pick<SubjectWords, 'one'>,
): string {
  const parts = [
    [passed, 'passed'],
    [broken, 'broken'],
    [error, 'could not run'],
    [learned, 'learned'],
    [skipped, 'skipped'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return total === 0 ? `no ${one}s` : told.join(', ');
}

/** The kinds of things that coverage counts, with their names for people. */
export function coveredKinds(coverage: Coverage): readonly (readonly [kind: string, covered: Covered])[] {
  return [
    ['operations', coverage.operations],
    ['statuses', coverage.statuses],
    ['media types', coverage.mediaTypes],
    ['parameters', coverage.parameters],
    ['refusals', coverage.refusals],
  ];
}

/** A share from 0 to 1 as whole percent, rounded down: 100 % means all of it. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** `12 of 14 (85 %)`; where there was nothing to cover, `none to cover`. */
export function coveredText({covered, total}: Covered): string {
  return total === 0 ? 'none to cover' : `${covered} of ${total} (${percent(covered / total)})`;
}

/** `1 step`, `2 steps` */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `12.3 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
