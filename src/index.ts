/** A local, stateful stand-in for vendors' privacy APIs, for use in programs and tests. */
export {
  SeedError,
  type Explanation,
  type BehaviourValue,
  type Difference,
  type ExpectedRequest,
  type Expectation,
  type Fault,
  type FaultSpec,
  type JournalEntry,
  type JournalFilter,
  type JournalMode,
  type NearMiss,
  type Outgoing,
  type OutgoingRequest,
  type OutgoingResult,
  type PlainRequest,
  type PlainResponse,
  type RequestPattern,
  type ScenarioName,
  type Seeds,
  type Signature,
  type Times,
  type Verdict,
  type Wire,
} from './engine/index.js';
export {Refused, type Info} from './control/index.js';
export type {AnswerOptions} from './faces/dispatcher.js';
export type {ListenOptions} from './faces/http.js';
export type {
  BehavioursControl,
  ClockControl,
  CreatedSandbox,
  FaultsControl,
  JournalControl,
  NewSandbox,
  SandboxControl,
  SandboxesControl,
  SandboxInfo,
  ScenarioInfo,
  ScenariosControl,
  Settled,
  UnmatchedRequest,
  Verify,
} from './program/index.js';
export {createStandin, type Standin, type StandinOptions} from './stand-in.js';
