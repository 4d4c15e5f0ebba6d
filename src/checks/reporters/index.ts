/** Reports of `standin check` and `standin judge` in the formats that people and CI systems read. */
import {githubReport} from './github.js';
import {jsonReport} from './json.js';
import {junitReport} from './junit.js';
import type {Reporter} from './options.js';
import {sarifReport} from './sarif.js';
import {textReport} from './text.js';

export {githubSummary} from './github-summary.js';
export type {Reporter, ReportColors, ReportOptions} from './options.js';

/** By the names that the command line knows them by. */
export const reporters = {
  text: textReport,
  junit: junitReport,
  sarif: sarifReport,
  json: jsonReport,
  github: githubReport,
} as const satisfies Readonly<Record<string, Reporter>>;

/** A format by its name. */
export type ReporterName = keyof typeof reporters;
