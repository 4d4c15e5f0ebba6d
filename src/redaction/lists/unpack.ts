/** Reads what `scripts/redaction/pack.ts` wrote: a capital for what an entry shares with the one before, and the rest. */
export function unpack(text: string): string[] {
  let previous = '';
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((entry) => {
    previous = previous.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
    return previous;
  });
}
