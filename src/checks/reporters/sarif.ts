import {sha256} from '@noble/hashes/sha2';
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils';
import type {CheckReport, Place, TrafficPlace} from '../report.js';
import {failuresOf, type FoundFailure} from './failures.js';
import type {ReportOptions} from './options.js';
import {oneLine, wellFormed} from './plain.js';
import {ruleIdOf, rulesOf, type SarifRule} from './sarif-rules.js';
import {detailsOf, leftOutLines} from './wording.js';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const levels = {broken: 'error', learned: 'note', error: 'error'} as const;

/**
 * SARIF 2.1.0, one run. Results are broken contracts (`error`) and what was learned (`note`); steps that could not be carried
 * out are notifications of the invocation, which then was not successful; what was left out are notes there. Files are relative
 * to `SRCROOT`, the package; those with a client's requests are named as they were given. A failure keeps its fingerprint from
 * run to run.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: CheckReport, {homepage}: ReportOptions = {}): string {
  const found = failuresOf(report);
  const rules = rulesOf(found);
  const indexes = new Map(rules.map(({id}, index) => [id, index]));
  const judged = withFingerprints(found.filter(({failure}) => failure.severity !== 'error'));
  const run = {
    tool: {driver: driverOf(report, rules, homepage)},
    invocations: [invocationOf(report, found, indexes)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      SRCROOT: {description: {text: 'The folder of the package that has the folders specs and contracts.'}},
    },
    results: judged.map((one) => resultOf(one, indexes)),
  };
  return `${JSON.stringify({$schema: schema, version: '2.1.0', runs: [run]}, undefined, 2)}\n`;
}

function driverOf({version}: CheckReport, rules: readonly SarifRule[], homepage: string | undefined): object {
  return {
    name: 'standin',
    ...(homepage === undefined ? {} : {informationUri: homepage}),
    semanticVersion: version,
    rules,
  };
}

function invocationOf(
  report: CheckReport,
  found: readonly FoundFailure[],
  indexes: ReadonlyMap<string, number>,
): object {
  const failed = found.filter(({failure}) => failure.severity === 'error');
  const start = Date.parse(report.startedAt);
  const times = Number.isNaN(start)
    ? {}
    : {startTimeUtc: timeText(start), endTimeUtc: timeText(start + report.milliseconds)};
  return {
    executionSuccessful: failed.length === 0 && report.counts.error === 0,
    ...times,
    toolExecutionNotifications: [
      ...failed.map((one) => ({
        level: levels.error,
        message: messageOf(one),
        associatedRule: {id: ruleIdOf(one), index: indexes.get(ruleIdOf(one))},
        locations: [locationOf(one)],
      })),
      ...leftOutLines(report.leftOut ?? []).map((line) => ({level: 'note', message: {text: `Left out: ${line}`}})),
    ],
  };
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function resultOf({found, fingerprint}: Fingerprinted, indexes: ReadonlyMap<string, number>): object {
  const {failure} = found;
  const related = relatedTo(found);
  return {
    ruleId: ruleIdOf(found),
    ruleIndex: indexes.get(ruleIdOf(found)),
    level: levels[failure.severity],
    message: messageOf(found),
    locations: [locationOf(found)],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: [{id: 1, physicalLocation: physical(related.place), message: {text: related.text}}],
        }),
    // The second is the one by which GitHub knows an alert again.
    partialFingerprints: {'standinFailure/v1': fingerprint, primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`},
    properties: {check: failure.check, mark: failure.mark, rules: failure.rules.map(({id}) => id)},
  };
}

/** What a reader may look at as well. */
function relatedTo({failure: {traffic, spec, contract}}: FoundFailure): {place: Place; text: string} | undefined {
  if (traffic !== undefined) return spec && {place: spec, text: "The vendor's document."};
  return spec && contract && {place: contract, text: 'The step of the workflow.'};
}

/** The sentence first: lists show no more than the first line. */
function messageOf(found: FoundFailure): {readonly text: string} {
  const details = detailsOf(found).map(([label, value]) => `${label}: ${value}`);
  return {text: [oneLine(found.failure.message), ...details].join('\n')};
}

/**
 * A request is found in what the client sent. GitHub takes no result without a file, so a failure that names no place is at the
 * top of its workflow or document.
 */
function locationOf({vendor, workflow, step, failure}: FoundFailure): object {
  const top = {file: workflow.file ?? `specs/${vendor.vendor}/openapi.yaml`, line: 1, column: 1};
  return {
    physicalLocation: failure.traffic
      ? physicalTraffic(failure.traffic)
      : physical(failure.spec ?? failure.contract ?? top),
    logicalLocations: [
      {
        fullyQualifiedName: oneLine(`${vendor.vendor}/${workflow.id}/${step.id}`),
        kind: 'function',
        name: oneLine(step.id),
      },
    ],
  };
}

function physical({file, line, column}: Place): object {
  return {
    artifactLocation: {uri: relativeUri(file), uriBaseId: 'SRCROOT'},
    region: {startLine: Math.max(1, line), startColumn: Math.max(1, column)},
  };
}

function physicalTraffic({file, line = 1, column = 1}: TrafficPlace): object {
  return {
    artifactLocation: {uri: givenUri(file)},
    region: {startLine: Math.max(1, line), startColumn: Math.max(1, column)},
  };
}

/** An address as it is; a file as it was named, relative to where the command was run unless it was absolute. */
function givenUri(file: string): string {
  if (/^https?:\/\//.test(file) && URL.canParse(file)) return new URL(file).href;
  const path = wellFormed(file).replaceAll('\\', '/');
  const isAbsolute = path.startsWith('/');
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(encodeURIComponent(segment));
    else if (segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (!isAbsolute) segments.push('..');
  }
  // Neither the format nor GitHub takes an address without a letter.
  return (isAbsolute ? 'file:///' : '') + (segments.join('/') || 'unnamed');
}

function relativeUri(file: string): string {
  const segments = wellFormed(file)
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment));
  return segments.map((segment) => encodeURIComponent(segment)).join('/');
}

interface Fingerprinted {
  readonly found: FoundFailure;
  readonly fingerprint: string;
}

/**
 * A hash of what a failure is about, without what it got. Failures about the same are numbered in their order. Requests come in
 * another order each time, and tokens have another key: neither tells failures apart.
 */
function withFingerprints(all: readonly FoundFailure[]): readonly Fingerprinted[] {
  const seen = new Map<string, number>();
  return all.map((found) => {
    const {vendor, workflow, step, failure} = found;
    const place = [vendor.vendor, workflow.id, ...(failure.traffic ? [] : [step.id]), step.operation];
    const pointer = failure.traffic ? failure.pointer.replace(/tok_[0-9a-f]{16}/g, 'tok') : failure.pointer;
    const about = JSON.stringify([...place, failure.check, pointer, failure.rules.map(({id}) => id)]);
    const number = seen.get(about) ?? 0;
    seen.set(about, number + 1);
    return {found, fingerprint: bytesToHex(sha256(utf8ToBytes(`${about}${number === 0 ? '' : number}`)))};
  });
}
