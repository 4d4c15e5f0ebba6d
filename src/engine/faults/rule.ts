import {parseDuration} from '../../time/index.js';
import type {Wire} from '../request.js';
import type {Vendor} from '../vendor.js';
import {wireFaults, type Fault, type FaultSpec, type WireFault} from './fault.js';
import {nearest} from '../nearest.js';
import {hasWords, placesOf, statusesAt, type Wording} from './words.js';

/** A fault that was read and can be carried out. */
export interface Rule {
  /** As it was asked for, with what is meant by it. */
  readonly spec: Omit<Fault, 'id' | 'hits' | 'remaining'>;
  /** The status to answer; undefined for a thing of the wire. */
  readonly wording: Wording | undefined;
  /** What happens to the answer on its way. */
  readonly wire: Wire | undefined;
}

const longest = 'PT10M';
const mostCalls = 1_000_000;

/** What a thing of the wire takes when nothing is said. */
const defaults: Readonly<Partial<Record<WireFault, Pick<FaultSpec, 'delay' | 'for' | 'over'>>>> = {
  delay: {delay: 'PT2S'},
  drip: {over: 'PT2S'},
  timeout: {for: 'PT30S'},
};

/** The things of the wire that an answer is needed for. */
const needAnswer: readonly string[] = ['delay', 'drip', 'truncate'];

/**
 * Reads a fault.
 * @throws RangeError with a sentence that says what is wrong with it, and what there is instead.
 */
export function readFault(given: FaultSpec, vendors: readonly Vendor[]): Rule {
  const kind = wireFaults.find((one) => one === given.fault);
  const status = /^[45]\d\d$/.test(given.fault) ? Number(given.fault) : undefined;
  if (kind === undefined && status === undefined)
    throw new RangeError(
      `There is no fault ${JSON.stringify(given.fault)}: use a status such as 429, or ${wireFaults.join(', ')}.`,
    );
  checkParameters(given);
  const places = placesFor(given, vendors);
  const wording = status === undefined ? undefined : {status, html: given.html ?? false};
  if (wording) checkWords(wording, places, given);

  const spec = {...(kind && defaults[kind]), ...given, when: given.when ?? defaultWhen(given.fault)};
  return {spec, wording, wire: wireOf(spec, kind)};
}

function defaultWhen(fault: string): 'before' | 'after' {
  return needAnswer.includes(fault) || fault === 'timeout' ? 'after' : 'before';
}

function wireOf(spec: FaultSpec, kind: WireFault | undefined): Wire | undefined {
  const delay = lengthOf(spec.delay) + (kind === 'timeout' ? lengthOf(spec.for) : 0);
  const wire = {
    ...(delay > 0 && {delay}),
    ...((kind === 'reset' || kind === 'truncate') && {broken: kind}),
    ...((kind === 'empty' || kind === 'timeout') && {broken: 'empty' as const}),
    ...(kind === 'drip' && {over: lengthOf(spec.over)}),
  };
  return Object.keys(wire).length > 0 ? wire : undefined;
}

function lengthOf(duration: string | undefined): number {
  return duration === undefined ? 0 : (parseDuration(duration) as number);
}

function checkParameters(given: FaultSpec): void {
  const {fault, times, skip, every, probability, when} = given;
  checkCount('times', times, 1);
  checkCount('skip', skip, 0);
  checkCount('every', every, 1);
  if (probability !== undefined && !(probability >= 0 && probability <= 1))
    throw new RangeError(`"probability" cannot be ${String(probability)}: use a number from 0 to 1.`);
  if (when !== undefined && when !== 'before' && when !== 'after')
    throw new RangeError(`"when" cannot be ${JSON.stringify(when)}: use before or after.`);
  if (when === 'before' && needAnswer.includes(fault))
    throw new RangeError(`${fault} needs the vendor's answer, so the work is done before it: leave "when" out.`);
  for (const name of ['delay', 'for', 'over'] as const) checkDuration(name, given[name]);
  checkBelongs(given, 'for', fault === 'timeout', 'timeout');
  checkBelongs(given, 'over', fault === 'drip', 'drip');
  checkBelongs(given, 'html', /^\d/.test(fault), 'a status');
}

function checkCount(name: string, count: number | undefined, least: number): void {
  if (count === undefined || (Number.isInteger(count) && count >= least && count <= mostCalls)) return;
  throw new RangeError(`"${name}" cannot be ${String(count)}: use a whole number from ${least} to ${mostCalls}.`);
}

function checkDuration(name: string, text: string | undefined): void {
  const length = text === undefined ? 0 : parseDuration(text);
  if (length !== undefined && length <= lengthOf(longest)) return;
  throw new RangeError(`"${name}" cannot be ${JSON.stringify(text)}: use a duration such as PT2S, up to ${longest}.`);
}

function checkBelongs(given: FaultSpec, name: 'for' | 'over' | 'html', fits: boolean, to: string): void {
  if (given[name] === undefined || fits) return;
  throw new RangeError(`"${name}" belongs to ${to}, not to ${given.fault}: leave it out.`);
}

/** The places that a fault may hit. */
function placesFor({vendor, operation}: FaultSpec, vendors: readonly Vendor[]) {
  const chosen = vendor === undefined ? vendors : vendors.filter(({name}) => name === vendor);
  if (chosen.length === 0) {
    const names = nearest(
      String(vendor),
      vendors.map(({name}) => name),
    );
    throw new RangeError(`There is no vendor ${JSON.stringify(vendor)}; the nearest are ${names}.`);
  }
  const places = placesOf(chosen, operation);
  if (places.length > 0) return places;
  const ids = chosen.flatMap(({operationList}) => operationList.map(({id}) => id));
  const where = chosen.length === 1 ? ` at ${(chosen[0] as Vendor).title}` : '';
  throw new RangeError(
    `There is no operation ${JSON.stringify(operation)}${where}; the nearest are ${nearest(String(operation), ids)}.`,
  );
}

function checkWords(wording: Wording, places: ReturnType<typeof placesFor>, {operation}: FaultSpec): void {
  if (places.some((place) => hasWords(place, wording))) return;
  const {status, html} = wording;
  const titles = [...new Set(places.map(({vendor}) => vendor.title))];
  const who = titles.length === 1 ? `${titles[0] as string} has` : `${titles.join(', ')} have`;
  const what = html ? `no HTML page for ${status}` : `no words for ${status}`;
  const known = statusesAt(places, html);
  const advice = known === '' ? 'leave "html" out' : `use ${known}`;
  throw new RangeError(`${who} ${what}${operation === undefined ? '' : ` at ${operation}`}: ${advice}.`);
}
