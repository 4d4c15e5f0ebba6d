/** The methods that look at every character of a text, and how many they look at in the worst case. */
const readers = {
  indexOf: (text: string, [, from]: unknown[]) => text.length - Number(from ?? 0),
  includes: (text: string, [, from]: unknown[]) => text.length - Number(from ?? 0),
  lastIndexOf: (text: string, [, from]: unknown[]) => Math.min(text.length, Number(from ?? text.length)),
  split: (text: string) => text.length,
  toLowerCase: (text: string) => text.length,
  toUpperCase: (text: string) => text.length,
  normalize: (text: string) => text.length,
} as const;

/** The methods that may look at every element of a list. */
const searches = ['indexOf', 'includes', 'some', 'every', 'find', 'findIndex', 'filter'] as const;

/**
 * Counts the characters that regular expressions and methods of strings look at while something is done, and the
 * elements that lists are searched through. It is the same on every machine, however busy: the time of an expression
 * grows with what it looks at, once that no expression is super-linear by itself.
 */
export function workOf(something: () => unknown): number {
  let work = 0;
  const undo: (() => void)[] = [];
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // A sticky or anchored expression gives up where it begins.
    const tried = this.sticky || (this.source.startsWith('^') && !this.multiline) ? 1 : text.length - from;
    work += match ? match.index + match[0].length - from + 1 : Math.max(tried, 1);
    return match;
  };
  undo.push(() => (RegExp.prototype.exec = exec));
  const count = <Owner extends object>(
    owner: Owner,
    name: keyof Owner & string,
    cost: (self: never, given: unknown[]) => number,
  ) => {
    const own = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
    const method = own.value as (...given: unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      ...own,
      value: function (this: never, ...given: unknown[]) {
        work += Math.max(cost(this, given), 1);
        return method.apply(this, given);
      },
    });
    undo.push(() => Object.defineProperty(owner, name, own));
  };
  for (const [name, cost] of Object.entries(readers)) {
    count(String.prototype, name as keyof typeof readers, (self, given) => cost(String(self), given));
  }
  for (const name of searches) count(Array.prototype, name, (self: unknown[]) => self.length);
  try {
    something();
  } finally {
    for (const one of undo) one();
  }
  return work;
}
