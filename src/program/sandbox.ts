import {askerOf, type Ask, type Info} from '../control/index.js';
import type {AuditRecord, BehaviourValue, Engine} from '../engine/index.js';
import {clockControl, type ClockControl} from './clock.js';
import {canariesControl, erasureControl, type CanariesControl, type Erasure} from './erasure.js';
import {faultsControl, type FaultsControl} from './faults.js';
import type {Names} from './names.js';
import {journalControl, type JournalControl} from './journal.js';
import {scenariosControl, type ScenariosControl} from './scenarios.js';
import {snapshotsControl, type SnapshotsControl} from './snapshots.js';
import {stateControl, type StateControl} from './state.js';
import {verifyControl, type Verify} from './verify.js';

/** A sandbox's behaviours. */
export interface BehavioursControl<N extends Names = Names> {
  /** All of them, written as in a configuration: `{'dixa.dates': 'documented', …}`. */
  get(): Promise<Readonly<Record<string, BehaviourValue>>>;
  /**
   * Sets those that are named; all others are as they were at first.
   * @throws RangeError when there is no such behaviour, or when it cannot have that value.
   */
  set(settings: N['behaviours']): Promise<void>;
}

/** One isolated state with its own credentials, clock and journal. */
export interface SandboxControl<N extends Names = Names> {
  readonly id: string;
  /** Base URLs and credentials. */
  readonly info: Info;
  readonly state: StateControl;
  readonly snapshots: SnapshotsControl;
  readonly clock: ClockControl;
  readonly journal: JournalControl<N>;
  readonly behaviours: BehavioursControl<N>;
  readonly faults: FaultsControl<N>;
  readonly scenarios: ScenariosControl;
  /** Whether clients called as expected. It answers, and does not throw, when they did not. */
  readonly verify: Verify<N>;
  /** Whether a person is gone from it, and where something of them is left. */
  readonly erasure: Erasure;
  readonly canaries: CanariesControl;
  /** Calls the stand-in in this sandbox, whatever credential the request carries. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Back to the seed, in the scenario that it began with. */
  reset(): Promise<void>;
  /** What was erased at the vendors' own word (OPENCX-43), oldest first; never what it held. */
  audit(): Promise<readonly AuditRecord[]>;
  /** Waits until no webhook is on its way out. */
  settled(): Promise<void>;
}

/** What a program can do with one sandbox of an engine. */
export function controlOf(
  engine: Engine,
  id: string,
  {infoOf, fetch}: {readonly infoOf: (sandbox: string) => Info; readonly fetch: SandboxControl['fetch']},
): SandboxControl {
  const ask = askerOf({engine, infoOf}, id);
  return {
    id,
    get info() {
      return infoOf(id);
    },
    state: stateControl(ask),
    snapshots: snapshotsControl(ask),
    clock: clockControl(ask),
    journal: journalControl(engine, ask, id),
    behaviours: behavioursControl(ask),
    faults: faultsControl(ask),
    scenarios: scenariosControl(ask),
    verify: verifyControl(ask),
    erasure: erasureControl(ask),
    canaries: canariesControl(ask),
    fetch,
    reset: () => ask('reset'),
    audit: async () => (await ask('getAudit')).entries,
    settled: () => engine.sandboxes.clockwork.settled(id),
  };
}

function behavioursControl(ask: Ask): BehavioursControl {
  return {
    get: () => ask('getBehaviours'),
    set: async (settings) => void (await ask('setBehaviours', {body: settings})),
  };
}
