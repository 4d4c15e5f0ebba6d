import type {Measurement} from './certify.js';
import {faceNames, titles, type FaceName} from './face.js';
import {groups, type Entry} from './transcript.js';

/** What was measured, as a table in Markdown: a row for each group, a column for each face. */
export function tableOf({
  entries,
  calls,
  faces,
  measurements,
}: {
  /** All there are. */
  readonly entries: readonly Entry[];
  /** How many calls an entry makes. */
  readonly calls: (entry: Entry) => number;
  /** The columns. */
  readonly faces: readonly FaceName[];
  readonly measurements: readonly Measurement[];
}): string {
  const sum = (some: readonly Entry[]) => some.reduce((total, entry) => total + calls(entry), 0);
  const cell = (face: FaceName, some: readonly Entry[]) => {
    const here = measurements.filter((one) => one.face === face && some.includes(one.entry));
    const differing = here.filter(({difference}) => difference).length;
    const left = some.filter((entry) => !entry.faces.includes(face)).length;
    const parts = [
      [here.length - differing, face === faceNames[0] ? 'recorded' : 'the same'],
      [differing, 'DIFFERENT'],
      [left, 'left out'],
    ] as const;
    return (
      parts
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${count} ${what}`)
        .join(', ') || 'not measured'
    );
  };
  const row = (title: string, some: readonly Entry[]) => [
    title,
    String(some.length),
    String(sum(some)),
    ...faces.map((face) => cell(face, some)),
  ];
  const rows = [
    ['', 'Transcripts', 'Calls', ...faces.map((face) => titles[face])],
    ...groups.map((group) =>
      row(
        group,
        entries.filter((entry) => entry.group === group),
      ),
    ),
    row('**all**', entries),
  ];
  const widths = (rows[0] as string[]).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => (isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

const isNumber = (column: number) => column === 1 || column === 2;
