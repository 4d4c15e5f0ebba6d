import type {Candidate} from './candidate.js';
import {entityTypes, type EntityType, type Span} from './types.js';

/** Below this, silence is better: a false alarm on a common word is worse than a miss. */
const threshold = 0.5;
/** A guess gives way to one that is so much surer, even if that is shorter. */
const muchSurer = 0.2;

/** Umbrella types yield to any other reading of the same words; refinements win over what they refine. */
const specificity: Partial<Record<EntityType, number>> = {LOCATION: 0, NUMERICAL_PII: 0, DOB: 2};
const rank: ReadonlyMap<EntityType, number> = new Map(entityTypes.map((type, index) => [type, index]));

/**
 * Chooses among overlapping candidates: the longer wins, unless a shorter one is much surer; of equal length the more
 * specific type, then the surer one, then the order of {@link entityTypes}. The result is sorted and free of overlaps,
 * and depends on nothing but the set of candidates. SYMBL-44
 */
export function resolve(candidates: readonly Candidate[], length: number): Span[] {
  const plausible = candidates.filter(isPlausible).sort(byPrecedence);
  const surest = surestOver(plausible, length);
  const taken = new Uint8Array(length);
  const spans: Span[] = [];
  for (const {start, end, type, score} of plausible) {
    if (isTaken(taken, start, end) || isOutdone(surest, start, end, score)) continue;
    taken.fill(1, start, end);
    spans.push({start, end, type, score});
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The highest score that a candidate has over each character, the longest candidates of a place left out of account. */
function surestOver(candidates: readonly Candidate[], length: number): Float32Array {
  const surest = new Float32Array(length);
  for (const {start, end, score} of candidates) {
    for (let place = start; place < end; place++) if ((surest[place] ?? 0) < score) surest[place] = score;
  }
  return surest;
}

function isOutdone(surest: Float32Array, start: number, end: number, score: number): boolean {
  let same = true;
  let most = 0;
  for (let place = start; place < end; place++) {
    const value = surest[place] ?? 0;
    if (value > most) most = value;
    if (value !== surest[start]) same = false;
  }
  // Where the same guess is surer over the whole stretch, the two are equally long or the surer is longer.
  return !same && most >= score + muchSurer;
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place++) if (taken[place] === 1) return true;
  return false;
}

function isPlausible({start, end, score}: Candidate): boolean {
  return end > start && score >= threshold;
}

function byPrecedence(a: Candidate, b: Candidate): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    specificityOf(b.type) - specificityOf(a.type) ||
    b.score - a.score ||
    rankOf(a.type) - rankOf(b.type) ||
    a.start - b.start
  );
}

function specificityOf(type: EntityType): number {
  return specificity[type] ?? 1;
}

function rankOf(type: EntityType): number {
  return rank.get(type) ?? entityTypes.length;
}
