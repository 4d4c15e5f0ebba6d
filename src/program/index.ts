/** What a program can say to a stand-in: the control plane's verbs as methods. */
export type {ClockControl, Settled} from './clock.js';
export type {CanariesControl, CanaryReport, Erasure, ErasureProof, PlantedCanary, Remnant} from './erasure.js';
export type {FaultsControl} from './faults.js';
export type {Named, Names} from './names.js';
export type {JournalControl, UnmatchedRequest} from './journal.js';
export {controlOf, type BehavioursControl, type SandboxControl} from './sandbox.js';
export {
  sandboxesControl,
  type CreatedSandbox,
  type NewSandbox,
  type SandboxesControl,
  type SandboxInfo,
} from './sandboxes.js';
export type {ScenarioInfo, ScenariosControl} from './scenarios.js';
export type {SnapshotDocument, SnapshotsControl, SnapshotSummary} from './snapshots.js';
export type {CollectionControl, StateControl, StateDocument, StoredEntity} from './state.js';
export type {NamedExpectation, Verify} from './verify.js';
