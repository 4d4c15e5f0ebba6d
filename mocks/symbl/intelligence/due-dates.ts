const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const named = /\b(?:today|tonight|tomorrow|next week|(?:sun|mon|tues|wednes|thurs|fri|satur)day)\b/i;

const aDay = 86_400_000;

/** Seven o'clock UTC, when the samples have everything due. */
const hour = 7 * 3_600_000;

/**
 * When a sentence says that something is due: the first day that it names, counted from the day on which it was said.
 * The stand-in's own guess; the hour is the one of Symbl's samples.
 * @param saidAt when it was said, in milliseconds since 1970.
 * @returns milliseconds since 1970, or undefined when no day is named.
 */
export function dueDateOf(sentence: string, saidAt: number): number | undefined {
  const day = named.exec(sentence)?.[0].toLowerCase();
  if (day === undefined) return undefined;
  // Counted in days since 1970: a date put together anew would have the years before 100 in the twentieth century.
  const days = Math.floor(saidAt / aDay) + daysUntil(day, new Date(saidAt).getUTCDay());
  return days * aDay + hour;
}

function daysUntil(day: string, weekday: number): number {
  if (day === 'today' || day === 'tonight') return 0;
  if (day === 'tomorrow') return 1;
  if (day === 'next week') return 7;
  return (weekdays.indexOf(day) - weekday + 7) % 7 || 7;
}
