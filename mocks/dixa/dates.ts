/** A time as Dixa stores most of them: `2020-12-16T09:41:43Z`. */
export function toSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** A time with milliseconds: `2021-06-09T08:18:37.284Z`. */
export function toMilliseconds(instant: number): string {
  return new Date(instant).toISOString();
}

/**
 * Spells a time of a field whose printed examples carry the zone's name: `2021-12-01T12:46:36.581Z[GMT]` (DIXA-20).
 * @param time stored plain.
 */
export function spell(time: string, dates: 'documented' | 'plain'): string {
  return dates === 'documented' ? `${time}[GMT]` : time;
}

/** The instant of a time in a request, which may carry the zone's name; a request's times were validated before. */
export function instantOf(time: string): number {
  return Date.parse(time.replace(/\[GMT\]$/, ''));
}
