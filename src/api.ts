/** What programs know of a stand-in, wherever it runs. */
export {
  SeedError,
  type AuditRecord,
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
export type {Disguise, Subject} from './erasure/index.js';
export type {AnswerOptions} from './faces/dispatcher.js';
export type {ListenOptions} from './faces/http.js';
export type {
  BehavioursControl,
  CanariesControl,
  CanaryReport,
  ClockControl,
  CollectionControl,
  CreatedSandbox,
  Erasure,
  ErasureProof,
  FaultsControl,
  JournalControl,
  NewSandbox,
  PlantedCanary,
  Remnant,
  SandboxControl,
  SandboxesControl,
  SandboxInfo,
  ScenarioInfo,
  ScenariosControl,
  Settled,
  SnapshotDocument,
  SnapshotsControl,
  SnapshotSummary,
  StateControl,
  StateDocument,
  StoredEntity,
  UnmatchedRequest,
  NamedExpectation,
  Verify,
} from './program/index.js';
export type {Persistence} from './platforms/platform.js';
export {isVendorName, vendorNames, type KnownNames, type OperationName, type VendorName} from './registry.js';
export type {Standin, StandinOptions} from './stand-in.js';
export type {Store} from './state/index.js';
