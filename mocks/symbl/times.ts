/** The earliest and the latest instant that four digits of a year can show. */
const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** A time as Symbl writes all of them: UTC, milliseconds, `Z`. */
export function toTimestamp(instant: number): string {
  return new Date(Math.min(Math.max(instant, earliest), latest)).toISOString();
}

/** A day, and perhaps a time of day, and perhaps that one's offset. Left alone, the parser would take "5" as well. */
const written = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The instant of a time in a request; undefined when there is none, or it is not one that a clock shows. Without an
 * offset it is in UTC, wherever the stand-in runs.
 */
export function instantOf(time: string | null | undefined): number | undefined {
  const [text = '', clock, offset] = written.exec(time ?? '') ?? [];
  const instant = Date.parse(clock !== undefined && offset === undefined ? `${text}Z` : text);
  return instant >= earliest && instant <= latest ? instant : undefined;
}

/** Milliseconds between two stored times. */
export function between(start: string, end: string): number {
  return Date.parse(end) - Date.parse(start);
}

/** Milliseconds as seconds with two decimals at most (SYMBL-32). */
export function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}
