import {distance} from '../nearest.js';

/** A segment of a path template: a word, or a parameter with the values that it may have, if the document lists them. */
export type TemplateSegment =
  {readonly literal: string} | {readonly parameter: string; readonly allowed?: readonly string[]};

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
  readonly steps: () => readonly Step[];
}

/** A parameter takes anything, so a word that is the very same is worth a little more. */
const anything = 0.01;
const costs: Readonly<Record<Relation, number>> = {same: 0, case: 0.25, similar: 0.5, other: 1};
/** No template has an empty segment: it is a slip of whoever joined an address. */
const slip = 0.2;
const empty = 2;
const absent = 0.7;

/** Lays one path beside templates, so that the least differs. */
export class Aligner {
  readonly #path: readonly string[];
  /** What each segment of the path is to the words it was compared with. */
  readonly #known: readonly Map<string, Relation>[];

  constructor(path: readonly string[]) {
    this.#path = path;
    this.#known = path.map(() => new Map());
  }

  align(template: readonly TemplateSegment[]): Alignment {
    // What it costs to lay their first segments side by side: a row for each of the path, a column for the template's.
    const table: number[][] = [Array.from({length: template.length + 1}, (_, place) => place * absent)];
    for (let at = 0; at < this.#path.length; at += 1) {
      const above = table[at] as number[];
      const surplus = this.#surplusCost(at);
      const row = [(above[0] as number) + surplus];
      for (let place = 0; place < template.length; place += 1) {
        const pair = (above[place] as number) + this.#pairCost(at, template[place] as TemplateSegment);
        row.push(Math.min(pair, (above[place + 1] as number) + surplus, (row[place] as number) + absent));
      }
      table.push(row);
    }
    const cost = table[this.#path.length]?.[template.length] as number;
    return {cost, steps: () => this.#wayThrough(table, template)};
  }

  /** The steps that make up the cost, from the end to the beginning and turned round. */
  #wayThrough(table: readonly (readonly number[])[], template: readonly TemplateSegment[]): readonly Step[] {
    const steps: Step[] = [];
    let [row, column] = [this.#path.length, template.length];
    const costAt = (line: number, place: number) => table[line]?.[place] ?? Infinity;
    while (row > 0 || column > 0) {
      const [at, place, here] = [row - 1, column - 1, costAt(row, column)];
      const segment = template[place];
      if (row > 0 && segment && here === costAt(at, place) + this.#pairCost(at, segment)) {
        steps.push({kind: 'pair', relation: this.#relation(at, segment), at, place});
        [row, column] = [at, place];
      } else if (row > 0 && here === costAt(at, column) + this.#surplusCost(at)) {
        steps.push({kind: 'surplus', at});
        row = at;
      } else {
        steps.push({kind: 'missing', place});
        column = place;
      }
    }
    return steps.reverse();
  }

  #surplusCost(at: number): number {
    return this.#path[at] === '' ? slip : 1;
  }

  #pairCost(at: number, segment: TemplateSegment): number {
    if (this.#path[at] === '') return empty;
    if ('parameter' in segment && segment.allowed === undefined) return anything;
    return costs[this.#relation(at, segment)];
  }

  #relation(at: number, segment: TemplateSegment): Relation {
    const text = this.#path[at] as string;
    if ('literal' in segment) return this.#relationTo(at, segment.literal);
    if (segment.allowed === undefined || segment.allowed.includes(text)) return 'same';
    return segment.allowed.some((one) => one.toLowerCase() === text.toLowerCase()) ? 'case' : 'similar';
  }

  #relationTo(at: number, literal: string): Relation {
    const known = this.#known[at] as Map<string, Relation>;
    let relation = known.get(literal);
    if (relation === undefined) known.set(literal, (relation = relationOf(this.#path[at] as string, literal)));
    return relation;
  }
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
