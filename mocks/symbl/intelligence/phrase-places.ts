import type {Stretch} from '../transcript/spans.js';

/** Where phrases stand in the text that they were taken from, one behind the other; a phrase of no text has no place. */
export function placesOf(phrases: readonly string[], text: string): Stretch[] {
  const places: Stretch[] = [];
  let last = 0;
  for (const phrase of phrases) {
    const start = text.indexOf(phrase, last);
    if (start < 0) continue;
    last = start + phrase.length;
    places.push({start, end: last});
  }
  return places;
}
