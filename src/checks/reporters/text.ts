import type {CheckReport, StepReport, VendorReport, WorkflowReport} from '../report.js';
import {countsOfWorkflow, failuresOf, ofSeverity, type FoundFailure} from './failures.js';
import {noColors, type ReportColors, type ReportOptions} from './options.js';
import {oneLine} from './plain.js';
import {
  counted,
  countsText,
  coveredKinds,
  coveredText,
  detailLines,
  leftOutLines,
  percent,
  seconds,
  subjectWords,
  trafficText,
  unlistedIn,
  type SubjectWords,
} from './wording.js';

/**
 * For a terminal: each workflow in one line, each failure in full, what was learned in short, what was skipped or left out and
 * why, what the run touched, and the totals as the last line. What comes from a server keeps to one line and cannot steer the terminal.
 */
export function textReport(report: CheckReport, {colors = noColors}: ReportOptions = {}): string {
  const style = {colors, words: subjectWords[report.subject]};
  const sections = [
    ...report.vendors.map((vendor) => vendorLines(vendor, style)),
    ...failureSections(failuresOf(report), colors),
    ...leftOutSections(report, style),
    [totalLine(report, style)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Style {
  readonly colors: ReportColors;
  readonly words: SubjectWords;
}

function vendorLines(vendor: VendorReport, style: Style): readonly string[] {
  const {colors} = style;
  return [
    `${colors.bold(oneLine(vendor.title))} ${colors.dim(oneLine(vendor.target))}`,
    ...vendor.workflows.map((workflow) => `  ${workflowLine(workflow, style)}`),
    ...skippedLines(vendor, style),
    ...coverageLines(vendor, style),
  ];
}

function workflowLine(workflow: WorkflowReport, {colors, words}: Style): string {
  const {id, summary} = workflow;
  const counts = countsOfWorkflow(workflow);
  const told = `${oneLine(id)}: ${countsText(counts, words)}`;
  if (counts.broken + counts.error > 0) return `${colors.red('✗')} ${told} ${colors.dim(oneLine(summary))}`;
  if (counts.passed + counts.learned === 0) return colors.dim(`○ ${told}`);
  return `${counts.learned > 0 ? colors.yellow('✓') : colors.green('✓')} ${told}`;
}

/** Reasons with their numbers, the most frequent first: a workflow that was left out has one for all of its steps. */
function skippedLines({workflows}: VendorReport, {colors, words}: Style): readonly string[] {
  const skipped = workflows.flatMap(({steps}) => steps).filter(({outcome}) => outcome === 'skipped');
  if (skipped.length === 0) return [];
  const reasons = [...reasonsOf(skipped)].sort(([, one], [, other]) => other - one);
  return [
    colors.dim(`  Skipped: ${counted(skipped.length, words.one)}.`),
    ...reasons.map(([reason, count]) => colors.dim(`    ${count} × ${oneLine(reason)}`)),
  ];
}

function reasonsOf(skipped: readonly StepReport[]): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const {reason = 'no reason given'} of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return reasons;
}

function coverageLines({coverage}: VendorReport, {words}: Style): readonly string[] {
  const kinds = coveredKinds(coverage).map(([kind, covered]) => `${kind} ${coveredText(covered)}`);
  return [`  ${words.coverage} ${percent(coverage.share)}: ${kinds.join(', ')}.`];
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
    ...learned.map(({step, failure: {pointer, message, instead = '', mark, rules, traffic}}) => {
      const at = [step.operation, traffic === undefined ? pointer : `in ${trafficText(traffic)}`];
      const rule = rules.map(({id}) => `${id}, `).join('');
      const said = [message, instead].filter((part) => part !== '').join(' ');
      return oneLine(`  ${at.filter((part) => part !== '').join(' ')}: ${said} (${rule}${mark})`);
    }),
  ];
}

function leftOutSections(report: CheckReport, {colors, words}: Style): readonly (readonly string[])[] {
  const {leftOut = []} = report;
  const unlisted = unlistedIn(report);
  return [
    ...(unlisted === 0 ? [] : [[colors.dim(`${counted(unlisted, `more ${words.one}`)} judged and only counted.`)]]),
    ...(leftOut.length === 0
      ? []
      : [[colors.dim('Left out:'), ...leftOutLines(leftOut).map((line) => colors.dim(`  ${line}`))]]),
  ];
}

function totalLine({counts, milliseconds}: CheckReport, {colors, words}: Style): string {
  const line = `${counted(counts.total, words.one)}${counts.total === 0 ? '' : `: ${countsText(counts, words)}`}, in ${seconds(milliseconds)}.`;
  return counts.broken + counts.error > 0 || counts.total === 0 ? colors.red(line) : colors.bold(line);
}
