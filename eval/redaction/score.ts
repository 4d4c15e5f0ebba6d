import type {EntityType} from '../../src/redaction/index.js';
import type {Entity, LabelledMessage, Stretch} from './labelled.js';
import {trimmed} from './trim.js';

/** What is right: the same stretch, or a stretch that shares at least one character; the type is the same in both. */
export const modes = ['strict', 'overlap'] as const;
export type Mode = (typeof modes)[number];

/** Precision, recall, and the harmonic mean of both; between 0 and 1. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How well one type is found. */
export interface TypeScore extends Readonly<Record<Mode, Rates>> {
  readonly gold: number;
  readonly found: number;
}

/** How well a set is read. */
export interface Score {
  readonly messages: number;
  readonly entities: number;
  /** All entities count alike. */
  readonly micro: Readonly<Record<Mode, Rates>>;
  /** All types count alike: the mean of their F1, over the types that the set has. */
  readonly macroF1: Readonly<Record<Mode, number>>;
  readonly types: Readonly<Partial<Record<EntityType, TypeScore>>>;
  /** Share of the characters of entities that are hidden, whatever the type found. Blanks do not count. */
  readonly hidden: number;
  /** Share of all other characters that are hidden as well. */
  readonly hiddenTooMuch: number;
  /** Entities of which not one character is hidden. */
  readonly untouched: number;
  /** Messages without personal data. */
  readonly clean: number;
  /** How many of those something was found in. */
  readonly cleanTouched: number;
  readonly errors: readonly ScoreError[];
}

/** An entity that was missed, or something found that is none. */
export interface ScoreError extends Entity {
  readonly kind: 'missed' | 'false';
  readonly message: LabelledMessage;
}

interface Count {
  gold: number;
  goldHit: number;
  found: number;
  foundHit: number;
}

type Counts = Map<EntityType, Record<Mode, Count>>;

/**
 * Scores what was found in each message, in the messages' order. Titles, articles, possessives and punctuation at the
 * ends are forgiven; what is found in ignored text alone counts neither way.
 */
export function scoreOf(messages: readonly LabelledMessage[], found: readonly (readonly Entity[])[]): Score {
  const counts: Counts = new Map();
  const errors: ScoreError[] = [];
  const characters = {gold: 0, goldHidden: 0, other: 0, otherHidden: 0};
  const whole = {untouched: 0, clean: 0, cleanTouched: 0};
  messages.forEach((message, index) => {
    const gold = message.entities.map((entity) => trimmed(message.text, entity));
    const guesses = (found[index] ?? [])
      .map((entity) => trimmed(message.text, entity))
      .filter((guess) => meets(gold, guess) || !meets(message.ignore ?? [], guess));
    for (const mode of modes) count(counts, mode, gold, guesses);
    errors.push(
      ...gold.filter((one) => !meets(guesses, one, true)).map((one) => ({...one, kind: 'missed' as const, message})),
      ...guesses.filter((one) => !meets(gold, one, true)).map((one) => ({...one, kind: 'false' as const, message})),
    );
    countCharacters(characters, message, gold, guesses);
    whole.untouched += gold.filter((one) => !meets(guesses, one)).length;
    if (gold.length === 0) whole.clean++;
    if (gold.length === 0 && guesses.length > 0) whole.cleanTouched++;
  });
  const types = [...counts].sort(([, a], [, b]) => b.overlap.gold - a.overlap.gold);
  const all = (mode: Mode) => types.map(([, count]) => count[mode]);
  return {
    messages: messages.length,
    entities: all('overlap').reduce((sum, {gold}) => sum + gold, 0),
    micro: {strict: ratesOf(sumOf(all('strict'))), overlap: ratesOf(sumOf(all('overlap')))},
    macroF1: {strict: macroF1(all('strict')), overlap: macroF1(all('overlap'))},
    types: Object.fromEntries(
      types.map(([type, {strict, overlap}]) => [
        type,
        {gold: overlap.gold, found: overlap.found, strict: ratesOf(strict), overlap: ratesOf(overlap)},
      ]),
    ),
    hidden: share(characters.goldHidden, characters.gold, 1),
    hiddenTooMuch: share(characters.otherHidden, characters.other, 0),
    ...whole,
    errors,
  };
}

function count(counts: Counts, mode: Mode, gold: readonly Entity[], guesses: readonly Entity[]): void {
  const same = (a: Entity, b: Entity) =>
    a.type === b.type && (mode === 'strict' ? a.start === b.start && a.end === b.end : overlap(a, b));
  for (const one of gold) {
    const counted = countOf(counts, one.type, mode);
    counted.gold++;
    if (guesses.some((guess) => same(one, guess))) counted.goldHit++;
  }
  for (const guess of guesses) {
    const counted = countOf(counts, guess.type, mode);
    counted.found++;
    if (gold.some((one) => same(one, guess))) counted.foundHit++;
  }
}

function countOf(counts: Counts, type: EntityType, mode: Mode): Count {
  const zero = (): Count => ({gold: 0, goldHit: 0, found: 0, foundHit: 0});
  const both = counts.get(type) ?? {strict: zero(), overlap: zero()};
  counts.set(type, both);
  return both[mode];
}

function countCharacters(
  sums: {gold: number; goldHidden: number; other: number; otherHidden: number},
  {text, ignore = []}: LabelledMessage,
  gold: readonly Stretch[],
  guesses: readonly Stretch[],
): void {
  const within = (stretches: readonly Stretch[], at: number) =>
    stretches.some(({start, end}) => start <= at && at < end);
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    const hidden = within(guesses, at) ? 1 : 0;
    if (within(gold, at)) {
      sums.gold++;
      sums.goldHidden += hidden;
    } else if (!within(ignore, at)) {
      sums.other++;
      sums.otherHidden += hidden;
    }
  }
}

function sumOf(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  return {gold: sum('gold'), goldHit: sum('goldHit'), found: sum('found'), foundHit: sum('foundHit')};
}

function ratesOf({gold, goldHit, found, foundHit}: Count): Rates {
  const precision = share(foundHit, found, gold > 0 ? 0 : 1);
  const recall = share(goldHit, gold, 1);
  return {precision, recall, f1: share(2 * precision * recall, precision + recall, 0)};
}

function macroF1(counts: readonly Count[]): number {
  const present = counts.filter(({gold}) => gold > 0);
  return share(
    present.reduce((sum, count) => sum + ratesOf(count).f1, 0),
    present.length,
    0,
  );
}

function meets(stretches: readonly (Stretch | Entity)[], one: Entity, sameType = false): boolean {
  return stretches.some((other) => overlap(other, one) && (!sameType || ('type' in other && other.type === one.type)));
}

function overlap(a: Stretch, b: Stretch): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

function share(part: number, of: number, ifNone: number): number {
  return of > 0 ? part / of : ifNone;
}
