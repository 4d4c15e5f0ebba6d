/** The character that says "shares nothing with the entry before"; the next one says "shares one character", and so on. */
const none = 'A'.charCodeAt(0);
const most = 25;

/**
 * Writes sorted entries as one string, each as a capital letter for what it shares with the entry before, and the rest.
 * Entries are in lower case, so every capital begins one. `src/redaction/lists/unpack.ts` reads it.
 */
export function pack(entries: Iterable<string>): string {
  let previous = '';
  return [...new Set(entries)]
    .sort()
    .map((entry) => {
      if (/[A-Z'"\\]/.test(entry.replace(/'/g, ''))) throw new Error(`not in lower case: ${entry}`);
      let shared = 0;
      while (shared < most && shared < entry.length && entry[shared] === previous[shared]) shared++;
      previous = entry;
      return String.fromCharCode(none + shared) + entry.slice(shared);
    })
    .join('');
}
