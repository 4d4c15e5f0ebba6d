/** A local, stateful stand-in for vendors' privacy APIs, for use in programs and tests. */
export {SeedError, type JournalEntry, type PlainRequest, type PlainResponse, type Seeds} from './engine/index.js';
export type {Info} from './control/index.js';
export type {ListenOptions} from './faces/http.js';
export {
  createStandin,
  type ClockControl,
  type JournalControl,
  type SandboxControl,
  type Standin,
  type StandinOptions,
} from './stand-in.js';
