const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const week = 604_800_000;
const day = 86_400_000;
const hour = 3_600_000;
const minute = 60_000;

/**
 * Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds: `PT10S`, `P1DT12H`.
 * Months and years have no fixed length and are refused.
 * @returns undefined when the text is no such duration.
 */
export function parseDuration(text: string): number | undefined {
  const parts = pattern.exec(text);
  if (parts === null || text === 'P' || text.endsWith('T')) return undefined;
  const [, weeks, days, hours, minutes, seconds] = parts.map(Number);
  return (
    (weeks || 0) * week +
    (days || 0) * day +
    (hours || 0) * hour +
    (minutes || 0) * minute +
    Math.round((seconds || 0) * 1000)
  );
}

/** Milliseconds as the ISO 8601 duration that {@link parseDuration} reads: `PT1S`, `P1DT12H`. */
export function formatDuration(milliseconds: number): string {
  const parts = [
    [Math.floor((milliseconds % day) / hour), 'H'],
    [Math.floor((milliseconds % hour) / minute), 'M'],
    [(milliseconds % minute) / 1000, 'S'],
  ] as const;
  const days = Math.floor(milliseconds / day);
  const time = parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('');
  if (days === 0 && time === '') return 'PT0S';
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
