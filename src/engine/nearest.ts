/** The candidates that need the fewest letters changed to become the text, nearest first, as a sentence lists them. */
export function nearest(text: string, candidates: readonly string[], most = 3): string {
  const wanted = text.toLowerCase();
  const byDistance = [...new Set(candidates)].map((candidate) => ({
    candidate,
    distance: distance(wanted, candidate.toLowerCase()),
  }));
  byDistance.sort((one, other) => one.distance - other.distance);
  return byDistance
    .slice(0, most)
    .map(({candidate}) => candidate)
    .join(', ');
}

/** How many letters must be added, removed or replaced (Levenshtein). */
export function distance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const [above, left, corner] = [row[column], next[column - 1], row[column - 1]] as [number, number, number];
      next.push(Math.min(above + 1, left + 1, corner + (from[line - 1] === to[column - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] as number;
}
