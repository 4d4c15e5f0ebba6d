/** What programs know of a stand-in, wherever it runs. */
import type {
  ExpectedRequest as AnyExpectedRequest,
  FaultSpec as AnyFaultSpec,
  JournalFilter as AnyJournalFilter,
  RequestPattern as AnyRequestPattern,
} from './engine/index.js';
import type {Named, NamedExpectation} from './program/index.js';
import type {KnownNames} from './registry.js';

/** What is to go wrong, and with which calls. */
export type FaultSpec = Named<AnyFaultSpec, KnownNames>;
/** Which requests are meant. */
export type RequestPattern = Named<AnyRequestPattern, KnownNames>;
/** Requests that are expected, and how often. */
export type ExpectedRequest = Named<AnyExpectedRequest, KnownNames>;
/** What a journal is expected to hold of clients' calls. */
export type Expectation = NamedExpectation<KnownNames>;
/** Which entries of a journal are asked for. */
export type JournalFilter = Named<AnyJournalFilter, KnownNames>;

export {
  SeedError,
  type AuditRecord,
  type Explanation,
  type BehaviourValue,
  type Difference,
  type Fault,
  type JournalEntry,
  type JournalMode,
  type NearMiss,
  type Outgoing,
  type OutgoingRequest,
  type OutgoingResult,
  type PlainRequest,
  type PlainResponse,
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
  Verify,
} from './program/index.js';
export type {Persistence} from './platforms/platform.js';
export {isVendorName, vendorNames, type KnownNames, type OperationName, type VendorName} from './registry.js';
export type {Standin, StandinOptions} from './stand-in.js';
export type {Store} from './state/index.js';
