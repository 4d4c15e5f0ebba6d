import {candidate, type Candidate} from './candidate.js';
import type {Document} from './document.js';
import {listMatches} from './list-match.js';
import {occupations} from './lists/occupations.js';

/** Words that say a role of somebody: "as our new", "he's a", "works as". */
const saidOf =
  /\b(?:(?:as|is|was|am|are|were|be|become|became|becoming|'m|'s|’m|’s|being|been|hired|job as|work(?:s|ed|ing)? as) (?:an?|the|our|my|their|his|her) (?:(?:new|former|retired|senior|junior|freelance|part-time|full-time|licensed|certified|retired|professional|trained|good|head|chief|lead|very) ){0,2}|as (?:our new |an? )?|our (?:new |former )|(?:my|his|her|their) job (?:is|was) |-year-old |retired |(?:^|[.!?] )our )$/i;
const apposed = /, (?:the |an? |our |my |a )?$/i;
const afterApposed = /^(?:,|\.|$)/;
const beforeName = /^,? \p{Lu}\p{Ll}/u;
const roleTitle = /\b(?:the|our|their|your) $/i;

/**
 * Occupations, where they are said of a person. A role that merely appears ("the technician comes") tells nothing about
 * anybody.
 */
export function* listedOccupations(document: Document): Iterable<Candidate> {
  const {text} = document;
  for (const match of listMatches(document, occupations)) {
    const before = text.slice(Math.max(0, match.start - 40), match.start);
    const behind = text.slice(match.end, match.end + 20);
    if (isSaidOfPerson(before, behind, match.key)) yield candidate(match.start, match.end, 'OCCUPATION', 0.8, 'list');
  }
}

function isSaidOfPerson(before: string, behind: string, key: string): boolean {
  if (/^(?:-| (?:appointment|office|shop|visit|model|number|call)\b)/.test(behind)) return false;
  if (saidOf.test(before)) return true;
  if (apposed.test(before)) return afterApposed.test(behind);
  if (/^(?:ceo|cfo|cto|coo|general counsel|managing director|vice president)$/.test(key)) return roleTitle.test(before);
  return roleTitle.test(before) && beforeName.test(behind);
}
