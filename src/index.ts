/** A local, stateful stand-in for vendors' privacy APIs, for use in programs and tests. */
export {
  SeedError,
  type Explanation,
  type BehaviourValue,
  type JournalEntry,
  type Outgoing,
  type OutgoingRequest,
  type OutgoingResult,
  type PlainRequest,
  type PlainResponse,
  type Seeds,
  type Signature,
} from './engine/index.js';
export {Refused, type Info} from './control/index.js';
export type {ListenOptions} from './faces/http.js';
export type {BehavioursControl, ClockControl, JournalControl, SandboxControl, Settled} from './program/index.js';
export {createStandin, type Standin, type StandinOptions} from './stand-in.js';
