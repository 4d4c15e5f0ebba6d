import type {RuleFidelity, VendorFidelity} from './fidelity.js';
import {byWorkflow, counted, countsOf, firstSentence, marks, proofsText} from './wording.js';

const width = 100;
/** More than these are counted: whoever wants all of them asks for JSON. */
const mostWorkflows = 4;
const mostTests = 4;

/** What is written in bold or dimmed on a terminal. */
export interface FidelityColors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const noColors: FidelityColors = {bold: (text) => text, dim: (text) => text};

/** For a terminal: each operation with its rules below it, then each rule with its source and what proves it. */
export function fidelityText(vendors: readonly VendorFidelity[], colors: FidelityColors = noColors): string {
  const sections = vendors.flatMap((vendor) => [
    [colors.bold(vendor.title), ...fill(summaryOf(vendor), '')],
    operationLines(vendor, colors),
    ...vendor.rules.map((rule) => ruleLines(rule, colors)),
  ]);
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function summaryOf({rules}: VendorFidelity): string {
  const counts = countsOf(rules);
  const byMark = marks.map((mark) => `${counts.marks[mark]} ${mark}`).join(', ');
  return `${counted(counts.total, 'rule')}: ${byMark}. Proved by contracts: ${counts.byContract}, by tests only: ${counts.byTestsOnly}.`;
}

function operationLines({everyCall, operations}: VendorFidelity, {dim}: FidelityColors): readonly string[] {
  const mark = Math.max(0, ...operations.map((one) => one.mark.length));
  const method = Math.max(0, ...operations.map((one) => one.method.length));
  const shared = everyCall.length === 0 ? [] : ['every call', ...fill(everyCall.join(' '), '  ').map(dim)];
  return [
    ...shared,
    ...operations.flatMap((one) => [
      `${one.mark.padEnd(mark)}  ${one.method.padEnd(method)} ${one.path}`,
      `  ${one.id}: ${proofsText(one)}`,
      ...fill(one.rules.join(' '), '  ').map(dim),
    ]),
  ];
}

function ruleLines({id, mark, statement, source, date, steps, tests}: RuleFidelity, colors: FidelityColors): string[] {
  const workflows = byWorkflow(steps).map(({workflow, steps: names}) => `${workflow} › ${names.join(', ')}`);
  const origin = [source, date === undefined ? undefined : `read ${date}`].filter((part) => part !== undefined);
  return [
    `${colors.bold(id)}  ${mark}`,
    ...fill(firstSentence(statement), '  '),
    ...(origin.length > 0 ? [colors.dim(`  ${origin.join(', ')}`)] : []),
    ...some(workflows, mostWorkflows, 'workflow').flatMap((line) => fill(line, '  ✓ ')),
    ...some(tests, mostTests, 'test file').flatMap((line) => fill(line, '  ✓ ')),
  ];
}

function some(lines: readonly string[], most: number, word: string): readonly string[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `${counted(rest, `more ${word}`)}`] : lines;
}

/** Breaks a text at its spaces. @param indent stands before the first line; the others are as far in. */
function fill(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push((last === undefined ? indent : ' '.repeat(indent.length)) + word);
  }
  return lines;
}
