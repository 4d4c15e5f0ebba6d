/** How a question begins when nobody writes its mark. */
const beginning =
  /^(?:(?:and|but|so|well|okay|ok),?\s+)?(?:who|whom|whose|what|when|where|why|which|how|(?:do|does|did|is|are|was|were|have|has|can|could|would|will|should) (?:you|we|i|they|he|she|it|there|this|that))\b/i;

/** How sure a question mark is, and how sure a first word. */
const [marked, begun] = [0.98, 0.75];

/**
 * How sure it is that a sentence asks something, or undefined when it does not: it ends with a question mark, or begins
 * as questions do and ends with no other mark than a full stop. The stand-in's own guess, simple enough to foresee.
 */
export function askingOf(sentence: string): number | undefined {
  if (sentence.endsWith('?')) return marked;
  return beginning.test(sentence) && !sentence.endsWith('!') ? begun : undefined;
}
