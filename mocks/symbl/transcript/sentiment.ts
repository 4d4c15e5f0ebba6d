import type {components} from '../../../specs/symbl/generated/index.js';

type Sentiment = components['schemas']['Sentiment'];

const weights: readonly (readonly [number, string])[] = [
  [0.8, 'amazing awesome brilliant delighted excellent fantastic love loved outstanding perfect wonderful'],
  [0.6, 'enjoy enjoyed glad good great happy helpful nice pleased recommend thank thanks welcome'],
  [0.2, 'agree fine ok okay sure yes'],
  [-0.2, 'although but however no slow'],
  [-0.6, 'angry annoyed bad broken complain complaint difficult disappointed fail failed late poor problem sad sorry'],
  [-0.6, 'unhappy upset worried wrong'],
  [-0.8, 'awful hate hated horrible terrible unacceptable useless worst'],
];

const lexicon: ReadonlyMap<string, number> = new Map(
  weights.flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight] as const)),
);

const negators = new Set([
  'not',
  'never',
  'without',
  "don't",
  "doesn't",
  "didn't",
  "isn't",
  "wasn't",
  "won't",
  "can't",
]);

/** Where neutral ends on either side. */
const bound = 0.3;

/**
 * How a text sounds: the mean weight of the words that sound like anything. Only the shape and the bands are Symbl's;
 * the score is a stand-in's, and the same for the same text (SYMBL-35, SYMBL-52).
 */
export function sentimentOf(text: string): Sentiment {
  const words = text.toLowerCase().match(/[a-z']+/g) ?? [];
  const found = words.flatMap((word, position) => {
    const weight = lexicon.get(word);
    if (weight === undefined) return [];
    return [words.slice(Math.max(0, position - 2), position).some((before) => negators.has(before)) ? -weight : weight];
  });
  const mean = found.reduce((sum, weight) => sum + weight, 0) / Math.max(1, found.length);
  // Adding zero turns a negative zero into zero.
  const score = Math.round(mean * 100) / 100 + 0;
  return {polarity: {score}, suggested: score <= -bound ? 'negative' : score >= bound ? 'positive' : 'neutral'};
}
