import type {Operation} from '../../openapi/index.js';
import type {Vendor} from '../vendor.js';
import {Aligner, type Step, type TemplateSegment} from './alignment.js';
import type {Difference, NearMiss} from './entry.js';
import type {RequestMask} from './request-mask.js';

/** How many operations are told. */
const most = 3;

/** From here on two paths have nothing to do with each other. */
const tooFar = 2.5;

/** What is so much further than the closest only distracts. */
const distracting = 0.5;

/** Longest path that is looked at, in segments. */
const longestPath = 20;

const otherMethod = 0.5;
const otherVendor = 1;

interface Candidate {
  readonly vendor: Vendor;
  readonly operation: Operation;
  readonly template: readonly TemplateSegment[];
}

/** A request that no operation matched. */
export interface Lost {
  readonly method: string;
  /** The path as that vendor would know it. */
  readonly path: string;
  /** How the journal of the vendor that was asked shows what was sent. */
  readonly mask: RequestMask;
}

/** A candidate, laid beside the path. */
interface Neighbour extends Candidate {
  readonly segments: readonly string[];
  readonly steps: readonly Step[];
}

/** Finds the operations that come closest to a request for which there is none, at any vendor. */
export class NearMisses {
  readonly #vendors: readonly Vendor[];
  #candidates: readonly Candidate[] | undefined;

  constructor(vendors: readonly Vendor[]) {
    this.#vendors = vendors;
  }

  /** The closest first; none when nothing is near. */
  of(lost: Lost): readonly NearMiss[] {
    const segments = lost.path.split('/').slice(1, longestPath + 1);
    const aligner = new Aligner(segments);
    const ranked: {readonly cost: number; readonly neighbour: Neighbour}[] = [];
    for (const candidate of this.#all) {
      const alignment = aligner.align(candidate.template);
      const vendorCost = candidate.vendor === lost.mask.vendor ? 0 : otherVendor;
      const methodCost = candidate.operation.method === lost.method ? 0 : otherMethod;
      const cost = alignment.cost + vendorCost + methodCost;
      if (cost > tooFar) continue;
      const steps = alignment.steps();
      if (isRelated(steps, candidate)) ranked.push({cost, neighbour: {...candidate, segments, steps}});
    }
    ranked.sort((one, other) => one.cost - other.cost);
    const [closest] = ranked;
    return ranked
      .filter(({cost}) => cost < (closest?.cost ?? 0) + distracting)
      .slice(0, most)
      .map(({neighbour}) => nearMiss(lost, neighbour));
  }

  get #all(): readonly Candidate[] {
    this.#candidates ??= this.#vendors.flatMap((vendor) =>
      vendor.operationList.map((operation) => ({vendor, operation, template: templateOf(operation)})),
    );
    return this.#candidates;
  }
}

function templateOf({path, parameters}: Operation): readonly TemplateSegment[] {
  return path
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return {literal: segment};
      const allowed = parameters.find((one) => one.in === 'path' && one.name === name)?.enum?.map(String);
      return {parameter: segment, ...(allowed && {allowed})};
    });
}

/** Two paths that share no word but by chance are no neighbours, however short they are. */
function isRelated(steps: readonly Step[], {template}: Candidate): boolean {
  return steps.some((step) => {
    const place = step.kind === 'pair' && step.relation !== 'other' ? template[step.place] : undefined;
    return place !== undefined && 'literal' in place;
  });
}

function nearMiss({method, path, mask}: Lost, neighbour: Neighbour): NearMiss {
  const {vendor, operation, steps} = neighbour;
  const differences: Difference[] = [];
  if (vendor !== mask.vendor) differences.push({member: 'vendor', expected: vendor.name, got: mask.vendor.name});
  if (operation.method !== method)
    differences.push({member: 'method', expected: operation.method, got: mask.method(method)});
  for (const step of steps) differences.push(...differencesOf(step, neighbour, mask));
  if (differences.length === 0) differences.push(unseen(path));
  return {vendor: vendor.name, operation: operation.id, method: operation.method, path: operation.path, differences};
}

function differencesOf(step: Step, {segments, template}: Neighbour, mask: RequestMask): readonly Difference[] {
  if (step.kind === 'missing') return [{member: memberAt(step.place), expected: wordsOf(template[step.place])}];
  const segment = segments[step.at] as string;
  const member = memberAt(step.at);
  if (step.kind === 'surplus') {
    if (segment !== '') return [{member, got: mask.segment(segment)}];
    const isLast = step.at === segments.length - 1;
    return [{member, got: '', note: isLast ? 'a slash at the end' : 'two slashes in a row'}];
  }
  if (step.relation === 'same') return [];
  const note = step.relation === 'case' ? {note: 'only the letter case differs'} : {};
  return [{member, expected: wordsOf(template[step.place]), got: mask.segment(segment), ...note}];
}

function memberAt(position: number): string {
  return `path segment ${position + 1}`;
}

function wordsOf(place: TemplateSegment | undefined): string {
  if (place === undefined) return '';
  if ('literal' in place) return place.literal;
  return place.allowed ? place.allowed.join(' or ') : place.parameter;
}

/** The path is right: the operation is switched off, or something else in the request cannot be read. */
function unseen(path: string): Difference {
  const note = /%(?![0-9a-f]{2})/i.test(path)
    ? 'the percent-encoding of the address does not decode'
    : 'the operation is switched off by a behaviour, or the head of the request is too long';
  return {member: 'request', note};
}
