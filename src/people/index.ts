/**
 * Made-up people in numbers, for Node: who they are is drawn with faker, what they have at each vendor is the vendors' own
 * affair. The same random seed gives the same people, letter for letter.
 *
 * ```ts
 * const people = await makePeople({count: 100});
 * const standin = await createStandin({seed: seedOf(people)});
 * ```
 */
export type {Person, PersonConversation, PersonFile, Turn} from '../engine/index.js';
export {makePeople, type PeopleOptions} from './make-people.js';
export {seedFile, type SeedFormat} from './seed-file.js';
export {seedOf} from './seed-of.js';
