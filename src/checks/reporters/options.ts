import type {CheckReport} from '../report.js';

/** Paints a piece of text for a terminal; `picocolors` fits. */
export interface ReportColors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** What a reporter may be told. All of it has a default. */
export interface ReportOptions {
  /** For text on a terminal; none unless given. */
  readonly colors?: ReportColors;
  /** Absolute address of the program's own pages, for formats that name their maker. */
  readonly homepage?: string;
}

/** Writes a report in one format. Pure: the same report is the same text. */
export type Reporter = (report: CheckReport, options?: ReportOptions) => string;

const asIs = (text: string): string => text;

/** No colors: for files and pipes. */
export const noColors: ReportColors = {bold: asIs, dim: asIs, red: asIs, green: asIs, yellow: asIs};
