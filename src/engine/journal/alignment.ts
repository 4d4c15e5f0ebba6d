import {distance} from '../faults/nearest.js';

/** A segment of a path template: a word, or a parameter with the values that it may have, if the document lists them. */
export type TemplateSegment = {readonly literal: string} | {readonly parameter: string; readonly allowed?: readonly string[]};

/** What a segment of a path is in the place of one of the template. */
export type Relation = 'same' | 'case' | 'similar' | 'other';

/** One step of laying a path and a template side by side; positions count from 0. */
export type Step =
  | {readonly kind: 'pair'; readonly relation: Relation; readonly at: number; readonly place: number}
  /** The path has a segment that the template has not. */
  | {readonly kind: 'surplus'; readonly at: number}
  /** The template has a segment that the path has not. */
  | {readonly kind: 'missing'; readonly place: number};

/** How far a path is from a template, and what lies between them. */
export interface Alignment {
  readonly cost: number;
  readonly steps: readonly Step[];
}

/** A parameter takes anything, so a word that is the very same is worth a little more. */
const anything = 0.01;
const costs: Readonly<Record<Relation, number>> = {same: 0, case: 0.25, similar: 0.5, other: 1};
/** An empty segment is a slip of whoever joins addresses. */
const slip = 0.2;
const absent = 0.7;

/** Lays a path and a template side by side so that the least differs. */
export function align(path: readonly string[], template: readonly TemplateSegment[]): Alignment {
  // Each row is a segment of the path more, each column one of the template more.
  let row: Alignment[] = [{cost: 0, steps: []}];
  for (let place = 0; place < template.length; place += 1) {
    row.push(after(row[place] as Alignment, {kind: 'missing', place}, absent));
  }
  for (let at = 0; at < path.length; at += 1) {
    const segment = path[at] as string;
    const surplus = segment === '' ? slip : 1;
    const next = [after(row[0] as Alignment, {kind: 'surplus', at}, surplus)];
    for (let place = 0; place < template.length; place += 1) {
      const {relation, cost} = related(segment, template[place] as TemplateSegment);
      next.push(
        cheapest([
          after(row[place] as Alignment, {kind: 'pair', relation, at, place}, cost),
          after(row[place + 1] as Alignment, {kind: 'surplus', at}, surplus),
          after(next[place] as Alignment, {kind: 'missing', place}, absent),
        ]),
      );
    }
    row = next;
  }
  return row[template.length] as Alignment;
}

function related(segment: string, place: TemplateSegment): {readonly relation: Relation; readonly cost: number} {
  if (segment === '') return {relation: 'other', cost: 2};
  if ('literal' in place) return costed(relationOf(segment, place.literal));
  if (place.allowed === undefined) return {relation: 'same', cost: anything};
  const relation = place.allowed.includes(segment)
    ? 'same'
    : place.allowed.some((one) => one.toLowerCase() === segment.toLowerCase())
      ? 'case'
      : 'similar';
  return costed(relation);
}

function costed(relation: Relation) {
  return {relation, cost: costs[relation]};
}

function relationOf(segment: string, literal: string): Relation {
  if (segment === literal) return 'same';
  const [one, other] = [segment.toLowerCase(), literal.toLowerCase()];
  if (one === other) return 'case';
  // A letter or two of a long word; a plural for a singular.
  const few = literal.length > 5 ? 2 : 1;
  if (literal.length < 3 || Math.abs(one.length - other.length) > few) return 'other';
  return distance(one, other) <= few ? 'similar' : 'other';
}

function after({cost, steps}: Alignment, step: Step, more: number): Alignment {
  return {cost: cost + more, steps: [...steps, step]};
}

function cheapest(ways: readonly Alignment[]): Alignment {
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best));
}
