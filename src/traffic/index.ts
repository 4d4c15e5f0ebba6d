/**
 * Recordings of traffic: HAR files and Pacts, read into one form and written from it. It knows no vendor by name and makes no
 * calls.
 */
export {answersOf} from './answers.js';
export {entriesOf, type EntriesOptions} from './entries.js';
export type {RecordedExchange} from './exchange.js';
export {impliedSeed, impliedSeedText, type ImpliedSeed} from './implied-seed.js';
export {placesIn, type Place} from './places.js';
export {readRecording, type ReadingOptions} from './read-recording.js';
export type {LeftOut, RecordedCall, Recording} from './recording.js';
