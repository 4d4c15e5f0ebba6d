import type {Candidate} from './candidate.js';
import {entityTypes, type EntityType, type Span} from './types.js';

/** Below this, silence is better: a false alarm on a common word is worse than a miss. */
const threshold = 0.5;

/** Umbrella types yield to any other reading of the same words; refinements win over what they refine. */
const specificity: Partial<Record<EntityType, number>> = {LOCATION: 0, NUMERICAL_PII: 0, DOB: 2};
const rank: ReadonlyMap<EntityType, number> = new Map(entityTypes.map((type, index) => [type, index]));

/**
 * Chooses among overlapping candidates: the longer wins; of equal length the more specific type, then the surer
 * one, then the order of {@link entityTypes}. The result is sorted and free of overlaps, and depends on nothing but
 * the set of candidates. SYMBL-44
 */
export function resolve(candidates: readonly Candidate[], length: number): Span[] {
  const taken = new Uint8Array(length);
  const spans: Span[] = [];
  for (const {start, end, type, score} of candidates.filter(isPlausible).sort(byPrecedence)) {
    // Whatever is taken already is at least as long, so it cannot hide between the two ends.
    if (taken[start] || taken[end - 1]) continue;
    taken.fill(1, start, end);
    spans.push({start, end, type, score});
  }
  return spans.sort((a, b) => a.start - b.start);
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
