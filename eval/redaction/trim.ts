import type {Entity} from './labelled.js';

const before = /^[\s"'([]+/;
const title = /^(?:(?:mr|mrs|ms|miss|dr|prof|sir|judge|madam)\.?\s+)+/i;
const article = /^(?:the|a|an|on|in|at|from)\s+/i;
const behind = /(?:['’]s)?[\s"')\],.;:!?]*$/;

/**
 * Cuts from a span what nobody needs to agree about: titles, an article or preposition in front, quotes, a possessive,
 * punctuation behind. Nothing is cut that would leave nothing.
 */
export function trimmed<Some extends Entity>(text: string, entity: Some): Some {
  let {start, end} = entity;
  const fronts = entity.type === 'PERSON_NAME' ? [before, title, article] : [before, article];
  for (const front of fronts) start += cut(front, text.slice(start, end));
  end -= cut(behind, text.slice(start, end));
  return {...entity, start, end};
}

/** How much of the text the expression would cut, unless it is all. */
function cut(expression: RegExp, text: string): number {
  const {length} = expression.exec(text)?.[0] ?? '';
  return length < text.length ? length : 0;
}
