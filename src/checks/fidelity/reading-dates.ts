const day = '(\\d{4}-\\d{2}-\\d{2})';
/** "Read 2026-11-21 …", "On 2026-11-21 we read …"; a date of another sentence does not count. */
const read = new RegExp(`\\bread\\b[^.]*?\\b${day}\\b|\\b${day}\\b[^.]*?\\bread\\b`, 'i');
const lastRead = new RegExp(`^last read(?::| on) ${day}`, 'i');

/**
 * When sources were last read, as a vendor's `SOURCE.md` tells. It tells it in a paragraph, an item of a list or a row of a
 * table that says `read` and a day, for all addresses and names of files there; or for all sources at once, in a paragraph
 * that begins with `Last read: 2026-11-21`.
 * @param text of `SOURCE.md`.
 * @returns the day (ISO 8601) for the address of a source; undefined where the file does not tell it.
 */
export function readingDates(text: string): (source: string) => string | undefined {
  const blocks = text.split(/\n{2,}|\n(?=[-*|#])/).map((block) => block.replaceAll(/\s+/g, ' ').trim());
  const everywhere = blocks.map((block) => lastRead.exec(block)?.[1]).find((date) => date !== undefined);
  const dated = blocks.flatMap((block) => {
    const [, after, before] = read.exec(block) ?? [];
    const date = after ?? before;
    return date === undefined ? [] : namesIn(block).map((name) => ({name, date}));
  });
  return (source) => {
    const own = dated.filter(({name}) => isOf(name, source)).map(({date}) => date);
    return [...own, ...(everywhere === undefined ? [] : [everywhere])].sort().at(-1);
  };
}

/** Addresses, and names of files in backticks. */
function namesIn(block: string): readonly string[] {
  const addresses = (block.match(/https?:\/\/[^\s<>)`]+/g) ?? []).map((one) => one.replace(/[.,;:/]+$/, ''));
  const files = [...block.matchAll(/`([\w.-]+\.[a-z]+)`/gi)].map(([, file = '']) => file);
  return [...addresses, ...files];
}

/** Whether a source is this page or file, or stands below this address. */
function isOf(name: string, source: string): boolean {
  if (!name.includes('://')) return source.endsWith(`/${name}`);
  return source === name || source.startsWith(`${name}/`);
}
