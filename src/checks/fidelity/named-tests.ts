/** Files of tests by the rule that they prove; files relative to the package, in the order of their names. */
export type TestProofs = Readonly<Record<string, readonly string[]>>;

const id = '[A-Z][A-Z0-9]*-\\d+';
const ids = `${id}(?:(?:,| and|,? to)? ${id})*`;

/** `'DIXA-28 refuses …'`, `'OPENCX-46, OPENCX-47: cannot …'`; the name of a scenario may stand before it. */
const title = new RegExp(`['"\`](?:[a-z]+(?:-[a-z]+)*: )?(${ids})(?=:? [\\w%(])`, 'g');
/** The first cell of a row of a table of tests, on the line of its bracket or on one of its own. */
const firstCell = new RegExp(`(?:\\[|^\\s+)['"\`](${id})['"\`],`, 'gm');

/**
 * Ids of the rules that a file of tests proves: those with which the title of a test begins, or a row of the table that
 * makes titles. A rule that is only mentioned, in a comment or as a value, is not proved by that.
 * @param text of the file.
 */
export function rulesNamedIn(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(title), ...text.matchAll(firstCell)].map(([, begin = '']) => begin);
  return new Set(named.flatMap((begin) => begin.match(new RegExp(id, 'g')) ?? []));
}

/**
 * Which tests prove which rule.
 * @param texts of the files of tests, by their names.
 * @param vendors whose rules are asked for: there are other words that look like ids.
 */
export function testProofsIn(texts: Readonly<Record<string, string>>, vendors: readonly string[]): TestProofs {
  const prefixes = new Set(vendors.map((vendor) => vendor.toUpperCase()));
  const files = new Map<string, string[]>();
  for (const [file, text] of Object.entries(texts).sort(byName)) {
    for (const rule of rulesNamedIn(text)) {
      if (prefixes.has(rule.replace(/-\d+$/, ''))) files.set(rule, [...(files.get(rule) ?? []), file]);
    }
  }
  return Object.fromEntries([...files].sort(byName));
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}
