import {createSearch} from '../../erasure/index.js';
import {escapePointer} from '../../openapi/index.js';
import {prove, type Found} from '../proof/prove.js';
import {remnantOf, type Remnant} from '../proof/remnant.js';
import type {Holdings} from '../sandbox/holdings.js';
import type {Vendor} from '../vendor.js';
import {identifierAt, subjectOf, type Canary, type PlantedPlace} from './canary.js';
import type {Identifiers} from './invent.js';

/** What became of a place: nothing stands there any more, something does, or it does because a rule keeps it. */
export type Fate = 'gone' | 'survived' | 'kept';

/** A place where an identifier was planted, or that it got to since. */
export interface CanaryPlace extends Omit<Remnant, 'of'> {
  readonly of: keyof Identifiers;
  readonly fate: Fate;
  /** It was not planted there. */
  readonly spread?: true;
}

/** How much of what was planted is gone. */
export interface Score {
  /** Places. */
  readonly planted: number;
  readonly gone: number;
  /** Where identifiers still stand, and no rule keeps them; places that they spread to are among these. */
  readonly survived: number;
  /** Where a rule keeps them. */
  readonly kept: number;
  /** Of all places that no rule keeps, the share of those that are gone: from 0 to 1, which is nothing left. */
  readonly score: number;
}

/** A score with those of each vendor; what is no vendor's counts in the whole alone. */
export interface Scores extends Score {
  readonly vendors: Readonly<Record<string, Score>>;
}

/** What became of one canary. */
export interface CanaryFate extends Scores, Pick<Canary, 'id' | 'identifiers'> {
  /** Those that were planted, and the first thousand of those that it spread to; all are counted. */
  readonly places: readonly CanaryPlace[];
  /** In how many places of snapshots it stands: they keep what they hold, so these do not count. */
  readonly snapshots: number;
}

/** What became of all of them. */
export interface CanaryReport extends Scores {
  readonly canaries: readonly CanaryFate[];
}

/** Most places of a canary that are told beside those that were planted. */
const mostSpread = 1000;

/** Looks for everything that was planted, and for what it got to since. */
export function reportOn(canaries: readonly Canary[], holdings: Holdings, vendors: readonly Vendor[]): CanaryReport {
  const standing = canaries.map((): Standing => ({planted: new Map(), spread: [], snapshots: 0}));
  if (canaries.length > 0) findAll(canaries, standing, {holdings, vendors});
  const places = canaries.map((canary, at) => placesOf(canary, standing[at] as Standing));
  const fates = canaries.map(({id, identifiers, places: planted}, at): CanaryFate => {
    const all = places[at] ?? [];
    const told = all.slice(0, planted.length + mostSpread);
    return {id, identifiers, ...scoresOf(all), places: told, snapshots: standing[at]?.snapshots ?? 0};
  });
  return {...scoresOf(places.flat()), canaries: fates};
}

/** Where identifiers of one canary stand. */
interface Standing {
  /** By {@link keyOf}. */
  readonly planted: Map<string, Found>;
  readonly spread: CanaryPlace[];
  snapshots: number;
}

function findAll(
  canaries: readonly Canary[],
  standing: readonly Standing[],
  {holdings, vendors}: {readonly holdings: Holdings; readonly vendors: readonly Vendor[]},
): void {
  const search = createSearch(subjectOf(canaries.map(({identifiers}) => identifiers)));
  const keys = canaries.map(({places}) => new Set(places.map(keyOf)));
  for (const found of prove({holdings, search, vendors})) {
    const {person, name} = identifierAt(found.of);
    const own = standing[person] as Standing;
    const key = plantedKeyOf(found, name);
    if (found.drawer.where === 'snapshot') own.snapshots += 1;
    else if (key !== undefined && keys[person]?.has(key)) own.planted.set(key, found);
    else own.spread.push({...remnantOf(found, search), of: name, fate: fateOf(found), spread: true});
  }
}

function placesOf({places}: Canary, {planted, spread}: Standing): readonly CanaryPlace[] {
  const own = places.map((place): CanaryPlace => {
    const {vendor, collection, id, inside, of, as} = place;
    const found = planted.get(keyOf(place));
    return {
      where: 'state',
      vendor,
      pointer: `/${vendor}/${collection}/${escapePointer(String(id))}${inside}`,
      ...{of, as: found?.as ?? as},
      fate: found ? fateOf(found) : 'gone',
      ...(found?.rule !== undefined && {rule: found.rule}),
    };
  });
  return [...own, ...spread];
}

function fateOf({rule}: Found): Fate {
  return rule === undefined ? 'survived' : 'kept';
}

function scoresOf(places: readonly CanaryPlace[]): Scores {
  const vendors = [...new Set(places.flatMap(({vendor}) => vendor ?? []))];
  const byVendor = vendors.map((name) => [name, scoreOf(places.filter(({vendor}) => vendor === name))]);
  return {...scoreOf(places), vendors: Object.fromEntries(byVendor) as Scores['vendors']};
}

function scoreOf(places: readonly CanaryPlace[]): Score {
  const count = (fate: Fate) => places.filter((place) => place.fate === fate).length;
  const [gone, survived] = [count('gone'), count('survived')];
  const planted = places.filter(({spread}) => !spread).length;
  return {planted, gone, survived, kept: count('kept'), score: planted === 0 ? 0 : shareOf(gone, survived)};
}

/** Rounded down: only where nothing is left it is 1. */
function shareOf(gone: number, survived: number): number {
  return survived === 0 ? 1 : Math.floor((1000 * gone) / (gone + survived)) / 1000;
}

function keyOf({vendor, collection, id, inside, of}: PlantedPlace): string {
  return JSON.stringify([`${vendor}.${collection}`, String(id), inside, of]);
}

function plantedKeyOf({drawer, position, inside}: Found, of: keyof Identifiers): string | undefined {
  if (drawer.where !== 'state') return undefined;
  const {id} = drawer.values[position] as {readonly id: string | number};
  return JSON.stringify([drawer.collection, String(id), inside, of]);
}
