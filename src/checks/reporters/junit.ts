import type {CheckReport, Failure, StepReport, VendorReport, WorkflowReport} from '../report.js';
import {countsOf} from './failures.js';
import {countsText, detailLines, leftOutLines, subjectWords} from './wording.js';
import {oneLine} from './plain.js';
import {xmlDocument, type XmlElement} from './xml.js';

/**
 * JUnit's XML: a suite for each workflow, a case for each step; of requests a suite for each operation, a case for each. `failure`: the contract is broken · `error`: the step could
 * not be carried out · `skipped`: with its reason. What was learned is a note in `system-out` of a case that passed.
 * Counts and times of a suite are the sums of its cases, those of the whole the sums of its suites.
 * It keeps to the schema by which Jenkins' xUnit plugin refuses files (`junit-10.xsd`), so a file's name stands on the suite and
 * the sum of skipped cases on the suites alone. What is only counted, and what was left out, are properties: they are no cases.
 */
export function junitReport(report: CheckReport): string {
  const workflows = report.vendors.flatMap((vendor) => vendor.workflows.map((workflow) => ({vendor, workflow})));
  const steps = workflows.flatMap(({workflow}) => workflow.steps);
  const {skipped: _, ...sums} = sumsOf(steps);
  return xmlDocument({
    name: 'testsuites',
    attributes: {name: subjectWords[report.subject].command, ...sums},
    content: workflows.map(({vendor, workflow}, index) =>
      suiteOf(vendor, workflow, report, index === 0 ? leftOutLines(report.leftOut ?? []) : []),
    ),
  });
}

/** @param leftOut what of the whole was not judged; the first suite tells it, since the whole has no properties. */
function suiteOf(
  vendor: VendorReport,
  workflow: WorkflowReport,
  {subject, startedAt: timestamp}: CheckReport,
  leftOut: readonly string[],
): XmlElement {
  const {more} = workflow;
  const name = `${vendor.vendor}.${workflow.id}`;
  return {
    name: 'testsuite',
    attributes: {name, ...sumsOf(workflow.steps), timestamp, file: workflow.file},
    content: [
      {
        name: 'properties',
        attributes: {},
        content: [
          propertyOf('summary', workflow.summary),
          propertyOf('target', vendor.target),
          ...(more === undefined ? [] : [propertyOf('only counted', countsText(more, subjectWords[subject]))]),
          ...leftOut.map((line) => propertyOf('left out', line)),
        ],
      },
      ...workflow.steps.map((step) => caseOf(vendor, workflow, step)),
    ],
  };
}

function propertyOf(name: string, value: string): XmlElement {
  return {name: 'property', attributes: {name, value}};
}

function caseOf(vendor: VendorReport, workflow: WorkflowReport, step: StepReport): XmlElement {
  const {outcome} = step;
  const serious = step.failures.filter(({severity}) => severity !== 'learned');
  const learned = step.failures.filter(({severity}) => severity === 'learned');
  const textOf = (failures: readonly Failure[]): string =>
    failures.map((failure) => failureText(vendor, workflow, step, failure)).join('\n\n');
  const verdict = outcome === 'broken' ? 'failure' : outcome;
  return {
    name: 'testcase',
    attributes: {
      name: `${step.id} (${step.operation})`,
      classname: `${vendor.vendor}.${workflow.id}`,
      time: time(roundedTime(step)),
    },
    content: [
      ...(verdict === 'failure' || verdict === 'error'
        ? [{name: verdict, attributes: headOf(serious, step), content: textOf(serious)}]
        : []),
      ...(verdict === 'skipped' ? [{name: 'skipped', attributes: {message: step.reason}}] : []),
      ...(learned.length === 0 ? [] : [{name: 'system-out', attributes: {}, content: `Learned:\n${textOf(learned)}`}]),
    ],
  };
}

/** One element for all of a case's failures: some readers count a case once for each element. */
function headOf(failures: readonly Failure[], step: StepReport): XmlElement['attributes'] {
  const [first] = failures;
  if (first === undefined) return {type: step.outcome, message: step.reason ?? 'No more is known.'};
  const more = failures.length === 1 ? '' : ` (and ${failures.length - 1} more)`;
  return {type: first.check, message: `${oneLine(first.message)}${more}`};
}

function failureText(vendor: VendorReport, workflow: WorkflowReport, step: StepReport, failure: Failure): string {
  return [`${failure.check}: ${oneLine(failure.message)}`, ...detailLines({vendor, workflow, step, failure})].join(
    '\n',
  );
}

interface Sums extends Readonly<Record<string, string | number>> {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly time: string;
}

function sumsOf(steps: readonly StepReport[]): Sums {
  const {total, broken, error, skipped} = countsOf(steps);
  const milliseconds = steps.reduce((sum, step) => sum + roundedTime(step), 0);
  return {tests: total, failures: broken, errors: error, skipped, time: time(milliseconds)};
}

/** Whole milliseconds: sums of what is written must be what is written as sums. */
function roundedTime({milliseconds}: StepReport): number {
  return Math.round(milliseconds);
}

/** Seconds, as JUnit has them. */
function time(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
