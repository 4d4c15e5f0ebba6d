const zoneName = /\[GMT\]$/;

/** The first instant that can be written with a year of four digits. */
export const earliest = Date.parse('0000-01-01T00:00:00Z');

const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** A time as Dixa stores most of them: `2020-12-16T09:41:43Z`. */
export function toSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** A time with milliseconds: `2021-06-09T08:18:37.284Z`. */
export function toMilliseconds(instant: number): string {
  return new Date(instant).toISOString();
}

/** A stored time with milliseconds, whatever it is stored with. */
export function withMilliseconds(time: string): string {
  return toMilliseconds(instantOf(time) ?? 0);
}

/**
 * Spells a time of a field whose printed examples carry the zone's name: `2021-12-01T12:46:36.581Z[GMT]` (DIXA-20).
 * @param time as stored: plain, or as a seed spells it.
 */
export function spell(time: string, dates: 'documented' | 'plain'): string {
  const plain = time.replace(zoneName, '');
  return dates === 'documented' ? `${plain}[GMT]` : plain;
}

/**
 * The instant of a time, which may carry the zone's name (DIXA-20).
 * @returns milliseconds since 1970; undefined for what is written like a time and is none, such as a leap second, or one
 * that in UTC has no year of four digits.
 */
export function instantOf(time: string): number | undefined {
  const plain = time.replace(zoneName, '');
  const instant = Date.parse(plain);
  if (!(instant >= earliest && instant <= latest)) return undefined;
  // The document has a format for plain times alone, and JavaScript takes a 30th of February for a day in March.
  const isDay = plain === time || toMilliseconds(instant).startsWith(plain.slice(0, 10));
  return isDay ? instant : undefined;
}
