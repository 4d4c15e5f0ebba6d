import type {Stretch} from '../transcript/spans.js';

/** Full stops that end no sentence. */
const abbreviation = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e)\.$/i;

/** An abbreviation, a space before it and its stop are no longer than this. */
const longestAbbreviation = 8;

/** The sentences of a text, without the white space around them. A simple guess of the stand-in's own. */
export function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    const said = text.slice(start, end);
    const blank = said.length - said.trimStart().length;
    if (blank < said.length) sentences.push({start: start + blank, end: start + said.trimEnd().length});
    start = end;
  };
  for (const {index, 0: mark} of text.matchAll(/[.!?]+(?=\s|$)|\n/g)) {
    const end = index + mark.length;
    if (!abbreviation.test(text.slice(Math.max(start, end - longestAbbreviation), end))) close(end);
  }
  close(text.length);
  return sentences;
}
