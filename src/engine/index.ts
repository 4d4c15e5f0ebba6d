/**
 * The engine: one request's way through a vendor. It knows no vendor, no server and no page. What else can be asked of it is
 * in `desks.ts`, for whoever asks.
 */
export {addressOf, controlPrefix, defaultSandbox, sandboxPattern, type Address} from './addressing.js';
export {collection, type State} from '../state/index.js';
export {
  examplesOf,
  inSchemaOrder,
  isObject,
  placeOf,
  readBoolean,
  schemaAt,
  unescapePointer,
  valueAt,
  type BinaryPart,
  type Finding,
  type Operation,
  type Schema,
  type JsonObject,
  type JsonValue,
  type ParameterDecoder,
} from '../openapi/index.js';
export {
  checkBehaviourNames,
  choice,
  duration,
  flag,
  integer,
  text,
  type Behaviour,
  type Behaviours,
  type BehaviourSettings,
  type BehaviourValue,
  type BehaviourValues,
} from './behaviours.js';
export type {Timer} from './sandbox/departures.js';
export {bearerOf, decodeSandbox, encodeSandbox, readToken, signToken} from './credentials.js';
export {fromBase64} from './base64.js';
export {derivedNumber, derivedUuid} from './derived-ids.js';
export {Engine, type EngineOptions} from './engine.js';
export {Exchange} from './exchange.js';
export type {Fault, FaultSpec} from './faults/fault.js';
export type {Explanation} from './explain.js';
export type {Ids} from './ids.js';
export {DocumentNames, foldedName} from './journal/document-names.js';
export type {Difference, JournalEntry, NearMiss} from './journal/entry.js';
export type {JournalFilter} from './journal/filter.js';
export {sentenceOf} from './journal/finding-text.js';
export {problemFinding} from './journal/problem-finding.js';
export type {Follower} from './journal/follower.js';
export {maxFollowers, type Journal, type Kept} from './journal/journal.js';
export type {JournalMode} from './journal/keeper.js';
export type {RequestPattern} from './journal/pattern.js';
export type {Choice} from './journal/questions.js';
export type {ExpectedRequest, Expectation, Times, Verdict} from './journal/verify.js';
export type {Meters} from './sandbox/meters.js';
export {
  noWayOut,
  type Outgoing,
  type OutgoingRequest,
  type OutgoingResult,
  type Signature,
  type Webhooks,
} from './outgoing.js';
export {
  endOf,
  fullNameOf,
  isAnswered,
  postalAddressOf,
  type Person,
  type PersonConversation,
  type PersonFile,
  type Turn,
} from './person.js';
export type {Problem, ProblemContext} from './problem.js';
export type {Canary} from './canaries/canary.js';
export type {CanaryReport} from './canaries/report.js';
export type {ErasureProof} from './proof/erasure.js';
export type {Remnant} from './proof/remnant.js';
export type {Held, Survivor} from './proof/survivors.js';
export type {RecordedAnswer} from './recorded-answer.js';
export type {Inputs, OperationTypes, Replies, Reply} from './reply.js';
export type {PlainRequest, PlainResponse, Wire} from './request.js';
export type {Rule} from './rules.js';
export type {AuditEntry, DeliverOptions, Scope} from './scope.js';
export {objectIn, objectsIn, textIn, type Said} from './said.js';
export type {AuditRecord, Sandbox} from './sandbox/sandbox.js';
export type {Settled} from './sandbox/clockwork.js';
export {TooManySandboxes} from './sandbox/lifetimes.js';
export {SandboxTaken, type SandboxSettings, type SandboxStatus} from './sandbox/sandboxes.js';
export {
  defaultScenario,
  isScenario,
  scenarioNames,
  scenarios,
  type ScenarioName,
  type ScenarioPart,
  type ScenarioParts,
} from './scenarios.js';
export type {SeedPart, SeedSchema} from './sandbox/seed-schema.js';
export {givenSeeds} from './sandbox/given-seeds.js';
export type {Seeds} from './sandbox/seed-check.js';
export {SeedError} from './sandbox/seed-error.js';
export type {SnapshotDocument} from './sandbox/snapshot-document.js';
export {TooManySnapshots} from './sandbox/snapshots.js';
export {plainId} from './trace.js';
export {
  defineVendor,
  type DefinedVendor,
  type Call,
  type Credentials,
  type FaultyCall,
  type Handler,
  type IssuedCredentials,
  type LimitedCall,
  type LimitOutcome,
  type SeedData,
  type Seeded,
  type Step,
  type Transition,
  type Vendor,
  type VendorDefinition,
} from './vendor.js';
