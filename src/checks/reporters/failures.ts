import type {
  CheckReport,
  Counts,
  Failure,
  Place,
  Severity,
  StepReport,
  VendorReport,
  WorkflowReport,
} from '../report.js';

/** A step and where it belongs. */
export interface FoundStep {
  readonly vendor: VendorReport;
  readonly workflow: WorkflowReport;
  readonly step: StepReport;
}

/** A failure and where it belongs. */
export interface FoundFailure extends FoundStep {
  readonly failure: Failure;
}

const severities: readonly Severity[] = ['broken', 'error', 'learned'];
const marks: readonly Failure['mark'][] = ['documented', 'inferred', 'assumed'];

/** All steps, in the report's order. */
export function stepsOf(report: CheckReport): readonly FoundStep[] {
  return report.vendors.flatMap((vendor) =>
    vendor.workflows.flatMap((workflow) => workflow.steps.map((step) => ({vendor, workflow, step}))),
  );
}

/** All failures, worst first: broken contracts, what could not be carried out, what was learned; documented ones first. */
export function failuresOf(report: CheckReport): readonly FoundFailure[] {
  const found = stepsOf(report).flatMap((place) => place.step.failures.map((failure) => ({...place, failure})));
  return found.sort((one, other) => rankOf(one.failure) - rankOf(other.failure));
}

/** Those of one severity, in their order. */
export function ofSeverity(found: readonly FoundFailure[], severity: Severity): readonly FoundFailure[] {
  return found.filter(({failure}) => failure.severity === severity);
}

/** Steps by outcome, counted anew. */
export function countsOf(steps: readonly StepReport[]): Counts {
  const of = (outcome: StepReport['outcome']): number => steps.filter((step) => step.outcome === outcome).length;
  return {
    total: steps.length,
    passed: of('passed'),
    broken: of('broken'),
    learned: of('learned'),
    error: of('error'),
    skipped: of('skipped'),
  };
}

/** The steps of a workflow by outcome, with those that are only counted. */
export function countsOfWorkflow({steps, more}: WorkflowReport): Counts {
  const listed = countsOf(steps);
  return more === undefined ? listed : sumOf([listed, more]);
}

/** Those of several workflows together. */
export function countsOfWorkflows(workflows: readonly WorkflowReport[]): Counts {
  return sumOf(workflows.map(countsOfWorkflow));
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = (member: keyof Counts): number => all.reduce((total, one) => total + one[member], 0);
  return {
    total: sum('total'),
    passed: sum('passed'),
    broken: sum('broken'),
    learned: sum('learned'),
    error: sum('error'),
    skipped: sum('skipped'),
  };
}

/**
 * Where a reader is sent: the line of the request, which is what its sender can mend; else the vendor's document if it says
 * something, else the workflow.
 */
export function placeOf({traffic, spec, contract}: Failure): Place | undefined {
  if (traffic?.line === undefined) return spec ?? contract;
  return {file: traffic.file, line: traffic.line, column: traffic.column ?? 1};
}

function rankOf({severity, mark}: Failure): number {
  return severities.indexOf(severity) * marks.length + marks.indexOf(mark);
}
