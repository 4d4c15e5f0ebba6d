import {createSearch} from '../../erasure/index.js';
import type {Change} from '../../state/index.js';
import type {TimeSource} from '../../time/index.js';
import type {Person} from '../person.js';
import {prove} from '../proof/prove.js';
import {holdingsOf} from '../sandbox/holdings.js';
import {behavioursOf, readRecord, Session, type Sandbox} from '../sandbox/sandbox.js';
import {completed} from '../sandbox/seeding.js';
import type {AnyScope, Vendor} from '../vendor.js';
import {mostCanaries} from './canaries.js';
import {identifierAt, subjectOf, type Canary, type PlantedEntity, type PlantedPlace} from './canary.js';
import {identifierNames, invent, type Identifiers} from './invent.js';

/** More canaries than a sandbox may have. */
export class TooManyCanaries extends RangeError {
  override readonly name = 'TooManyCanaries';
}

/** What is to be planted, and where. */
export interface Planting {
  readonly people: number;
  /** The vendors to plant them at: at least one. */
  readonly vendors: readonly Vendor[];
  readonly time: TimeSource;
}

/**
 * Plants invented people at vendors, each with all that the vendors can hold of a person, in one unit of work. Runs inside
 * the sandbox's queue.
 * @throws TooManyCanaries; nothing is planted then.
 */
export async function plant(sandbox: Sandbox, {people: count, vendors, time}: Planting): Promise<readonly Canary[]> {
  const room = mostCanaries - sandbox.canaries.planted.length;
  if (count > room) {
    throw new TooManyCanaries(
      `A sandbox has at most ${mostCanaries} canaries, and room for ${room} more: plant fewer, or remove those there are.`,
    );
  }
  const session = await Session.begin(sandbox, time);
  const scope = session.scope(vendors[0] as Vendor);
  const people = await inventUnknown(sandbox, {count, scope, vendors});
  const canaries: Canary[] = [];
  for (const {person, id} of people) {
    const changes = await changesOf(person, {sandbox, vendors});
    for (const change of changes) session.unit.buffer(change);
    const identifiers = identifiersOf(person);
    canaries.push({id, identifiers, entities: changes.map(entityOf), places: placesIn(changes, identifiers)});
  }
  await session.commit();
  sandbox.canaries.add(canaries);
  return canaries;
}

/** Takes away what is still there of the canaries, in one unit of work, and forgets them. Runs inside the sandbox's queue. */
export async function uproot(sandbox: Sandbox, time: TimeSource): Promise<void> {
  const session = await Session.begin(sandbox, time);
  for (const {vendor, collection, id} of sandbox.canaries.planted.flatMap(({entities}) => entities)) {
    session.unit.buffer({collection: `${vendor}.${collection}`, id: String(id), entity: undefined, entries: {}});
  }
  await session.commit();
  sandbox.canaries.clear();
}

interface Numbered {
  readonly id: string;
  readonly person: Person;
}

/** Whoever shares as much as a telephone number with somebody in the sandbox is passed over. */
async function inventUnknown(
  sandbox: Sandbox,
  {count, scope, vendors}: {readonly count: number; readonly scope: AnyScope; readonly vendors: readonly Vendor[]},
): Promise<readonly Numbered[]> {
  const holdings = await holdingsOf(sandbox);
  const {words} = sandbox.canaries;
  const unknown: Numbered[] = [];
  while (unknown.length < count) {
    const invented = Array.from({length: count - unknown.length}, (): Numbered => {
      const number = sandbox.canaries.nextNumber(() => scope.ids.next('standin.canary'));
      return {id: `canary-${number}`, person: invent(number, words, scope.now)};
    });
    const search = createSearch(subjectOf(invented.map(({person}) => person)));
    const known = new Set<number>();
    for (const {of} of prove({holdings, search, vendors})) known.add(identifierAt(of).person);
    unknown.push(...invented.filter((_, at) => !known.has(at)));
  }
  return unknown;
}

async function changesOf(
  person: Person,
  {sandbox, vendors}: {readonly sandbox: Sandbox; readonly vendors: readonly Vendor[]},
): Promise<readonly Change[]> {
  const record = await readRecord(sandbox.partition);
  const changes = vendors.map((vendor) =>
    completed(vendor, vendor.populate([person]), behavioursOf(sandbox, record, vendor.name)),
  );
  return (await Promise.all(changes)).flat();
}

function identifiersOf(person: Person): Identifiers {
  return Object.fromEntries(identifierNames.map((name) => [name, person[name]])) as Identifiers;
}

function entityOf({collection: name, entity}: Change): PlantedEntity {
  const [vendor = '', collection = ''] = name.split('.', 2);
  return {vendor, collection, id: (entity as NonNullable<Change['entity']>).id};
}

/** Found as they are found again later. */
function placesIn(changes: readonly Change[], identifiers: Identifiers): readonly PlantedPlace[] {
  const search = createSearch(subjectOf([identifiers]));
  const traces = [...search.in(changes.map(({entity}) => entity))];
  return traces.map(({pointer, of, as}) => {
    const [, position = ''] = pointer.split('/', 2);
    const inside = pointer.slice(1 + position.length);
    return {...entityOf(changes[Number(position)] as Change), inside, of: identifierAt(of).name, as};
  });
}
