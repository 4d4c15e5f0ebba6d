import {latestInstant} from '../../time/index.js';
import {entriesOf, frozenCopy, type AnyCollection, type Change, type Entity} from '../../state/index.js';
import type {ClockState} from '../../time/index.js';
import {behaviourSettings, type BehaviourValue} from '../behaviours.js';
import type {RandomState} from '../random.js';
import type {ScenarioName} from '../scenarios.js';
import type {Vendor} from '../vendor.js';
import {
  behavioursOf,
  delivery,
  engineCollections,
  startingBehaviours,
  type AuditRecord,
  type DueRecord,
  type Sandbox,
  type SandboxRecord,
} from './sandbox.js';
import {checkSeeds, type Seeds} from './seed-check.js';
import {SeedError} from './seed-error.js';
import {seedVersion} from './seed-schema.js';
import {completed} from './seeding.js';
import {valuesOf} from './settings.js';
import type {Snapshot} from './snapshots.js';
import {dataIn} from './state-reading.js';

/** A snapshot as a file has it. */
export interface SnapshotDocument {
  readonly version: typeof seedVersion;
  readonly name: string;
  /** The sandbox that it was taken of. */
  readonly sandbox: string;
  /** The instant on the sandbox's clock, ISO 8601. */
  readonly takenAt: string;
  readonly holdsErased: boolean;
  /** All vendors' data, as in a seed. */
  readonly state: Seeds;
  readonly engine: EngineDocument;
}

/** What a sandbox keeps beside its vendors' data. */
export interface EngineDocument {
  readonly scenario: ScenarioName;
  readonly clock: ClockState;
  readonly random: RandomState;
  readonly counters: Readonly<Record<string, number>>;
  readonly queues: Readonly<Record<string, number>>;
  /** By full name, as in a configuration. */
  readonly behaviours: Readonly<Record<string, BehaviourValue>>;
  readonly due: readonly DueRecord[];
  readonly audit: readonly AuditRecord[];
}

/** Writes a snapshot of a sandbox as a file has it. */
export function documentOf(snapshot: Snapshot, sandbox: Sandbox, vendors: readonly Vendor[]): SnapshotDocument {
  const {name, takenAt, changes, holdsErased} = snapshot;
  const known = vendors.filter((vendor) => snapshot.vendors.includes(vendor.name));
  const record = recordIn(snapshot);
  const {scenario, clock, random, counters, queues} = record;
  const settings = known.map((vendor) =>
    behaviourSettings(vendor.name, vendor.behaviours, behavioursOf(sandbox, record, vendor.name)),
  );
  return {
    version: seedVersion,
    name,
    sandbox: snapshot.sandbox,
    takenAt: new Date(takenAt).toISOString(),
    holdsErased,
    state: dataIn(changes, known),
    engine: {
      ...{scenario, clock, random, counters, queues},
      behaviours: Object.assign({}, ...settings) as EngineDocument['behaviours'],
      due: entitiesIn<DueRecord>(changes, 'standin.due'),
      audit: entitiesIn<AuditRecord>(changes, 'standin.audit'),
    },
  };
}

/**
 * Reads a snapshot of a sandbox from what a file has.
 * @param given of the shape of a document; what it says is judged here.
 * @throws SeedError for data that cannot be; RangeError for a behaviour that cannot.
 */
export async function snapshotOf(
  given: SnapshotDocument,
  sandbox: Sandbox,
  vendors: ReadonlyMap<string, Vendor>,
): Promise<Snapshot> {
  const {name, holdsErased, engine} = given;
  const takenAt = Date.parse(given.takenAt);
  // A leap second has the form of an instant, but clocks of this kind know none.
  if (!(takenAt >= 0 && takenAt <= latestInstant))
    throw new SeedError(['/takenAt: must be an instant between 1970 and 9999, such as 2026-01-05T09:00:00Z.']);
  const state = await checkSeeds(given.state, vendors);
  checkDue(engine.due, vendors);
  const {scenario, clock, random, counters, queues} = engine;
  const all = [...vendors.values()];
  const behaviours = valuesOf(all, engine.behaviours, startingBehaviours(sandbox, {scenario}));
  const record: SandboxRecord = {
    ...{id: 'sandbox', origin: sandbox.origin, scenario, clock, random, counters, queues},
    behaviours,
  };
  const known = all.filter((vendor) => Object.hasOwn(state, vendor.name));
  const entities = await Promise.all(
    known.map((vendor) => completed(vendor, state[vendor.name] ?? {}, behaviours[vendor.name] ?? {})),
  );
  const changes = [
    ...entities.flat(),
    ...engine.due.map((one) => changeOf('standin.due', engineCollections['standin.due'], one)),
    ...engine.audit.map((one) => changeOf('standin.audit', engineCollections['standin.audit'], one)),
    recordChange(record),
  ];
  const taken = {takenAt, vendors: known.map((vendor) => vendor.name)};
  return {name, sandbox: given.sandbox, ...taken, changes, holdsErased};
}

/** What a snapshot's sandbox kept about itself. */
export function recordIn({changes}: Pick<Snapshot, 'changes'>): SandboxRecord {
  return entitiesIn<SandboxRecord>(changes, 'standin.sandbox')[0] as SandboxRecord;
}

/** The change that keeps the record of a sandbox. */
export function recordChange(record: SandboxRecord): Change {
  return changeOf('standin.sandbox', engineCollections['standin.sandbox'], record);
}

function entitiesIn<E>(changes: readonly Change[], name: string): readonly E[] {
  return changes.filter(({collection}) => collection === name).map(({entity}) => entity as E);
}

function changeOf(collection: string, definition: AnyCollection, entity: Entity): Change {
  const frozen = frozenCopy(entity);
  return {collection, id: String(frozen.id), entity: frozen, entries: entriesOf(definition, frozen)};
}

/** What falls due must be something that its vendor can do. */
function checkDue(due: readonly DueRecord[], vendors: ReadonlyMap<string, Vendor>): void {
  const problems = due.flatMap(({vendor: name, transition}, position) => {
    const {transitions = {}} = vendors.get(name) ?? {};
    if (vendors.has(name) && (transition === delivery || Object.hasOwn(transitions, transition))) return [];
    return [`/engine/due/${position}: ${name} has no transition ${transition}; leave it out.`];
  });
  if (problems.length > 0) throw new SeedError(problems.slice(0, 10));
}
