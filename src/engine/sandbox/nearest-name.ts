import {distance} from '../nearest.js';

/** What is longer than any name is like none, and is not compared. */
const longest = 60;

/** The name that was probably meant by one that is not known; undefined when none is like it. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > longest) return undefined;
  const [nearest] = names
    .map((candidate) => ({candidate, letters: distance(name.toLowerCase(), candidate.toLowerCase())}))
    .sort((one, other) => one.letters - other.letters);
  if (nearest === undefined || nearest.letters > mostDiffering(nearest.candidate)) return undefined;
  return nearest.candidate;
}

/** How many letters may differ: two swapped ones always, but in a name as short as `id` only one. */
function mostDiffering({length}: string): number {
  return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
}
