import {collection, UnitOfWork, type Entity, type Partition, type SortKey} from '../../state/index.js';
import {instantOf, runningClock, type ClockState, type TimeSource} from '../../time/index.js';
import {SeededIds} from '../ids.js';
import type {Canaries} from '../canaries/canaries.js';
import type {Faults} from '../faults/faults.js';
import type {Journal} from '../journal/journal.js';
import {erasedBy, forget, type Erased} from './erased.js';
import type {Meters} from './meters.js';
import {seedRandom, type RandomState} from '../random.js';
import type {Snapshots} from './snapshots.js';
import {defaultScenario, isScenario, type ScenarioName} from '../scenarios.js';
import type {AuditEntry, ScheduleOptions} from '../scope.js';
import type {AnyScope, Vendor} from '../vendor.js';
import type {BehaviourValue} from '../behaviours.js';

/** How a sandbox came to be; no reset changes it. Plain data: it lies in the sandbox's record. */
export interface Origin {
  /** The scenario that it began with, to which a reset leads back. */
  readonly scenario: ScenarioName;
  /** When it was made by the time source, in milliseconds since 1970. */
  readonly createdAt: number;
  /** After how many milliseconds without a request it goes; absent when it stays. */
  readonly expiresAfter?: number;
}

/** What a sandbox keeps about itself, stored with its state. */
export interface SandboxRecord extends Entity {
  readonly origin: Origin;
  /** The scenario that it is in. */
  readonly scenario: ScenarioName;
  readonly clock: ClockState;
  readonly random: RandomState;
  readonly counters: Readonly<Record<string, number>>;
  /** When the last scheduled transition of each queue falls due. */
  readonly queues: Readonly<Record<string, number>>;
  /** Values of vendors' behaviours that were changed since the sandbox began, by vendor. */
  readonly behaviours: AllBehaviourValues;
}

/** A transition that waits for its time. */
export interface DueRecord extends Entity {
  readonly at: number;
  readonly vendor: string;
  /** A transition of the vendor's, or {@link delivery}. */
  readonly transition: string;
  readonly payload: Entity['id'];
  /** Whether something leaves the stand-in by it, so that it cannot wait for the next caller. */
  readonly leaves: boolean;
  /** Whom a webhook goes to, as the vendor calls it. */
  readonly to?: string;
}

/** What a webhook's departure is called among the transitions. */
export const delivery = 'deliver';

/** A line of the audit trail as it is stored. */
export interface AuditRecord extends AuditEntry {
  readonly id: string;
  readonly vendor: string;
  readonly at: string;
}

const sandboxes = collection<SandboxRecord>()();
const due = collection<DueRecord>()({
  at: {by: () => 'all', sort: (record: DueRecord): SortKey => record.at},
  leaving: {
    by: ({leaves}: DueRecord) => (leaves ? 'all' : undefined),
    sort: (record: DueRecord): SortKey => record.at,
  },
});
const audits = collection<AuditRecord>()({all: {by: () => 'all'}});

/** The collections in which a sandbox keeps what is not its vendors', by their names in the store. */
export const engineCollections = {'standin.sandbox': sandboxes, 'standin.due': due, 'standin.audit': audits} as const;

const recordId = 'sandbox';

/** One isolated state with its clock and its journal. */
export interface Sandbox {
  readonly id: string;
  readonly partition: Partition;
  readonly journal: Journal;
  /** Counts of calls, for limits. */
  readonly meters: Meters;
  /** What is injected into calls. */
  readonly faults: Faults;
  readonly snapshots: Snapshots;
  /** Invented people who were planted, to be looked for. */
  readonly canaries: Canaries;
  /** What all vendors' behaviours are set to at first, by scenario. */
  readonly behaviours: Readonly<Record<ScenarioName, AllBehaviourValues>>;
  readonly origin: Origin;
}

/** Values of all vendors' behaviours, by vendor. */
export type AllBehaviourValues = Readonly<Record<string, Readonly<Record<string, BehaviourValue>>>>;

/** The record that a sandbox begins with. */
export function newRecord(
  {id: sandbox, origin}: Pick<Sandbox, 'id' | 'origin'>,
  {scenario, randomSeed}: {readonly scenario: ScenarioName; readonly randomSeed: number},
): SandboxRecord {
  return {
    id: recordId,
    origin,
    scenario,
    clock: runningClock,
    random: seedRandom(randomSeed, sandbox),
    counters: {},
    queues: {},
    behaviours: {},
  };
}

/** One unit of work in a sandbox: its state, its instant, its ids, and what it schedules. */
export class Session {
  readonly unit: UnitOfWork;
  readonly now: number;
  readonly #sandbox: Sandbox;
  readonly #record: SandboxRecord;
  readonly #ids: SeededIds;
  #queues: Record<string, number> | undefined;
  #leaves = false;
  #erases = false;
  #erased: Erased | undefined;

  private constructor(sandbox: Sandbox, record: SandboxRecord, now: number) {
    this.#sandbox = sandbox;
    this.#record = record;
    this.#ids = new SeededIds(record.random, record.counters);
    this.unit = new UnitOfWork(sandbox.partition);
    this.now = now;
  }

  /** @param at the instant it happens at, for what fell due earlier; the sandbox's now when absent. */
  static async begin(sandbox: Sandbox, time: TimeSource, at?: number): Promise<Session> {
    const record = await readRecord(sandbox.partition);
    return new Session(sandbox, record, at ?? instantOf(record.clock, time));
  }

  /** The scenario that the sandbox is in. */
  get scenario(): ScenarioName {
    return this.#record.scenario;
  }

  /** The scope of one vendor's handlers and transitions. */
  scope(vendor: Vendor): AnyScope {
    return {
      sandbox: this.#sandbox.id,
      state: this.unit.state(vendor.named) as AnyScope['state'],
      now: this.now,
      ids: this.#ids,
      behaviours: behavioursOf(this.#sandbox, this.#record, vendor.name),
      schedule: (transition, payload, options) => this.#schedule(vendor, {transition, payload, ...options}),
      deliver: (payload, {after = 0, to} = {}) =>
        this.#schedule(vendor, {transition: delivery, payload, after, leaves: true, ...(to !== undefined && {to})}),
      audit: (entry) => {
        const id = String(this.#ids.next('standin.audit')).padStart(12, '0');
        const at = new Date(this.now).toISOString();
        this.unit.collection<AuditRecord>('standin.audit', audits).save({id, vendor: vendor.name, at, ...entry});
      },
      erases: () => void (this.#erases = true),
    };
  }

  /** Whether something was scheduled that leaves the stand-in. */
  get leaves(): boolean {
    return this.#leaves;
  }

  /** What it erased, once it is committed. */
  get erased(): Erased | undefined {
    return this.#erased;
  }

  /** Takes a transition off the list. */
  settle(record: DueRecord): void {
    this.unit.collection<DueRecord>('standin.due', due).remove(record.id);
  }

  async commit(): Promise<void> {
    if (this.#ids.changed || this.#queues) {
      saveRecord(this.unit, {
        ...this.#record,
        random: this.#ids.state,
        counters: this.#ids.counters,
        queues: this.#queues ?? this.#record.queues,
      });
    }
    const erased = this.#erases ? await erasedBy(this.unit.changes(), this.#sandbox.partition) : undefined;
    await this.unit.commit();
    if (erased) forget(this.#sandbox, (this.#erased = erased));
  }

  #schedule(
    vendor: Vendor,
    {
      transition,
      payload,
      leaves = false,
      to,
      ...options
    }: Pick<DueRecord, 'transition' | 'payload' | 'to'> & ScheduleOptions,
  ): void {
    const at = this.#dueAt(`${vendor.name}.${options.queue ?? ''}`, options);
    const id = String(this.#ids.next('standin.due')).padStart(12, '0');
    const record = {id, at, vendor: vendor.name, transition, payload, leaves, ...(to !== undefined && {to})};
    this.unit.collection<DueRecord>('standin.due', due).save(record);
    this.#leaves ||= leaves;
  }

  #dueAt(name: string, {after, queue}: {readonly after: number; readonly queue?: string}): number {
    if (queue === undefined) return this.now + after;
    this.#queues ??= {...this.#record.queues};
    return (this.#queues[name] = Math.max(this.now + after, this.#queues[name] ?? 0));
  }
}

/** The record of a sandbox that was opened. */
export function readRecord(partition: Partition): Promise<SandboxRecord> {
  return partition.get('standin.sandbox', recordId) as unknown as Promise<SandboxRecord>;
}

/** Replaces the record of a sandbox. */
export async function writeRecord(partition: Partition, record: SandboxRecord): Promise<void> {
  const unit = new UnitOfWork(partition);
  saveRecord(unit, record);
  await unit.commit();
}

/** Replaces the record of a sandbox when the unit of work commits. */
export function saveRecord(unit: UnitOfWork, record: SandboxRecord): void {
  unit.collection<SandboxRecord>('standin.sandbox', sandboxes).save(record);
}

/** The transition that falls due first, if it is due by the instant. */
export async function nextDue(partition: Partition, instant: number): Promise<DueRecord | undefined> {
  const [first] = await partition.find('standin.due', {index: 'at', by: 'all', to: instant, limit: 1});
  return first as DueRecord | undefined;
}

/** When something leaves the stand-in next; undefined when nothing waits to. */
export async function nextDeparture(partition: Partition): Promise<number | undefined> {
  const [first] = await partition.find('standin.due', {index: 'leaving', by: 'all', limit: 1});
  return (first as DueRecord | undefined)?.at;
}

/** A vendor's behaviours as the sandbox has them now. */
export function behavioursOf(
  {behaviours}: Pick<Sandbox, 'behaviours'>,
  record: SandboxRecord,
  vendor: string,
): Readonly<Record<string, BehaviourValue>> {
  return record.behaviours[vendor] ?? startingBehaviours({behaviours}, record)[vendor] ?? {};
}

/** What all vendors' behaviours were at first in the scenario that the sandbox is in. */
export function startingBehaviours(
  {behaviours}: Pick<Sandbox, 'behaviours'>,
  {scenario}: Pick<SandboxRecord, 'scenario'>,
): AllBehaviourValues {
  // A record that was brought from elsewhere may name a scenario of another version.
  return behaviours[isScenario(scenario) ? scenario : defaultScenario];
}

/** The audit trail, oldest first. */
export async function readAudit(partition: Partition): Promise<readonly AuditRecord[]> {
  return (await partition.find('standin.audit', {index: 'all', by: 'all'})) as unknown as readonly AuditRecord[];
}
