import type {CheckReport, StepReport, VendorReport, WorkflowReport} from '../report.js';
import {countsOf, failuresOf, ofSeverity, type FoundFailure} from './failures.js';
import {noColors, type ReportColors, type ReportOptions} from './options.js';
import {oneLine} from './plain.js';
import {counted, countsText, coveredKinds, coveredText, detailLines, percent, seconds} from './wording.js';

/**
 * For a terminal: each workflow in one line, each failure in full, what was learned in short, what was skipped and why, what
 * the run touched, and the totals as the last line. What comes from a server keeps to one line and cannot steer the terminal.
 */
export function textReport(report: CheckReport, {colors = noColors}: ReportOptions = {}): string {
  const sections = [
    ...report.vendors.map((vendor) => vendorLines(vendor, colors)),
    ...failureSections(failuresOf(report), colors),
    [totalLine(report, colors)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function vendorLines(vendor: VendorReport, colors: ReportColors): readonly string[] {
  return [
    `${colors.bold(oneLine(vendor.title))} ${colors.dim(oneLine(vendor.target))}`,
    ...vendor.workflows.map((workflow) => `  ${workflowLine(workflow, colors)}`),
    ...skippedLines(vendor, colors),
    ...coverageLines(vendor),
  ];
}

function workflowLine({id, summary, steps}: WorkflowReport, colors: ReportColors): string {
  const counts = countsOf(steps);
  const told = `${oneLine(id)}: ${countsText(counts)}`;
  if (counts.broken + counts.error > 0) return `${colors.red('✗')} ${told} ${colors.dim(oneLine(summary))}`;
  if (counts.passed + counts.learned === 0) return colors.dim(`○ ${told}`);
  return `${counts.learned > 0 ? colors.yellow('✓') : colors.green('✓')} ${told}`;
}

/** Reasons with their numbers, the most frequent first: a workflow that was left out has one for all of its steps. */
function skippedLines({workflows}: VendorReport, colors: ReportColors): readonly string[] {
  const skipped = workflows.flatMap(({steps}) => steps).filter(({outcome}) => outcome === 'skipped');
  if (skipped.length === 0) return [];
  const reasons = [...reasonsOf(skipped)].sort(([, one], [, other]) => other - one);
  return [
    colors.dim(`  Skipped: ${counted(skipped.length, 'step')}.`),
    ...reasons.map(([reason, count]) => colors.dim(`    ${count} × ${oneLine(reason)}`)),
  ];
}

function reasonsOf(skipped: readonly StepReport[]): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const {reason = 'no reason given'} of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return reasons;
}

function coverageLines({coverage}: VendorReport): readonly string[] {
  const kinds = coveredKinds(coverage).map(([kind, covered]) => `${kind} ${coveredText(covered)}`);
  return [`  Coverage ${percent(coverage.share)}: ${kinds.join(', ')}.`];
}

function failureSections(found: readonly FoundFailure[], colors: ReportColors): readonly (readonly string[])[] {
  const full = [...ofSeverity(found, 'broken'), ...ofSeverity(found, 'error')];
  const learned = ofSeverity(found, 'learned');
  return [
    ...full.map((one, index) => fullLines(one, index + 1, colors)),
    ...(learned.length === 0 ? [] : [learnedLines(learned, colors)]),
  ];
}

function fullLines(found: FoundFailure, number: number, colors: ReportColors): readonly string[] {
  const {failure, vendor} = found;
  const kind = failure.severity === 'broken' ? 'broken' : 'could not run';
  return [
    `${colors.red(`${number}) ${oneLine(vendor.title)}, ${failure.check}, ${kind}:`)} ${oneLine(failure.message)}`,
    ...detailLines(found).map((line) => `   ${line}`),
  ];
}

function learnedLines(learned: readonly FoundFailure[], colors: ReportColors): readonly string[] {
  return [
    colors.yellow('Learned: differs from what is only inferred or assumed of the vendor.'),
    ...learned.map(({step, failure: {pointer, message, mark, rules}}) => {
      const at = [step.operation, pointer].filter((part) => part !== '').join(' ');
      const rule = rules.map(({id}) => `${id}, `).join('');
      return oneLine(`  ${at}: ${message} (${rule}${mark})`);
    }),
  ];
}

function totalLine({counts, milliseconds}: CheckReport, colors: ReportColors): string {
  const line = `${counted(counts.total, 'step')}${counts.total === 0 ? '' : `: ${countsText(counts)}`}, in ${seconds(milliseconds)}.`;
  return counts.broken + counts.error > 0 || counts.total === 0 ? colors.red(line) : colors.bold(line);
}
