import type {components} from '../../../specs/symbl/generated/index.js';
import {replace, type Style} from '../../../src/redaction/replace.js';
import type {Span} from '../../../src/redaction/types.js';
import type {Message} from '../entities.js';
import {spansIn, type Stretch} from './spans.js';
import {between, toSeconds, toTimestamp} from '../times.js';

type Word = components['schemas']['Word'];

/** How sure recognition is of every word: nothing was recognised, so there is nothing to tell words apart by. */
const score = 0.9;

/**
 * The words of a message, spread over its time by their place in the text. Those that a hidden span covers are one word
 * with the marker in it, from the start of the first to the end of the last (SYMBL-51). Only what was heard has a score
 * (SYMBL-36).
 * @param beginning where the conversation's first message begins.
 */
export function wordsOf(
  {text, startTime, endTime, speakerTag}: Message,
  {beginning, hidden, style}: {readonly beginning: string; readonly hidden: readonly Span[]; readonly style: Style},
): Word[] {
  const start = Date.parse(startTime);
  const perCharacter = between(startTime, endTime) / Math.max(1, text.length);
  const instantAt = (offset: number) => start + Math.round(offset * perCharacter);
  const stretches = joined(text, hidden);
  const spans = spansIn(stretches, hidden);
  return stretches.map((stretch, position) => {
    const [from, to] = [instantAt(stretch.start), instantAt(stretch.end)];
    return {
      word: replace(text.slice(stretch.start, stretch.end), spans[position] as Span[], style),
      startTime: toTimestamp(from),
      endTime: toTimestamp(to),
      timeOffset: toSeconds(from - Date.parse(beginning)),
      duration: toSeconds(to - from),
      ...(speakerTag !== undefined && {speakerTag, score}),
    };
  });
}

/** The words of a text, with those taken together that a hidden span holds together. */
function joined(text: string, hidden: readonly Span[]): readonly Stretch[] {
  const stretches: {start: number; end: number}[] = [];
  let next = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const word = {start: match.index, end: match.index + match[0].length};
    while (next < hidden.length && (hidden[next] as Span).end <= word.start) next += 1;
    const last = stretches.at(-1);
    if (last && next < hidden.length && (hidden[next] as Span).start < last.end) last.end = word.end;
    else stretches.push(word);
  }
  return stretches;
}
