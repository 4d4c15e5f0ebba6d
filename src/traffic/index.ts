/**
 * Recordings of traffic: HAR files and Pacts, read into one form and written from it. It knows no vendor by name and makes no
 * calls.
 */
export type {RecordedExchange} from './exchange.js';
export type {LeftOut, RecordedCall, Recording} from './recording.js';
