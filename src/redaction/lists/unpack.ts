/** Reads what `scripts/redaction/pack.ts` wrote: a capital for what an entry shares with the one before, and the rest. */
export function unpack(text: string): string[] {
  const entries: string[] = [];
  let previous = '';
  for (let start = 0, end = 1; start < text.length; start = end++) {
    while (end < text.length && (text.charCodeAt(end) < 65 || text.charCodeAt(end) > 90)) end++;
    previous = previous.slice(0, text.charCodeAt(start) - 65) + text.slice(start + 1, end);
    entries.push(previous);
  }
  return entries;
}
